-- one row per refused row of an unggahan, or refused questionnaire where a row holds several
CREATE TABLE baris_ditolak (
    unggahan_id INTEGER NOT NULL,
    lembar VARCHAR,
    baris INTEGER NOT NULL,
    alasan VARCHAR NOT NULL,
    layanan_kode VARCHAR
);
COMMENT ON TABLE baris_ditolak IS 'Baris yang tidak masuk, menurut nomor barisnya di berkas asal; isinya ada di arsip. Terisi bila sebuah koreksi menyimpan kuesioner dengan lembar dan baris itu.';
COMMENT ON COLUMN baris_ditolak.layanan_kode IS 'Layanan yang ditolak bila satu baris memuat beberapa kuesioner; NULL = seluruh baris.';
