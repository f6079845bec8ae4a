"""What a document covers, in words: which layanan, which place, when, and who collected."""

from __future__ import annotations

from collections.abc import Sequence

from skm_core import registry
from skm_core.reports import scope as scopes
from skm_core.reports.scope import KOTA, LAYANAN, Scope
from skm_core.results.rounds import Susunan
from skm_core.results.wording import MOST_NAMES, listed, opening
from skm_core.store import Store

PENGUMPUL = {"kota": "sampel kota", "kelurahan": "kumpulan kelurahan"}
"""Who collected, by the key of the pengumpul."""
PANEL = "panel undangan"


def unjudged(store: Store, what: Scope, here: Susunan) -> tuple[str, ...]:
    """Names of the layanan (officials, of a panel) in use that no questionnaire of the scope judges, in their order.

    () for a document on one layanan.
    """
    if what.jenis == LAYANAN:
        return ()
    kind = "pejabat" if here.periode.panel else "layanan"
    known = registry.layanan(store).values()
    return tuple(one.nama for one in known if one.jenis == kind and one.aktif and one.kode not in here.layanan)


def services(names: Sequence[str], without: Sequence[str], *, panel: bool) -> str:
    """The layanan judged: "Posyandu", "PKK dan posyandu", "4 dari 6 layanan", "Semua layanan" where none is without."""
    if len(names) == 1:
        return names[0]
    kind = "pejabat" if panel else "layanan"
    if not without:
        return f"Semua {kind}"
    if len(names) <= MOST_NAMES:
        return listed(opening(names))
    return f"{len(names)} dari {len(names) + len(without)} {kind}"


def collector(here: Susunan) -> str:
    """Who collected: "sampel kota", "kumpulan kelurahan", "panel undangan"."""
    return PANEL if here.periode.panel else PENGUMPUL[here.pengumpul]


def filters(store: Store, what: Scope, here: Susunan, without: Sequence[str]) -> str:
    """The filters as one sentence: "Semua layanan · semua kecamatan · April–Juni 2019 · sampel kota".

    without: the layanan that nobody judged, as `unjudged` gives them.
    """
    known = registry.layanan(store)
    said = services([known[kode].nama for kode in here.layanan], without, panel=here.periode.panel)
    place = "semua kecamatan" if what.jenis in (KOTA, LAYANAN) else scopes.name(store, what)
    return f"{said} · {place} · {here.periode.nama} · {collector(here)}"
