-- one row per questionnaire (instrumen)
CREATE TABLE instrumen (
    instrumen_kode VARCHAR NOT NULL CHECK (regexp_full_match(instrumen_kode, '[a-z0-9_]+')),
    instrumen_nama VARCHAR NOT NULL,
    aturan VARCHAR NOT NULL CHECK (aturan IN ('permenpan-14-2017', 'kepmenpan-25-2004')),
    sumber VARCHAR NOT NULL
);
COMMENT ON TABLE instrumen IS 'Kuesioner yang dipakai: sembilan unsur baku, 14 unsur lama, variabel kinerja Maret 2019, atau buatan sendiri.';
