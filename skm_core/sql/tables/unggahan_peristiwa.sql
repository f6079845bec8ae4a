-- one row per event in the life of an unggahan: stored, undone, restored
CREATE TABLE unggahan_peristiwa (
    unggahan_id INTEGER NOT NULL,
    waktu TIMESTAMP NOT NULL,
    oleh VARCHAR NOT NULL,
    peristiwa VARCHAR NOT NULL CHECK (peristiwa IN ('disimpan', 'dibatalkan', 'dipulihkan')),
    revisi_alasan VARCHAR
);
COMMENT ON TABLE unggahan_peristiwa IS 'Siapa melakukan apa dan kapan pada setiap unggahan.';
COMMENT ON COLUMN unggahan_peristiwa.revisi_alasan IS 'Alasan yang wajib diisi bila peristiwa ini mengubah periode yang hasilnya sudah ditetapkan; NULL bila tidak.';
