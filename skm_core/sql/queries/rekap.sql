-- one row per pengumpul: what the newest active recap states of exactly this periode, layanan and place
SELECT
    rekap.unggahan_id,
    waktu,
    berkas_nama,
    pengumpul,
    instrumen_kode,
    nrr,
    ikm,
    n_responden
FROM rekap
JOIN unggahan USING (unggahan_id)
WHERE status = 'aktif'
  AND periode_kode = $periode
  AND layanan_kode = $layanan
  AND wilayah_kode = $wilayah
  AND ($pengumpul IS NULL OR pengumpul = $pengumpul)
QUALIFY row_number() OVER (PARTITION BY pengumpul ORDER BY rekap.unggahan_id DESC) = 1
ORDER BY pengumpul DESC;
