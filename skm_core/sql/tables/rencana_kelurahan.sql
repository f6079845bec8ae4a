-- one row per plan and kelurahan that took part in its draw, drawn or not
CREATE TABLE rencana_kelurahan (
    rencana_id INTEGER NOT NULL,
    urutan INTEGER NOT NULL CHECK (urutan > 0),
    wilayah_kode VARCHAR NOT NULL,
    n_penduduk INTEGER,
    angka_acak DOUBLE CHECK (angka_acak >= 0 AND angka_acak < 1),
    peluang VARCHAR NOT NULL CHECK (regexp_full_match(peluang, '\d+(/\d+)?')),
    terpilih BOOLEAN NOT NULL
);
COMMENT ON TABLE rencana_kelurahan IS 'Undian: setiap kelurahan yang ikut, dengan angka acak dan peluangnya.';
COMMENT ON COLUMN rencana_kelurahan.urutan IS 'Urutan menurut kecamatan, lalu angka acak.';
COMMENT ON COLUMN rencana_kelurahan.n_penduduk IS 'Penduduk yang dipakai saat mengundi.';
COMMENT ON COLUMN rencana_kelurahan.peluang IS 'Peluang terpilih sebagai pecahan, misalnya 2/7.';
