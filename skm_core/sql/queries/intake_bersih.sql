-- one row per respondent's row, accepted or refused
INSERT INTO bersih
WITH peta_butir AS ( -- one row: for every item column a map cell -> 1..4, or 0 for a cell that means "not answered"
    SELECT
        map_from_entries(coalesce(list((isi, TRY_CAST(hasil AS TINYINT))) FILTER (kolom = 'b1'), [])) AS b1,
        map_from_entries(coalesce(list((isi, TRY_CAST(hasil AS TINYINT))) FILTER (kolom = 'b2'), [])) AS b2,
        map_from_entries(coalesce(list((isi, TRY_CAST(hasil AS TINYINT))) FILTER (kolom = 'b3'), [])) AS b3,
        map_from_entries(coalesce(list((isi, TRY_CAST(hasil AS TINYINT))) FILTER (kolom = 'b4'), [])) AS b4,
        map_from_entries(coalesce(list((isi, TRY_CAST(hasil AS TINYINT))) FILTER (kolom = 'b5'), [])) AS b5,
        map_from_entries(coalesce(list((isi, TRY_CAST(hasil AS TINYINT))) FILTER (kolom = 'b6'), [])) AS b6,
        map_from_entries(coalesce(list((isi, TRY_CAST(hasil AS TINYINT))) FILTER (kolom = 'b7'), [])) AS b7,
        map_from_entries(coalesce(list((isi, TRY_CAST(hasil AS TINYINT))) FILTER (kolom = 'b8'), [])) AS b8,
        map_from_entries(coalesce(list((isi, TRY_CAST(hasil AS TINYINT))) FILTER (kolom = 'b9'), [])) AS b9,
        map_from_entries(coalesce(list((isi, TRY_CAST(hasil AS TINYINT))) FILTER (kolom = 'b10'), [])) AS b10,
        map_from_entries(coalesce(list((isi, TRY_CAST(hasil AS TINYINT))) FILTER (kolom = 'b11'), [])) AS b11,
        map_from_entries(coalesce(list((isi, TRY_CAST(hasil AS TINYINT))) FILTER (kolom = 'b12'), [])) AS b12,
        map_from_entries(coalesce(list((isi, TRY_CAST(hasil AS TINYINT))) FILTER (kolom = 'b13'), [])) AS b13,
        map_from_entries(coalesce(list((isi, TRY_CAST(hasil AS TINYINT))) FILTER (kolom = 'b14'), [])) AS b14,
        map_from_entries(coalesce(list((isi, TRY_CAST(hasil AS TINYINT))) FILTER (kolom = 'b15'), [])) AS b15,
        map_from_entries(coalesce(list((isi, TRY_CAST(hasil AS TINYINT))) FILTER (kolom = 'b16'), [])) AS b16,
        map_from_entries(coalesce(list((isi, TRY_CAST(hasil AS TINYINT))) FILTER (kolom = 'b17'), [])) AS b17,
        map_from_entries(coalesce(list((isi, TRY_CAST(hasil AS TINYINT))) FILTER (kolom = 'b18'), [])) AS b18,
        map_from_entries(coalesce(list((isi, TRY_CAST(hasil AS TINYINT))) FILTER (kolom = 'b19'), [])) AS b19,
        map_from_entries(coalesce(list((isi, TRY_CAST(hasil AS TINYINT))) FILTER (kolom = 'b20'), [])) AS b20
    FROM peta
),
dipetakan AS (
    SELECT
        isian.baris,
        konteks.periode,
        konteks.layanan,
        konteks.wilayah,
        konteks.pengumpul,
        isian.responden,
        -- known again in the next export: by its own key, else by the second in which it was filled
        coalesce(
            isian.responden,
            CASE
                WHEN regexp_matches(isian.tanggal, $detik)
                    THEN concat(
                        p_tanggal.hasil,
                        ' ',
                        -- the same either way; the first is the usual one, and several times faster
                        ltrim(CASE
                            WHEN regexp_matches(isian.tanggal, '^[^ T,]+[ T,][0-9]{2}[:.][0-9]{2}[:.][0-9]{2}$')
                                THEN translate(right(isian.tanggal, 8), ':.', '')
                            ELSE regexp_replace(upper(regexp_extract(isian.tanggal, $jam, 1)), '[^0-9AP]', '', 'g')
                        END, '0')
                    )
            END
        ) AS asal,
        p_tanggal.hasil::DATE AS tanggal,
        p_jenis_kelamin.hasil AS jenis_kelamin,
        p_usia.hasil::UTINYINT AS usia,
        p_pendidikan.hasil AS pendidikan,
        p_pekerjaan.hasil AS pekerjaan,
        CASE
            WHEN NOT list_contains($kosong, lower(isian.saran)) AND regexp_matches(isian.saran, '\pL') THEN isian.saran
        END AS saran, -- without a letter it says nothing: the 0 of a formula, a lone sign
        peta_butir.b1[isian.b1] AS b1,
        peta_butir.b2[isian.b2] AS b2,
        peta_butir.b3[isian.b3] AS b3,
        peta_butir.b4[isian.b4] AS b4,
        peta_butir.b5[isian.b5] AS b5,
        peta_butir.b6[isian.b6] AS b6,
        peta_butir.b7[isian.b7] AS b7,
        peta_butir.b8[isian.b8] AS b8,
        peta_butir.b9[isian.b9] AS b9,
        peta_butir.b10[isian.b10] AS b10,
        peta_butir.b11[isian.b11] AS b11,
        peta_butir.b12[isian.b12] AS b12,
        peta_butir.b13[isian.b13] AS b13,
        peta_butir.b14[isian.b14] AS b14,
        peta_butir.b15[isian.b15] AS b15,
        peta_butir.b16[isian.b16] AS b16,
        peta_butir.b17[isian.b17] AS b17,
        peta_butir.b18[isian.b18] AS b18,
        peta_butir.b19[isian.b19] AS b19,
        peta_butir.b20[isian.b20] AS b20,
        isian.lebih OR konteks.salah AS baris_salah,
        -- filled cells; one without an entry in the map is not understood
        (isian.b1 IS NOT NULL)::UTINYINT
        + (isian.b2 IS NOT NULL)::UTINYINT
        + (isian.b3 IS NOT NULL)::UTINYINT
        + (isian.b4 IS NOT NULL)::UTINYINT
        + (isian.b5 IS NOT NULL)::UTINYINT
        + (isian.b6 IS NOT NULL)::UTINYINT
        + (isian.b7 IS NOT NULL)::UTINYINT
        + (isian.b8 IS NOT NULL)::UTINYINT
        + (isian.b9 IS NOT NULL)::UTINYINT
        + (isian.b10 IS NOT NULL)::UTINYINT
        + (isian.b11 IS NOT NULL)::UTINYINT
        + (isian.b12 IS NOT NULL)::UTINYINT
        + (isian.b13 IS NOT NULL)::UTINYINT
        + (isian.b14 IS NOT NULL)::UTINYINT
        + (isian.b15 IS NOT NULL)::UTINYINT
        + (isian.b16 IS NOT NULL)::UTINYINT
        + (isian.b17 IS NOT NULL)::UTINYINT
        + (isian.b18 IS NOT NULL)::UTINYINT
        + (isian.b19 IS NOT NULL)::UTINYINT
        + (isian.b20 IS NOT NULL)::UTINYINT AS n_terisi
    FROM isian
    LEFT JOIN konteks
        ON isian.periode IS NOT DISTINCT FROM c_periode
        AND isian.layanan IS NOT DISTINCT FROM c_layanan
        AND isian.kelurahan IS NOT DISTINCT FROM c_kelurahan
        AND isian.kecamatan IS NOT DISTINCT FROM c_kecamatan
        AND isian.kode_kelurahan IS NOT DISTINCT FROM c_kode_kelurahan
        AND isian.pengumpul IS NOT DISTINCT FROM c_pengumpul
    LEFT JOIN peta AS p_tanggal
        ON p_tanggal.kolom = 'tanggal' AND regexp_replace(isian.tanggal, $jam, '\2') = p_tanggal.isi
    LEFT JOIN peta AS p_jenis_kelamin ON p_jenis_kelamin.kolom = 'jenis_kelamin' AND isian.jenis_kelamin = p_jenis_kelamin.isi
    LEFT JOIN peta AS p_usia ON p_usia.kolom = 'usia' AND isian.usia = p_usia.isi
    LEFT JOIN peta AS p_pendidikan ON p_pendidikan.kolom = 'pendidikan' AND isian.pendidikan = p_pendidikan.isi
    LEFT JOIN peta AS p_pekerjaan ON p_pekerjaan.kolom = 'pekerjaan' AND isian.pekerjaan = p_pekerjaan.isi
    CROSS JOIN peta_butir -- last, so that the maps stay constant
),
ditimbang AS (
    SELECT
        *,
        greatest(b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, b11, b12, b13, b14, b15, b16, b17, b18, b19, b20, 0) = 0 AS kosong,
        n_terisi > (b1 IS NOT NULL)::UTINYINT
            + (b2 IS NOT NULL)::UTINYINT
            + (b3 IS NOT NULL)::UTINYINT
            + (b4 IS NOT NULL)::UTINYINT
            + (b5 IS NOT NULL)::UTINYINT
            + (b6 IS NOT NULL)::UTINYINT
            + (b7 IS NOT NULL)::UTINYINT
            + (b8 IS NOT NULL)::UTINYINT
            + (b9 IS NOT NULL)::UTINYINT
            + (b10 IS NOT NULL)::UTINYINT
            + (b11 IS NOT NULL)::UTINYINT
            + (b12 IS NOT NULL)::UTINYINT
            + (b13 IS NOT NULL)::UTINYINT
            + (b14 IS NOT NULL)::UTINYINT
            + (b15 IS NOT NULL)::UTINYINT
            + (b16 IS NOT NULL)::UTINYINT
            + (b17 IS NOT NULL)::UTINYINT
            + (b18 IS NOT NULL)::UTINYINT
            + (b19 IS NOT NULL)::UTINYINT
            + (b20 IS NOT NULL)::UTINYINT AS jawaban_salah
    FROM dipetakan
)
SELECT
    $lembar,
    baris,
    periode,
    layanan,
    $instrumen,
    wilayah,
    pengumpul,
    md5_number_lower(CASE
        WHEN regexp_full_match(responden, '[0-9]{1,6}') THEN $berkas || ':' || responden
        WHEN list_contains($kosong, lower(responden)) OR regexp_full_match(responden, $rusak) THEN NULL
        ELSE responden
    END),
    tanggal,
    jenis_kelamin,
    usia,
    pendidikan,
    pekerjaan,
    CASE
        WHEN regexp_matches(saran, '[0-9]{4}|@')
            THEN regexp_replace(regexp_replace(saran, $pola, $ganti, 'g'), $pola, $ganti, 'g')
        ELSE saran
    END,
    nullif(b1, 0),
    nullif(b2, 0),
    nullif(b3, 0),
    nullif(b4, 0),
    nullif(b5, 0),
    nullif(b6, 0),
    nullif(b7, 0),
    nullif(b8, 0),
    nullif(b9, 0),
    nullif(b10, 0),
    nullif(b11, 0),
    nullif(b12, 0),
    nullif(b13, 0),
    nullif(b14, 0),
    nullif(b15, 0),
    nullif(b16, 0),
    nullif(b17, 0),
    nullif(b18, 0),
    nullif(b19, 0),
    nullif(b20, 0),
    baris_salah OR jawaban_salah OR kosong,
    kosong AND NOT jawaban_salah,
    -- the last bit tells a key of its own kind (a uuid, a long number) from one that other forms may have too
    md5_number_lower(asal) // 2 * 2 + (coalesce(length(responden), 0) >= 8)::UBIGINT
FROM ditimbang;
