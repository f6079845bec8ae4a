-- one row per penetapan, oldest first, with its number among those of its periode
SELECT
    penetapan_id,
    periode_kode AS periode,
    waktu,
    oleh,
    versi_data,
    catatan,
    row_number() OVER (PARTITION BY periode_kode ORDER BY penetapan_id) AS ke
FROM penetapan
ORDER BY penetapan_id;
