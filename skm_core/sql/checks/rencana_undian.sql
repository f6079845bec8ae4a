-- one row per plan and kecamatan in which not exactly the planned number of kelurahan was drawn
SELECT rencana_id, kecamatan_kode, any_value(per_kecamatan) AS rencana, count(*) FILTER (terpilih) AS terpilih
FROM rencana_kelurahan
JOIN rencana_sampel USING (rencana_id)
JOIN wilayah USING (wilayah_kode)
GROUP BY rencana_id, kecamatan_kode
HAVING count(*) FILTER (terpilih) <> coalesce(any_value(per_kecamatan), count(*));
