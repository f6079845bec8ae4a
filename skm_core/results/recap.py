"""What recaps without respondents state of exactly the selection on screen: shown beside figures, never among them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction

from skm_core import queries, registry, rules
from skm_core.intake.context import CITY
from skm_core.intake.recap.row import computed
from skm_core.store import Store
from skm_core.terms import Pilihan


@dataclass(frozen=True, slots=True)
class Pernyataan:
    """One statement: when it was sent (UTC) and in which unggahan, who collected, and its figures.

    `ikm` (25 to 100) as stated, to two decimals; `ikm_hitung` exactly from the stated NRR of `n_unsur` unsur, then
    rounded once; `n` respondents as stated. None where the recap does not state it.
    """

    unggahan_id: int
    waktu: datetime
    berkas_nama: str
    pengumpul: str
    ikm: Decimal | None
    ikm_hitung: Decimal | None
    n_unsur: int
    n: int | None


def stated(store: Store, pilihan: Pilihan) -> tuple[Pernyataan, ...]:
    """The newest statement per pengumpul for one periode, one layanan and one place; () for any wider selection."""
    if len(pilihan.periode) != 1 or len(pilihan.layanan) != 1:
        return ()
    found = queries.rows(
        store,
        "rekap",
        periode=pilihan.periode[0],
        layanan=pilihan.layanan[0],
        wilayah=pilihan.wilayah or CITY,
        pengumpul=pilihan.pengumpul,
    )
    known = registry.instrumen(store)
    return tuple(
        Pernyataan(
            row["unggahan_id"],
            row["waktu"],
            row["berkas_nama"],
            row["pengumpul"],
            rules.publish_ikm(Fraction(row["ikm"])) if row["ikm"] else None,
            rules.publish_ikm(exact) if (exact := computed(row["nrr"], known.get(row["instrumen_kode"]))) else None,
            _n_unsur(store, row["instrumen_kode"], row["nrr"]),
            row["n_responden"],
        )
        for row in found
    )


def _n_unsur(store: Store, kode: str | None, nrr: Mapping[str, str]) -> int:
    items = registry.instrumen(store)[kode].butir if kode else ()
    return len({item.unsur_kunci or item.kolom for item in items if item.kolom in nrr and item.peran != "tambahan"})
