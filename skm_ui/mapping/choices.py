"""The list of meanings a column can be given, and how they are called."""

from __future__ import annotations

from collections.abc import Mapping

from skm_core import registry
from skm_core.intake.headers import IGNORED, MEANING, NUMBER, PERSONAL
from skm_core.intake.mapping.value import CONTEXT
from skm_core.store import Store
from skm_core.terms import Instrumen

_CALLED = {IGNORED: "Abaikan", PERSONAL: "Data pribadi, dibuang", NUMBER: "Nomor urut"}


def called(store: Store, instrumen: Instrumen) -> Mapping[str, str]:
    """Target → its name on screen: ignore first, then the questions in the order asked, then the other fields."""
    unsur = registry.unsur(store)
    names = {IGNORED: _CALLED[IGNORED]}
    per_unsur: dict[str | None, int] = {}
    for item in instrumen.butir:
        per_unsur[item.unsur_kunci] = per_unsur.get(item.unsur_kunci, 0) + 1
    for item in sorted(instrumen.butir, key=lambda one: one.urutan):
        alone = item.unsur_kunci and per_unsur[item.unsur_kunci] == 1
        text = unsur[item.unsur_kunci].nama if alone and item.unsur_kunci else item.teks
        names[item.kolom] = f"{item.urutan}. {text}"
    for target in CONTEXT:
        text = _CALLED.get(target) or MEANING[target]
        names[target] = text[:1].upper() + text[1:]
    return names | {PERSONAL: _CALLED[PERSONAL]}
