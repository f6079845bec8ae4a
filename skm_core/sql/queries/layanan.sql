-- one row per layanan or pejabat
SELECT layanan_kode AS kode, layanan_nama AS nama, kepanjangan, jenis, urutan, n_pengguna, target_ikm, aktif
FROM layanan
ORDER BY urutan, layanan_kode;
