-- one row per time that the results of a periode were fixed
CREATE TABLE penetapan (
    penetapan_id INTEGER NOT NULL,
    periode_kode VARCHAR NOT NULL,
    waktu TIMESTAMP NOT NULL,
    oleh VARCHAR NOT NULL,
    versi_data BIGINT NOT NULL,
    catatan VARCHAR NOT NULL
);
COMMENT ON TABLE penetapan IS 'Penetapan hasil sebuah periode. Sesudahnya data periode itu hanya berubah sebagai revisi beralasan; penetapan ulang menambah baris, tidak mengganti.';
COMMENT ON COLUMN penetapan.versi_data IS 'Versi data yang angkanya dibekukan.';
