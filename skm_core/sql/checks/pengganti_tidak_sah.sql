-- one row per replacement that names no stored questionnaire, or that replaces its own replacement
SELECT 'tanpa kuesioner' AS sebab, diganti.*
FROM kuesioner_diganti AS diganti
ANTI JOIN kuesioner
    ON kuesioner.unggahan_id = diganti.unggahan_id
    AND kuesioner.baris = diganti.baris
    AND kuesioner.layanan_kode = diganti.layanan_kode
    AND kuesioner.lembar IS NOT DISTINCT FROM diganti.lembar
UNION ALL
SELECT 'saling mengganti', satu.*
FROM kuesioner_diganti AS satu
SEMI JOIN kuesioner_diganti AS dua
    ON dua.unggahan_id = satu.oleh_unggahan_id
    AND dua.oleh_unggahan_id = satu.unggahan_id
    AND dua.baris = satu.oleh_baris
    AND dua.oleh_baris = satu.baris
    AND dua.layanan_kode = satu.layanan_kode
    AND dua.lembar IS NOT DISTINCT FROM satu.oleh_lembar
    AND dua.oleh_lembar IS NOT DISTINCT FROM satu.lembar;
