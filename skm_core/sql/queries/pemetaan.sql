-- one row per kept mapping of columns, by name
SELECT
    nama,
    tanda,
    isi,
    disimpan_waktu AS waktu,
    disimpan_oleh AS oleh
FROM pemetaan
ORDER BY lower(nama), nama;
