-- one row per mapping that gives way: of this name, or of this header set
DELETE FROM pemetaan
WHERE nama = $nama OR tanda = $tanda;
