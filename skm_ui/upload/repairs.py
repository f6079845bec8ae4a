"""What a person can put right on the screen: a misspelt cell read as a known name, rows that are copies left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import streamlit as st

from skm_core.intake import Draft, Options
from skm_core.intake.misspelt import Anggapan, Misspelt, meant, same
from skm_core.intake.scratch import ITEMS
from skm_ui.format import whole
from skm_ui.upload.held import Held

LISTED = 10
"""Spellings that stand open; the others behind one click."""
NOTE = (
    '<p class="skm-note">Yang dipilih di sini berlaku untuk semua baris dan dicatat dalam riwayat unggahan. Berkas '
    "aslinya tidak berubah.</p>"
)
_SIGN = re.compile(r"([!-/:-@\[-`{-~])")


@dataclass(slots=True)
class Repair:
    """One spelling on the screen, in however many columns of answers it stands, and what a person said it means.

    `spots`: the columns of the file that it stands in, as it was read when the offer was made. `inherited`: the word
    was said for the file this one mends; it holds until it is taken back.
    """

    first: Misspelt
    columns: tuple[str, ...]
    n: int
    spots: frozenset[tuple[str | None, str, str]]
    arti: str | None = None
    inherited: bool = False


def options(held: Held, made: Options) -> Options:
    """The choices of the file with what was decided here."""
    decided = tuple(
        Anggapan(column, one.first.nilai, one.arti or "")
        for one in sorted(held.repairs.values(), key=lambda one: bool(one.arti))
        if one.arti or one.inherited
        for column in one.columns
    )
    return replace(made, anggap=decided, lewati_kembar=held.skip_copies)


def show(held: Held, draft: Draft) -> None:
    """The ticks; nothing where nothing can be put right here."""
    _remember(held, draft)
    near = [(key, one) for key, one in held.repairs.items() if one.first.mungkin]
    other = [(key, one) for key, one in held.repairs.items() if not one.first.mungkin]
    if not (held.repairs or draft.n_salinan):
        return
    with st.container(key="unggah-betulkan"):
        st.html('<h3 class="skm-form">Dapat dibetulkan di sini</h3>')
        for key, one in near[:LISTED]:
            _tick(held, key, one)
        if near[LISTED:]:
            with st.expander(f"{whole(len(near) - LISTED)} tulisan lain yang mirip nama yang dikenal"):
                for key, one in near[LISTED:]:
                    _tick(held, key, one)
        if sum(one.arti is None for _, one in near) > 2:
            st.button(
                f"Centang semua {whole(len(near))} yang mirip",
                key=f"unggah_anggap_semua_{held.file_id}",
                on_click=_accept,
                args=(held, [one for _, one in near]),
            )
        if other:
            with st.expander(f"Pilih sendiri arti {whole(len(other))} tulisan yang tidak mirip apa pun"):
                for key, one in other[: 2 * LISTED]:
                    _choose(held, key, one)
        if draft.n_salinan:
            name = f"unggah_salinan_{held.file_id}"
            st.session_state.setdefault(name, held.skip_copies)
            st.checkbox(
                f"Lewati {whole(draft.n_salinan)} baris yang isinya sama persis dengan baris sebelumnya",
                key=name,
                on_change=_copies,
                args=(held, name),
            )
        st.html(NOTE)


def unit(one: Misspelt) -> str:
    """What is counted: answers stand in cells, of which a row has several."""
    return "jawaban" if one.kolom in ITEMS else "baris"


def _where(one: Repair) -> str:
    """ "12 baris, mis. baris 14", with the sheet if it has a name."""
    sheet = f'lembar "{one.first.lembar}" ' if one.first.lembar else ""
    first = _plain(f"{sheet}baris {one.first.baris}")
    return first if one.n == 1 else f"{whole(one.n)} {unit(one.first)}, mis. {first}"


def settle(held: Held, draft: Draft) -> bool:
    """Bring the decisions in line with the file as it is read now; True if the draft has to be made again.

    A word said of a column that now means something else, or is another one, is forgotten and asked about anew; a
    spelling that now stands in further columns is read there too.
    """
    if not draft.columns:
        return False
    changed, found = False, _found(draft)
    for key, one in [(key, one) for key, one in held.repairs.items() if one.arti]:
        if one.spots != _spots(draft, one.columns):
            del held.repairs[key]
            st.session_state.pop(_widget(held, key), None)
            changed = True
        elif key in found and (more := [name for name in found[key].columns if name not in one.columns]):
            one.columns, one.n = (*one.columns, *more), one.n + found[key].n
            one.spots = _spots(draft, one.columns)
            changed = True
    return changed


def _remember(held: Held, draft: Draft) -> None:
    """Offers of the draft as it is now, and those decided, which it no longer finds."""
    found = _found(draft)
    before = _inherited(draft) if draft.koreksi else {}
    stay = {
        key: one if one.arti or one.inherited else found[key]
        for key, one in (before | held.repairs).items()
        if one.arti or one.inherited or key in found
    }
    held.repairs = stay | {key: one for key, one in found.items() if key not in stay}


def _inherited(draft: Draft) -> dict[tuple[object, ...], Repair]:
    """The words of the file that this one mends, as far as its rows hold their spellings: ticked, to be taken back."""
    assert draft.koreksi is not None
    said = meant(draft.koreksi.pilihan.anggap)
    own = [one for one in draft.dianggap if said.get((one.kolom, same(one.nilai))) == one.mungkin]
    return {key: replace(one, arti=one.first.mungkin, inherited=True) for key, one in _grouped(draft, own).items()}


def _found(draft: Draft) -> dict[tuple[object, ...], Repair]:
    return _grouped(draft, draft.salah_tulis)


def _grouped(draft: Draft, spellings: Iterable[Misspelt]) -> dict[tuple[object, ...], Repair]:
    found: dict[tuple[object, ...], Repair] = {}
    for one in spellings:
        if not one.pilihan:
            continue
        target = "jawaban" if one.kolom in ITEMS else one.kolom
        key = (target, same(one.nilai), one.mungkin or one.pilihan)
        known = found.get(key)
        columns = (*known.columns, one.kolom) if known else (one.kolom,)
        n = one.n + (known.n if known else 0)
        found[key] = Repair(known.first if known else one, columns, n, _spots(draft, columns))
    return found


def _spots(draft: Draft, columns: tuple[str, ...]) -> frozenset[tuple[str | None, str, str]]:
    return frozenset((one.lembar, one.letter, one.target) for one in draft.columns if one.target in columns)


def _tick(held: Held, key: tuple[object, ...], one: Repair) -> None:
    name = _widget(held, key)
    st.session_state.setdefault(name, one.arti is not None)
    st.checkbox(
        f"Anggap “{_plain(one.first.nilai)}” = **{_plain(one.first.mungkin)}** ({_where(one)})",
        key=name,
        on_change=_decide,
        args=(one, lambda: one.first.mungkin if st.session_state[name] else None),
    )


def _choose(held: Held, key: tuple[object, ...], one: Repair) -> None:
    name = _widget(held, key)
    st.session_state.setdefault(name, one.arti)
    st.selectbox(
        f"“{_plain(one.first.nilai)}” ({_where(one)})",
        list(one.first.pilihan),
        None,
        placeholder="Biarkan; atau pilih artinya",
        width=560,
        key=name,
        on_change=_decide,
        args=(one, lambda: st.session_state[name]),
    )


def _decide(one: Repair, said: Callable[[], str | None]) -> None:
    one.arti = said()


def _accept(held: Held, near: Iterable[Repair]) -> None:
    for one in near:
        one.arti = one.first.mungkin
    for key, one in held.repairs.items():
        if one.arti:
            st.session_state[_widget(held, key)] = True if one.first.mungkin else one.arti


def _copies(held: Held, name: str) -> None:
    held.skip_copies = bool(st.session_state[name])


def _widget(held: Held, key: tuple[object, ...]) -> str:
    return f"unggah_anggap_{held.file_id}_{key[0]}_{key[1]}_{key[2]}"


def _plain(text: str) -> str:
    """A cell as a label may show it, whatever signs it holds."""
    line = " ".join(text.split())
    return _SIGN.sub(r"\\\1", line if len(line) <= 60 else line[:59] + "…")
