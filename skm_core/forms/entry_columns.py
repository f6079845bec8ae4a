"""The columns of the Excel entry sheet: what is typed, what is filled in by formula, and what each cell may hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from skm_core.forms import columns as names
from skm_core.forms.blank import Blank, Question
from skm_core.forms.columns import Context, blocks, contexts
from skm_core.forms.profile import JENIS_KELAMIN, PEKERJAAN, PENDIDIKAN, USIA
from skm_core.intake.own_forms import DAFTAR
from skm_core.terms import Layanan

EXCEL_TITLE, EXCEL_MESSAGE = 32, 255
"""Longest title and text of a hint at a cell."""
_FREE = {"ignore_blank": True, "error_title": "Periksa isian"}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: header, kind, width, formula with {r} for the row number, and Excel's data validation."""

    judul: str
    jenis: str
    lebar: float
    rumus: str = ""
    sah: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Plan:
    """All columns from left to right. `answers`: first and last column of every block of answers."""

    columns: tuple[Column, ...]
    answers: tuple[tuple[int, int], ...]

    def index(self, jenis: str) -> int:
        """Place of the first column of a kind."""
        return next(index for index, column in enumerate(self.columns) if column.jenis == jenis)

    @property
    def long_titles(self) -> bool:
        """True if whole question texts stand in the header."""
        return any(len(column.judul) > 40 for column in self.columns)


def plan(form: Blank) -> Plan:
    """Number and check first (they stay in view), then what is typed, then what the form itself says."""
    known = contexts(form, code=True)
    typed = [*_profile(form)]
    typed += [_choice(one, place) for place, one in enumerate(one for one in known if not one.tetap)]
    answers = []
    for layanan, asked in blocks(form):
        first = 2 + len(typed)
        typed += [_answer(question, layanan) for question in asked]
        answers.append((first, 1 + len(typed)))
        typed.append(Column(names.saran_title(layanan), "saran", 36 if layanan else 48))
    entered = f"COUNTA({_cells(2, 1 + len(typed))})"
    fixed = [Column(one.judul, "tetap", 18, f'=IF({entered}=0,"",{_said(one)})') for one in known if one.tetap]
    check = Column("Periksa", "periksa", 24, _check(entered, typed, answers))
    return Plan((Column("No", "nomor", 6), check, *typed, *fixed), tuple(answers))


def _said(one: Context) -> str:
    """The only choice as a text in a formula."""
    return '"' + one.pilihan[0][1].replace('"', '""') + '"'


def title(question: Question, layanan: Layanan | None) -> str:
    """Header of an answer column: "4. Biaya/Tarif", in a form of several layanan "4. Posyandu: Biaya/Tarif"."""
    return f"{question.nomor}. " + (f"{layanan.nama}: " if layanan else "") + question.judul


def _profile(form: Blank) -> list[Column]:
    first, last = form.periode.mulai or date(2000, 1, 1), form.periode.selesai or date(2099, 12, 31)
    youngest, oldest = USIA
    return [
        Column(
            names.TANGGAL, "tanggal", 12,
            sah={**_FREE, "validate": "date", "criteria": "between", "minimum": first, "maximum": last,
                 "error_type": "warning", "error_message": f"Tanggal ini di luar periode {form.periode.nama}."},
        ),
        Column(
            names.JENIS_KELAMIN, "profil", 9,
            sah={**_FREE, "validate": "list", "source": [letter for letter, _ in JENIS_KELAMIN],
                 "input_title": "Jenis kelamin", "input_message": "L = laki-laki, P = perempuan",
                 "error_message": "Pilih L atau P."},
        ),
        Column(
            names.USIA, "profil", 7,
            sah={**_FREE, "validate": "integer", "criteria": "between", "minimum": youngest, "maximum": oldest,
                 "error_message": f"Tulis usia dalam tahun, {youngest} sampai {oldest}."},
        ),
        Column(
            names.PENDIDIKAN, "profil", 12,
            sah={**_FREE, "validate": "list", "source": list(PENDIDIKAN), "error_message": "Pilih dari daftar."},
        ),
        Column(
            names.PEKERJAAN, "profil", 13,
            sah={**_FREE, "validate": "list", "source": list(PEKERJAAN), "show_error": False},
        ),
    ]  # fmt: skip


def _choice(one: Context, place: int) -> Column:
    """A drop-down over a column of the sheet with the lists."""
    name, n = xl_col_to_name(place), len(one.pilihan)
    return Column(
        one.judul, one.nama, 22,
        sah={**_FREE, "validate": "list", "source": f"='{DAFTAR}'!${name}$2:${name}${n + 1}",
             "error_message": f"Pilih {one.judul.lower()} dari daftar."},
    )  # fmt: skip


def _answer(question: Question, layanan: Layanan | None) -> Column:
    meaning = "\n".join(f"{value} = {label}" for value, label in enumerate(question.label, 1))
    return Column(
        title(question, layanan), "jawaban", 12,
        sah={**_FREE, "validate": "list", "source": ["1", "2", "3", "4"],
             "input_title": f"{question.nomor}. {question.judul}"[:EXCEL_TITLE],
             "input_message": meaning[:EXCEL_MESSAGE],
             "error_message": "Ketik 1, 2, 3, atau 4; kosongkan bila tidak dijawab."},
    )  # fmt: skip


def _check(entered: str, typed: Sequence[Column], answers: Sequence[tuple[int, int]]) -> str:
    """The sentence about a row, as a formula: empty, what is wrong, what is missing, or "Lengkap".

    A block without any answer is a layanan that was not judged, and misses nothing.
    """
    given = "+".join(f"COUNTA({_cells(*block)})" for block in answers)
    good = "+".join(f"COUNTIF({_cells(*block)},{value})" for block in answers for value in (1, 2, 3, 4))
    missing = "+".join(
        f"IF(COUNTA({_cells(*block)})=0,0,{block[1] - block[0] + 1}-COUNTA({_cells(*block)}))" for block in answers
    )
    steps = [
        (f"{entered}=0", '""'),
        (f"({given})=0", '"Jawaban belum diisi"'),
        (f"({good})<({given})", '"Ada jawaban di luar 1–4"'),
    ]
    for index, column in enumerate(typed, 2):
        if column.jenis in ("layanan", "kelurahan"):
            steps.append((f'{_cells(index, index)}=""', f'"{column.judul} belum dipilih"'))
    steps.append((f"({missing})>0", f'"Kosong: "&({missing})&" jawaban"'))
    formula = '"Lengkap"'
    for condition, outcome in reversed(steps):
        formula = f"IF({condition},{outcome},{formula})"
    return "=" + formula


def _cells(first: int, last: int) -> str:
    """Columns `first` to `last` of the row that {r} stands for."""
    return f"${xl_col_to_name(first)}{{r}}" + ("" if first == last else f":${xl_col_to_name(last)}{{r}}")
