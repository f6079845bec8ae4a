-- one row per setting of the file itself (versi_skema, versi_data, jenis)
CREATE TABLE meta (
    kunci VARCHAR NOT NULL,
    nilai VARCHAR NOT NULL
);
COMMENT ON TABLE meta IS 'Keterangan tentang berkas basis data: versi skema, versi data, jenis (nyata atau contoh).';
