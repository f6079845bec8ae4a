-- one row: older files learn which questionnaire of a row was refused
ALTER TABLE baris_ditolak ADD COLUMN layanan_kode VARCHAR;
COMMENT ON COLUMN baris_ditolak.layanan_kode IS 'Layanan yang ditolak bila satu baris memuat beberapa kuesioner; NULL = seluruh baris.';
