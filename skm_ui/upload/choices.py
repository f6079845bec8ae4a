"""What the file leaves open and a person has to say: only those fields, and always who collected."""

from __future__ import annotations

from html import escape

import streamlit as st

from skm_core import registry
from skm_core.intake import Draft, Options
from skm_core.intake.columns import ColumnMap
from skm_core.intake.combinations import UNTOLD
from skm_core.intake.headers import leading_number
from skm_core.intake.span import Span
from skm_core.store import Store
from skm_core.terms import Periode
from skm_core.writing import jangka
from skm_ui.format import whole
from skm_ui.upload import new_round
from skm_ui.upload.held import Held
from skm_ui.upload.naming import place

NEW_ROUND = "+"
"""Choice that opens the form of a new periode."""
COLLECTORS = {"kelurahan": "Kelurahan sendiri", "kota": "Kota, sebagai sampel pembanding"}
CODES = {
    "terburuk": "Kode bernomor 4 yang terbaik, kode bernomor 1 yang terburuk",
    "terbaik": "Kode bernomor 1 yang terbaik, kode bernomor 4 yang terburuk",
}
OPEN = {
    "u8": "arti pertanyaan nomor 8",
    "kode1": "kode jawaban mana yang terbaik",
    "periode": "periode",
    "layanan": "layanan",
    "kelurahan": "kelurahan",
    "pengumpul": "siapa yang mengumpulkan",
}
_FIELDS = tuple(OPEN)


def keep(held: Held) -> None:
    """Hold the choices while the mapping of columns stands in their place; before any of them is drawn."""
    for key in (_key(held, name) for name in _FIELDS):
        if key in st.session_state:
            st.session_state[key] = st.session_state[key]


def options(held: Held) -> Options:
    """The choices made so far for this file."""
    if made_now := st.session_state.pop(f"{_key(held, 'periode')}_dibuat", None):
        st.session_state[_key(held, "periode")] = made_now
    made = {name: st.session_state.get(_key(held, name)) for name in _FIELDS}
    if made["periode"] == NEW_ROUND:
        made["periode"] = None
    return Options(**made)  # type: ignore[arg-type]


def still_open(held: Held) -> str:
    """What is still to be chosen, in words ("periode dan pengumpul"); empty if nothing."""
    made = options(held)
    *names, last = [OPEN[name] for name in _FIELDS if name in held.asked and getattr(made, name) is None] or [""]
    return f"{', '.join(names)} dan {last}" if names else last


def ask(store: Store, held: Held, draft: Draft) -> None:
    """The questions of this file."""
    if not held.asked:
        return
    st.html('<h3 class="skm-form">Yang perlu Anda pilih</h3>')
    with st.container(key="unggah-pilihan"):
        if "u8" in held.asked:
            _ask_u8(held, draft)
        if "kode1" in held.asked:
            _ask_codes(held)
        columns = iter(st.columns(3) if held.asked & {"periode", "layanan", "kelurahan"} else ())
        if "periode" in held.asked:
            rounds = registry.periode(store)
            with next(columns):
                st.selectbox(
                    "Periode",
                    [*reversed(rounds), NEW_ROUND],
                    index=None,
                    format_func=lambda kode: _round_name(rounds.get(kode)),
                    placeholder="Pilih periode",
                    key=_key(held, "periode"),
                    persist_state="session",
                )
        if "layanan" in held.asked:
            services = {kode: item for kode, item in registry.layanan(store).items() if item.aktif}
            with next(columns):
                st.selectbox(
                    "Layanan yang dinilai",
                    list(services),
                    index=None,
                    format_func=lambda kode: services[kode].nama,
                    placeholder="Pilih layanan",
                    key=_key(held, "layanan"),
                    persist_state="session",
                )
        if "kelurahan" in held.asked:
            places = registry.wilayah(store)
            by_name = sorted(places, key=lambda kode: (places[kode].tingkat != "kelurahan", places[kode].nama))
            with next(columns):
                st.selectbox(
                    "Kelurahan",
                    by_name,
                    index=None,
                    format_func=lambda kode: place(places, kode),
                    placeholder="Pilih atau ketik namanya",
                    key=_key(held, "kelurahan"),
                    persist_state="session",
                )
            for finding in draft.temuan:
                if finding.kode == "KOLOM_TAMPAK_KELURAHAN":
                    st.html(f'<p class="skm-notice" role="status">{escape(finding.pesan)}</p>')
        if held.rentang and "periode" in held.asked:
            st.html(f'<p class="skm-note">{escape(_filled(store, held.rentang))}</p>')
        if st.session_state.get(_key(held, "periode")) == NEW_ROUND:
            new_round.form(store, "", usul=held.usul, key=_key(held, "periode"))
        if "pengumpul" in held.asked:
            _ask_collector(held, draft)


