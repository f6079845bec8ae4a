-- one row per layanan, or per official judged (wali kota, camat, lurah)
CREATE TABLE layanan (
    layanan_kode VARCHAR NOT NULL CHECK (regexp_full_match(layanan_kode, '[a-z0-9_]+')),
    layanan_nama VARCHAR NOT NULL,
    kepanjangan VARCHAR NOT NULL,
    jenis VARCHAR NOT NULL CHECK (jenis IN ('layanan', 'pejabat')),
    urutan INTEGER NOT NULL,
    n_pengguna INTEGER CHECK (n_pengguna > 0),
    target_ikm DECIMAL(5, 2) CHECK (target_ikm BETWEEN 25 AND 100),
    aktif BOOLEAN NOT NULL DEFAULT true
);
COMMENT ON TABLE layanan IS 'Layanan yang disurvei, atau pejabat yang dinilai (putaran Maret 2019).';
COMMENT ON COLUMN layanan.n_pengguna IS 'Banyaknya pengguna layanan setahun (N untuk Krejcie-Morgan).';
