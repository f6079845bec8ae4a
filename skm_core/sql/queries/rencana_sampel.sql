-- one row per sample plan of one periode and pengumpul, newest first
SELECT
    rencana_id,
    periode_kode AS periode,
    pengumpul,
    cara,
    benih,
    benih_asal,
    per_kecamatan,
    kuota,
    penilaian,
    pengundi,
    waktu,
    status,
    status_waktu,
    status_oleh,
    alasan
FROM rencana_sampel
WHERE periode_kode = $periode
  AND pengumpul = $pengumpul
ORDER BY rencana_id DESC;
