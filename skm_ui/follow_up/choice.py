"""What the page Tindak lanjut shows, as the address holds it: periode, layanan, view, open item. And its head."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from html import escape

import streamlit as st

from skm_core import registry
from skm_core.errors import UnknownKeyError
from skm_core.follow_up import Rtl, item, plan
from skm_core.results import rounds
from skm_core.store import Store
from skm_core.terms import Layanan, Periode, Pilihan, Unsur
from skm_core.writing import WIB
from skm_ui import stores
from skm_ui.cache import result
from skm_ui.head import notice_html
from skm_ui.navigation import change

VIEWS = {"papan": "Papan", "tabel": "Tabel"}
EVERY = "semua"
"""In the address: an item for all layanan."""
EMPTY = "kosong"
"""In the address: a new item without anything filled in."""
DEMO_DAYS = 45
"""The demo is looked at this long after its last survey; its items would all be years late otherwise."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The store on screen with its data version, and the keys that hold. `periode` None: the store knows none.

    layanan None: all. rtl: the item that is open. baru: layanan (None: all) and unsur ("": none yet) of a new item.
    `pesan` are the messages about keys of the address that mean nothing here. hari_ini: in Jakarta; of the demo a
    day soon after its last survey.
    """

    store: Store
    version: tuple[str, int]
    contoh: bool
    periode: Periode | None
    pilihan_periode: tuple[Periode, ...]
    layanan: Layanan | None
    tampilan: str
    rtl: Rtl | None
    baru: tuple[str | None, str] | None
    hari_ini: date
    pesan: tuple[str, ...]

    @property
    def kode(self) -> str:
        """Code of the chosen periode. Only where there is one."""
        assert self.periode
        return self.periode.kode

    @property
    def items(self) -> tuple[Rtl, ...]:
        """The plan on screen."""
        return result(self, plan, self.kode, self.layanan.kode if self.layanan else None)

    @property
    def unsur(self) -> Mapping[str, Unsur]:
        """Every unsur by key."""
        return result(self, registry.unsur)

    def service(self, kode: str | None) -> str:
        """Name of a layanan, "Semua layanan" for None."""
        return result(self, registry.layanan)[kode].nama if kode else "Semua layanan"


def chosen() -> Choice:
    """Read the address. Unknown keys are set aside and named; never raises for them."""
    shown = stores.shown()
    query, messages = dict(st.query_params.items()), list[str]()
    known = tuple(reversed(result(shown, registry.periode).values()))
    periode = _periode(shown, query.get("periode"), known, messages)
    services = result(shown, registry.layanan)
    layanan = services.get(query.get("layanan", ""))
    if query.get("layanan") and layanan is None:
        messages.append(f'Layanan "{query["layanan"]}" tidak dikenal. Yang ditampilkan semua layanan.')
    view = query.get("tampilan", "papan")
    if view not in VIEWS:
        messages.append(f'Tampilan "{view}" tidak dikenal. Yang ada: papan, tabel.')
        view = "papan"
    rtl = _item(shown, query.get("rtl"), messages)
    if rtl and periode and rtl.isian.periode != periode.kode:
        periode = result(shown, registry.periode)[rtl.isian.periode]
    baru = None if rtl else _new(shown, query.get("baru"), messages)
    return Choice(
        shown.store, shown.version, shown.contoh, periode, known, layanan, view, rtl, baru,
        _today(shown, known), tuple(messages),
    )  # fmt: skip


def _today(shown: stores.Shown, known: tuple[Periode, ...]) -> date:
    today = datetime.now(WIB).date()
    ends = [one.selesai for one in known if one.selesai]
    return min(today, max(ends) + timedelta(days=DEMO_DAYS)) if shown.contoh and ends else today


def _periode(shown: stores.Shown, key: str | None, known: tuple[Periode, ...], messages: list[str]) -> Periode | None:
    """The one asked for, else the newest with data, else the newest."""
    if found := next((item for item in known if item.kode == key), None):
        return found
    with_data = {part.periode.kode for part in result(shown, rounds.composition, Pilihan())}
    best = next((item for item in known if item.kode in with_data), known[0] if known else None)
    if key and best:
        messages.append(f'Periode "{key}" tidak dikenal. Yang ditampilkan {best.nama}.')
    return best


def _item(shown: stores.Shown, key: str | None, messages: list[str]) -> Rtl | None:
    if key is None:
        return None
    try:
        return result(shown, item, int(key) if key.isdecimal() and len(key) < 9 else 0)
    except UnknownKeyError:
        messages.append(f'Tindak lanjut nomor "{key}" tidak ada. Yang ditampilkan seluruh rencana.')
        return None


def _new(shown: stores.Shown, key: str | None, messages: list[str]) -> tuple[str | None, str] | None:
    """ "posyandu.pengaduan", "semua.pengaduan" or "kosong"."""
    if key is None:
        return None
    layanan, _, unsur = key.partition(".")
    if unsur in result(shown, registry.unsur) and layanan in (EVERY, *result(shown, registry.layanan)):
        return (None if layanan == EVERY else layanan, unsur)
    if key != EMPTY:
        messages.append(f'Rencana baru "{key}" tidak dikenal; isiannya dikosongkan.')
    return (None, "")


def head(choice: Choice, title: str) -> None:
    """Title, sentence, messages, and the row of filters."""
    messages = "".join(notice_html(message) for message in choice.pesan)
    said = ""
    if choice.periode:
        service = choice.layanan.nama if choice.layanan else "Semua layanan"
        said = f"{service} · tindak lanjut atas hasil survei {choice.periode.nama}"
    st.html(f'<div class="skm-head"><h1>{escape(title)}</h1><p>{escape(said)}</p>{messages}</div>')
    if not choice.periode:
        return
    with st.container(key="rtl-pilihan", horizontal=True, gap="small", vertical_alignment="center"):
        st.session_state["rtl_tampilan"] = choice.tampilan
        st.segmented_control(
            "Tampilan", list(VIEWS), format_func=VIEWS.__getitem__, key="rtl_tampilan", label_visibility="collapsed",
            required=True, on_change=_changed, args=("tampilan", "rtl_tampilan"),
        )  # fmt: skip
        _select("periode", {item.kode: item.nama for item in choice.pilihan_periode}, choice.kode)
        services = {kode: item.nama for kode, item in result(choice, registry.layanan).items() if item.aktif}
        _select("layanan", {"": "Semua layanan", **services}, choice.layanan.kode if choice.layanan else "")
        if not choice.contoh:
            st.button("Tambah rencana", on_click=change, kwargs={"baru": EMPTY, "rtl": None}, key="rtl_tambah")


def _select(name: str, listed: Mapping[str, str], value: str) -> None:
    widget = f"rtl_{name}"
    st.session_state[widget] = value
    st.selectbox(
        name.capitalize(), list(listed), format_func=lambda kode: listed.get(kode, kode), key=widget,
        label_visibility="collapsed", on_change=_changed, args=(name, widget),
    )  # fmt: skip


def _changed(name: str, widget: str) -> None:
    other = {} if name == "tampilan" else {"rtl": None, "baru": None}
    change(**{name: st.session_state[widget] or None, **other})
