-- one row per kelurahan of one sample plan, in the order of the draw
SELECT
    wilayah.kecamatan_kode AS kecamatan,
    wilayah_kode AS kelurahan,
    wilayah.wilayah_nama AS nama,
    rencana_kelurahan.n_penduduk,
    angka_acak AS angka,
    peluang,
    terpilih
FROM rencana_kelurahan
JOIN wilayah USING (wilayah_kode)
WHERE rencana_id = $rencana_id
ORDER BY urutan;
