"""Findings about exports of form services and about several services in one row: part of the catalogue."""

from __future__ import annotations

BERKAS, BARIS, PERINGATAN = "berkas", "baris", "peringatan"

OF_FORMS: dict[str, tuple[str, str]] = {
    "BLOK_TANPA_NAMA": (
        BERKAS,
        "Pertanyaan yang sama ditanyakan beberapa kali dalam satu baris, tetapi judul kolomnya (baris {baris}) tidak "
        "menyebut layanan mana yang dinilai. Tambahkan nama layanan pada tiap judul, misalnya "
        '"Posyandu - Persyaratan", lalu unggah lagi.',
    ),
    "LAYANAN_BERBEDA": (
        BARIS,
        'Baris {baris}, kolom {huruf}: layanan "{nilai}" tidak memuat {daftar}, padahal kolom penilaian {daftar} '
        "diisi. Perbaiki salah satunya.",
    ),
    "BLOK_LAYANAN": (
        PERINGATAN,
        "Satu baris menilai {n} layanan: {daftar}. Tiap layanan yang diisi menjadi satu kuesioner; semuanya milik satu "
        "responden.",
    ),
    "BLOK_TIDAK_LENGKAP": (
        PERINGATAN,
        "Kolom penilaian {nama} hanya memuat {daftar}, terlalu sedikit untuk sebuah kuesioner; kolom itu tidak dibaca.",
    ),
    "SARAN_UMUM": (
        PERINGATAN,
        "Kolom saran tidak menyebut layanan. Tiap saran disimpan satu kali, pada layanan pertama yang dinilai "
        "respondennya.",
    ),
    "KOLOM_DIGABUNG": (
        PERINGATAN,
        "Kolom {huruf} sama-sama dibaca sebagai {arti} dan tidak pernah terisi bersamaan, jadi digabung menjadi satu. "
        "Periksa apakah pertanyaannya memang sama.",
    ),
    "RESPONS_BELUM_SELESAI": (
        PERINGATAN,
        "{n} respons belum selesai dan tidak dihitung (pertama di baris {pertama}): tanggal kirimnya kosong.",
    ),
    "STATUS_TIDAK_ADA": (
        PERINGATAN,
        "Ekspor ini tidak memuat kolom tanggal kirim, jadi respons yang belum selesai ikut terbaca. Ekspor ulang "
        "dengan kolom itu, atau pilih hanya respons lengkap.",
    ),
    "KODE_PILIHAN": (
        BERKAS,
        "Jawaban di kolom {huruf} hanya kode pilihan ({daftar}), yang tidak mengatakan pilihan mana yang terbaik. "
        "Lihat formulirnya, lalu pilih --kode1 terburuk (kode 1 terburuk, kode 4 terbaik) atau --kode1 terbaik "
        "(kebalikannya). Bila urutannya berbeda antarpertanyaan, ekspor ulang dengan teks jawaban lengkap.",
    ),
    "KUNCI_RUSAK": (
        PERINGATAN,
        '{n} kunci responden rusak karena berkas disimpan ulang dari Excel (contoh: "{nilai}"), jadi tidak dipakai. '
        "Unggah berkas asli dari layanan formulirnya.",
    ),
    "PERTANYAAN_TIDAK_DIKENAL": (
        PERINGATAN,
        'Kolom {huruf} ("{kolom}") berisi jawaban, tetapi pertanyaannya tidak dikenal, jadi tidak dihitung. Jika itu '
        "salah satu unsur yang belum ada, ganti judul kolomnya dengan nama unsur.",
    ),
}
