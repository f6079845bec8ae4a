"""Sheets that the program itself puts beside the answers of its entry sheet; they hold none and are passed over."""

from __future__ import annotations

PETUNJUK, DAFTAR = "Petunjuk pengisian", "Daftar pilihan"
OWN_SHEETS = (PETUNJUK, DAFTAR)
