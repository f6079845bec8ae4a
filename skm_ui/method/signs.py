"""The signs of data quality: what each is, how a place is judged, and what that cannot show."""

from __future__ import annotations

from skm_core.quality import MIN_TEMPAT, MIN_X, TANDA, TANDA_UTAMA
from skm_core.results.wording import listed

SIGNS = tuple((tanda.nama, tanda.penjelasan) for tanda in TANDA.values())
MARKED = listed([TANDA[kunci].nama.lower() for kunci in TANDA_UTAMA])
JUDGED = (
    "Setiap tempat dibandingkan dengan tempat lain yang dikumpulkan oleh pihak yang sama. Makin sedikit respondennya, "
    "makin jauh satu tempat boleh menyimpang: itulah garis batas pada gambar corong.",
    "Perbedaan yang biasa antartempat melebarkan batas, jadi kebiasaan yang umum tidak dituduh. Tempat yang menyimpang "
    "tidak ikut menentukan batas.",
    "Yang dihitung adalah orang. Satu orang yang mengisi enam kuesioner tetap satu.",
    f"Paling sedikit {MIN_X} kuesioner harus memuat tanda itu, dan paling sedikit {MIN_TEMPAT} tempat lain harus ada, "
    "sebelum satu tempat disebut perlu diperiksa.",
    f"Kuesioner disebut janggal bila memuat: {MARKED}. Angka tanpa kuesioner janggal selalu hanya pembanding. Angka "
    "resmi memakai semuanya, dan tidak ada yang dihapus.",
    "Angka tanpa kuesioner janggal pun bukan angka yang benar: orang yang jujur boleh saja menjawab sama di semua "
    "butir.",
    "Jam pengisian tidak disimpan, jadi kuesioner yang diisi berdekatan dalam sehari tidak dapat diperiksa.",
    "Validitas dan reliabilitas ditulis seperti laporan biasa: r hitung dibandingkan dengan r tabel, dan alfa "
    "Cronbach. Keduanya tidak dapat menemukan kuesioner yang dikarang; jawaban yang seragam justru menaikkan alfa.",
)
