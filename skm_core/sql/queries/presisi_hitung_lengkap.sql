-- one row per periode, pengumpul, layanan, wilayah and instrumen, with lists over items in the order asked; complete questionnaires only
SELECT
    periode_kode AS periode,
    pengumpul,
    layanan_kode AS layanan,
    wilayah_kode AS kelurahan,
    coalesce(wilayah.kecamatan_kode, wilayah_kode) AS kecamatan,
    '' AS golongan,
    instrumen_kode AS instrumen,
    n_kuesioner,
    list(kolom ORDER BY urutan) AS kolom,
    list(n_jawaban ORDER BY urutan) AS n_jawaban,
    list(jumlah_nilai ORDER BY urutan) AS jumlah_nilai
FROM hitung_butir_lengkap
JOIN wilayah USING (wilayah_kode)
WHERE peran <> 'tambahan'
  AND ($periode IS NULL OR list_contains($periode, periode_kode))
  AND ($pengumpul IS NULL OR pengumpul = $pengumpul)
GROUP BY ALL
ORDER BY periode, pengumpul, layanan, kelurahan, instrumen;
