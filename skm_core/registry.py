"""Reads what the database knows of periode, layanan, wilayah, unsur, instrumen and settings, as frozen values.

Each is read once per data version; the mappings are shared and must not be changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction

from skm_core import queries
from skm_core.errors import UnknownKeyError
from skm_core.store import Store
from skm_core.terms import Butir, Instrumen, Layanan, Periode, Unsur, Wilayah


def periode(store: Store) -> dict[str, Periode]:
    """Every periode by its code, oldest first (undated ones last, by code)."""
    return store.once("periode", lambda: {row["kode"]: Periode(**row) for row in queries.rows(store, "periode")})


def layanan(store: Store) -> dict[str, Layanan]:
    """Every layanan and pejabat by code, in the order they are always shown."""
    return store.once("layanan", lambda: {row["kode"]: Layanan(**row) for row in queries.rows(store, "layanan")})


def wilayah(store: Store) -> dict[str, Wilayah]:
    """City, kecamatan and kelurahan by Kemendagri code, in code order."""
    return store.once("wilayah", lambda: _wilayah(store))


def _wilayah(store: Store) -> dict[str, Wilayah]:
    return {
        row["kode"]: Wilayah(
            heksagon=None if (q := row.pop("q")) is None else (q, row["r"]),
            **{key: value for key, value in row.items() if key != "r"},
        )
        for row in queries.rows(store, "wilayah")
    }


def unsur(store: Store) -> dict[str, Unsur]:
    """Every unsur by key, in the order of its rule's list."""
    return store.once("unsur", lambda: {row["kunci"]: Unsur(**row) for row in queries.rows(store, "unsur")})


def instrumen(store: Store) -> dict[str, Instrumen]:
    """Every questionnaire by code, with its items in the order asked and its own weights, if any."""
    return store.once("instrumen", lambda: _instrumen(store))


def _instrumen(store: Store) -> dict[str, Instrumen]:
    items: dict[str, list[Butir]] = defaultdict(list)
    for row in queries.rows(store, "butir"):
        label = tuple(row.pop(f"label_{value}") for value in (1, 2, 3, 4))
        items[row["instrumen_kode"]].append(Butir(label=label, **row))
    weights: dict[str, dict[str, Fraction]] = defaultdict(dict)
    for row in queries.rows(store, "bobot"):
        weights[row["instrumen_kode"]][row["unsur_kunci"]] = Fraction(row["bobot"])
    return {
        row["kode"]: Instrumen(butir=tuple(items[row["kode"]]), bobot=dict(weights[row["kode"]]) or None, **row)
        for row in queries.rows(store, "instrumen")
    }


def settings(store: Store) -> dict[str, str]:
    """The agency's settings: name, unit, signatory, publication link, targets."""
    return {row["kunci"]: row["nilai"] for row in queries.rows(store, "pengaturan")}


def is_demo(store: Store) -> bool:
    """True if the store holds made-up demo data, which is marked wherever it is shown."""
    return bool(queries.rows(store, "jenis_basis")[0]["contoh"])


def require(kind: str, key: str, known: Iterable[str]) -> str:
    """The key itself, or UnknownKeyError whose message lists what exists."""
    names = list(known)
    if key not in names:
        listed = ", ".join(names[:12]) + (" …" if len(names) > 12 else "")
        raise UnknownKeyError(f'{kind} "{key}" tidak dikenal. Yang ada: {listed or "belum ada"}.')
    return key
