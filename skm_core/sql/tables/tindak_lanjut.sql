-- one row per item of the follow-up plan (RTL) of a periode, as it stands now
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
