-- one row: older files learn corrections, superseded rows, events and fixed results
ALTER TABLE kuesioner ADD COLUMN asal_kunci UBIGINT;
COMMENT ON COLUMN kuesioner.asal_kunci IS 'Mengenali isian yang sama dalam ekspor berikutnya: dari kunci responden (ganjil bila kunci itu khas, misalnya _uuid) atau dari detik pengisian (genap). NULL = tidak dapat dikenali lagi.';
CREATE TABLE unggahan_tumpang (
    unggahan_id INTEGER NOT NULL,
    koreksi_dari INTEGER,
    n_sama INTEGER NOT NULL CHECK (n_sama >= 0),
    n_berubah INTEGER NOT NULL CHECK (n_berubah >= 0),
    n_diganti INTEGER NOT NULL CHECK (n_diganti >= 0)
);
COMMENT ON TABLE unggahan_tumpang IS 'Unggahan yang bertemu dengan kuesioner yang sudah tersimpan, atau yang mengisi baris ditolak sebuah unggahan.';
COMMENT ON COLUMN unggahan_tumpang.koreksi_dari IS 'Unggahan yang baris ditolaknya diisi oleh unggahan ini; lembar dan baris kuesionernya adalah milik berkas asal itu.';
COMMENT ON COLUMN unggahan_tumpang.n_sama IS 'Baris yang sudah tersimpan dengan isi yang sama, jadi dilewati.';
COMMENT ON COLUMN unggahan_tumpang.n_berubah IS 'Baris yang sudah tersimpan dengan isi lain dan tidak diambil.';
COMMENT ON COLUMN unggahan_tumpang.n_diganti IS 'Baris yang sudah tersimpan dengan isi lain dan diambil: yang lama tidak dihitung selama unggahan ini aktif.';
CREATE TABLE kuesioner_diganti (
    unggahan_id INTEGER NOT NULL,
    lembar VARCHAR,
    baris INTEGER NOT NULL,
    layanan_kode VARCHAR NOT NULL,
    oleh_unggahan_id INTEGER NOT NULL,
    oleh_lembar VARCHAR,
    oleh_baris INTEGER NOT NULL,
    CHECK (unggahan_id <> oleh_unggahan_id)
);
COMMENT ON TABLE kuesioner_diganti IS 'Kuesioner yang tidak dihitung selama unggahan penggantinya aktif. Tidak ada yang dihapus: bila penggantinya dibatalkan, yang lama dihitung lagi.';
CREATE TABLE baris_ditolak (
    unggahan_id INTEGER NOT NULL,
    lembar VARCHAR,
    baris INTEGER NOT NULL,
    alasan VARCHAR NOT NULL
);
COMMENT ON TABLE baris_ditolak IS 'Baris yang tidak masuk, menurut nomor barisnya di berkas asal; isinya ada di arsip. Terisi bila sebuah koreksi menyimpan kuesioner dengan lembar dan baris itu.';
CREATE TABLE unggahan_peristiwa (
    unggahan_id INTEGER NOT NULL,
    waktu TIMESTAMP NOT NULL,
    oleh VARCHAR NOT NULL,
    peristiwa VARCHAR NOT NULL CHECK (peristiwa IN ('disimpan', 'dibatalkan', 'dipulihkan')),
    revisi_alasan VARCHAR
);
COMMENT ON TABLE unggahan_peristiwa IS 'Siapa melakukan apa dan kapan pada setiap unggahan.';
COMMENT ON COLUMN unggahan_peristiwa.revisi_alasan IS 'Alasan yang wajib diisi bila peristiwa ini mengubah periode yang hasilnya sudah ditetapkan; NULL bila tidak.';
CREATE TABLE penetapan (
    penetapan_id INTEGER NOT NULL,
    periode_kode VARCHAR NOT NULL,
    waktu TIMESTAMP NOT NULL,
    oleh VARCHAR NOT NULL,
    versi_data BIGINT NOT NULL,
    catatan VARCHAR NOT NULL
);
COMMENT ON TABLE penetapan IS 'Penetapan hasil sebuah periode. Sesudahnya data periode itu hanya berubah sebagai revisi beralasan; penetapan ulang menambah baris, tidak mengganti.';
COMMENT ON COLUMN penetapan.versi_data IS 'Versi data yang angkanya dibekukan.';
CREATE TABLE angka_ditetapkan (
    penetapan_id INTEGER NOT NULL,
    layanan_kode VARCHAR,
    kecamatan_kode VARCHAR,
    kelurahan_kode VARCHAR,
    pengumpul VARCHAR NOT NULL CHECK (pengumpul IN ('kota', 'kelurahan')),
    unsur_kunci VARCHAR,
    n INTEGER NOT NULL CHECK (n >= 0),
    nilai VARCHAR NOT NULL CHECK (regexp_full_match(nilai, '[0-9]+/[0-9]+')),
    mutu VARCHAR
);
COMMENT ON TABLE angka_ditetapkan IS 'Angka yang dibekukan waktu penetapan: IKM (unsur_kunci NULL) dan NRR setiap unsur; NULL pada layanan, kecamatan atau kelurahan = semuanya.';
COMMENT ON COLUMN angka_ditetapkan.nilai IS 'Nilai tepat tanpa pembulatan, sebagai pecahan: pembilang/penyebut.';
COMMENT ON COLUMN angka_ditetapkan.n IS 'Kuesioner untuk IKM, jawaban untuk NRR.';
COMMENT ON COLUMN angka_ditetapkan.mutu IS 'Huruf mutu yang terbit; NULL untuk NRR, panel tertutup dan gabungan aturan.';
INSERT INTO unggahan_peristiwa SELECT unggahan_id, waktu, pengunggah, 'disimpan', NULL FROM unggahan;
INSERT INTO unggahan_peristiwa
SELECT unggahan_id, status_waktu, status_oleh, CASE status WHEN 'aktif' THEN 'dipulihkan' ELSE status END, NULL
FROM unggahan
WHERE status_waktu > waktu;
