-- one row per unggahan, newest first
WITH isi AS (
    SELECT
        unggahan_id,
        list_sort(list(DISTINCT periode_kode)) AS periode,
        list_sort(list(DISTINCT layanan_kode)) AS layanan
    FROM kuesioner
    GROUP BY unggahan_id
)
SELECT
    unggahan_id, waktu, pengunggah, berkas_nama, berkas_sha256, tata_letak, n_diterima, n_ditolak,
    status, status_waktu, status_oleh, coalesce(periode, []) AS periode, coalesce(layanan, []) AS layanan
FROM unggahan
LEFT JOIN isi USING (unggahan_id)
ORDER BY unggahan_id DESC;
