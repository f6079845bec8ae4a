-- one row per periode, layanan, wilayah, pengumpul, instrumen and item; complete questionnaires only
SELECT
    periode_kode AS periode,
    layanan_kode AS layanan,
    wilayah_kode AS wilayah,
    pengumpul,
    instrumen_kode AS instrumen,
    kolom[2:]::INTEGER AS butir,
    n_kuesioner,
    n_jawaban,
    jumlah_nilai
FROM hitung_butir_lengkap;
