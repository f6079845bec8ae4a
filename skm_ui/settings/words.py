"""How the settings read on screen."""

from __future__ import annotations

from skm_core import rules

CARA_PEMILIHAN = {
    "acak": "Acak: ditarik dari daftar",
    "tidak_acak": "Tidak acak: didatangi atau dihadirkan",
    "panel_tertutup": "Panel tertutup: kelompok undangan",
}
CARA_PENDEK = {"acak": "acak", "tidak_acak": "tidak acak", "panel_tertutup": "panel tertutup"}
STATUS = {"buka": "Terbuka", "tutup": "Ditutup"}
JENIS = {"layanan": "Layanan", "pejabat": "Pejabat"}
ATURAN = {kode: rule_set.nama for kode, rule_set in rules.RULE_SETS.items()}
