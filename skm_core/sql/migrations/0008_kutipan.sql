-- one row per comment chosen as a quote for public use (schema 8)
CREATE TABLE kutipan (
    kutipan_id INTEGER NOT NULL,
    unggahan_id INTEGER NOT NULL,
    lembar VARCHAR NOT NULL,
    baris INTEGER NOT NULL,
    layanan_kode VARCHAR NOT NULL,
    dipilih_waktu TIMESTAMP NOT NULL,
    dipilih_oleh VARCHAR NOT NULL CHECK (trim(dipilih_oleh) <> ''),
    ditarik_waktu TIMESTAMP,
    ditarik_oleh VARCHAR,
    CHECK ((ditarik_waktu IS NULL) = (ditarik_oleh IS NULL))
);
COMMENT ON TABLE kutipan IS 'Saran warga yang dipilih petugas untuk dipakai di luar kantor. Teksnya tetap di tabel kuesioner.';
COMMENT ON COLUMN kutipan.lembar IS 'Lembar berkas asal, kosong bila berkasnya tidak berlembar.';
COMMENT ON COLUMN kutipan.baris IS 'Baris kuesioner di berkas asal; bersama unggahan, lembar, dan layanan menunjuk satu kuesioner.';
COMMENT ON COLUMN kutipan.dipilih_waktu IS 'Saat dipilih, UTC.';
COMMENT ON COLUMN kutipan.ditarik_waktu IS 'Saat ditarik, UTC; kosong selama kutipan berlaku.';
