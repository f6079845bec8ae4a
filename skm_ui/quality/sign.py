"""Which sign the page shows: in the address as `tanda`, else the worst one found."""

from __future__ import annotations

from collections import Counter
from html import escape

import streamlit as st

from skm_core.quality import TANDA
from skm_core.results.kualitas import Kualitas
from skm_ui.head import notice
from skm_ui.navigation import change

PARAMETER = "tanda"
WIDGET = "pilih_tanda"
MORE = {
    "hari_terpadat": " Jam pengisian tidak disimpan, jadi kuesioner yang berdekatan jamnya tidak dapat diperiksa.",
    "identik": " Kuesioner tanpa usia dan tanpa saran tidak dihitung, karena orangnya tidak dapat dibedakan.",
    "usia_bulat": " Biasanya seperlima.",
}
"""What must be said beside a sign."""


def chosen(found: Kualitas) -> str:
    """Key of the sign: of the address, else the worst that stands out, else the first there are data for."""
    asked = st.query_params.get(PARAMETER)
    present = {part.tanda.kunci for part in found.sebaran}
    if asked in present:
        return str(asked)
    worst = [one.tanda.kunci for place in found.perlu for one in place.temuan]
    return (worst or [kunci for kunci in TANDA if kunci in present])[0]


def choose(found: Kualitas) -> str:
    """Draw the signs as one row of choices, each with how many places stand out by it; return the chosen key."""
    asked, now = st.query_params.get(PARAMETER), chosen(found)
    if asked not in (None, now):
        known = asked in TANDA
        why = "tidak dapat dihitung dari data ini" if known else "tidak dikenal"
        name = TANDA[str(asked)].nama if known else asked
        notice(f'Tanda "{name}" {why}. Yang ditampilkan {TANDA[now].nama.lower()}.')
    flagged = Counter(one.tanda.kunci for part in found.sebaran for one in part.temuan if one.menonjol)
    present = {part.tanda.kunci for part in found.sebaran}
    st.session_state[WIDGET] = now
    st.pills(
        "Tanda yang ditampilkan",
        [kunci for kunci in TANDA if kunci in present],
        format_func=lambda kunci: TANDA[kunci].nama + (f" ({flagged[kunci]})" if flagged[kunci] else ""),
        key=WIDGET,
        label_visibility="collapsed",
        required=True,
        on_change=lambda: change(**{PARAMETER: st.session_state[WIDGET]}),
    )
    return now


def explained_html(kunci: str) -> str:
    """What the chosen sign is, and what must be said beside it."""
    return f'<p class="skm-text">{escape(TANDA[kunci].penjelasan)}{escape(MORE.get(kunci, ""))}</p>'
