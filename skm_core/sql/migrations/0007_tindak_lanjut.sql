-- one row: the follow-up plan, see tables/tindak_lanjut*.sql
CREATE TABLE tindak_lanjut (
    rtl_id INTEGER NOT NULL CHECK (rtl_id > 0),
    periode_kode VARCHAR NOT NULL,
    layanan_kode VARCHAR,
    unsur_kunci VARCHAR NOT NULL,
    program VARCHAR NOT NULL CHECK (trim(program) <> ''),
    jenis VARCHAR NOT NULL CHECK (
        jenis IN ('prosedur', 'informasi', 'pelatihan', 'sarana', 'petugas', 'koordinasi', 'inovasi', 'lainnya')
    ),
    tahun INTEGER NOT NULL CHECK (tahun BETWEEN 2000 AND 2100),
    tw1 BOOLEAN NOT NULL,
    tw2 BOOLEAN NOT NULL,
    tw3 BOOLEAN NOT NULL,
    tw4 BOOLEAN NOT NULL,
    penanggung_jawab VARCHAR NOT NULL CHECK (trim(penanggung_jawab) <> ''),
    status VARCHAR NOT NULL CHECK (status IN ('rencana', 'berjalan', 'selesai', 'batal')),
    kemajuan_pct INTEGER NOT NULL CHECK (kemajuan_pct BETWEEN 0 AND 100),
    catatan VARCHAR NOT NULL,
    selesai_pada DATE,
    versi INTEGER NOT NULL CHECK (versi > 0),
    dibuat_waktu TIMESTAMP NOT NULL,
    dibuat_oleh VARCHAR NOT NULL CHECK (trim(dibuat_oleh) <> ''),
    diubah_waktu TIMESTAMP NOT NULL,
    diubah_oleh VARCHAR NOT NULL CHECK (trim(diubah_oleh) <> ''),
    CHECK (tw1 OR tw2 OR tw3 OR tw4),
    CHECK ((status = 'selesai') = (selesai_pada IS NOT NULL)),
    CHECK (status <> 'selesai' OR kemajuan_pct = 100),
    CHECK (status <> 'rencana' OR kemajuan_pct = 0),
    CHECK (status <> 'batal' OR trim(catatan) <> '')
);
COMMENT ON TABLE tindak_lanjut IS 'Rencana tindak lanjut (RTL) atas hasil survei. Tidak ada yang dihapus: yang tidak jadi berstatus batal, dengan alasannya di catatan.';
COMMENT ON COLUMN tindak_lanjut.periode_kode IS 'Periode survei yang hasilnya ditindaklanjuti.';
COMMENT ON COLUMN tindak_lanjut.layanan_kode IS 'NULL: berlaku untuk semua layanan.';
COMMENT ON COLUMN tindak_lanjut.unsur_kunci IS 'Unsur yang hendak diperbaiki.';
COMMENT ON COLUMN tindak_lanjut.tahun IS 'Tahun pelaksanaan; tw1 sampai tw4 triwulannya.';
COMMENT ON COLUMN tindak_lanjut.kemajuan_pct IS 'Perkiraan bagian yang sudah dikerjakan, 0 sampai 100.';
COMMENT ON COLUMN tindak_lanjut.catatan IS 'Kemajuan terakhir dalam kata; pada status batal alasannya.';
COMMENT ON COLUMN tindak_lanjut.versi IS 'Bertambah satu tiap perubahan: dua orang tidak saling menimpa tanpa tahu.';
COMMENT ON COLUMN tindak_lanjut.dibuat_waktu IS 'UTC, seperti diubah_waktu.';
CREATE TABLE tindak_lanjut_riwayat (
    rtl_id INTEGER NOT NULL,
    versi INTEGER NOT NULL CHECK (versi > 0),
    waktu TIMESTAMP NOT NULL,
    oleh VARCHAR NOT NULL CHECK (trim(oleh) <> ''),
    kolom VARCHAR NOT NULL,
    sebelum VARCHAR,
    sesudah VARCHAR
);
COMMENT ON TABLE tindak_lanjut_riwayat IS 'Siapa mengubah apa dan kapan. Versi 1 adalah isi saat dibuat.';
COMMENT ON COLUMN tindak_lanjut_riwayat.waktu IS 'UTC.';
COMMENT ON COLUMN tindak_lanjut_riwayat.sebelum IS 'Isi sebelumnya; NULL bila belum ada.';
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
CREATE TABLE tindak_lanjut_laporan (
    periode_kode VARCHAR NOT NULL,
    tanggal DATE NOT NULL,
    waktu TIMESTAMP NOT NULL,
    oleh VARCHAR NOT NULL CHECK (trim(oleh) <> '')
);
COMMENT ON TABLE tindak_lanjut_laporan IS 'Tanggal laporan hasil survei, titik awal menghitung kecepatan tindak lanjut. Tanpa baris di sini dipakai hari terakhir survei. Baris terakhir yang berlaku; yang lama tetap tersimpan.';
COMMENT ON COLUMN tindak_lanjut_laporan.waktu IS 'Saat dicatat, UTC.';
