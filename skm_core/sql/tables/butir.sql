-- one row per instrumen and item column
CREATE TABLE butir (
    instrumen_kode VARCHAR NOT NULL,
    kolom VARCHAR NOT NULL CHECK (regexp_full_match(kolom, 'b([1-9]|1[0-9]|20)')),
    urutan INTEGER NOT NULL,
    peran VARCHAR NOT NULL CHECK (peran IN ('unsur', 'variabel', 'tambahan')),
    unsur_kunci VARCHAR,
    teks VARCHAR NOT NULL,
    label_1 VARCHAR NOT NULL,
    label_2 VARCHAR NOT NULL,
    label_3 VARCHAR NOT NULL,
    label_4 VARCHAR NOT NULL,
    CHECK ((peran = 'unsur') = (unsur_kunci IS NOT NULL))
);
COMMENT ON TABLE butir IS 'Arti setiap kolom b1..b20 dalam sebuah instrumen: teks pertanyaan, label 1..4, peran dan unsurnya.';
COMMENT ON COLUMN butir.peran IS 'unsur: ikut membentuk IKM; variabel: pernyataan putaran Maret 2019, bukan unsur; tambahan: ditanyakan, tidak dihitung.';
