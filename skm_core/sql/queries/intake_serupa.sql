-- one row: the unggahan with most questionnaires of the same content as the draft's, how many, and of how many
WITH isi_draf AS (
    SELECT
        periode_kode, layanan_kode, instrumen_kode, pengumpul,
        hash(
            wilayah_kode, tanggal, jenis_kelamin, usia, pendidikan, pekerjaan, saran,
            b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, b11, b12, b13, b14, b15, b16, b17, b18, b19, b20
        ) AS sidik,
        count(*) AS n
    FROM draf
    WHERE asal_kunci IS NULL
    GROUP BY ALL
),
isi_lama AS (
    SELECT
        unggahan_id, periode_kode, layanan_kode, instrumen_kode, pengumpul,
        hash(
            wilayah_kode, tanggal, jenis_kelamin, usia, pendidikan, pekerjaan, saran,
            b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, b11, b12, b13, b14, b15, b16, b17, b18, b19, b20
        ) AS sidik,
        count(*) AS n
    FROM kuesioner_aktif
    WHERE asal_kunci IS NULL AND list_contains($periode, periode_kode) AND NOT list_contains($akar, unggahan_id)
    GROUP BY ALL
)
SELECT unggahan_id, sum(least(isi_draf.n, isi_lama.n))::BIGINT AS n_serupa, (SELECT sum(n) FROM isi_draf)::BIGINT
FROM isi_draf
JOIN isi_lama USING (periode_kode, layanan_kode, instrumen_kode, pengumpul, sidik)
GROUP BY unggahan_id
ORDER BY n_serupa DESC, unggahan_id
LIMIT 1;
