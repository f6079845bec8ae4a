-- one row per accepted questionnaire of the draft that is new, or changed if changes are taken
INSERT INTO kuesioner
SELECT
    $unggahan_id,
    lembar,
    baris,
    periode_kode,
    layanan_kode,
    instrumen_kode,
    wilayah_kode,
    pengumpul,
    coalesce(responden, ($unggahan_id::UBIGINT << 32) + nomor_baris::UBIGINT),
    tanggal,
    jenis_kelamin,
    usia,
    pendidikan,
    pekerjaan,
    saran,
    b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, b11, b12, b13, b14, b15, b16, b17, b18, b19, b20,
    asal_kunci
FROM draf
ANTI JOIN (SELECT nomor FROM banding WHERE jenis <> 'berubah' OR NOT $ambil_perubahan) AS dilewati USING (nomor);
