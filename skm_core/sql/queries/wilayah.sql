-- one row per place
SELECT
    wilayah_kode AS kode, tingkat, wilayah_nama AS nama, kecamatan_kode, bps_kode, n_penduduk, lintang, bujur,
    heksagon_q AS q, heksagon_r AS r
FROM wilayah
ORDER BY wilayah_kode;
