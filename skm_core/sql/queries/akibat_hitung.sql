-- one row per periode, layanan, wilayah, pengumpul, instrumen and item of these periode and layanan
SELECT
    periode_kode,
    layanan_kode,
    wilayah_kode,
    kecamatan_kode,
    pengumpul,
    cara_pemilihan = 'panel_tertutup' AS panel,
    aturan,
    instrumen_kode,
    kolom[2:]::INTEGER AS butir,
    n_kuesioner,
    n_jawaban,
    jumlah_nilai
FROM hitung_butir
JOIN periode USING (periode_kode)
JOIN wilayah USING (wilayah_kode)
WHERE list_contains($periode, periode_kode) AND list_contains($layanan, layanan_kode);
