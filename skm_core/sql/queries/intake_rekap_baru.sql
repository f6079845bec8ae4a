-- one row per line of a recap
INSERT INTO rekap
SELECT $unggahan_id, * FROM rekap_draf;
