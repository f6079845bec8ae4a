-- one row per refused row of an unggahan
CREATE TABLE baris_ditolak (
    unggahan_id INTEGER NOT NULL,
    lembar VARCHAR,
    baris INTEGER NOT NULL,
    alasan VARCHAR NOT NULL
);
COMMENT ON TABLE baris_ditolak IS 'Baris yang tidak masuk, menurut nomor barisnya di berkas asal; isinya ada di arsip. Terisi bila sebuah koreksi menyimpan kuesioner dengan lembar dan baris itu.';
