"""What an upload holds, in the names people use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from skm_core import registry
from skm_core.store import Store
from skm_core.terms import Layanan, Periode, Wilayah
from skm_ui.format import whole


def contents(
    store: Store, layanan: Iterable[str], periode: Iterable[str], new: Mapping[str, Periode] | None = None
) -> str:
    """ "Posyandu · April–Juni 2019", or "6 layanan · 2 periode" where there are several."""
    rounds = {**registry.periode(store), **(new or {})}
    services = registry.layanan(store)
    parts = (
        _one_or_count([_name(services, kode) for kode in layanan], "layanan"),
        _one_or_count([_name(rounds, kode) for kode in periode], "periode"),
    )
    return " · ".join(part for part in parts if part)


def listed(known: Mapping[str, Layanan] | Mapping[str, Periode], counts: Mapping[str, int]) -> str:
    """Names with their numbers: "Posyandu 1.540, PKK 20"; the first eight."""
    names = [f"{_name(known, kode)} ({whole(n)})" for kode, n in counts.items()]
    return ", ".join(names[:8]) + (f", dan {len(names) - 8} lagi" if len(names) > 8 else "")


def place(places: Mapping[str, Wilayah], kode: str) -> str:
    """ "Kapuk, Cengkareng", "Kecamatan Tambora", or "Seluruh kota"."""
    item = places[kode]
    if item.tingkat == "kelurahan":
        return f"{item.nama}, {places[str(item.kecamatan_kode)].nama}"
    return f"Kecamatan {item.nama}" if item.tingkat == "kecamatan" else "Seluruh kota"


def _name(known: Mapping[str, Layanan] | Mapping[str, Periode], kode: str) -> str:
    return known[kode].nama if kode in known else kode


def _one_or_count(names: list[str], kind: str) -> str:
    return names[0] if len(names) == 1 else f"{len(names)} {kind}" if names else ""
