"""What reading the official table of the follow-up plan may find: a part of the catalogue in `findings`."""

from __future__ import annotations

CATALOGUE: dict[str, tuple[str, str]] = {
    "RTL_BUKAN_BUKU_KERJA": (
        "berkas",
        "Berkas ini bukan buku kerja. Yang dapat dibaca: XLSX, XLS, dan ODS. Tabel dari Word disalin dahulu ke Excel.",
    ),
    "RTL_TABEL_TIDAK_ADA": (
        "berkas",
        "Tabel rencana tindak lanjut tidak ditemukan. Satu baris judulnya harus memuat Prioritas unsur dan "
        "Program/Kegiatan; unduh tabel kosong untuk contoh.",
    ),
    "RTL_PERIODE_LAIN": (
        "berkas",
        'Lembar "{lembar}" adalah rencana untuk {nilai}, sedangkan yang dipilih {periode}. Pilih dahulu periodenya di '
        "atas halaman.",
    ),
    "RTL_TANPA_BARIS": (
        "berkas",
        "Tidak ada satu rencana pun yang dapat diterima. Perbaiki temuan yang disebut di bawah, lalu unggah lagi.",
    ),
    "RTL_ISI_KOSONG": ("baris", 'Lembar "{lembar}", baris {baris}, kolom {huruf}: {apa} kosong. Isi dahulu.'),
    "RTL_ISI_TIDAK_DIKENAL": (
        "baris",
        'Lembar "{lembar}", baris {baris}, kolom {huruf}: {apa} "{nilai}" tidak dikenal. Yang dapat diisi: {daftar}.',
    ),
    "RTL_WAKTU_TIDAK_JELAS": (
        "baris",
        'Lembar "{lembar}", baris {baris}: waktunya tidak dapat dibaca. Tandai kolom TW I sampai TW IV dengan √, atau '
        "tulis misalnya TW II–III.",
    ),
    "RTL_NOMOR_TIDAK_DIKENAL": (
        "baris",
        'Lembar "{lembar}", baris {baris}, kolom {huruf}: nomor RTL "{nilai}" tidak ada pada periode ini. Kosongkan '
        "bila ini rencana baru.",
    ),
    "RTL_GANDA": (
        "baris",
        'Lembar "{lembar}", baris {baris}: program "{nilai}" sudah ada di baris lain untuk unsur dan layanan yang '
        "sama. Hapus salah satunya.",
    ),
    "RTL_TIDAK_SAH": ("baris", 'Lembar "{lembar}", baris {baris}: {alasan}'),
}
