-- one row per questionnaire of the draft that is stored with other content, the first ones: new and old content
SELECT
    draf.lembar,
    draf.baris,
    draf.layanan_kode,
    banding.unggahan_id,
    struct_pack(
        wilayah_kode := draf.wilayah_kode, tanggal := draf.tanggal, jenis_kelamin := draf.jenis_kelamin, usia := draf.usia, pendidikan := draf.pendidikan,
        pekerjaan := draf.pekerjaan, saran := draf.saran, b1 := draf.b1, b2 := draf.b2, b3 := draf.b3,
        b4 := draf.b4, b5 := draf.b5, b6 := draf.b6, b7 := draf.b7, b8 := draf.b8,
        b9 := draf.b9, b10 := draf.b10, b11 := draf.b11, b12 := draf.b12, b13 := draf.b13,
        b14 := draf.b14, b15 := draf.b15, b16 := draf.b16, b17 := draf.b17, b18 := draf.b18,
        b19 := draf.b19, b20 := draf.b20
    ) AS baru,
    struct_pack(
        wilayah_kode := kuesioner.wilayah_kode, tanggal := kuesioner.tanggal, jenis_kelamin := kuesioner.jenis_kelamin, usia := kuesioner.usia, pendidikan := kuesioner.pendidikan,
        pekerjaan := kuesioner.pekerjaan, saran := kuesioner.saran, b1 := kuesioner.b1, b2 := kuesioner.b2, b3 := kuesioner.b3,
        b4 := kuesioner.b4, b5 := kuesioner.b5, b6 := kuesioner.b6, b7 := kuesioner.b7, b8 := kuesioner.b8,
        b9 := kuesioner.b9, b10 := kuesioner.b10, b11 := kuesioner.b11, b12 := kuesioner.b12, b13 := kuesioner.b13,
        b14 := kuesioner.b14, b15 := kuesioner.b15, b16 := kuesioner.b16, b17 := kuesioner.b17, b18 := kuesioner.b18,
        b19 := kuesioner.b19, b20 := kuesioner.b20
    ) AS lama
FROM banding
JOIN draf USING (nomor)
JOIN kuesioner
    ON kuesioner.unggahan_id = banding.unggahan_id
    AND kuesioner.baris = banding.baris
    AND kuesioner.layanan_kode = draf.layanan_kode
    AND kuesioner.lembar IS NOT DISTINCT FROM banding.lembar
WHERE banding.jenis = 'berubah'
QUALIFY row_number() OVER (PARTITION BY banding.nomor ORDER BY kuesioner.asal_kunci = draf.asal_kunci DESC) = 1
ORDER BY draf.lembar NULLS FIRST, draf.baris, draf.layanan_kode
LIMIT $n;
