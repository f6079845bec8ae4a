"""A short title per code of a finding, and how its sentence reads on screen, where there is no command line."""

from __future__ import annotations

import re

from skm_core.findings import CHOSEN

TITLES = {
    "JAWABAN_TIDAK_DIKENAL": "Jawaban yang tidak dikenal",
    "JAWABAN_NOL": "Jawaban 0",
    "JAWABAN_LUAR_SKALA": "Jawaban di luar skala 1 sampai 4",
    "JAWABAN_DITOLAK": "Jawaban yang menurut pemetaan menolak barisnya",
    "JAWABAN_BERMAKNA_GANDA": "Jawaban yang dapat berarti dua hal",
    "TANPA_JAWABAN": "Baris tanpa satu jawaban pun",
    "SEL_BERLEBIH": "Baris yang lebih panjang daripada judul kolomnya",
    "BARIS_TANPA_NOMOR": "Baris tanpa nomor responden",
    "PERIODE_KOSONG": "Periode kosong",
    "LAYANAN_KOSONG": "Layanan kosong",
    "LAYANAN_TIDAK_DIKENAL": "Layanan yang tidak dikenal",
    "WILAYAH_KOSONG": "Kelurahan atau kecamatan kosong",
    "WILAYAH_TIDAK_DIKENAL": "Kelurahan atau kecamatan yang tidak dikenal",
    "WILAYAH_BERMAKNA_GANDA": "Nama tempat yang dapat berarti beberapa tempat",
    "WILAYAH_BERTENTANGAN": "Kelurahan dan kecamatan yang bertentangan",
    "PENGUMPUL_TIDAK_DIKENAL": "Pengumpul yang tidak dikenal",
    "BUKAN_BARIS_KOREKSI": "Baris yang bukan bagian dari perbaikan ini",
    "TIDAK_ADA_YANG_BARU": "Semua sudah tersimpan",
    "KOREKSI": "Perbaikan baris yang ditolak",
    "REKAP_TANPA_RESPONDEN": "Rekap tanpa data responden",
    "REKAP_NILAI_SALAH": "Angka rekap yang tidak mungkin",
    "REKAP_GANDA": "Baris rekap tentang hal yang sama",
    "REKAP_IKM_BERBEDA": "IKM tertulis berbeda dari NRR-nya",
    "ISIAN_KEMBAR": "Baris yang sama persis",
    "KEMBAR_DILEWATI": "Salinan yang dilewati",
    "DIANGGAP": "Dibaca lain atas pilihan Anda",
    "ISIAN_SERUPA": "Isi yang sama dengan unggahan lain",
    "RTL_ISI_KOSONG": "Isian yang kosong",
    "RTL_ISI_TIDAK_DIKENAL": "Isian yang tidak dikenal",
    "RTL_WAKTU_TIDAK_JELAS": "Waktu yang tidak dapat dibaca",
    "RTL_NOMOR_TIDAK_DIKENAL": "Nomor RTL yang tidak dikenal",
    "RTL_GANDA": "Program yang disebut dua kali",
    "RTL_TIDAK_SAH": "Isian yang tidak cocok satu sama lain",
    "BERKAS_SAMA": "Berkas yang sama sudah tersimpan",
    "LEMBAR_DIABAIKAN": "Lembar yang tidak dibaca",
    "PENUTUP_DILEWATI": "Tanda tangan atau catatan di bawah tabel",
    "LAYANAN_TIDAK_DIBACA": "Layanan yang tidak dibaca",
    "HITUNGAN_BERBEDA": "Hitungan di berkas berbeda dari jawabannya",
    "LEMBAR_DIPUTAR": "Lembar yang disusun menyamping",
    "SEL_TERSEMBUNYI": "Baris atau kolom tersembunyi",
    "SEL_GABUNGAN": "Sel gabungan",
    "BUTIR_TIDAK_ADA": "Unsur yang tidak ada kolomnya",
    "BLOK_LAYANAN": "Beberapa layanan dalam satu baris",
    "BLOK_TIDAK_LENGKAP": "Pertanyaan satu layanan tidak lengkap",
    "LAYANAN_BERBEDA": "Layanan tidak cocok dengan yang dijawab",
    "SARAN_UMUM": "Saran tanpa nama layanan",
    "KOLOM_DIGABUNG": "Kolom digabung menjadi satu",
    "RESPONS_BELUM_SELESAI": "Respons yang belum selesai",
    "STATUS_TIDAK_ADA": "Respons belum selesai tidak dapat dipisahkan",
    "KUNCI_RUSAK": "Kunci responden rusak",
    "PERTANYAAN_TIDAK_DIKENAL": "Pertanyaan yang tidak dikenal",
    "KOLOM_YATIM": "Kolom kembar yang kosong",
    "DIPETAKAN_MENURUT_NOMOR": "Pertanyaan dibaca menurut nomornya",
    "U8_DARI_BERKAS": "Arti nomor 8 menurut berkas",
    "DARI_JUDUL": "Diambil dari judul di atas tabel",
    "JUDUL_TIDAK_DIKENAL": "Judul di atas tabel yang tidak dikenal",
    "JUDUL_BERBEDA": "Judul yang menyebut dua hal",
    "PERIODE_BARU": "Periode baru",
    "NAMA_BARU": "Nama baru",
    "PENGUMPUL_DISIMPULKAN": "Pengumpul disimpulkan",
    "TANGGAL_DUA_ARTI": "Tanggal yang dapat dibaca dua cara",
    "TANGGAL_TIDAK_DIKENAL": "Tanggal yang tidak dapat dibaca",
    "TANGGAL_LUAR_PERIODE": "Tanggal di luar periode",
    "TANGGAL_PERIODE_LAIN": "Tanggal menunjuk ke periode lain",
    "KOLOM_TAMPAK_KELURAHAN": "Kolom yang tampak berisi kelurahan",
    "PROFIL_TIDAK_DIKENAL": "Data responden yang tidak dikenal",
    "ARAH_BERLAWANAN": "Pertanyaan yang berlawanan arah dengan yang lain",
    "SARAN_DISAMARKAN": "Saran yang disamarkan",
}
"""For every finding that does not refuse the whole file."""

ASKED = {
    "u8": "U8_TIDAK_JELAS",
    "kode1": "KODE_PILIHAN",
    "periode": "PERIODE_TIDAK_ADA",
    "layanan": "LAYANAN_TIDAK_ADA",
    "kelurahan": "KELURAHAN_TIDAK_ADA",
    "pengumpul": "PENGUMPUL_DISIMPULKAN",
}
"""Findings that the screen puts as a question instead."""


SAID = frozenset(
    {*ASKED.values(), *CHOSEN, "DARI_JUDUL", "JUDUL_TIDAK_DIKENAL", "JUDUL_BERBEDA", "PENUTUP_DILEWATI", "KOREKSI"}
    | {"KOLOM_TAMPAK_KELURAHAN"}
)
"""Findings that the screen says in its own place, so the list leaves them out."""


def on_screen(sentence: str) -> str:
    """The sentence of a finding without the names of command-line options."""
    for option, name in ((" (--create-periode)", " di bawah ini"), ("--u8", "nomor 8"), ("--kode1", "kode 1")):
        sentence = sentence.replace(option, name)
    return re.sub(r"--(?=[a-z{])", "", sentence)
