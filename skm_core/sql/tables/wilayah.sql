-- one row per place: the city, a kecamatan or a kelurahan
CREATE TABLE wilayah (
    wilayah_kode VARCHAR NOT NULL,
    tingkat VARCHAR NOT NULL CHECK (tingkat IN ('kota', 'kecamatan', 'kelurahan')),
    wilayah_nama VARCHAR NOT NULL,
    kecamatan_kode VARCHAR,
    bps_kode VARCHAR,
    n_penduduk INTEGER CHECK (n_penduduk > 0),
    lintang DOUBLE,
    bujur DOUBLE,
    heksagon_q TINYINT,
    heksagon_r TINYINT,
    CHECK ((tingkat = 'kota') = (kecamatan_kode IS NULL))
);
COMMENT ON TABLE wilayah IS 'Kota, kecamatan dan kelurahan. Kode Kemendagri; kecamatan_kode sebuah kecamatan adalah kodenya sendiri.';
COMMENT ON COLUMN wilayah.n_penduduk IS 'Penduduk Desember 2019 (Dukcapil).';
COMMENT ON COLUMN wilayah.heksagon_q IS 'Kolom aksial pada peta heksagon (ujung di atas).';
COMMENT ON COLUMN wilayah.heksagon_r IS 'Baris aksial pada peta heksagon, ke bawah.';
