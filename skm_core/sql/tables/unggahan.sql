-- one row per upload (unggahan)
CREATE TABLE unggahan (
    unggahan_id INTEGER NOT NULL,
    waktu TIMESTAMP NOT NULL,
    pengunggah VARCHAR NOT NULL,
    berkas_nama VARCHAR NOT NULL,
    berkas_sha256 VARCHAR NOT NULL CHECK (regexp_full_match(berkas_sha256, '[0-9a-f]{64}')),
    berkas_ukuran BIGINT NOT NULL,
    tata_letak VARCHAR NOT NULL,
    pilihan VARCHAR NOT NULL,
    n_diterima INTEGER NOT NULL CHECK (n_diterima >= 0),
    n_ditolak INTEGER NOT NULL CHECK (n_ditolak >= 0),
    status VARCHAR NOT NULL CHECK (status IN ('aktif', 'dibatalkan')),
    status_waktu TIMESTAMP NOT NULL,
    status_oleh VARCHAR NOT NULL
);
COMMENT ON TABLE unggahan IS 'Setiap berkas yang masuk adalah satu unggahan, dapat dibatalkan dan dipulihkan seutuhnya.';
COMMENT ON COLUMN unggahan.pilihan IS 'Pilihan waktu mengunggah (periode, layanan, kelurahan, pengumpul, u8, kode1), sebagai JSON.';
COMMENT ON COLUMN unggahan.pengunggah IS 'Nama yang diketik; belum diverifikasi selama belum ada akun.';
