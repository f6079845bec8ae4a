"""The facts the product starts from: `data/reference/*.csv` as frozen values, and the seeding of an empty store.

Every file is described, with the source and date of its facts, in `data/reference/README.md`. A loader reads its
file once and keeps the result; each raises SkmError naming file, row and column if the file is broken.
"""

from __future__ import annotations

from skm_core.reference.grades import BarisMutu, mutu
from skm_core.reference.places import WilayahAlias, batas_kelurahan, wilayah, wilayah_alias
from skm_core.reference.questions import LabelSet, UnsurAlias, instrumen, label_set, unsur, unsur_alias
from skm_core.reference.rows import REFERENCE
from skm_core.reference.seeding import seed
from skm_core.reference.services import layanan, layanan_alias, pengaturan, periode

__all__ = [
    "REFERENCE",
    "BarisMutu",
    "LabelSet",
    "UnsurAlias",
    "WilayahAlias",
    "batas_kelurahan",
    "instrumen",
    "label_set",
    "layanan",
    "layanan_alias",
    "mutu",
    "pengaturan",
    "periode",
    "seed",
    "unsur",
    "unsur_alias",
    "wilayah",
    "wilayah_alias",
]
