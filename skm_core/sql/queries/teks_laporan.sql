-- one row per rewritten passage of one periode, scope and pengumpul
SELECT kunci, teks, bawaan, waktu, oleh
FROM teks_laporan
WHERE periode_kode = $periode AND lingkup = $lingkup AND pengumpul = $pengumpul
ORDER BY kunci;
