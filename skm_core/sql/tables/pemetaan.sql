-- one row per kept mapping of columns (pemetaan)
CREATE TABLE pemetaan (
    nama VARCHAR NOT NULL CHECK (length(trim(nama)) BETWEEN 1 AND 80),
    tanda VARCHAR NOT NULL CHECK (regexp_full_match(tanda, '[0-9a-f]{64}')),
    isi VARCHAR NOT NULL,
    disimpan_waktu TIMESTAMP NOT NULL,
    disimpan_oleh VARCHAR NOT NULL
);
COMMENT ON TABLE pemetaan IS 'Arti kolom sebuah bentuk berkas, dipakai lagi bila susunan judul yang sama datang. Nama dan tanda masing-masing hanya ada satu.';
COMMENT ON COLUMN pemetaan.nama IS 'Nama yang diberikan orang, misalnya Formulir RW 2020.';
COMMENT ON COLUMN pemetaan.tanda IS 'SHA-256 judul kolom yang dinormalkan dan diurutkan; urutan kolom tidak berpengaruh.';
COMMENT ON COLUMN pemetaan.isi IS 'Pemetaan sebagai JSON: kuesioner, arti setiap kolom, nilai setiap jawaban, urutan tanggal.';
COMMENT ON COLUMN pemetaan.disimpan_oleh IS 'Nama yang diketik; belum diverifikasi selama belum ada akun.';
