-- one row per piece of evidence of a follow-up item: a link or a stored file
CREATE TABLE tindak_lanjut_bukti (
    bukti_id INTEGER NOT NULL CHECK (bukti_id > 0),
    rtl_id INTEGER NOT NULL,
    jenis VARCHAR NOT NULL CHECK (jenis IN ('tautan', 'berkas')),
    nama VARCHAR NOT NULL CHECK (trim(nama) <> ''),
    alamat VARCHAR NOT NULL,
    ukuran BIGINT CHECK (ukuran > 0),
    waktu TIMESTAMP NOT NULL,
    oleh VARCHAR NOT NULL CHECK (trim(oleh) <> ''),
    ditarik_waktu TIMESTAMP,
    ditarik_oleh VARCHAR,
    CHECK ((jenis = 'berkas') = (ukuran IS NOT NULL)),
    CHECK ((ditarik_waktu IS NULL) = (ditarik_oleh IS NULL))
);
COMMENT ON TABLE tindak_lanjut_bukti IS 'Bukti pelaksanaan tindak lanjut. Bukti yang ditarik tidak lagi tampil, tetapi tetap tersimpan.';
COMMENT ON COLUMN tindak_lanjut_bukti.nama IS 'Nama berkas seperti diunggah, atau keterangan tautan.';
COMMENT ON COLUMN tindak_lanjut_bukti.alamat IS 'Alamat tautan; untuk berkas namanya di folder bukti: SHA-256 isinya dan akhiran.';
COMMENT ON COLUMN tindak_lanjut_bukti.ukuran IS 'Besar berkas dalam bita.';
COMMENT ON COLUMN tindak_lanjut_bukti.waktu IS 'UTC.';
