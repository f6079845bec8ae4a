"""The rows of a chart of dots: what each shows, what it says in words, and the values that must fit on the axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from skm_core.results.change import Change
from skm_core.results.measured import Measured, MeasuredUnsur
from skm_core.results.showing import answers, ikm_text, margin, nrr_text, visible, visible_nrr
from skm_core.rules import Mutu
from skm_ui.figure import letter
from skm_ui.format import decimal, whole

WITHHELD = "n < 10"
ABSENT = "tanpa data"


@dataclass(frozen=True, slots=True)
class Mark:
    """One row. `value` None = nothing may be shown, `text` says why; `under` stands small below the text.

    `rentang` is the interval in axis units; `before` an earlier value, `target` an aim, both drawn as context.
    `sure`: the mutu is certain. `acuan` says which figure the row is (and after ";" the earlier one that its
    hover names), `ubah` which change its hover speaks of.
    """

    name: str
    value: Decimal | None
    text: str
    hover: str
    mutu: Mutu | None = None
    key: str = ""
    before: Decimal | None = None
    target: Decimal | None = None
    rentang: tuple[Decimal, Decimal] | None = None
    strong: bool = False
    sure: bool = True
    under: str = ""
    acuan: str = ""
    ubah: str = ""


def ikm_mark(
    name: str,
    score: Measured | None,
    *,
    key: str = "",
    change: Change | None = None,
    target: Decimal | None = None,
    strong: bool = False,
) -> Mark:
    """The row of an IKM; the value is withheld below ten questionnaires. `change` draws where it stood before."""
    value = visible(score)
    hover = f"<b>{name}</b><br>{what_of(score)} {ikm_text(score)}"
    if score is None or value is None:
        text = ABSENT if score is None or score.ikm is None else WITHHELD
        return Mark(name, None, text, hover, key=key, target=target, strong=strong, acuan=score.acuan if score else "")
    before = visible(change.sebelum) if change else None
    if change and before is not None:
        hover += f"<br>{change.kata}<br>sejak {change.sejak.nama}: {ikm_text(change.sebelum)}"
    return Mark(
        name=name,
        value=value,
        text=f"<b>{decimal(value)}</b> {letter(score)}".rstrip(),
        hover=hover,
        mutu=score.mutu,
        key=key,
        before=before,
        target=target,
        rentang=score.rentang,
        strong=strong,
        sure=score.mutu_pasti,
        under=f"{margin(score)} · n {whole(score.n_kuesioner)}",
        acuan=f"{score.acuan};{change.sebelum.acuan}" if change and before is not None else score.acuan,
        ubah=change.acuan if change and before is not None else "",
    )


def what_of(score: Measured | None) -> str:
    """What a figure is called: a closed panel gives no IKM."""
    return "Nilai panel" if score and score.panel else "IKM"


def nrr_mark(name: str, unsur: MeasuredUnsur | None, *, full: str = "", key: str = "") -> Mark:
    """The row of an NRR (1 to 4); `full` is the whole name for the hover."""
    value = visible_nrr(unsur)
    hover = f"<b>{full or name}</b><br>NRR {nrr_text(unsur)}"
    if unsur is None or value is None:
        text = ABSENT if unsur is None or not unsur.nrr else WITHHELD
        return Mark(name, None, text, hover, key=key, acuan=unsur.acuan if unsur else "")
    return Mark(
        name=name,
        value=value,
        text=f"<b>{decimal(value)}</b>",
        hover=hover,
        key=key,
        rentang=unsur.rentang,
        under=f"{margin(unsur)} · n {whole(answers(unsur))}",
        acuan=unsur.acuan,
    )


def reading(marks: Sequence[Mark]) -> str:
    """How intervals and hollow dots are to be read, as the end of a note: "; garis = rentang 95%; …"; "" if none."""
    said = ""
    if any(mark.rentang for mark in marks):
        said += "; garis = rentang 95%"
    if any(mark.value is not None and not mark.sure for mark in marks):
        said += "; titik kosong dan “?” = mutu belum pasti"
    return said


def in_words(marks: Sequence[Mark], what: str) -> str:
    """The alternative text of the rows: "IKM: PKK 84,22 (± 2,39 · n 516); …"."""
    rows = "; ".join(
        f"{mark.name} {decimal(mark.value)} ({mark.under})" if mark.value is not None else f"{mark.name} {mark.text}"
        for mark in marks
    )
    return f"{what}: {rows}."


def spread(marks: Sequence[Mark]) -> list[Decimal | None]:
    """All values of the rows that must lie within the drawn excerpt, intervals included."""
    found: list[Decimal | None] = []
    for mark in marks:
        found += [mark.value, mark.before, mark.target if mark.value is not None else None]
        found += mark.rentang or ()
    return found
