-- one row per plan, drawn kelurahan and layanan
CREATE TABLE rencana_sasaran (
    rencana_id INTEGER NOT NULL,
    wilayah_kode VARCHAR NOT NULL,
    layanan_kode VARCHAR NOT NULL,
    target_awal INTEGER NOT NULL CHECK (target_awal >= 0),
    target INTEGER NOT NULL CHECK (target >= 0),
    diubah_waktu TIMESTAMP,
    diubah_oleh VARCHAR,
    CHECK ((diubah_waktu IS NULL) = (diubah_oleh IS NULL))
);
COMMENT ON TABLE rencana_sasaran IS 'Target kuesioner tiap kelurahan dan layanan.';
COMMENT ON COLUMN rencana_sasaran.target_awal IS 'Target menurut kuota, saat rencana dicatat.';
COMMENT ON COLUMN rencana_sasaran.target IS 'Target yang berlaku; berbeda dari target_awal bila diubah orang.';
COMMENT ON COLUMN rencana_sasaran.diubah_waktu IS 'Saat terakhir diubah orang, UTC.';
