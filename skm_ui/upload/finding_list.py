"""Findings grouped by code: how many, a few examples, one for each wrong spelling, and the rest behind one click."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby

import streamlit as st

from skm_core import registry
from skm_core.findings import BARIS, BERKAS, CATALOGUE, PERINGATAN, Finding, cut
from skm_core.intake import Draft, refused
from skm_core.intake.columns import ColumnMap
from skm_core.intake.correction import Place
from skm_core.intake.misspelt import Misspelt, same
from skm_core.store import Store
from skm_ui.format import whole
from skm_ui.upload import differing
from skm_ui.upload.repairs import unit
from skm_ui.upload.titles import SAID, TITLES, on_screen

EXAMPLES = 3
LISTED = 200
AROUND = 5
"""Cells of its row that stand under an example, around the one at fault."""
Rows = Mapping[Place, tuple[tuple[ColumnMap, str], ...]]
FIRST = "Periksa ini dahulu"
URGENT = frozenset({"TANGGAL_PERIODE_LAIN", "LAYANAN_TIDAK_DIBACA"})
"""Warnings that the file as a whole may be stored under the wrong heading: before everything else."""
GROUPS = {FIRST: FIRST, BARIS: "Baris yang ditolak", PERINGATAN: "Peringatan, barisnya tetap diterima"}


def refusals(draft: Draft) -> tuple[Finding, ...]:
    """What refuses the whole file and is not a question that the screen asks."""
    return tuple(one for one in draft.temuan if one.tingkat == BERKAS and one.kode not in SAID)


def n_warnings(draft: Draft) -> int:
    """All warnings, also those beyond the ones kept, without the question who collected."""
    return sum(n for kode, n in draft.jumlah_temuan.items() if CATALOGUE[kode][0] == PERINGATAN and kode not in SAID)


def show_refusals(findings: Iterable[Finding]) -> None:
    """One sentence for each reason."""
    for sentence in dict.fromkeys(on_screen(one.pesan) for one in findings):
        st.html(f'<p class="skm-error" role="alert">{escape(sentence)}</p>')


def show(store: Store, draft: Draft) -> None:
    """What puts the whole file in doubt, refused rows, then warnings; in each the most frequent first."""
    unsur = registry.unsur(store)
    items = draft.instrumen.butir if draft.instrumen else ()
    names = {item.kolom: unsur[item.unsur_kunci].pendek if item.unsur_kunci else item.teks for item in items}
    for weight, heading in GROUPS.items():
        found = [one for one in draft.temuan if _weight(one) == weight and one.kode not in SAID]
        found.sort(key=lambda one: (-draft.jumlah_temuan[one.kode], one.kode))
        groups = [_Group.of(kode, list(group), draft) for kode, group in groupby(found, key=lambda one: one.kode)]
        if groups:
            first = [one for group in groups for one, _ in group.examples if one.baris is not None]
            rows = refused.rows_around(draft, {(one.lembar, int(one.baris or 0)) for one in first})
            body = "".join(
                differing.html(draft.hitungan, TITLES[group.kode])
                if group.kode == differing.CODE
                else group.html(rows, names)
                for group in groups
            )
            st.html(f'<h3 class="skm-form">{heading}</h3><div class="skm-findings">{body}</div>')


def _weight(finding: Finding) -> str:
    return FIRST if finding.kode in URGENT else finding.tingkat


@dataclass(frozen=True, slots=True)
class _Group:
    """The findings of one code. `examples`: a finding and the spelling it stands for, if it is about one."""

    kode: str
    findings: Sequence[Finding]
    n: int
    spellings: Sequence[Misspelt]
    examples: Sequence[tuple[Finding, Misspelt | None]]

    @classmethod
    def of(cls, kode: str, findings: Sequence[Finding], draft: Draft) -> _Group:
        """The group with its examples: one of each spelling, or the first findings where nothing is spelt wrong."""
        spellings = _merged(one for one in draft.salah_tulis if one.kode == kode)
        by_place: dict[tuple[str, str | None, int | None], Finding] = {}
        for one in findings:
            by_place.setdefault((same(one.nilai or ""), one.lembar, one.baris), one)
        spelt = [(by_place.get((same(cut(one.nilai) or ""), one.lembar, one.baris)), one) for one in spellings]
        examples = [(finding, one) for finding, one in spelt if finding is not None][:EXAMPLES]
        first = [(one, None) for one in findings[:EXAMPLES]]
        return cls(kode, findings, draft.jumlah_temuan[kode], spellings, examples or first)

    def html(self, rows: Rows, names: Mapping[str, str]) -> str:
        """Title with its number, examples with their rows, and all of them behind one click."""
        examples = "".join(f"<li>{_sentence(*one)}{_around(one[0], rows, names)}</li>" for one in self.examples)
        left = self.n - sum(one.n if one else 1 for _, one in self.examples)
        others = len(self.spellings) - len(self.examples)
        if others > 0:
            examples += f"<li class='skm-note'>dan {whole(others)} tulisan lain</li>"
        elif left > 0:
            unit_name = "baris" if self.findings[0].baris else "temuan"
            examples += f"<li class='skm-note'>dan {whole(left)} {unit_name} lain</li>"
        number = f" <span>{whole(self.n)}</span>" if self.n > 1 else ""
        hidden = self.n > len(self.examples)
        everything = _spelt(self.spellings) if others > 0 else _all(self.findings, self.n) if hidden else ""
        return f"<section><h4>{TITLES.get(self.kode, self.kode)}{number}</h4><ul>{examples}</ul>{everything}</section>"


def _merged(spellings: Iterable[Misspelt]) -> list[Misspelt]:
    """One entry for a spelling, in however many columns of answers it stands; the most frequent first."""
    found: dict[str, Misspelt] = {}
    for one in spellings:
        known = found.get(same(one.nilai))
        found[same(one.nilai)] = replace(known, n=known.n + one.n) if known else one
    return sorted(found.values(), key=lambda one: (-one.n, one.baris))


def _sentence(finding: Finding, one: Misspelt | None) -> str:
    """The sentence of a finding; of a spelling that stands in many rows, in how many."""
    sentence = on_screen(finding.pesan)
    if one is None or one.n == 1 or not sentence.startswith("Baris "):
        return escape(sentence)
    return f"<b>{whole(one.n)} {unit(one)}</b>, mis. {escape(sentence[:1].lower() + sentence[1:])}"


def _around(finding: Finding, rows: Rows, names: Mapping[str, str]) -> str:
    """The row of an example: the cell at fault and its neighbours, as they stand in the file."""
    cells = rows.get((finding.lembar, finding.baris or 0), ())
    fault = _fault(finding, cells)
    shown = [(column, cell) for index, (column, cell) in enumerate(cells) if cell or index == fault]
    if not shown:
        return ""
    at = next(
        (index for index, (column, _) in enumerate(shown) if fault is not None and column is cells[fault][0]), None
    )
    first = max(0, min((at or 0) - AROUND // 2, len(shown) - AROUND))
    body = ""
    for index, (column, cell) in enumerate(shown[first : first + AROUND], first):
        name = _short(names.get(column.target) or column.header or column.letter)
        kind = " class=fault" if index == at else ""
        body += f"<span{kind}><i>{escape(name)}</i>{escape(cut(cell) or '(kosong)')}</span>"
    return f"<div class='skm-around'>{body}</div>"


def _fault(finding: Finding, cells: Sequence[tuple[ColumnMap, str]]) -> int | None:
    """Which cell of its row a finding is about: by heading and content, else by either; None if it is about the row."""
    headed = [index for index, (column, _) in enumerate(cells) if finding.kolom and cut(column.header) == finding.kolom]
    holding = [index for index, (_, cell) in enumerate(cells) if finding.nilai and cut(cell) == finding.nilai]
    both = [index for index in headed if index in holding]
    return next(iter([*both, *(index for index in headed if not finding.nilai), *holding, *headed]), None)


def _short(header: str) -> str:
    line = " ".join(header.split())
    return line if len(line) <= 24 else line[:23] + "…"


def _all(findings: Sequence[Finding], n: int) -> str:
    sheets = len({one.lembar for one in findings}) > 1
    rows = "".join(
        f"<tr>{f'<td>{escape(one.lembar or str())}</td>' if sheets else ''}<td class='num'>{one.baris or ''}</td>"
        f"<td>{escape(one.kolom or '')}</td><td>{escape(one.nilai or '')}</td></tr>"
        for one in findings[:LISTED]
    )
    heads = f"{'<th>Lembar</th>' if sheets else ''}<th class='num'>Baris</th><th>Kolom</th><th>Isi</th>"
    return _behind("Lihat semua", heads, rows, f"{whole(LISTED)} yang pertama dari {whole(n)}." if n > LISTED else "")


def _spelt(spellings: Sequence[Misspelt]) -> str:
    rows = "".join(
        f"<tr><td>{escape(cut(one.nilai) or '')}</td><td class='num'>{whole(one.n)}</td>"
        f"<td class='num'>{one.baris}</td><td>{escape(_short(one.judul or one.huruf))}</td></tr>"
        for one in spellings[:LISTED]
    )
    heads = "<th>Isi</th><th class='num'>Banyaknya</th><th class='num'>Baris pertama</th><th>Kolom</th>"
    n = len(spellings)
    note = f"{whole(LISTED)} yang paling sering dari {whole(n)}." if n > LISTED else ""
    return _behind(f"Lihat semua {whole(n)} tulisan", heads, rows, note)


def _behind(summary: str, heads: str, rows: str, note: str) -> str:
    """A table behind one click, and under it how much of all it holds."""
    more = f"<p class='skm-note'>{note}</p>" if note else ""
    return (
        f"<details class='skm-all'><summary>{summary}</summary>"
        "<div class='skm-scroll' tabindex='0' role='group' aria-label='Tabel'>"
        f"<table class='skm-table'><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
        f"{more}</details>"
    )
