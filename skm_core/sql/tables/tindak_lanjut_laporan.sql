-- one row per time that somebody stated the date of the report of a periode
CREATE TABLE tindak_lanjut_laporan (
    periode_kode VARCHAR NOT NULL,
    tanggal DATE NOT NULL,
    waktu TIMESTAMP NOT NULL,
    oleh VARCHAR NOT NULL CHECK (trim(oleh) <> '')
);
COMMENT ON TABLE tindak_lanjut_laporan IS 'Tanggal laporan hasil survei, titik awal menghitung kecepatan tindak lanjut. Tanpa baris di sini dipakai hari terakhir survei. Baris terakhir yang berlaku; yang lama tetap tersimpan.';
COMMENT ON COLUMN tindak_lanjut_laporan.waktu IS 'Saat dicatat, UTC.';
