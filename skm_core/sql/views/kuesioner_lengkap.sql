-- one row per filled questionnaire of an active unggahan in which every counted item is answered
CREATE OR REPLACE VIEW kuesioner_lengkap AS
WITH wajib AS ( -- bit i-1 stands for item b<i>: one comparison a row instead of twenty
    SELECT instrumen_kode, sum(1 << (kolom[2:]::INTEGER - 1))::INTEGER AS butir_wajib
    FROM butir
    WHERE peran <> 'tambahan'
    GROUP BY instrumen_kode
)
SELECT kuesioner_aktif.*
FROM kuesioner_aktif
JOIN wajib USING (instrumen_kode)
WHERE (
        (b1 IS NOT NULL)::INTEGER * 1 +
        (b2 IS NOT NULL)::INTEGER * 2 +
        (b3 IS NOT NULL)::INTEGER * 4 +
        (b4 IS NOT NULL)::INTEGER * 8 +
        (b5 IS NOT NULL)::INTEGER * 16 +
        (b6 IS NOT NULL)::INTEGER * 32 +
        (b7 IS NOT NULL)::INTEGER * 64 +
        (b8 IS NOT NULL)::INTEGER * 128 +
        (b9 IS NOT NULL)::INTEGER * 256 +
        (b10 IS NOT NULL)::INTEGER * 512 +
        (b11 IS NOT NULL)::INTEGER * 1024 +
        (b12 IS NOT NULL)::INTEGER * 2048 +
        (b13 IS NOT NULL)::INTEGER * 4096 +
        (b14 IS NOT NULL)::INTEGER * 8192 +
        (b15 IS NOT NULL)::INTEGER * 16384 +
        (b16 IS NOT NULL)::INTEGER * 32768 +
        (b17 IS NOT NULL)::INTEGER * 65536 +
        (b18 IS NOT NULL)::INTEGER * 131072 +
        (b19 IS NOT NULL)::INTEGER * 262144 +
        (b20 IS NOT NULL)::INTEGER * 524288
    ) & butir_wajib = butir_wajib;
