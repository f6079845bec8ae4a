-- one row per finding of an unggahan
CREATE TABLE temuan (
    unggahan_id INTEGER NOT NULL,
    kode VARCHAR NOT NULL,
    tingkat VARCHAR NOT NULL CHECK (tingkat IN ('berkas', 'baris', 'peringatan')),
    lembar VARCHAR,
    baris INTEGER,
    kolom VARCHAR,
    nilai VARCHAR,
    pesan VARCHAR NOT NULL
);
COMMENT ON TABLE temuan IS 'Temuan saat membaca unggahan: apa, di lembar, baris dan kolom mana, dan apa yang harus dilakukan.';
