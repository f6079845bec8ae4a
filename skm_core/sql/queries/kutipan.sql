-- one row per quote in force whose comment may be shown, latest choice first
WITH cukup AS (
    SELECT periode_kode, layanan_kode, wilayah_kode, pengumpul
    FROM kuesioner_aktif
    GROUP BY ALL
    HAVING count(*) >= $n_sembunyi
),
berlaku AS (
    SELECT kutipan_id, unggahan_id, lembar AS di_lembar, baris, layanan_kode, dipilih_oleh, dipilih_waktu
    FROM kutipan
    WHERE ditarik_waktu IS NULL
)
SELECT
    kutipan_id,
    unggahan_id,
    di_lembar AS lembar,
    baris,
    saran AS teks,
    periode_kode AS periode,
    layanan_kode AS layanan,
    wilayah_kode AS wilayah,
    pengumpul,
    tanggal,
    dipilih_oleh,
    dipilih_waktu
FROM berlaku
JOIN kuesioner_aktif USING (unggahan_id, baris, layanan_kode)
JOIN cukup USING (periode_kode, layanan_kode, wilayah_kode, pengumpul)
WHERE coalesce(lembar, '') = di_lembar
  AND regexp_matches(saran, '\pL') -- a comment has a letter; no NULL
  AND ($periode IS NULL OR list_contains($periode, periode_kode))
  AND ($layanan IS NULL OR list_contains($layanan, layanan_kode))
  AND ($wilayah IS NULL OR starts_with(wilayah_kode, $wilayah))
  AND ($pengumpul IS NULL OR pengumpul = $pengumpul)
ORDER BY dipilih_waktu DESC, kutipan_id DESC;
