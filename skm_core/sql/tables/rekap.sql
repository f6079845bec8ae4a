-- one row per periode, layanan, place and pengumpul that a recap without respondents states figures of
CREATE TABLE rekap (
    unggahan_id INTEGER NOT NULL,
    lembar VARCHAR,
    baris INTEGER NOT NULL,
    periode_kode VARCHAR NOT NULL,
    layanan_kode VARCHAR NOT NULL,
    wilayah_kode VARCHAR NOT NULL,
    pengumpul VARCHAR NOT NULL CHECK (pengumpul IN ('kota', 'kelurahan')),
    instrumen_kode VARCHAR,
    nrr MAP(VARCHAR, VARCHAR) NOT NULL,
    ikm VARCHAR CHECK (regexp_full_match(ikm, '[0-9]+([.][0-9]+)?')),
    n_responden INTEGER CHECK (n_responden > 0),
    CHECK (ikm IS NOT NULL OR cardinality(nrr) > 0)
);
COMMENT ON TABLE rekap IS 'Rekap tanpa data responden: angka seperti yang tertulis di berkas. Tidak pernah ikut dihitung, dibandingkan, atau diberi rentang.';
COMMENT ON COLUMN rekap.wilayah_kode IS 'Kelurahan, kecamatan, atau kota yang disebut rekap itu.';
COMMENT ON COLUMN rekap.instrumen_kode IS 'Kuesioner yang butirnya disebut di nrr; NULL bila rekap hanya memuat IKM.';
COMMENT ON COLUMN rekap.nrr IS 'Kolom butir (b1, b2, …) ke NRR seperti tertulis, desimal dengan titik.';
COMMENT ON COLUMN rekap.ikm IS 'IKM seperti tertulis, desimal dengan titik; NULL bila tidak tertulis.';
COMMENT ON COLUMN rekap.n_responden IS 'Jumlah responden menurut rekap, tidak dapat diperiksa.';
