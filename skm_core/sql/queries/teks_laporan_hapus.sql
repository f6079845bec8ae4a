-- one row per passage that goes back to what the data say
DELETE FROM teks_laporan
WHERE periode_kode = $periode AND lingkup = $lingkup AND pengumpul = $pengumpul AND kunci = $kunci;
