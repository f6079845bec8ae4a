-- one row: first and last day of filling, and of the uploads, of a selection
SELECT
    min(kuesioner_aktif.tanggal) AS isi_mulai,
    max(kuesioner_aktif.tanggal) AS isi_selesai,
    min(unggahan.waktu) AS unggah_mulai,
    max(unggahan.waktu) AS unggah_selesai
FROM kuesioner_aktif
JOIN unggahan USING (unggahan_id)
WHERE ($periode IS NULL OR list_contains($periode, periode_kode))
  AND ($layanan IS NULL OR list_contains($layanan, layanan_kode))
  AND ($wilayah IS NULL OR starts_with(wilayah_kode, $wilayah))
  AND ($pengumpul IS NULL OR pengumpul = $pengumpul);
