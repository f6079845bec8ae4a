"""What reading a file of boundaries may find: a part of the catalogue in `findings`."""

from __future__ import annotations

BERKAS, BARIS, PERINGATAN = "berkas", "baris", "peringatan"

CATALOGUE: dict[str, tuple[str, str]] = {
    "BATAS_BUKAN_GEOJSON": (
        BERKAS,
        'Berkas batas "{berkas}" bukan GeoJSON. Ekspor batas kelurahan sebagai GeoJSON (misalnya dari QGIS, WGS 84), '
        "lalu ganti berkas ini.",
    ),
    "BATAS_JSON_RUSAK": (
        BERKAS,
        'Berkas batas "{berkas}" tidak dapat dibaca: isinya rusak atau terpotong di baris {baris}. Ekspor ulang dari '
        "asalnya.",
    ),
    "BATAS_TOPOJSON": (
        BERKAS,
        'Berkas batas "{berkas}" adalah TopoJSON. Ubah dahulu menjadi GeoJSON, misalnya dengan mapshaper atau QGIS.',
    ),
    "BATAS_TERLALU_BESAR": (
        BERKAS,
        'Berkas batas "{berkas}" terlalu besar ({ukuran} MB; paling besar {batas} MB). Sederhanakan garisnya di QGIS '
        "(Simplify, 5 meter), lalu ganti berkas ini.",
    ),
    "BATAS_KOORDINAT_LAIN": (
        BERKAS,
        'Koordinat berkas batas "{berkas}" bukan bujur dan lintang WGS 84 ({nilai}). Ekspor ulang dengan sistem '
        "koordinat EPSG:4326.",
    ),
    "BATAS_KOORDINAT_TERBALIK": (
        BERKAS,
        'Koordinat berkas batas "{berkas}" terbalik: lintang ditulis sebelum bujur ({nilai}). GeoJSON menulis bujur '
        "dahulu, misalnya [106.75, -6.15].",
    ),
    "BATAS_LUAR_DAERAH": (
        BERKAS,
        'Batas dalam berkas "{berkas}" terletak di luar Jakarta Barat ({nilai}). Periksa apakah berkasnya benar.',
    ),
    "BATAS_KODE_TIDAK_ADA": (
        BERKAS,
        'Berkas batas "{berkas}" tidak memuat kode Kemendagri kelurahan (misalnya 31.73.01.1001). Tambahkan satu kolom '
        "berisi kode itu pada setiap kelurahan; daftarnya di data/reference/wilayah.csv.",
    ),
    "BATAS_HANYA_KECAMATAN": (
        BERKAS,
        'Berkas batas "{berkas}" hanya memuat kecamatan. Pakai batas kelurahan; garis kecamatan dibuat darinya.',
    ),
    "BATAS_KODE_BPS": (
        PERINGATAN,
        'Berkas batas "{berkas}" memakai kode BPS (kolom {kolom}). Kodenya dibaca sebagai kode BPS Jakarta Barat; '
        "periksa apakah petanya benar, atau pakai kode Kemendagri.",
    ),
    "BATAS_KODE_TIDAK_DIKENAL": (
        BARIS,
        'Berkas batas "{berkas}", bentuk ke-{nomor}: kode "{nilai}" bukan kode kelurahan Jakarta Barat, sehingga tidak '
        "digambar.",
    ),
    "BATAS_KODE_KOSONG": (
        BARIS,
        'Berkas batas "{berkas}", bentuk ke-{nomor}: kolom {kolom} kosong, sehingga tidak digambar.',
    ),
    "BATAS_BENTUK_LAIN": (
        BARIS,
        'Berkas batas "{berkas}", bentuk ke-{nomor} ({nama}): bukan bidang ({nilai}), sehingga tidak digambar. Yang '
        "dapat dibaca: Polygon dan MultiPolygon.",
    ),
    "BATAS_BENTUK_RUSAK": (
        BARIS,
        'Berkas batas "{berkas}", bentuk ke-{nomor}: isinya bukan Feature ({nilai}), sehingga dilewati. Hapus atau '
        "ekspor ulang bentuk itu.",
    ),
    "BATAS_KODE_GANDA": (
        PERINGATAN,
        "Batas {nama} ada di {n} bentuk dengan kode yang sama ({tempat}). Semuanya digambar sebagai satu kelurahan; "
        "periksa apakah salah satu kodenya keliru.",
    ),
    "BATAS_GARIS_BERSILANG": (
        PERINGATAN,
        'Berkas batas "{berkas}", {nama}: garisnya bersilangan dengan dirinya sendiri dan telah dibetulkan. Periksa '
        "bentuknya di peta.",
    ),
    "BATAS_TEMPAT_LAIN": (
        PERINGATAN,
        'Berkas batas "{berkas}", {nama}: bidangnya {jarak} km dari letak kelurahan itu. Mungkin kodenya tertukar '
        "dengan kelurahan lain.",
    ),
    "BATAS_BERTUMPUK": (
        PERINGATAN,
        "Batas {nama} bertumpuk ({luas} hektare). Peta tetap digambar; perbaiki garisnya bila hendak dicetak.",
    ),
    "BATAS_KURANG": (
        PERINGATAN,
        "Batas {n} kelurahan tidak ada: {nama}. Kelurahan itu hanya terlihat di peta segi enam.",
    ),
}
