-- one row per unggahan that met questionnaires stored earlier, or that fills refused rows of an earlier one
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
