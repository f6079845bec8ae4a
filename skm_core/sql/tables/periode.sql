-- one row per survey round (periode)
CREATE TABLE periode (
    periode_kode VARCHAR NOT NULL CHECK (regexp_full_match(periode_kode, '[a-z0-9][a-z0-9_-]*')),
    periode_nama VARCHAR NOT NULL,
    mulai DATE,
    selesai DATE,
    aturan VARCHAR NOT NULL CHECK (aturan IN ('permenpan-14-2017', 'kepmenpan-25-2004')),
    cara_pemilihan VARCHAR NOT NULL CHECK (cara_pemilihan IN ('acak', 'tidak_acak', 'panel_tertutup')),
    status VARCHAR NOT NULL CHECK (status IN ('buka', 'tutup')),
    CHECK (mulai <= selesai)
);
COMMENT ON TABLE periode IS 'Putaran survei.';
COMMENT ON COLUMN periode.cara_pemilihan IS 'Cara memilih responden: acak, tidak_acak (didatangi atau dihadirkan), panel_tertutup (kelompok undangan; tanpa mutu dan tanpa rentang).';
