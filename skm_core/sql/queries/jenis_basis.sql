-- one row: whether the database holds generated demo data
SELECT count(*) > 0 AS contoh FROM meta WHERE kunci = 'jenis' AND nilai = 'contoh';
