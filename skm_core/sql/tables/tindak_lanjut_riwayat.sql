-- one row per field of a follow-up item that was given a value or changed
CREATE TABLE tindak_lanjut_riwayat (
    rtl_id INTEGER NOT NULL,
    versi INTEGER NOT NULL CHECK (versi > 0),
    waktu TIMESTAMP NOT NULL,
    oleh VARCHAR NOT NULL CHECK (trim(oleh) <> ''),
    kolom VARCHAR NOT NULL,
    sebelum VARCHAR,
    sesudah VARCHAR
);
COMMENT ON TABLE tindak_lanjut_riwayat IS 'Siapa mengubah apa dan kapan. Versi 1 adalah isi saat dibuat.';
COMMENT ON COLUMN tindak_lanjut_riwayat.waktu IS 'UTC.';
COMMENT ON COLUMN tindak_lanjut_riwayat.sebelum IS 'Isi sebelumnya; NULL bila belum ada.';
