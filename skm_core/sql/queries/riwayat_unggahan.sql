-- one row per unggahan, newest first
WITH isi AS (
    SELECT
        unggahan_id,
        list_sort(list(DISTINCT periode_kode)) AS periode,
        list_sort(list(DISTINCT layanan_kode)) AS layanan
    FROM (
        SELECT unggahan_id, periode_kode, layanan_kode FROM kuesioner
        UNION ALL
        SELECT unggahan_id, periode_kode, layanan_kode FROM rekap
    )
    GROUP BY unggahan_id
),
rekap_n AS (
    SELECT unggahan_id, count(*) AS n_rekap FROM rekap GROUP BY unggahan_id
),
perbaikan AS (
    SELECT koreksi_dari, lembar, baris, layanan_kode
    FROM kuesioner
    JOIN unggahan_tumpang USING (unggahan_id)
    JOIN unggahan USING (unggahan_id)
    WHERE koreksi_dari IS NOT NULL AND unggahan.status = 'aktif'
),
terisi AS (
    SELECT unggahan_id, count(*) AS n_diperbaiki
    FROM baris_ditolak
    SEMI JOIN perbaikan
        ON perbaikan.koreksi_dari = baris_ditolak.unggahan_id
        AND perbaikan.baris = baris_ditolak.baris
        AND perbaikan.lembar IS NOT DISTINCT FROM baris_ditolak.lembar
        AND perbaikan.layanan_kode = coalesce(baris_ditolak.layanan_kode, perbaikan.layanan_kode)
    GROUP BY unggahan_id
),
revisi AS (
    SELECT unggahan_id, list(revisi_alasan ORDER BY waktu) FILTER (revisi_alasan IS NOT NULL) AS revisi
    FROM unggahan_peristiwa
    GROUP BY unggahan_id
),
pilihan_baris AS ( -- what a person decided about single cells and rows
    SELECT unggahan_id, list(pesan ORDER BY kode, lembar NULLS FIRST, baris) AS catatan
    FROM temuan
    WHERE list_contains($dipilih, kode)
    GROUP BY unggahan_id
)
SELECT
    unggahan_id, waktu, pengunggah, berkas_nama, berkas_sha256, tata_letak, n_diterima, n_ditolak,
    status, status_waktu, status_oleh, coalesce(periode, []) AS periode, coalesce(layanan, []) AS layanan,
    koreksi_dari, coalesce(n_sama, 0) AS n_sama, coalesce(n_berubah, 0) AS n_berubah,
    coalesce(n_diganti, 0) AS n_diganti, coalesce(n_diperbaiki, 0) AS n_diperbaiki, coalesce(revisi, []) AS revisi,
    coalesce(n_rekap, 0) AS n_rekap,
    coalesce(catatan, []) AS catatan
FROM unggahan
LEFT JOIN isi USING (unggahan_id)
LEFT JOIN unggahan_tumpang USING (unggahan_id)
LEFT JOIN terisi USING (unggahan_id)
LEFT JOIN revisi USING (unggahan_id)
LEFT JOIN rekap_n USING (unggahan_id)
LEFT JOIN pilihan_baris USING (unggahan_id)
ORDER BY unggahan_id DESC;
