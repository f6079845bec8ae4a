"""What a report still lacks before it can be signed, each with the page where it is mended."""

from __future__ import annotations

from dataclasses import dataclass

from skm_core.reports.content import Content
from skm_core.reports.scope import KOTA, LAYANAN
from skm_core.results.wording import inside, listed
from skm_core.rules import N_SEMBUNYI
from skm_core.writing import angka, jangka


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that is missing: a sentence, and the name of the page that mends it ("" = none)."""

    teks: str
    halaman: str


def gaps(c: Content) -> tuple[Gap, ...]:
    """Everything the report prints as empty or withholds, most serious first."""
    found = []
    if c.n_kuesioner < N_SEMBUNYI:
        found.append(Gap(f"Baru {angka(c.n_kuesioner)} kuesioner: nilainya tidak dicetak.", "unggah"))
    if not (c.instansi.penanda_tangan_nama and c.instansi.penanda_tangan_jabatan):
        found.append(Gap("Nama dan jabatan penanda tangan belum diisi; laporan menyediakan tempatnya.", "pengaturan"))
    unknown = [inside(one.layanan.nama) for one in c.sampel if one.n_pengguna is None]
    if unknown and c.scope.jenis in (KOTA, LAYANAN) and not c.score.panel:
        found.append(
            Gap(f"Jumlah pengguna {listed(unknown)} belum diisi, sehingga sampel minimal tidak tercetak.", "pengaturan")
        )
    if c.rencana is None and c.pilihan.pengumpul == "kota" and not c.score.panel:
        found.append(Gap("Rencana sampel periode ini belum dicatat.", "sampel"))
    outside = sum(row.n_luar for row in c.jadwal)
    if outside and c.periode.mulai and c.periode.selesai:
        when = jangka(c.periode.mulai, c.periode.selesai)
        found.append(
            Gap(
                f"{angka(outside)} kuesioner bertanggal di luar periode ({when}); jadwal pada laporan dan poster ikut "
                "memakai tanggal itu. Periksa tanggalnya pada berkas yang diunggah.",
                "kualitas",
            )
        )
    if not c.penetapan:
        found.append(Gap("Hasil periode ini belum ditetapkan, sehingga angkanya masih dapat berubah.", "pengaturan"))
    if not c.rtl and not c.score.panel:
        found.append(Gap("Rencana tindak lanjut belum diisi; tabelnya dicetak kosong.", "tindak_lanjut"))
    stale = [one.judul for one in c.teks if one.usang]
    if stale:
        found.append(Gap(f"Data berubah sesudah teks ini disunting: {listed(stale)}. Periksa teksnya.", ""))
    return tuple(found)
