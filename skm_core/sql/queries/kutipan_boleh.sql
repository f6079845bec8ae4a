-- one row: the number of the quote that a comment already is (NULL = none); no row where the comment may not be shown
SELECT max(kutipan_id) FILTER (WHERE ditarik_waktu IS NULL) AS kutipan_id
FROM kuesioner_aktif AS asal
LEFT JOIN kutipan
    ON kutipan.unggahan_id = asal.unggahan_id
    AND kutipan.lembar = coalesce(asal.lembar, '')
    AND kutipan.baris = asal.baris
    AND kutipan.layanan_kode = asal.layanan_kode
WHERE asal.unggahan_id = $unggahan_id
  AND coalesce(asal.lembar, '') = $lembar
  AND asal.baris = $baris
  AND asal.layanan_kode = $layanan
  AND regexp_matches(saran, '\pL') -- a comment has a letter; no NULL
  AND (
      SELECT count(*)
      FROM kuesioner_aktif AS sel
      WHERE sel.periode_kode = asal.periode_kode
        AND sel.layanan_kode = asal.layanan_kode
        AND sel.wilayah_kode = asal.wilayah_kode
        AND sel.pengumpul = asal.pengumpul
  ) >= $n_sembunyi
GROUP BY asal.unggahan_id;
