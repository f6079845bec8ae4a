-- one row per stored questionnaire and newer one that takes its place
CREATE TABLE kuesioner_diganti (
    unggahan_id INTEGER NOT NULL,
    lembar VARCHAR,
    baris INTEGER NOT NULL,
    layanan_kode VARCHAR NOT NULL,
    oleh_unggahan_id INTEGER NOT NULL,
    oleh_lembar VARCHAR,
    oleh_baris INTEGER NOT NULL,
    CHECK (unggahan_id <> oleh_unggahan_id)
);
COMMENT ON TABLE kuesioner_diganti IS 'Kuesioner yang tidak dihitung selama unggahan penggantinya aktif. Tidak ada yang dihapus: bila penggantinya dibatalkan, yang lama dihitung lagi.';