def _round_name(item: Periode | None) -> str:
    if item is None:
        return "Periode lain …"
    return item.nama if item.status == "buka" else f"{item.nama} (ditutup)"


def _filled(store: Store, span: Span) -> str:
    """ "Tanggal pada berkas: 2 April – 28 Juni 2026, dalam periode April–Juni 2026." """
    said = f"Tanggal pada berkas: {jangka(span.mulai, span.selesai)}"
    if span.n_luar:
        said += f" ({whole(span.n_luar)} dari {whole(span.n)} baris di luar itu)"
    holding = [
        one
        for one in registry.periode(store).values()
        if one.mulai and one.selesai and one.mulai <= span.mulai and span.selesai <= one.selesai
    ]
    return f"{said}, dalam periode {' dan '.join(one.nama for one in holding)}." if holding else f"{said}."


def _ask_u8(held: Held, draft: Draft) -> None:
    eight, nine = (
        (_called(column) for column in eight_and_nine(draft)) if eight_and_nine(draft) else ("nomor 8", "nomor 9")
    )
    st.radio(
        "Pertanyaan nomor 8 menanyakan apa?",
        ["pengaduan", "sarana"],
        index=None,
        format_func={
            "pengaduan": _sentence(f"{eight} penanganan pengaduan, {nine} sarana dan prasarana"),
            "sarana": _sentence(f"{eight} sarana dan prasarana, {nine} penanganan pengaduan"),
        }.__getitem__,
        key=_key(held, "u8"),
        persist_state="session",
    )
    st.html(
        '<p class="skm-note">Berkas ini hanya menyebut nomor, dan kedua urutan dipakai di lapangan. Lihat pertanyaan '
        "ke-8 di kuesioner yang diisi responden.</p>"
    )


def _ask_codes(held: Held) -> None:
    st.radio(
        f"Jawaban berkas ini hanya kode pilihan ({held.codes}). Kode mana yang terbaik?",
        list(CODES),
        index=None,
        format_func=CODES.__getitem__,
        key=_key(held, "kode1"),
        persist_state="session",
    )
    st.html(
        '<p class="skm-note">Kode hanya mengatakan urutan pilihan di formulir. Lihat formulir aslinya. Bila urutannya '
        "berbeda antarpertanyaan, ekspor ulang berkas ini dengan teks jawaban lengkap.</p>"
    )


def eight_and_nine(draft: Draft) -> tuple[ColumnMap, ...]:
    """The two columns that only a number names, the 8th first; () where the file itself tells."""
    by_number = {found[1]: column for column in draft.columns if (found := leading_number(column.header))}
    return (by_number[8], by_number[9]) if by_number.keys() >= {8, 9} else ()


def _called(column: ColumnMap) -> str:
    return f"kolom {column.letter} ({column.header})"


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _ask_collector(held: Held, draft: Draft) -> None:
    st.radio(
        "Siapa yang mengumpulkan jawaban ini?",
        list(COLLECTORS),
        index=None,
        format_func=COLLECTORS.__getitem__,
        key=_key(held, "pengumpul"),
        horizontal=True,
        persist_state="session",
    )
    for finding in draft.temuan:
        if finding.kode == "PENGUMPUL_DISIMPULKAN" and (hint := _hint(finding.pesan)):
            st.html(f'<p class="skm-note">{escape(hint)}</p>')


def _hint(sentence: str) -> str:
    """Why the file looks like one or the other, from the finding's own words; empty if nothing in it tells."""
    reason = sentence.partition("karena ")[2].partition(". ")[0]
    if reason == UNTOLD:
        return ""
    return f"Petunjuk dari isinya: {reason}." if reason else sentence


def _key(held: Held, name: str) -> str:
    return f"unggah_{name}_{held.file_id}"
