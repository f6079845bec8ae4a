-- one row per row in which no rating block at all is answered: it counts for the first block, where it is refused
DELETE FROM lewati
WHERE jenis = 'tanpa_blok'
  AND tabel = $pertama
  AND baris IN (
      SELECT baris
      FROM lewati
      WHERE jenis = 'tanpa_blok' AND list_contains($blok, tabel)
      GROUP BY baris
      HAVING count(*) = len($blok)
  );
