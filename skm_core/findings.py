"""What reading a file may find: one table of codes, each with its weight and a sentence that says what to do."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass

from skm_core import findings_of_boundaries, findings_of_follow_up, findings_of_forms, findings_of_recaps

BERKAS, BARIS, PERINGATAN = findings_of_forms.BERKAS, findings_of_forms.BARIS, findings_of_forms.PERINGATAN
"""The three weights: the whole file is refused, one row is refused, or only a warning."""

MAX_VALUE = 80

CATALOGUE: dict[str, tuple[str, str]] = findings_of_forms.OF_FORMS | {
    # the file as a whole
    "BERKAS_KOSONG": (BERKAS, "Berkas ini kosong. Periksa apakah ekspornya berhasil, lalu unggah lagi."),
    "BERKAS_TIDAK_TERBUKA": (BERKAS, "Berkas ini tidak ditemukan atau tidak boleh dibaca. Periksa nama dan tempatnya."),
    "BERKAS_TERLALU_BESAR": (
        BERKAS,
        "Berkas ini terlalu besar ({ukuran}; paling besar {batas}). Bagi menjadi beberapa berkas.",
    ),
    "BERKAS_TERKUNCI": (
        BERKAS,
        "Buku kerja ini dikunci dengan kata sandi. Simpan salinan tanpa kata sandi, lalu unggah salinan itu.",
    ),
    "BERKAS_RUSAK": (
        BERKAS,
        "Berkas ini tidak dapat dibuka: isinya rusak atau terpotong. Unduh ulang dari asalnya, lalu unggah lagi.",
    ),
    "BERKAS_BUKAN_TABEL": (
        BERKAS,
        "Isi berkas ini bukan tabel. Yang dapat dibaca: CSV, XLSX, XLS, dan ODS.",
    ),
    "BERKAS_MENCURIGAKAN": (
        BERKAS,
        "Berkas ini disusun tidak wajar: isinya membengkak saat dibuka, seperti berkas yang dibuat untuk melumpuhkan "
        "program. Berkas ini tidak dibuka. Buat ekspor baru dari asalnya.",
    ),
    "SEL_TERSEBAR": (
        BERKAS,
        'Lembar "{lembar}" memakai sel yang sangat jauh di kanan atau di bawah tabelnya. Hapus kolom dan baris di luar '
        "tabel, simpan, lalu unggah lagi.",
    ),
    "SEL_TERLALU_PANJANG": (
        BERKAS,
        "Baris {baris}: satu selnya berisi lebih dari {batas} huruf. Ini bukan jawaban survei; perbaiki atau hapus sel "
        "itu, lalu unggah lagi.",
    ),
    "TERLALU_BANYAK_LEMBAR": (
        BERKAS,
        "Berkas ini mempunyai {n} lembar; paling banyak {batas}. Bagi menjadi beberapa berkas.",
    ),
    "RUMUS_TANPA_NILAI": (
        BERKAS,
        "Baris {baris}, kolom {huruf}: selnya berisi rumus yang belum dihitung ({n} sel seperti ini). Buka berkas ini "
        "di Excel, simpan, lalu unggah lagi.",
    ),
    "KUTIP_TIDAK_DITUTUP": (
        BERKAS,
        "Baris {baris}: tanda kutip dibuka tetapi tidak ditutup, sehingga baris-baris sesudahnya menyatu. "
        "Perbaiki tanda kutip di baris itu, lalu unggah lagi.",
    ),
    "TERLALU_BANYAK_KOLOM": (
        BERKAS,
        "Tabel ini mempunyai {n} kolom; paling banyak {batas}. Hapus kolom yang tidak perlu, lalu unggah lagi.",
    ),
    "TATA_LETAK_TIDAK_DIKENAL": (
        BERKAS,
        "Pertanyaan survei tidak ditemukan dalam berkas ini{rincian}. Judul kolom harus memuat nama unsur, teks "
        "pertanyaannya, atau nomor U1 sampai U9.",
    ),
    "JUMLAH_NOMOR_TIDAK_COCOK": (
        BERKAS,
        "Judul kolom hanya nomor ({pertama} sampai {terakhir}, {n} kolom) dan tidak ada kuesioner dengan {n} butir. "
        "Ganti judulnya dengan nama unsur, dan hapus kolom yang bukan unsur.",
    ),
    "KOLOM_GANDA": (
        BERKAS,
        "Kolom {huruf} dan {huruf_lain} sama-sama dibaca sebagai {arti}. Sisakan satu, lalu unggah lagi.",
    ),
    "U8_TIDAK_JELAS": (
        BERKAS,
        "Kolom {huruf} dan {huruf_lain} hanya bernomor 8 dan 9, dan berkas ini tidak menyebut mana penanganan "
        "pengaduan dan mana sarana. Pilih --u8 pengaduan (8 pengaduan, 9 sarana) atau --u8 sarana (8 sarana, 9 "
        "pengaduan).",
    ),
    "SKALA_BUKAN_EMPAT": (
        BERKAS,
        "Jawaban berkas ini memakai skala {skala}, bukan empat pilihan 1 sampai 4 (contoh: {contoh}). Skala lain tidak "
        "dapat diubah menjadi empat tanpa mengarang jawaban, jadi berkas ini tidak dapat dipakai.",
    ),
    "PEMETAAN_TIDAK_COCOK": (
        BERKAS,
        "{pemetaan} tidak cocok dengan berkas ini: tidak ada baris judul yang memuat kolom {daftar}. Pilih pemetaan "
        "lain, atau petakan kolom berkas ini.",
    ),
    "PEMETAAN_SALAH": (BERKAS, "{pemetaan} tidak dapat dipakai. {alasan}"),
    "PERIODE_TIDAK_ADA": (
        BERKAS,
        "Berkas ini tidak mempunyai kolom periode. Pilih dengan --periode. Yang ada: {daftar}.",
    ),
    "PERIODE_TIDAK_DIKENAL": (
        BERKAS,
        'Baris {baris}, kolom {huruf}: periode "{nilai}" tidak dikenal. Yang ada: {daftar}. Perbaiki isinya, atau buat '
        "periodenya (--create-periode).",
    ),
    "LAYANAN_TIDAK_ADA": (
        BERKAS,
        "Berkas ini tidak mempunyai kolom layanan. Pilih dengan --layanan. Yang ada: {daftar}.",
    ),
    "KELURAHAN_TIDAK_ADA": (
        BERKAS,
        "Berkas ini tidak mempunyai kolom kelurahan. Pilih dengan --kelurahan, nama atau kodenya, misalnya {daftar}.",
    ),
    "PILIHAN_TIDAK_DIKENAL": (
        BERKAS,
        'Pilihan --{pilihan} "{nilai}" tidak dikenal. Yang ada: {daftar}.',
    ),
    "PILIHAN_BERTENTANGAN": (
        BERKAS,
        'Pilihan --{pilihan} "{pilihan_nilai}" bertentangan dengan isi berkas: baris {baris}, kolom {huruf} berisi '
        '"{nilai}". Hapus pilihan itu, atau perbaiki berkasnya.',
    ),
    "TANPA_BARIS": (
        BERKAS,
        "Tidak ada satu baris pun yang dapat diterima. Perbaiki temuan yang disebut di bawah, lalu unggah lagi.",
    ),
    "KOREKSI_DIBATALKAN": (
        BERKAS,
        "Berkas ini memperbaiki baris yang ditolak dari unggahan {unggahan_id} ({nama}), tetapi unggahan itu sudah "
        "dibatalkan. Pulihkan dahulu unggahan itu, lalu unggah berkas ini lagi.",
    ),
    # one row
    "BUKAN_BARIS_KOREKSI": (
        BARIS,
        "Baris {baris}: bukan baris yang ditolak dari {nama}, karena kunci barisnya kosong, berubah, atau dipakai "
        "baris lain. Unggah baris tambahan sebagai berkas tersendiri.",
    ),
    "JAWABAN_TIDAK_DIKENAL": (
        BARIS,
        'Baris {baris}, kolom {huruf}: jawaban "{nilai}" tidak dikenal untuk pertanyaan ini. Pilihannya: {daftar}.',
    ),
    "JAWABAN_NOL": (
        BARIS,
        "Baris {baris}, kolom {huruf}: jawaban 0 tidak ada dalam skala 1 sampai 4. Jika pertanyaan ini tidak dijawab, "
        "kosongkan selnya.",
    ),
    "JAWABAN_LUAR_SKALA": (
        BARIS,
        'Baris {baris}, kolom {huruf}: jawaban "{nilai}" di luar skala 1 sampai 4. Periksa kuesioner aslinya.',
    ),
    "JAWABAN_DITOLAK": (
        BARIS,
        'Baris {baris}, kolom {huruf}: jawaban "{nilai}" menurut pemetaan menolak barisnya. Perbaiki jawabannya bila '
        "kuesioner ini sah.",
    ),
    "JAWABAN_BERMAKNA_GANDA": (
        BARIS,
        'Baris {baris}, kolom {huruf}: jawaban "{nilai}" dapat berarti {daftar}, tergantung skalanya, dan berkas ini '
        "tidak menunjukkan yang mana. Ganti dengan angka 1 sampai 4.",
    ),
    "TANPA_JAWABAN": (BARIS, "Baris {baris}: tidak satu pertanyaan pun dijawab. Hapus baris ini atau isi jawabannya."),
    "SEL_BERLEBIH": (
        BARIS,
        "Baris {baris}: isinya lebih banyak daripada judul kolomnya, jadi jawabannya mungkin tergeser. Periksa pemisah "
        "kolom di baris ini; teks yang memuat pemisah harus diapit tanda kutip.",
    ),
    "BARIS_TANPA_NOMOR": (
        BARIS,
        "Baris {baris}: ada jawaban tetapi tidak ada nomor respondennya, jadi mungkin baris hitungan. Isi nomornya "
        "jika ini kuesioner.",
    ),
    "PERIODE_KOSONG": (BARIS, "Baris {baris}, kolom {huruf}: periodenya kosong. Isi dahulu."),
    "LAYANAN_KOSONG": (BARIS, "Baris {baris}, kolom {huruf}: layanannya kosong. Isi dahulu."),
    "LAYANAN_TIDAK_DIKENAL": (
        BARIS,
        'Baris {baris}, kolom {huruf}: layanan "{nilai}" tidak dikenal. Yang ada: {daftar}.{mirip}',
    ),
    "WILAYAH_KOSONG": (BARIS, "Baris {baris}, kolom {huruf}: {tingkat}nya kosong. Isi dahulu."),
    "WILAYAH_TIDAK_DIKENAL": (
        BARIS,
        'Baris {baris}, kolom {huruf}: "{nilai}" bukan nama atau kode {tingkat} di Jakarta Barat. Perbaiki '
        "ejaannya.{mirip}",
    ),
    "WILAYAH_BERMAKNA_GANDA": (
        BARIS,
        'Baris {baris}, kolom {huruf}: "{nilai}" dapat berarti beberapa tempat. Tulis nama resmi {tingkat}nya, atau '
        "kodenya.",
    ),
    "WILAYAH_BERTENTANGAN": (
        BARIS,
        'Baris {baris}, kolom {huruf}: "{nilai}" bertentangan dengan "{nilai_lain}" di kolom {huruf_lain}. Perbaiki '
        "salah satunya.",
    ),
    "PENGUMPUL_TIDAK_DIKENAL": (
        BARIS,
        'Baris {baris}, kolom {huruf}: pengumpul "{nilai}" tidak dikenal. Isi dengan kota atau kelurahan.',
    ),
    # warnings
    "BERKAS_SAMA": (
        PERINGATAN,
        "Berkas ini sama persis dengan unggahan {unggahan_id} ({nama}) yang masih aktif, jadi tidak disimpan lagi.",
    ),
    "TIDAK_ADA_YANG_BARU": (
        PERINGATAN,
        "Semua isian berkas ini sudah tersimpan, yang pertama dalam unggahan {unggahan_id}. Tidak ada yang perlu "
        "disimpan lagi.",
    ),
    "KOREKSI": (
        PERINGATAN,
        "Berkas ini dikenali sebagai perbaikan baris yang ditolak dari unggahan {unggahan_id} ({nama}). Pilihan waktu "
        "mengunggah berkas itu dipakai lagi.",
    ),
    "ISIAN_KEMBAR": (
        PERINGATAN,
        "{n} baris sama persis{selain} dengan baris lain di berkas ini, pertama baris {baris} dan {baris_lain}. Tidak "
        "ada yang dilewati; hapus dari berkas bila itu salinan.",
    ),
    "KEMBAR_DILEWATI": (
        PERINGATAN,
        "{n} baris yang sama persis dengan baris sebelumnya dilewati atas pilihan pengunggah, pertama baris {baris}.",
    ),
    "DIANGGAP": (
        PERINGATAN,
        '"{nilai}" dibaca sebagai {arti} atas pilihan pengunggah ({tempat}).',
    ),
    "ISIAN_SERUPA": (
        PERINGATAN,
        "{n} dari {dari} kuesioner sama isinya dengan kuesioner dalam unggahan {unggahan_id}, dan berkas ini tidak "
        "memuat kunci responden atau jam pengisian yang dapat membedakannya. Bila berkas ini ekspor ulang, batalkan "
        "dahulu unggahan itu supaya jawaban tidak terhitung dua kali.",
    ),
    "LEMBAR_DIABAIKAN": (
        PERINGATAN,
        'Lembar "{lembar}" tidak dibaca karena {alasan}.',
    ),
    "PENUTUP_DILEWATI": (
        PERINGATAN,
        'Baris {baris} sampai {akhir} di bawah jawaban ("{awal}") tidak berisi jawaban. {n} baris itu dibaca sebagai '
        "tanda tangan atau catatan, bukan kuesioner.",
    ),
    "LAYANAN_TIDAK_DIBACA": (PERINGATAN, "{rincian} Supaya semua terbaca, buat satu berkas untuk tiap layanan."),
    "HITUNGAN_BERBEDA": (PERINGATAN, "{di}: {rincian}"),
    "LEMBAR_DIPUTAR": (
        PERINGATAN,
        'Lembar "{lembar}" disusun menyamping (unsur ke bawah, responden ke kanan) dan dibaca dengan baris dan kolom '
        "ditukar: baris {pertama} dalam temuan adalah kolom A, baris {kedua} kolom B, dan seterusnya.",
    ),
    "SEL_TERSEMBUNYI": (
        PERINGATAN,
        'Lembar "{lembar}" menyembunyikan {n}. Yang tersembunyi ikut dibaca; hapus bila memang tidak dipakai.',
    ),
    "SEL_GABUNGAN": (
        PERINGATAN,
        "Baris {baris}, kolom {huruf}: isi sel gabungan dipakai untuk semua barisnya, sampai baris {akhir}.",
    ),
    "BUTIR_TIDAK_ADA": (
        PERINGATAN,
        "Berkas ini tidak mempunyai kolom untuk {daftar}{blok}. Indeks dihitung dari unsur yang ada saja.",
    ),
    "KOLOM_YATIM": (
        PERINGATAN,
        "Kolom {huruf} ({kolom}) sama artinya dengan kolom {huruf_lain}, tetapi kosong semua; kolom itu diabaikan.",
    ),
    "DIPETAKAN_MENURUT_NOMOR": (
        PERINGATAN,
        "Kolom pertanyaan hanya bernomor, jadi dibaca menurut urutan: {daftar}. Periksa apakah urutannya benar.",
    ),
    "U8_DARI_BERKAS": (
        PERINGATAN,
        "Pilihan --u8 {pilihan_nilai} tidak dipakai: {sumber} menyebut nomor 8 sebagai {arti}.",
    ),
    "DARI_JUDUL": (PERINGATAN, '{apa} {arti} diambil dari {asal}: "{nilai}". Periksa apakah benar.'),
    "JUDUL_TIDAK_DIKENAL": (
        PERINGATAN,
        '{apa} yang disebut {asal} tidak dikenal: "{nilai}".{mirip} Pilih sendiri yang dimaksud.',
    ),
    "JUDUL_BERBEDA": (
        PERINGATAN,
        "{apa} disebut lebih dari sekali dan tidak sama: {rincian}. Pilih sendiri yang dimaksud.",
    ),
    "PERIODE_BARU": (PERINGATAN, 'Periode "{nilai}" belum ada dan akan dibuat: {arti}.'),
    "NAMA_BARU": (
        PERINGATAN,
        '{apa} "{nilai}" tidak ada dalam daftar dan dipakai apa adanya.',
    ),
    "PENGUMPUL_DISIMPULKAN": (
        PERINGATAN,
        "Berkas ini tidak menyebut siapa yang mengumpulkan. Dibaca sebagai dikumpulkan oleh {arti}, karena {alasan}. "
        "Jika salah, pilih dengan --pengumpul.",
    ),
    "TANGGAL_DUA_ARTI": (
        PERINGATAN,
        'Kolom {huruf}: tanggal seperti "{nilai}" dapat dibaca dua cara. Dibaca hari dahulu, lalu bulan. '
        "Jika salah, tetapkan urutannya di pemetaan kolom.",
    ),
    "TANGGAL_TIDAK_DIKENAL": (
        PERINGATAN,
        'Baris {baris}, kolom {huruf}: tanggal "{nilai}" tidak dapat dibaca dan dikosongkan. Barisnya tetap diterima.',
    ),
    "TANGGAL_LUAR_PERIODE": (
        PERINGATAN,
        "{n} kuesioner bertanggal di luar periode {periode} ({mulai} sampai {selesai}), pertama di baris {baris}. "
        "Periksa apakah periodenya benar.",
    ),
    "TANGGAL_PERIODE_LAIN": (
        PERINGATAN,
        "{n} dari {dari} kuesioner bertanggal di luar periode {periode} ({mulai} sampai {selesai}), pertama di baris "
        "{baris}. {arah}",
    ),
    "KOLOM_TAMPAK_KELURAHAN": (
        PERINGATAN,
        "Kolom {huruf} ({kolom}) tampak berisi kelurahan (misalnya {contoh}), tetapi judulnya tidak menyebut bahwa "
        'itu kelurahan yang dinilai. Jika memang itu, buka "Ubah arti kolom" dan pakai kolom {huruf} sebagai '
        "kelurahan; jika bukan, pilih satu kelurahan untuk seluruh berkas.",
    ),
    "PROFIL_TIDAK_DIKENAL": (
        PERINGATAN,
        'Baris {baris}, kolom {huruf}: {arti} "{nilai}" tidak dikenal dan dikosongkan. Barisnya tetap diterima.',
    ),
    "ARAH_BERLAWANAN": (
        PERINGATAN,
        "Kolom {huruf}: yang memberi nilai tinggi di sini memberi nilai rendah di pertanyaan lain (korelasi {nilai}). "
        "Periksa apakah skalanya terbalik; jika ya, ubah nilai jawabannya di pemetaan kolom.",
    ),
    "SARAN_DISAMARKAN": (
        PERINGATAN,
        "{n} saran memuat nomor NIK, nomor telepon, atau alamat surel; bagian itu disamarkan.",
    ),
    **findings_of_recaps.OF_RECAPS,
    **findings_of_follow_up.CATALOGUE,
    **findings_of_boundaries.CATALOGUE,
}


CHOSEN = ("DIANGGAP", "KEMBAR_DILEWATI")
"""What a person decided about single cells and rows: the screen puts it as a tick, history keeps the sentence."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. `baris` is the row number as a spreadsheet shows it, `kolom` the header text as in the file."""

    kode: str
    tingkat: str
    lembar: str | None
    baris: int | None
    kolom: str | None
    nilai: str | None
    pesan: str

    def as_dict(self) -> dict[str, str | int | None]:
        """The seven fields by name, for JSON."""
        return asdict(self)


_PERSONAL = re.compile(
    r"(?<!\d)\d{16}(?!\d)|(?<![\d.,])(?:\+?62|0)[ -]?8\d{1,3}(?:[ .-]?\d){5,9}(?!\d)|[^\s@,;]+@[^\s@,;]+\.[A-Za-z]{2,}"
)


def cut(value: str | None) -> str | None:
    """A cell as a finding may show it: one line, at most 80 characters, without NIK, phone or e-mail."""
    if value is None:
        return None
    line = _PERSONAL.sub("[disamarkan]", " ".join(value.split()))
    return line if len(line) <= MAX_VALUE else line[: MAX_VALUE - 1] + "…"
