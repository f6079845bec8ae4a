-- one row per row that is no respondent: total, repeated title, column numbers, prepared line
INSERT INTO lewati
WITH dinilai AS (
    SELECT
        tabel,
        baris,
        CASE
            WHEN NOT berisi AND NOT lebih
                THEN CASE WHEN coalesce(regexp_full_match(nomor, $bulat), true) THEN 'kosong' ELSE 'ringkasan' END
            WHEN NOT selesai AND NOT list_contains($nomor_kolom, baris)
                THEN 'belum_selesai'
            WHEN NOT coalesce(regexp_full_match(nomor, $bulat), false) AND regexp_matches(lower(awal), $jumlah)
                THEN 'ringkasan'
            WHEN list_contains($nomor_kolom, baris) THEN 'ringkasan'
            -- a header repeated after a page break; the first filled cell alone tells most rows apart
            WHEN list_contains(
                    $judul,
                    coalesce(b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, b11, b12, b13, b14, b15, b16, b17, b18, b19, b20)
                )
                AND len(list_filter(
                    [b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, b11, b12, b13, b14, b15, b16, b17, b18, b19, b20],
                    lambda isi: list_contains($judul, isi)
                )) >= 3
                THEN 'ringkasan'
            WHEN $hanya_bernomor AND NOT coalesce(regexp_full_match(nomor, $bulat), false)
                THEN CASE
                    WHEN 2 * len(list_filter(
                            [b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, b11, b12, b13, b14, b15, b16, b17, b18, b19, b20],
                            lambda isi: regexp_full_match(isi, $jawaban)
                        )) >= $n_butir
                        THEN 'tanpa_nomor'
                    ELSE 'ringkasan'
                END
        END AS jenis
    FROM isian_semua
)
SELECT tabel, baris, jenis
FROM dinilai
WHERE jenis IS NOT NULL;
