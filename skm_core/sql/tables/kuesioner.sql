-- one row per filled questionnaire
CREATE TABLE kuesioner (
    unggahan_id INTEGER NOT NULL,
    lembar VARCHAR,
    baris INTEGER NOT NULL,
    periode_kode VARCHAR NOT NULL,
    layanan_kode VARCHAR NOT NULL,
    instrumen_kode VARCHAR NOT NULL,
    wilayah_kode VARCHAR NOT NULL,
    pengumpul VARCHAR NOT NULL CHECK (pengumpul IN ('kota', 'kelurahan')),
    responden_kunci UBIGINT NOT NULL,
    tanggal DATE,
    jenis_kelamin VARCHAR CHECK (jenis_kelamin IN ('L', 'P')),
    usia UTINYINT CHECK (usia BETWEEN 5 AND 120),
    pendidikan VARCHAR,
    pekerjaan VARCHAR,
    saran VARCHAR,
    b1 TINYINT CHECK (b1 BETWEEN 1 AND 4),
    b2 TINYINT CHECK (b2 BETWEEN 1 AND 4),
    b3 TINYINT CHECK (b3 BETWEEN 1 AND 4),
    b4 TINYINT CHECK (b4 BETWEEN 1 AND 4),
    b5 TINYINT CHECK (b5 BETWEEN 1 AND 4),
    b6 TINYINT CHECK (b6 BETWEEN 1 AND 4),
    b7 TINYINT CHECK (b7 BETWEEN 1 AND 4),
    b8 TINYINT CHECK (b8 BETWEEN 1 AND 4),
    b9 TINYINT CHECK (b9 BETWEEN 1 AND 4),
    b10 TINYINT CHECK (b10 BETWEEN 1 AND 4),
    b11 TINYINT CHECK (b11 BETWEEN 1 AND 4),
    b12 TINYINT CHECK (b12 BETWEEN 1 AND 4),
    b13 TINYINT CHECK (b13 BETWEEN 1 AND 4),
    b14 TINYINT CHECK (b14 BETWEEN 1 AND 4),
    b15 TINYINT CHECK (b15 BETWEEN 1 AND 4),
    b16 TINYINT CHECK (b16 BETWEEN 1 AND 4),
    b17 TINYINT CHECK (b17 BETWEEN 1 AND 4),
    b18 TINYINT CHECK (b18 BETWEEN 1 AND 4),
    b19 TINYINT CHECK (b19 BETWEEN 1 AND 4),
    b20 TINYINT CHECK (b20 BETWEEN 1 AND 4),
    asal_kunci UBIGINT
);
COMMENT ON TABLE kuesioner IS 'Satu baris per kuesioner terisi. Jawaban b1..b20 bernilai 1 sampai 4, NULL = tidak dijawab; artinya ada di tabel butir.';
COMMENT ON COLUMN kuesioner.baris IS 'Nomor baris di berkas asal, seperti yang terlihat di Excel.';
COMMENT ON COLUMN kuesioner.responden_kunci IS 'Sama untuk semua kuesioner dari satu orang; tidak dapat dibalik menjadi identitas.';
COMMENT ON COLUMN kuesioner.pengumpul IS 'Siapa yang mengumpulkan: kelurahan sendiri, atau kota sebagai pembanding.';
COMMENT ON COLUMN kuesioner.asal_kunci IS 'Mengenali isian yang sama dalam ekspor berikutnya: dari kunci responden (ganjil bila kunci itu khas, misalnya _uuid) atau dari detik pengisian (genap). NULL = tidak dapat dikenali lagi.';
