"""What is said of targets: of the city, and of each layanan."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from skm_core.reports.scope import KOTA, LAYANAN
from skm_core.results.measured import Measured
from skm_core.results.wording import inside, shown
from skm_core.rules import DESIMAL_IKM, round_half_up
from skm_core.writing import angka

if TYPE_CHECKING:
    from skm_core.reports.content import Content


def target(c: Content) -> Decimal | None:
    """The target of the scope: of the city, or of the one layanan; places have none."""
    if c.scope.jenis == LAYANAN:
        return c.layanan[0].layanan.target_ikm if c.layanan else None
    try:
        return Decimal(c.instansi.target_ikm) if c.scope.jenis == KOTA and c.instansi.target_ikm else None
    except InvalidOperation:
        return None


def against(score: Measured, value: Decimal, target: Decimal) -> str:
    """Whether a printed IKM reaches its target, and whether the survey can vouch for it."""
    gap, wanted = abs(value - target), angka(round_half_up(target, DESIMAL_IKM))
    sure = score.rentang is not None and not score.rentang[0] <= target <= score.rentang[1]
    verdict = "di luar batas kebetulan survei" if sure else "tetapi selisihnya belum dapat dipastikan"
    if value >= target:
        return f"Target {wanted} tercapai, {angka(gap)} poin di atasnya, {verdict}."
    return f"Target {wanted} belum tercapai, kurang {angka(gap)} poin, {verdict}."


def apart_from_target(c: Content) -> tuple[list[str], list[str]]:
    """Names of the layanan whose whole interval lies below, and above, their target."""
    below, above = [], []
    for one in c.layanan:
        target, score = one.layanan.target_ikm, one.score
        if target is None or score is None or not shown(score) or score.rentang is None:
            continue
        if score.rentang[1] < target:
            below.append(inside(one.layanan.nama))
        elif score.rentang[0] > target:
            above.append(inside(one.layanan.nama))
    return below, above
