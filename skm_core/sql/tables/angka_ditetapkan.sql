-- one row per penetapan, group of questionnaires and figure
CREATE TABLE angka_ditetapkan (
    penetapan_id INTEGER NOT NULL,
    layanan_kode VARCHAR,
    kecamatan_kode VARCHAR,
    kelurahan_kode VARCHAR,
    pengumpul VARCHAR NOT NULL CHECK (pengumpul IN ('kota', 'kelurahan')),
    unsur_kunci VARCHAR,
    n INTEGER NOT NULL CHECK (n >= 0),
    nilai VARCHAR NOT NULL CHECK (regexp_full_match(nilai, '[0-9]+/[0-9]+')),
    mutu VARCHAR
);
COMMENT ON TABLE angka_ditetapkan IS 'Angka yang dibekukan waktu penetapan: IKM (unsur_kunci NULL) dan NRR setiap unsur; NULL pada layanan, kecamatan atau kelurahan = semuanya.';
COMMENT ON COLUMN angka_ditetapkan.nilai IS 'Nilai tepat tanpa pembulatan, sebagai pecahan: pembilang/penyebut.';
COMMENT ON COLUMN angka_ditetapkan.n IS 'Kuesioner untuk IKM, jawaban untuk NRR.';
COMMENT ON COLUMN angka_ditetapkan.mutu IS 'Huruf mutu yang terbit; NULL untuk NRR, panel tertutup dan gabungan aturan.';
