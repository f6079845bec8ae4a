-- one row per setting that a person may change
CREATE TABLE pengaturan (
    kunci VARCHAR NOT NULL,
    nilai VARCHAR NOT NULL
);
COMMENT ON TABLE pengaturan IS 'Pengaturan instansi: nama, unit, penanda tangan, tautan publikasi, target kota.';
