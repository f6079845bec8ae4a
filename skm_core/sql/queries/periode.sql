-- one row per periode, oldest first
SELECT periode_kode AS kode, periode_nama AS nama, mulai, selesai, aturan, cara_pemilihan, status
FROM periode
ORDER BY mulai NULLS LAST, periode_kode;
