"""People by the fields of the profile, each counted once: their groups, in the order and the words of a reader."""

from __future__ import annotations

from collections.abc import Mapping

from skm_core import queries
from skm_core.scoring import selection
from skm_core.store import Store
from skm_core.terms import Pilihan

BIDANG = {"jenis_kelamin": "Jenis kelamin", "usia": "Usia", "pendidikan": "Pendidikan", "pekerjaan": "Pekerjaan"}
"""The fields of the profile, in the order of the form."""
PENDIDIKAN = ("Tidak sekolah", "SD", "SMP", "SMA", "D1", "D2", "D3", "S1", "S2", "S3")
LAINNYA = "Lainnya"
_NAMA = {"L": "Laki-laki", "P": "Perempuan", "<20": "Di bawah 20 tahun", "60+": "60 tahun ke atas"}


def people(store: Store, pilihan: Pilihan) -> Mapping[str, Mapping[str | None, int]]:
    """Per field of the profile, how many people of the selection gave each answer; None: left blank."""
    found: dict[str, dict[str | None, int]] = {key: {} for key in BIDANG}
    for row in queries.rows(store, "profil_responden", **selection(pilihan)):
        found[row["bidang"]][row["jawaban"]] = int(row["n"])
    return found


def answer(field: str, word: str) -> str:
    """An answer in words: "Laki-laki", "20–29 tahun"; of the other fields as it was given."""
    known = _NAMA.get(word) if field in ("jenis_kelamin", "usia") else None
    return known or (f"{word.replace('-', '–')} tahun" if field == "usia" else word)


def ages(words: Mapping[str, int]) -> list[str]:
    """Age bands by their first age: "<20" stands before "20-29"."""
    return sorted(words, key=lambda word: (word != "<20", word))
