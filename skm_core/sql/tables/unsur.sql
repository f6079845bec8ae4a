-- one row per unsur that an item can stand for
CREATE TABLE unsur (
    unsur_kunci VARCHAR NOT NULL CHECK (regexp_full_match(unsur_kunci, '[a-z0-9_]+')),
    unsur_nama VARCHAR NOT NULL,
    unsur_pendek VARCHAR NOT NULL,
    aturan VARCHAR,
    nomor INTEGER NOT NULL,
    uraian VARCHAR NOT NULL
);
COMMENT ON TABLE unsur IS 'Unsur menurut nama. Nomor hanya urutan tampil dalam daftar aturan; kunci adalah namanya. Aturan kosong = unsur tambahan.';
