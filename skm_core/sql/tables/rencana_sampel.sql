-- one row per plan of a periode and pengumpul: the one in force, and every one it replaced
CREATE TABLE rencana_sampel (
    rencana_id INTEGER NOT NULL CHECK (rencana_id > 0),
    periode_kode VARCHAR NOT NULL,
    pengumpul VARCHAR NOT NULL CHECK (pengumpul IN ('kota', 'kelurahan')),
    cara VARCHAR NOT NULL CHECK (cara IN ('srs', 'pps', 'semua')),
    benih BIGINT CHECK (benih >= 0),
    benih_asal VARCHAR NOT NULL,
    per_kecamatan INTEGER CHECK (per_kecamatan > 0),
    kuota INTEGER NOT NULL CHECK (kuota > 0),
    penilaian VARCHAR NOT NULL CHECK (penilaian IN ('satu', 'semua')),
    pengundi VARCHAR NOT NULL CHECK (trim(pengundi) <> ''),
    waktu TIMESTAMP NOT NULL,
    status VARCHAR NOT NULL CHECK (status IN ('berlaku', 'diganti')),
    status_waktu TIMESTAMP NOT NULL,
    status_oleh VARCHAR NOT NULL,
    alasan VARCHAR NOT NULL,
    CHECK ((cara = 'semua') = (benih IS NULL)),
    CHECK ((cara = 'semua') = (per_kecamatan IS NULL)),
    CHECK ((status = 'diganti') = (trim(alasan) <> ''))
);
COMMENT ON TABLE rencana_sampel IS 'Rencana sampel. Rencana yang diganti tetap tersimpan dengan alasannya; satu periode dan pengumpul punya paling banyak satu yang berlaku.';
COMMENT ON COLUMN rencana_sampel.cara IS 'srs: acak sederhana; pps: sebanding jumlah penduduk; semua: semua kelurahan, tanpa undian.';
COMMENT ON COLUMN rencana_sampel.benih IS 'Benih acak: undian yang sama dapat diulang dari angka ini.';
COMMENT ON COLUMN rencana_sampel.benih_asal IS 'Dari mana benih berasal: tanggal undian, atau kesepakatan yang ditulis pengundi.';
COMMENT ON COLUMN rencana_sampel.kuota IS 'Responden yang direncanakan di tiap kelurahan.';
COMMENT ON COLUMN rencana_sampel.penilaian IS 'satu: tiap responden menilai satu layanan, kuota dibagi rata; semua: tiap responden menilai semua layanan.';
COMMENT ON COLUMN rencana_sampel.waktu IS 'Saat dicatat, UTC.';
COMMENT ON COLUMN rencana_sampel.alasan IS 'Mengapa diganti; kosong bila masih berlaku.';
