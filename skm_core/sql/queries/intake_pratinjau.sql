-- one row per accepted questionnaire, the first ones
SELECT
    lembar,
    baris,
    periode_kode AS periode,
    layanan_kode AS layanan,
    wilayah_kode AS wilayah,
    * EXCLUDE (
        lembar, baris, periode_kode, layanan_kode, wilayah_kode, instrumen_kode, responden, ditolak, tanpa_jawaban, asal_kunci
    )
FROM bersih
WHERE NOT ditolak
ORDER BY lembar NULLS FIRST, baris
LIMIT $n;
