-- one row per unggahan that met stored questionnaires or fills refused rows
INSERT INTO unggahan_tumpang
VALUES ($unggahan_id, $koreksi_dari, $n_sama, $n_berubah, $n_diganti);
