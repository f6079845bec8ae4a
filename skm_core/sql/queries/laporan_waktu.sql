-- one row: first and last day of filling, questionnaires dated outside their periode, and days of the uploads
SELECT
    min(kuesioner_aktif.tanggal) AS isi_mulai,
    max(kuesioner_aktif.tanggal) AS isi_selesai,
    count(*) FILTER (
        WHERE kuesioner_aktif.tanggal < periode.mulai OR kuesioner_aktif.tanggal > periode.selesai
    ) AS n_luar_periode,
    min(unggahan.waktu) AS unggah_mulai,
    max(unggahan.waktu) AS unggah_selesai
FROM kuesioner_aktif
JOIN unggahan USING (unggahan_id)
JOIN periode USING (periode_kode)
WHERE ($periode IS NULL OR list_contains($periode, periode_kode))
  AND ($layanan IS NULL OR list_contains($layanan, layanan_kode))
  AND ($wilayah IS NULL OR starts_with(wilayah_kode, $wilayah))
  AND ($pengumpul IS NULL OR pengumpul = $pengumpul);
