-- one row: lines of a recap that an unggahan holds
SELECT count(*) FROM rekap WHERE unggahan_id = $unggahan_id;
