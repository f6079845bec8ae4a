"""What the page Sampel shows, as the address holds it: part, periode, pengumpul, day. And its head."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from html import escape

import streamlit as st

from skm_core import registry
from skm_core.sampling import plan
from skm_core.store import Store
from skm_core.terms import Periode
from skm_core.writing import WIB
from skm_ui import stores
from skm_ui.cache import result
from skm_ui.filters import PENGUMPUL
from skm_ui.head import notice_html
from skm_ui.navigation import change

PARTS = {
    "rencana": "Rencana",
    "ukuran": "Ukuran",
    "kemajuan": "Kemajuan",
    "andai": "Andai",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """The store on screen with its data version, and the keys that hold. `periode` None: the store knows none.

    `pesan` are the messages about keys of the address that mean nothing here; `hari_ini` the date in Jakarta.
    """

    store: Store
    version: tuple[str, int]
    contoh: bool
    bagian: str
    periode: Periode | None
    pilihan_periode: tuple[Periode, ...]
    pengumpul: str
    pada: date
    hari_ini: date
    pesan: tuple[str, ...]

    @property
    def kode(self) -> str:
        """Code of the chosen periode. Only where there is one."""
        assert self.periode
        return self.periode.kode

    @property
    def kalimat(self) -> str:
        """The sentence of the choice: "April–Juni 2019 · sampel kota"."""
        return f"{self.periode.nama} · {PENGUMPUL[self.pengumpul].lower()}" if self.periode else ""


def chosen() -> Choice:
    """Read the address. Unknown keys are set aside and named; never raises for them."""
    shown = stores.shown()
    query, messages = dict(st.query_params.items()), list[str]()
    known = [item for item in reversed(result(shown, registry.periode).values()) if not item.panel]
    periode = _periode(query.get("periode"), known, result(shown, registry.periode), messages)
    pengumpul = query.get("pengumpul") or "kota"
    if pengumpul not in PENGUMPUL:
        messages.append(f'Pengumpul "{pengumpul}" tidak dikenal. Yang ditampilkan sampel kota.')
        pengumpul = "kota"
    part = query.get("bagian")
    if part is not None and part not in PARTS:
        messages.append(f'Bagian "{part}" tidak dikenal. Yang ada: {", ".join(PARTS)}.')
        part = None
    if part is None:
        part = "kemajuan" if periode and result(shown, plan, periode.kode, pengumpul) else "rencana"
    today = datetime.now(WIB).date()
    day = _day(query.get("pada"), periode, today, messages)
    return Choice(
        shown.store, shown.version, shown.contoh, part, periode, tuple(known), pengumpul, day, today, tuple(messages)
    )


def _periode(
    key: str | None, known: list[Periode], every: Mapping[str, Periode], messages: list[str]
) -> Periode | None:
    """The one asked for, else the newest that is open, else the newest."""
    if found := next((item for item in known if item.kode == key), None):
        return found
    best = next((item for item in known if item.status == "buka"), known[0] if known else None)
    if key and best:
        told = (
            f"{every[key].nama} memakai panel undangan, tanpa sampel."
            if key in every
            else f'Periode "{key}" tidak dikenal.'
        )
        messages.append(f"{told} Yang ditampilkan {best.nama}.")
    return best


def last_day(periode: Periode | None, today: date) -> date:
    """The newest day progress can be asked of: today, or the end of a periode that is over."""
    return min(today, periode.selesai) if periode and periode.selesai else today


def _day(key: str | None, periode: Periode | None, today: date, messages: list[str]) -> date:
    last = last_day(periode, today)
    if not key:
        return last
    try:
        day = date.fromisoformat(key)
    except ValueError:
        messages.append(f'Tanggal "{key}" tidak dikenal; tulis seperti 2019-05-31. Yang ditampilkan keadaan terakhir.')
        return last
    first = periode.mulai if periode and periode.mulai else day
    return min(max(day, first), max(last, first))


def head(choice: Choice, title: str) -> None:
    """Title, sentence, messages, the choice of part, and the row of filters."""
    messages = "".join(notice_html(message) for message in choice.pesan)
    st.html(f'<div class="skm-head"><h1>{escape(title)}</h1><p>{escape(choice.kalimat)}</p>{messages}</div>')
    with st.container(key="sampel-pilihan", horizontal=True, gap="small", vertical_alignment="center"):
        _keep("sampel_bagian", choice.bagian)
        st.segmented_control(
            "Bagian",
            list(PARTS),
            format_func=PARTS.__getitem__,
            key="sampel_bagian",
            label_visibility="collapsed",
            required=True,
            on_change=_changed,
            args=("bagian", "sampel_bagian"),
        )
        if choice.periode:
            _select("periode", {item.kode: item.nama for item in choice.pilihan_periode}, choice.periode.kode)
            _select("pengumpul", PENGUMPUL, choice.pengumpul)


def _select(name: str, listed: Mapping[str, str], value: str) -> None:
    widget = f"sampel_{name}"
    _keep(widget, value)
    st.selectbox(
        name.capitalize(),
        list(listed),
        format_func=lambda kode: listed.get(kode, kode),
        key=widget,
        label_visibility="collapsed",
        on_change=_changed,
        args=(name, widget),
    )


def _keep(widget: str, value: object) -> None:
    st.session_state[widget] = value


def _changed(name: str, widget: str) -> None:
    value = st.session_state[widget]
    other = {"pada": None} if name in ("periode", "pengumpul") else {}
    change(**{name: str(value), **other})


def number(name: str, label: str, value: int, *, low: int, high: int, step: int = 1, note: str | None = None) -> None:
    """A number of the address that a person can change; the new one is written back into the address."""
    widget = f"sampel_{name}"
    _keep(widget, value)
    st.number_input(
        label, low, high, step=step, key=widget, help=note, on_change=_changed, args=(name, widget), width=260
    )


def day_input(choice: Choice) -> None:
    """The day of which progress is shown."""
    last = last_day(choice.periode, choice.hari_ini)
    first = choice.periode.mulai if choice.periode and choice.periode.mulai else None
    _keep("sampel_pada", choice.pada)
    st.date_input(
        "Keadaan pada tanggal",
        min_value=first,
        max_value=max(last, first) if first else last,
        format="DD/MM/YYYY",
        key="sampel_pada",
        on_change=_changed,
        args=("pada", "sampel_pada"),
        width=200,
    )


def asked(name: str, default: int, *, low: int, high: int) -> int:
    """A whole number of the address within its bounds; anything else is the default."""
    text = st.query_params.get(name, "")
    return min(max(int(text), low), high) if text.isdecimal() and len(text) < 10 else default
