"""What stands on the poster: the fields of the official publication sheet, in words, no layout."""

from __future__ import annotations

from dataclasses import dataclass

from skm_core.reports import figure
from skm_core.reports.content import Content
from skm_core.reports.parts import Profil
from skm_core.reports.scope import KOTA, LAYANAN, NAMA_KOTA
from skm_core.results import showing
from skm_core.results.measured import Measured
from skm_core.rules import N_SEMBUNYI, N_TANDA
from skm_core.writing import angka

IKM, NILAI_PANEL = "Indeks Kepuasan Masyarakat (IKM)", "Penilaian panel undangan"
TERIMA_KASIH = (
    "Terima kasih atas penilaian yang telah Anda berikan. Masukan Anda sangat bermanfaat untuk kemajuan unit kami agar "
    "terus memperbaiki dan meningkatkan kualitas pelayanan bagi masyarakat."
)
"""The line of thanks of the publication sheet in the annex of Permenpan RB 14/2017."""


@dataclass(frozen=True, slots=True)
class Poster:
    """The sheet in words. nilai: the published figure, "" where it may not be shown, and `keterangan` says why.

    huruf: the published mutu, "" where none is given; pasti: whether the survey is sure of it. profil: (title, rows of
    answer and people); () below ten people, who could be told by it. alt: the whole figure as one line of text.
    """

    judul: str
    instansi: str
    unit: str
    nama: str
    layanan: str
    wilayah: str
    periode: str
    waktu: str
    label: str
    nilai: str
    margin: str
    huruf: str
    pasti: bool
    mutu: str
    keterangan: str
    jumlah: str
    kuesioner: str
    profil: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    penutup: str
    kaki: str
    tautan: str
    alt: str


def poster(c: Content) -> Poster:
    """The sheet of a scope; the same content gives an equal sheet."""
    score = c.score
    value = showing.visible(score)
    own = next((row for row in c.jadwal if row.kegiatan.startswith("Pengumpulan")), None)
    return Poster(
        judul=NILAI_PANEL if score.panel else IKM,
        instansi=c.instansi.nama,
        unit=c.instansi.unit,
        nama=c.nama,
        layanan=_services(c),
        wilayah=NAMA_KOTA if c.scope.jenis in (KOTA, LAYANAN) else c.nama,
        periode=c.periode.nama,
        waktu=figure.days(own.mulai, own.selesai) if own else figure.KOSONG,
        label="Nilai" if score.panel else "Nilai IKM",
        nilai="" if value is None else angka(value),
        margin="" if value is None else showing.margin(score),
        huruf=score.mutu.huruf if value is not None and score.mutu else "",
        pasti=score.mutu_pasti,
        mutu="" if value is None else _grade(score),
        keterangan=_note(score),
        jumlah=angka(c.n_responden),
        kuesioner=f"{angka(c.n_kuesioner)} kuesioner, {c.pengumpul}{_few(score)}",
        profil=() if c.n_responden < N_SEMBUNYI else tuple(_people(one) for one in c.profil if one.kunci in _PROFIL),
        penutup=TERIMA_KASIH,
        kaki=c.catatan_kaki,
        tautan=c.instansi.tautan_publikasi,
        alt=figure.ikm(score),
    )


_PROFIL = ("jenis_kelamin", "pendidikan")
"""The two fields of the profile that the publication sheet has."""


def _services(c: Content) -> str:
    names = [one.layanan.nama for one in c.layanan if one.score]
    return names[0] if len(names) == 1 else f"Semua {'pejabat' if c.score.panel else 'layanan'}"


def _grade(score: Measured) -> str:
    """ "Mutu B (baik), mungkin A"; that a panel has none."""
    if score.mutu is None:
        return "Panel tertutup" if score.panel else ""
    said = f"Mutu {score.mutu.huruf} ({score.mutu.kinerja.lower()})"
    return ", ".join(part for part in (said, showing.doubt(score).removeprefix("mutu ")) if part)


def _few(score: Measured) -> str:
    return f", {showing.SEDIKIT}" if N_SEMBUNYI <= score.n_kuesioner < N_TANDA else ""


def _note(score: Measured) -> str:
    """What a passer-by must know to read the figure: why there is none, what ± means, that few answered."""
    if showing.visible(score) is None:
        return f"Nilai belum dapat ditampilkan: baru {score.n_kuesioner}\N{NO-BREAK SPACE}kuesioner, perlu {N_SEMBUNYI}."
    if score.panel:
        return "Panel undangan bukan sampel, jadi nilainya tanpa rentang dan tanpa mutu."
    if score.rentang is None:
        return "Tanpa rentang: survei ini tidak dapat menyatakan ketelitiannya."
    return f"Nilai sebenarnya diperkirakan antara {figure.span(score).replace('–', ' dan ')}."


def _people(one: Profil) -> tuple[str, tuple[tuple[str, str], ...]]:
    rows = [(words, angka(n)) for words, n in one.baris]
    return one.judul, (*rows, *([("Tidak diisi", angka(one.tanpa))] if one.tanpa else []))
