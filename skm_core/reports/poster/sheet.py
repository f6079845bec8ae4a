"""What stands on the poster: the fields of the official publication sheet, in words, no layout."""

from __future__ import annotations

from dataclasses import dataclass

from skm_core.reports import figure
from skm_core.reports.content import Content
from skm_core.reports.headline import Headline, headline
from skm_core.reports.parts import Profil
from skm_core.reports.scope import KOTA, LAYANAN, NAMA_KOTA
from skm_core.results.wording import listed, opening
from skm_core.rules import N_SEMBUNYI
from skm_core.writing import angka

IKM, NILAI_PANEL = "Indeks Kepuasan Masyarakat (IKM)", "Penilaian panel undangan"
TERIMA_KASIH = (
    "Terima kasih atas penilaian yang telah Anda berikan. Masukan Anda sangat bermanfaat untuk kemajuan unit kami agar "
    "terus memperbaiki dan meningkatkan kualitas pelayanan bagi masyarakat."
)
"""The line of thanks of the publication sheet."""


@dataclass(frozen=True, slots=True)
class Poster:
    """The sheet in words. nama: what it is about; cakupan: what else must be known of that, "Jakarta Barat" of a
    layanan, the layanan judged of a place. waktu: when people answered. jumlah: people, each once.

    layanan_nama: which they are, where `layanan` only counts them. profil: (title, rows of answer and people); () below
    ten people, who could be told by it.
    """

    judul: str
    instansi: str
    unit: str
    nama: str
    layanan: str
    layanan_nama: str
    wilayah: str
    cakupan: str
    periode: str
    waktu: str
    utama: Headline
    jumlah: str
    profil: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    penutup: str
    kaki: str
    tautan: str


def poster(c: Content) -> Poster:
    """The sheet of a scope; the same content gives an equal sheet."""
    services, place = c.cakupan, NAMA_KOTA if c.scope.jenis in (KOTA, LAYANAN) else c.nama
    collected = next((row for row in c.jadwal if row.kegiatan.startswith("Pengumpulan")), None)
    return Poster(
        judul=NILAI_PANEL if c.score.panel else IKM,
        instansi=c.instansi.nama,
        unit=c.instansi.unit,
        nama=c.nama,
        layanan=services,
        layanan_nama=_names(c),
        wilayah=place,
        cakupan=place if c.scope.jenis == LAYANAN else services,
        periode=c.periode.nama,
        waktu=figure.days(collected.mulai, collected.selesai) if collected else figure.KOSONG,
        utama=headline(c),
        jumlah=angka(c.n_responden),
        profil=()
        if c.n_responden < N_SEMBUNYI
        else tuple(_people(one, c.n_responden) for one in c.profil if one.kunci in _PROFIL),
        penutup=TERIMA_KASIH,
        kaki=c.catatan_kaki,
        tautan=c.instansi.tautan_publikasi,
    )


TERLALU_SEDIKIT = "terlalu sedikit untuk dirinci"
_PROFIL = ("jenis_kelamin", "pendidikan")
"""The two fields of the profile that the publication sheet has."""


def _names(c: Content) -> str:
    """Which layanan they are where only their number stands above, "" elsewhere."""
    names = [one.layanan.nama for one in c.layanan]
    named = listed(opening(names))
    return named if c.tanpa_layanan and len(names) > 1 and named != c.cakupan else ""


def _people(one: Profil, orang: int) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The answers with their people, and who left it blank; () if nobody answered.

    What may not be told apart (`showing.untold`) stands as one number, which the total gives anyway.
    """
    if not one.baris:
        return one.judul, ()
    told = [(words, n) for words, n in one.semua if n is not None]
    if not told:
        return one.judul, ((TERLALU_SEDIKIT, ""),)
    rest = [("Selebihnya", orang - sum(n for _, n in told))] if len(told) < len(one.semua) else []
    return one.judul, tuple((words, angka(n)) for words, n in (*told, *rest))
