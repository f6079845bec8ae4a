"""Comments that a person chose to be quoted in the letter to a kelurahan. None is quoted unless somebody chose it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from skm_core.errors import InvalidSettingError
from skm_core.reports import texts
from skm_core.reports.parts import Teks
from skm_core.reports.scope import Scope
from skm_core.results.layanan import Saran
from skm_core.store import Store

MOST_QUOTED = 4
"""As many as a letter of one page has room for."""
_QUOTES = Teks("kutipan", "Saran yang dikutip", "", "")


def quotable(saran: Iterable[Saran]) -> tuple[str, ...]:
    """Comments as they may be quoted, each once and on one line; those of cells below ten are not among `saran`."""
    return tuple(dict.fromkeys(line for one in saran if (line := " ".join(one.teks.split()))))


def quoted(store: Store, what: Scope, pengumpul: str, saran: Iterable[Saran]) -> tuple[str, ...]:
    """The chosen comments of a scope that may still be shown, in the order in which they were chosen."""
    (found,) = texts.rewritten(store, what, pengumpul, (_QUOTES,))
    allowed = set(quotable(saran))
    return tuple(line for line in found.teks.splitlines() if line in allowed)


def save_quotes(
    store: Store, what: Scope, pengumpul: str, chosen: Sequence[str], saran: Iterable[Saran], *, oleh: str
) -> None:
    """Keep which comments are quoted; none: nothing is quoted.

    Raises InvalidSettingError for more than four, for one that is no comment of the scope, or without a name.
    """
    if len(chosen) > MOST_QUOTED:
        raise InvalidSettingError(f"Paling banyak {MOST_QUOTED} saran dapat dikutip. Hapus sebagian pilihan.")
    if not set(chosen) <= set(quotable(saran)):
        raise InvalidSettingError("Saran yang dipilih sudah tidak ada dalam data. Muat ulang halaman, lalu pilih lagi.")
    texts.save_text(store, what, pengumpul, _QUOTES, "\n".join(chosen), oleh=oleh)
