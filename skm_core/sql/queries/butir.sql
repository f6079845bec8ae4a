-- one row per instrumen and item, in the order asked
SELECT instrumen_kode, kolom, urutan, peran, unsur_kunci, teks, label_1, label_2, label_3, label_4
FROM butir
ORDER BY instrumen_kode, urutan;
