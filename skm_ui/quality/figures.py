"""An index beside the same without flagged questionnaires: two figures, their difference, and how many are left out."""

from __future__ import annotations

from skm_core.results.flagged import Pasangan
from skm_core.results.kualitas import Kualitas
from skm_core.results.showing import visible
from skm_ui.figure import ikm_html
from skm_ui.filters import PENGUMPUL
from skm_ui.format import signed, whole


def who(found: Kualitas, pengumpul: str) -> str:
    """Who collected, as a heading; a closed panel was invited, not sampled."""
    return "Panel undangan" if found.periode.panel else PENGUMPUL[pengumpul]


def all_html(one: Pasangan) -> str:
    """The index of all questionnaires."""
    return ikm_html(one.semua, size="s")


def left_html(one: Pasangan) -> str:
    """The index of the questionnaires without a sign; with its interval where one can be given."""
    return ikm_html(one.tanpa, size="s")


def difference(one: Pasangan) -> str:
    """What leaving them out does: "−1,12 poin"; "" where one of the two may not be shown."""
    if one.selisih is None or visible(one.semua) is None or visible(one.tanpa) is None:
        return ""
    return f"{signed(one.selisih)} poin"


def left_out(one: Pasangan) -> str:
    """ "tanpa 325 kuesioner janggal"."""
    return f"tanpa {whole(one.n_bertanda)} kuesioner janggal"
