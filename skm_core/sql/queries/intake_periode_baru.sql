-- one row per new periode, none if its code exists
INSERT INTO periode
SELECT $kode, $nama, $mulai, $selesai, $aturan, $cara_pemilihan, 'buka'
WHERE NOT EXISTS (SELECT 1 FROM periode WHERE periode_kode = $kode);
