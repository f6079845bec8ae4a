-- one row: the sample plans, see tables/rencana_*.sql
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
CREATE TABLE rencana_kelurahan (
    rencana_id INTEGER NOT NULL,
    urutan INTEGER NOT NULL CHECK (urutan > 0),
    wilayah_kode VARCHAR NOT NULL,
    n_penduduk INTEGER,
    angka_acak DOUBLE CHECK (angka_acak >= 0 AND angka_acak < 1),
    peluang VARCHAR NOT NULL CHECK (regexp_full_match(peluang, '\d+(/\d+)?')),
    terpilih BOOLEAN NOT NULL
);
COMMENT ON TABLE rencana_kelurahan IS 'Undian: setiap kelurahan yang ikut, dengan angka acak dan peluangnya.';
COMMENT ON COLUMN rencana_kelurahan.urutan IS 'Urutan menurut kecamatan, lalu angka acak.';
COMMENT ON COLUMN rencana_kelurahan.n_penduduk IS 'Penduduk yang dipakai saat mengundi.';
COMMENT ON COLUMN rencana_kelurahan.peluang IS 'Peluang terpilih sebagai pecahan, misalnya 2/7.';
CREATE TABLE rencana_sasaran (
    rencana_id INTEGER NOT NULL,
    wilayah_kode VARCHAR NOT NULL,
    layanan_kode VARCHAR NOT NULL,
    target_awal INTEGER NOT NULL CHECK (target_awal >= 0),
    target INTEGER NOT NULL CHECK (target >= 0),
    diubah_waktu TIMESTAMP,
    diubah_oleh VARCHAR,
    CHECK ((diubah_waktu IS NULL) = (diubah_oleh IS NULL))
);
COMMENT ON TABLE rencana_sasaran IS 'Target kuesioner tiap kelurahan dan layanan.';
COMMENT ON COLUMN rencana_sasaran.target_awal IS 'Target menurut kuota, saat rencana dicatat.';
COMMENT ON COLUMN rencana_sasaran.target IS 'Target yang berlaku; berbeda dari target_awal bila diubah orang.';
COMMENT ON COLUMN rencana_sasaran.diubah_waktu IS 'Saat terakhir diubah orang, UTC.';
