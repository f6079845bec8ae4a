"""Change between two periode."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from skm_core import registry, rules
from skm_core.compare.difference import Selisih, correct, differ
from skm_core.precision.counts import Hitungan, load
from skm_core.precision.design import CARA, Cara
from skm_core.precision.groups import Kelompok
from skm_core.precision.joint import IKM, estimate
from skm_core.store import Store
from skm_core.terms import SEMUA, Pilihan


def change(
    store: Store,
    dari: str,
    ke: str,
    pilihan: Pilihan = SEMUA,
    menurut: Sequence[str] = (),
    cara: Cara = CARA,
    *,
    unsur: bool = False,
    margin: float | None = None,
) -> tuple[Selisih, ...]:
    """Change of the IKM from one periode to another, one per value of `menurut` and pengumpul found in both.

    V1 + V2 - 2 Cov: each periode centred on its own stratum means, covariance from the kelurahan that recur, df the
    smaller of the two designs (definition: tests/data/precision/make_reference.R). unsur: also the change of each NRR,
    after the index of its group. One call is one family of comparisons. Across rule sets, only the index is compared.
    Raises UnknownKeyError for a periode that does not exist.
    """
    known = registry.periode(store)
    for kode in (dari, ke):
        registry.require("Periode", kode, known)
    h = load(store, hanya_lengkap=pilihan.hanya_lengkap)
    return change_of_counts(h, dari, ke, pilihan, menurut, cara, store, unsur=unsur, margin=margin)


def change_of_counts(
    h: Hitungan,
    dari: str,
    ke: str,
    pilihan: Pilihan = SEMUA,
    menurut: Sequence[str] = (),
    cara: Cara = CARA,
    store: Store | None = None,
    *,
    unsur: bool = False,
    margin: float | None = None,
) -> tuple[Selisih, ...]:
    """As `change`, from counts loaded before, which hold both periode."""
    both = replace(pilihan, periode=(dari, ke))
    how = replace(cara, unsur=unsur, deff=False)
    found = estimate(h, [(both, [*dict.fromkeys(["periode", *menurut])])], how, store)
    if not {dari, ke} <= set(h.nama["periode"]):
        return ()
    places = {_key(one): place for place, one in enumerate(found.kelompok)}
    same_rules = h.periode[dari].aturan == h.periode[ke].aturan
    family = []
    for place, one in enumerate(found.kelompok):
        before = places.get((dari, *_key(one)[1:]))
        if one.periode != ke or before is None:
            continue
        notes = _notes(h, dari, ke, one.pengumpul, both)
        figures = range(found.lin.nilai.shape[1]) if same_rules else (IKM,)
        family += [
            differ(found, (before, t), (place, t), perubahan=True, catatan=notes, margin=margin)
            for t in figures
            if not np.isnan(found.lin.nilai[[before, place], t]).any()
        ]
    return correct(family, margin)


def _key(one: Kelompok) -> tuple[str | None, ...]:
    """Keys of a group, periode first; whether it is a panel is left out, the difference says so itself."""
    return tuple(
        getattr(one, name) for name in ("periode", "layanan", "kecamatan", "kelurahan", "golongan", "pengumpul")
    )


def _notes(h: Hitungan, dari: str, ke: str, pengumpul: str, pilihan: Pilihan) -> tuple[str, ...]:
    """Sentences on what is not the same in the two periode."""
    notes = []
    before, after = h.periode[dari], h.periode[ke]
    if before.aturan != after.aturan:
        names = " dan ".join(rules.RULE_SETS[one.aturan].nama for one in (before, after))
        notes.append(
            f"Aturan berbeda ({names}): hanya indeks yang dibandingkan, karena unsur dan batas mutunya tidak sama."
        )
    asked = [_asked(h, kode, pengumpul, pilihan) for kode in (dari, ke)]
    for kind, name in ((0, "Layanan"), (1, "Kuesioner")):
        if asked[0][kind] != asked[1][kind]:
            notes.append(f"{name} yang disurvei tidak sama pada kedua periode, sehingga perubahan ini tidak sebanding.")
    return tuple(notes)


def _asked(h: Hitungan, periode: str, pengumpul: str, pilihan: Pilihan) -> tuple[set[str], set[str]]:
    """Layanan and instrumen of one periode within the selection."""
    cells = (h.kode["periode"] == h.nama["periode"].index(periode)) & (
        h.kode["pengumpul"] == h.nama["pengumpul"].index(pengumpul)
    )
    layanan = {h.nama["layanan"][code] for code in np.unique(h.kode["layanan"][cells])}
    instrumen = {h.bagian[code][1].kode for code in np.unique(h.kode["bagian"][cells])}
    return layanan & set(pilihan.layanan) if pilihan.layanan else layanan, instrumen
