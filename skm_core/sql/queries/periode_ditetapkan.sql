-- one row per periode of these whose results are fixed
SELECT DISTINCT periode_kode, periode_nama
FROM penetapan
JOIN periode USING (periode_kode)
WHERE list_contains($periode, periode_kode);
