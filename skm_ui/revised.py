"""The notice that a figure is no longer the one that was fixed: both figures, what else differs, and why."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from skm_core import publication, registry
from skm_core.publication import FixedFigure, RevisedNrr, Revision
from skm_core.results.measured import Measured, measure
from skm_core.results.showing import margin, visible
from skm_core.rules import N_SEMBUNYI
from skm_core.store import Store
from skm_core.terms import Pilihan
from skm_ui.filters import PENGUMPUL
from skm_ui.format import decimal, moment, whole

WITHHELD, NOTHING, NOT_YET = "tidak ditampilkan", "tanpa data", "belum ada saat ditetapkan"
MOST = 3
"""NRR named in a notice where the IKM is what it was."""


def sentences(store: Store, asked: Pilihan) -> tuple[str, ...]:
    """One sentence per figure of the selection that differs from what was fixed."""
    found = publication.revisions(store, asked)
    if not found:
        return ()
    now = {one.pengumpul: one for one in measure(store, replace(asked, pengumpul=None), unsur=False)}
    names = {key: unsur.pendek for key, unsur in registry.unsur(store).items()}
    several = len({one.pengumpul for one in found} | now.keys()) > 1
    return tuple(_sentence(one, now.get(one.pengumpul), names, name_it=several) for one in found)


def _sentence(one: Revision, now: Measured | None, names: dict[str, str], *, name_it: bool) -> str:
    """ "Angka ini direvisi sejak ditetapkan pada …: 82,35 (n 1.600) → 82,40 ± 1,12 (n 1.612). Alasan: …" """
    since = f"direvisi sejak ditetapkan pada {moment(one.penetapan.waktu)}"
    whose = f"{PENGUMPUL[one.pengumpul].lower()}, " if name_it else ""
    if one.hanya_nrr:
        listed = "; ".join(_nrr(part, names) for part in one.nrr[:MOST])
        more = f"; dan {len(one.nrr) - MOST} unsur lain" if len(one.nrr) > MOST else ""
        said = f"NRR di balik angka ini {since}, sedangkan IKM dan n tetap: {whose}{listed}{more}."
    else:
        then = _then(one.ditetapkan) if one.ditetapkan else NOT_YET
        said = f"Angka ini {since}: {whose}{then} → {_now(now)}."
    if one.bicara:
        said += f" Hasil yang ditetapkan waktu itu: {PENGUMPUL[one.bicara.pengumpul].lower()}, {_then(one.bicara)}."
    return said + (f" Alasan: {'; '.join(one.alasan)}." if one.alasan else "")


def _then(figure: FixedFigure) -> str:
    return f"{_shown(figure.terbit, figure.n)} (n {whole(figure.n)})"


def _now(figure: Measured | None) -> str:
    if figure is None or not figure.n_kuesioner:
        return NOTHING
    value = visible(figure)
    shown = WITHHELD if value is None else f"{decimal(value)} {margin(figure)}"
    return f"{shown} (n {whole(figure.n_kuesioner)})"


def _nrr(part: RevisedNrr, names: dict[str, str]) -> str:
    then = _then(part.ditetapkan) if part.ditetapkan else NOT_YET
    now = part.sekarang
    value = now.nrr_terbit if now else None
    shown = NOTHING if now is None or value is None else f"{_shown(value, now.n_jawaban)} (n {whole(now.n_jawaban)})"
    return f"{names.get(part.unsur, part.unsur)} {then} → {shown}"


def _shown(value: Decimal, n: int) -> str:
    return decimal(value) if n >= N_SEMBUNYI else WITHHELD
