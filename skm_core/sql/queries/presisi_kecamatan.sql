-- one row per kecamatan with its number of kelurahan, N_h of the design
SELECT kecamatan_kode AS kecamatan, count(*) AS n_kelurahan
FROM wilayah
WHERE tingkat = 'kelurahan'
GROUP BY kecamatan_kode
ORDER BY kecamatan_kode;
