-- one row: the next number of a follow-up item and of a piece of evidence
SELECT
    (SELECT coalesce(max(rtl_id), 0) + 1 FROM tindak_lanjut) AS rtl_id,
    (SELECT coalesce(max(bukti_id), 0) + 1 FROM tindak_lanjut_bukti) AS bukti_id;
