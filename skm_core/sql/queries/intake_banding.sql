-- one row per questionnaire of the draft that is stored already, with the stored row it meets: terisi, sama or berubah
CREATE OR REPLACE TEMP TABLE banding AS
WITH tersimpan AS (
    SELECT kuesioner_aktif.*, coalesce(koreksi_dari, unggahan_id) AS akar
    FROM kuesioner_aktif
    LEFT JOIN unggahan_tumpang USING (unggahan_id)
    WHERE unggahan_id IS DISTINCT FROM $sendiri
),
terisi AS ( -- the very same row of the very same file
    SELECT draf.nomor, 'terisi' AS jenis, tersimpan.unggahan_id, tersimpan.lembar, tersimpan.baris
    FROM draf
    JOIN tersimpan
        ON tersimpan.baris = draf.baris
        AND tersimpan.layanan_kode = draf.layanan_kode
        AND tersimpan.lembar IS NOT DISTINCT FROM draf.lembar
    WHERE list_contains($akar, tersimpan.akar)
    QUALIFY row_number() OVER (PARTITION BY draf.nomor ORDER BY tersimpan.unggahan_id) = 1
),
calon AS (
    SELECT
        nomor, asal_kunci, periode_kode, layanan_kode, instrumen_kode, pengumpul,
        hash(
            wilayah_kode, tanggal, jenis_kelamin, usia, pendidikan, pekerjaan, saran,
            b1, b2, b3, b4, b5, b6, b7, b8, b9, b10,
            b11, b12, b13, b14, b15, b16, b17, b18, b19, b20
        ) AS sidik
    FROM draf
    ANTI JOIN terisi USING (nomor)
    WHERE asal_kunci IS NOT NULL
),
calon_ke AS ( -- two answers that are the same in every part are two: the first meets the first, the second the second
    SELECT
        *,
        row_number() OVER (
            PARTITION BY asal_kunci, periode_kode, layanan_kode, instrumen_kode, pengumpul, sidik ORDER BY nomor
        ) AS ke
    FROM calon
),
lama AS ( -- other rows of this very file are other answers
    SELECT
        unggahan_id, lembar, baris, asal_kunci, periode_kode, layanan_kode, instrumen_kode, pengumpul,
        hash(
            wilayah_kode, tanggal, jenis_kelamin, usia, pendidikan, pekerjaan, saran,
            b1, b2, b3, b4, b5, b6, b7, b8, b9, b10,
            b11, b12, b13, b14, b15, b16, b17, b18, b19, b20
        ) AS sidik
    FROM tersimpan
    SEMI JOIN calon USING (asal_kunci)
    WHERE NOT list_contains($akar, akar)
),
lama_ke AS (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY asal_kunci, periode_kode, layanan_kode, instrumen_kode, pengumpul, sidik
            ORDER BY unggahan_id, baris
        ) AS ke
    FROM lama
),
bertemu AS ( -- the same answer by its key; of several the one that says the same
    SELECT
        calon_ke.nomor,
        layanan_kode,
        asal_kunci % 2 = 1 AS khas,
        lama_ke.unggahan_id,
        lama_ke.lembar,
        lama_ke.baris,
        calon_ke.sidik = lama_ke.sidik AS sama
    FROM calon_ke
    JOIN lama_ke USING (asal_kunci, periode_kode, layanan_kode, instrumen_kode, pengumpul)
    WHERE calon_ke.sidik <> lama_ke.sidik OR calon_ke.ke = lama_ke.ke
    QUALIFY row_number() OVER (
        PARTITION BY calon_ke.nomor ORDER BY sama DESC, lama_ke.unggahan_id DESC, lama_ke.baris
    ) = 1
),
seasal AS ( -- a short number or a second may be another form's too: believed where most of what meets is the same
    SELECT unggahan_id
    FROM bertemu
    WHERE NOT khas
    GROUP BY unggahan_id
    HAVING 2 * count_if(sama) >= count(*)
),
diakui AS (
    SELECT *
    FROM bertemu
    WHERE khas OR unggahan_id IN (SELECT unggahan_id FROM seasal)
)
FROM terisi
UNION ALL
SELECT nomor, 'sama', unggahan_id, lembar, baris
FROM diakui
WHERE sama
UNION ALL
SELECT nomor, 'berubah', unggahan_id, lembar, baris
FROM diakui
WHERE NOT sama AND (unggahan_id, coalesce(lembar, ''), baris, layanan_kode) NOT IN (
    SELECT (unggahan_id, coalesce(lembar, ''), baris, layanan_kode) FROM diakui WHERE sama
)
QUALIFY row_number() OVER (PARTITION BY unggahan_id, lembar, baris, layanan_kode ORDER BY nomor) = 1;
