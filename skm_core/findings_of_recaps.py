"""The part of the table of findings that is about recaps per unit, which hold averages instead of answers."""

from __future__ import annotations

from skm_core.findings_of_forms import BARIS, BERKAS, PERINGATAN

OF_RECAPS: dict[str, tuple[str, str]] = {
    "REKAP_BUKAN_JAWABAN": (
        BERKAS,
        "Berkas ini rekap tanpa data responden: isinya nilai rata-rata per unit, bukan jawaban tiap responden, jadi "
        "tidak ada yang dapat dihitung. Pakai lembar yang memuat jawaban tiap responden.",
    ),
    "REKAP_TANPA_RESPONDEN": (
        PERINGATAN,
        "Lembar ini rekap tanpa data responden: isinya nilai rata-rata per unit, bukan jawaban tiap responden. "
        "Angkanya disimpan seperti tertulis dan tidak pernah masuk hitungan, jumlah kuesioner, atau rentang. Bila "
        "ada, unggah lembar yang memuat jawaban tiap responden.",
    ),
    "REKAP_NILAI_SALAH": (
        BARIS,
        'Baris {baris}, kolom {huruf}: "{nilai}" bukan {apa}. Perbaiki isinya, atau kosongkan selnya.',
    ),
    "REKAP_GANDA": (
        BARIS,
        "Baris {baris}: periode, layanan, tempat, dan pengumpulnya sama dengan baris {pertama}. Sisakan satu.",
    ),
    "REKAP_IKM_BERBEDA": (
        PERINGATAN,
        "Baris {baris}: IKM tertulis {nilai}, padahal dari NRR yang tertulis {hitung}. Keduanya ditampilkan; periksa "
        "mana yang benar.",
    ),
}
