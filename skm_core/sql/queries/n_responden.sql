-- one row: how many people filled the questionnaires of a selection
SELECT count(DISTINCT responden_kunci) AS n_responden
FROM kuesioner_aktif
WHERE ($periode IS NULL OR list_contains($periode, periode_kode))
  AND ($layanan IS NULL OR list_contains($layanan, layanan_kode))
  AND ($wilayah IS NULL OR starts_with(wilayah_kode, $wilayah))
  AND ($pengumpul IS NULL OR pengumpul = $pengumpul);
