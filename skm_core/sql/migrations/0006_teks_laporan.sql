-- one row per passage of a report that a person rewrote (schema 6)
CREATE TABLE teks_laporan (
    periode_kode VARCHAR NOT NULL,
    lingkup VARCHAR NOT NULL CHECK (regexp_full_match(lingkup, 'kota|(layanan|kecamatan|kelurahan):.+')),
    pengumpul VARCHAR NOT NULL CHECK (pengumpul IN ('kota', 'kelurahan')),
    kunci VARCHAR NOT NULL,
    teks VARCHAR NOT NULL CHECK (trim(teks) <> ''),
    bawaan VARCHAR NOT NULL,
    waktu TIMESTAMP NOT NULL,
    oleh VARCHAR NOT NULL
);
COMMENT ON TABLE teks_laporan IS 'Kalimat laporan yang diubah orang. Yang tidak ada di sini disusun dari data.';
COMMENT ON COLUMN teks_laporan.lingkup IS 'Isi laporan: kota, layanan:kunci, kecamatan:kode, atau kelurahan:kode.';
COMMENT ON COLUMN teks_laporan.kunci IS 'Bagian laporan: hasil, layanan, unsur, tempat, tren, kesimpulan, saran, …';
COMMENT ON COLUMN teks_laporan.bawaan IS 'Kalimat dari data ketika teks ini ditulis; bila berbeda dari yang sekarang, datanya sudah berubah.';
COMMENT ON COLUMN teks_laporan.waktu IS 'Saat disimpan, UTC.';
