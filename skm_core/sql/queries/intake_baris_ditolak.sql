-- one row per refused questionnaire of a sheet; without layanan where the whole row is refused
SELECT DISTINCT baris, CASE WHEN NOT tanpa_jawaban THEN layanan_kode END AS layanan_kode
FROM bersih
WHERE ditolak AND lembar IS NOT DISTINCT FROM $lembar
UNION
SELECT baris, NULL
FROM lewati
WHERE tabel = $tabel AND jenis = 'tanpa_nomor'
ORDER BY baris, layanan_kode;
