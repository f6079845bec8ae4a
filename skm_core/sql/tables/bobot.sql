-- one row per instrumen and unsur, only where an instrumen carries its own weights
CREATE TABLE bobot (
    instrumen_kode VARCHAR NOT NULL,
    unsur_kunci VARCHAR NOT NULL,
    bobot VARCHAR NOT NULL
);
COMMENT ON TABLE bobot IS 'Bobot sendiri per unsur, sebagai pecahan atau desimal ("1/3", "0.25"); jumlahnya harus tepat 1. Tanpa baris di sini bobot tiap unsur 1/k.';
