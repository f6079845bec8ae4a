"""The one file a session is about to upload. It lives in the session only, until it is saved or another is chosen.

Streamlit forgets the file of a chooser that is not on the screen; what was read of it stays, with what was chosen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from skm_core import effect, intake
from skm_core.effect import Effect
from skm_core.intake import Draft, Options, RawFile
from skm_core.intake.span import Span
from skm_core.store import Store
from skm_core.terms import Periode
from skm_ui.upload.progress import CHECKING, COMPARING, READING, WEIGHING, bar

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

    from skm_ui.upload.repairs import Repair

MAX_MEGABYTES = 300
TYPES = ("csv", "tsv", "txt", "xlsx", "xlsm", "xls", "ods", "html", "htm", "xml", "zip")
TOO_LARGE = f"Berkas ini lebih besar dari {MAX_MEGABYTES} MB. Bagi menjadi beberapa berkas, misalnya per layanan."
_HELD, _TURN = "unggah_dipegang", "unggah_giliran"


@dataclass(slots=True)
class Held:
    """A file as read, what was asked about it so far, and the last draft made of it."""

    file_id: str
    raw: RawFile
    asked: set[str] = field(default_factory=set)
    codes: str = ""
    """Answers that are only codes, as examples: "A1, A2, A3, A4"."""
    drafted: tuple[Options, tuple[str, int], object, Draft] | None = None
    weighed: tuple[Draft, bool, tuple[Effect, ...]] | None = None
    rentang: Span | None = None
    """When it was filled; kept once the periode is chosen."""
    usul: Periode | None = None
    repairs: dict[tuple[object, ...], Repair] = field(default_factory=dict)
    """Misspelt cells that the screen offers to read as a known name; one that was decided stays."""
    skip_copies: bool = False
    said: object = None
    """What the button to store said when it was drawn."""
    overtaken: bool = False
    """True if somebody else stored in the very moment of the click."""

    def effects(self, store: Store, draft: Draft, *, take_changes: bool) -> tuple[Effect, ...]:
        """What storing the draft would change; computed once per draft and choice."""
        known = self.weighed
        if known is None or known[0] is not draft or known[1] != take_changes:
            with bar(WEIGHING, 0.8):
                known = self.weighed = (draft, take_changes, effect.of_upload(store, draft, take_changes=take_changes))
        return known[2]

    def draft(self, store: Store, options: Options) -> Draft:
        """The draft under these options, against the database as it is now.

        The file is checked anew only if the options changed, or the words it is read by; a commit of somebody else
        costs only the comparison.
        """
        version, known = store.data_version, self.drafted
        if known is None or known[:2] != (options, version):
            ground = intake.ground(store, self.raw)
            if known and (known[0], known[2]) == (options, ground):
                with bar(COMPARING, 0.5):
                    draft = intake.compared_again(store, known[3])
            else:
                with bar(CHECKING, 0.5):
                    draft = intake.prepare(store, self.raw, options)
            known = self.drafted = (options, version, ground, draft)
        draft = known[3]
        self.asked.update(draft.pertanyaan)
        self.rentang, self.usul = draft.rentang or self.rentang, draft.usul or self.usul
        for finding in draft.temuan:
            if finding.kode == "KODE_PILIHAN":
                self.codes = finding.pesan.partition("(")[2].partition(")")[0]
        return draft


def choose() -> Held | None:
    """Draw the file chooser; the chosen file as read, or None.

    Back from another page it is the file chosen before, and a button for another one.
    """
    key = f"unggah_berkas_{st.session_state.setdefault(_TURN, 0)}"
    kept: Held | None = st.session_state.get(_HELD)
    if kept is not None and key not in st.session_state:
        still_here(kept.raw.nama, finish)
        return kept
    chosen = st.file_uploader(
        "Berkas hasil survei",
        type=list(TYPES),
        key=key,
        max_upload_size=MAX_MEGABYTES,
        label_visibility="collapsed",
    )
    if chosen is None:
        drop()
        return None
    if too_large(chosen.size):
        drop()
        st.html(f'<p class="skm-error" role="alert">{TOO_LARGE}</p>')
        return None
    if kept is None or kept.file_id != chosen.file_id:
        drop()
        kept = _read(chosen)
        st.session_state[_HELD] = kept
    return kept


def still_here(name: str, another: Callable[[], None]) -> None:
    """Say which file is still held since the page was left; the button forgets it by `another`."""
    with st.container(key="skm-masih", horizontal=True, vertical_alignment="center"):
        st.html(f'<p class="skm-notice" role="status">Berkas yang tadi dipilih: <b>{escape(name)}</b></p>')
        st.button("Pilih berkas lain", key="berkas_lain", on_click=another)


def too_large(size: int) -> bool:
    """True for a file beyond the limit; the browser's own check can be walked around."""
    return size > MAX_MEGABYTES * 1024**2


def _read(chosen: UploadedFile) -> Held:
    with bar(READING):
        return Held(chosen.file_id, intake.read_file(chosen.getvalue(), chosen.name))


def drop() -> None:
    """Forget the cells of the file."""
    kept: Held | None = st.session_state.pop(_HELD, None)
    if kept is not None:
        kept.raw.close()


def finish() -> None:
    """Forget the file and its bytes, and offer an empty chooser."""
    drop()
    st.session_state[_TURN] += 1
