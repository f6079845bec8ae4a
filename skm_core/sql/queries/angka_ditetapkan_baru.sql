-- one row per group of questionnaires and figure that is fixed now
INSERT INTO angka_ditetapkan
SELECT $penetapan_id, layanan, kecamatan, kelurahan, pengumpul, unsur, n, nilai, mutu
FROM angka_baru;
