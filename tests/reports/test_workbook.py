"""The workbook: its live formulas give the library's figures, before and after an answer is changed."""

from __future__ import annotations

import io
import random
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from skm_core import intake, reference, scoring, settings
from skm_core.intake.own_forms import CATATAN, GABUNGAN, REKAP
from skm_core.reports.content import Content, content
from skm_core.reports.kinds import KINDS
from skm_core.reports.scope import Scope, scope
from skm_core.reports.workbook import formula
from skm_core.reports.workbook import part as parts
from skm_core.reports.workbook.book import workbook
from skm_core.results.measured import measure
from skm_core.results.showing import TERSEMBUNYI
from skm_core.rules import ikm, publish_ikm, publish_nrr
from skm_core.scoring import Score
from skm_core.store import Store
from skm_core.terms import Periode, Pilihan
from tests.build import KALIDERES, KAPUK, UNSUR, form, ingest
from tests.reports.conftest import DAY
from tests.reports.office import MISSING, Figures, figures, formulas, office, recalculated, recap
from tests.unit.test_scoring import answers, custom

CITY = Scope("kota", "", "2019-q2")
BORDERS = {"posyandu": (43, 1367), "pkk": (19, 524), "ppsu": (113, 2644)}
"""Questionnaires and sum of all answers whose index is exactly half a cent: 88,305, 76,605 and 64,995."""
MIXED = [[3, 3, 2 + n % 3 % 2, 4, 3, 3, 4, 2, None if n % 5 == 0 else 3] for n in range(29)]
"""29 questionnaires with blanks, so that the unsur have different numbers of answers."""


def adding_up(n: int, total: int) -> list[list[int]]:
    """n questionnaires of nine answers that add up to the total."""
    low, more = divmod(total, 9 * n)
    cells = [low + (at < more) for at in range(9 * n)]
    return [cells[9 * row : 9 * row + 9] for row in range(n)]


def made(rows: Sequence[dict[str, Any]], what: Scope = CITY, prepared: Any = lambda store: None) -> tuple[bytes, Score]:
    """The workbook of these rows, and the library's score."""
    with Store() as store:
        reference.seed(store)
        prepared(store)
        ingest(store, rows)
        (score,) = scoring.score(store, what.pilihan)
        return workbook(store, content(store, what, tanggal=DAY)), score


def changed(book: bytes, sheet: str, **cells: object) -> bytes:
    """The workbook after a person typed into cells."""
    opened = openpyxl.load_workbook(io.BytesIO(book))
    for cell, value in cells.items():
        opened[sheet][cell] = value
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


def older(store: Store) -> None:
    first, last = date(2005, 1, 1), date(2005, 12, 31)
    settings.save_periode(store, Periode("2005", "Tahun 2005", first, last, "kepmenpan-25-2004", "acak", "buka"))


def fourteen() -> list[dict[str, Any]]:
    cells = {f"U{n}": 2 + n % 2 for n in range(1, 15)}
    return [{"periode": "2005", "kode_kelurahan": KAPUK, "layanan": "pkk", **cells} for _ in range(12)]


def own(store: Store) -> None:
    """A questionnaire with two questions for one unsur and own weights, beside the standard one."""
    weights = {"waktu": Fraction(2, 3), "biaya": Fraction(1, 3)}
    instrumen = custom(store, "sendiri", ["waktu", "waktu", "biaya"], weights)
    ingest(store, [answers(instrumen, [2 + n % 3, 3, None if n < 4 else 4]) for n in range(17)], name="sendiri.csv")


def random_counts() -> list[list[tuple[int, int]]]:
    """(sum, answers) of nine unsur: 300 at random, and 150 whose index is exactly half a cent."""
    chance = random.Random(14)

    def one(n: int) -> tuple[int, int]:
        return chance.randint(n, 4 * n), n

    found = [[one(chance.randint(10, 20_000)) for _ in UNSUR] for _ in range(300)]
    borders: list[list[tuple[int, int]]] = []
    while len(borders) < 150:
        sizes = [chance.choice([8, 16, 19, 40, 43, 80, 113, 160, 1600])] * 9
        if len(borders) % 2:
            sizes = [chance.choice([16, 40, 80, 160, 1600]) for _ in UNSUR]
        tried = [one(n) for n in sizes]
        index = sum((Fraction(*pair) for pair in tried), Fraction(0)) * Fraction(2500, 9)
        if index % 1 == Fraction(1, 2):
            borders.append(tried)
    return found + borders


def column_of_formulas(counted: list[list[tuple[int, int]]]) -> bytes:
    out, book = io.BytesIO(), openpyxl.Workbook()
    for row in counted:
        nrr = "+".join(f"{sum_}/{n}" for sum_, n in row)
        book.worksheets[0].append(
            ["=" + formula.half_up(f"(({nrr})/9)", 2, 25), "=" + formula.half_up("{}/{}".format(*row[0]), 3)]
        )
    book.save(out)
    return out.getvalue()


class Case:
    """Workbooks as the library writes them, the library's scores, and the same workbooks recalculated."""

    def __init__(self, folder: Path, demo: Store, kota: Content) -> None:
        self.score: dict[str, Score] = {}
        self.book: dict[str, bytes] = {}
        self._add("campur", [form(row) for row in MIXED])
        self._add("sembilan", [form(row) for row in MIXED[:9]])
        self._add("empat-belas", fourteen(), Scope("kota", "", "2005"), older)
        self._add("sendiri", [form(row) for row in MIXED], prepared=own)
        border = [form(row, layanan=layanan) for layanan, (n, sum_) in BORDERS.items() for row in adding_up(n, sum_)]
        self._add("batas", border)
        self.book["kota"] = workbook(demo, kota)
        self.book["diubah"] = changed(self.book["campur"], "Posyandu", D10=1, J11=None, B12=1)
        self.book["kosong"] = changed(
            self.book["campur"],
            "Posyandu",
            **{f"{column}{row}": None for column in "ABCDEFGHIJ" for row in range(9, 38)},
        )
        self.book["satu-unsur"] = changed(self.book["campur"], "Posyandu", **{f"E{row}": None for row in range(9, 38)})
        self.counted = random_counts()
        self.book["acak"] = column_of_formulas(self.counted)
        self.opened: dict[str, Workbook] = recalculated(self.book, folder)

    def _add(
        self, name: str, rows: Sequence[dict[str, Any]], what: Scope = CITY, prepared: Any = lambda _: None
    ) -> None:
        self.book[name], self.score[name] = made(rows, what, prepared)

    def sheet(self, name: str, sheet: str = "Posyandu") -> Figures:
        return figures(self.opened[name], sheet)


@pytest.fixture(scope="session")
def case(tmp_path_factory: pytest.TempPathFactory, demo: Store, kota: Content) -> Case:
    if office() is None:
        pytest.skip(MISSING)
    return Case(tmp_path_factory.mktemp("office"), demo, kota)


def by_rows(rows: Sequence[Sequence[int | None]]) -> Score:
    """The library's score of these answers."""
    with Store() as store:
        reference.seed(store)
        ingest(store, [form(row) for row in rows])
        (score,) = scoring.score(store)
        return score


def close(found: object, exact: Fraction | None) -> bool:
    return exact is not None and isinstance(found, int | float) and abs(Fraction(found) - exact) < Fraction(1, 10**12)


def agrees(found: Figures, score: Score) -> None:
    """Every line of a sheet of the standard questionnaire is the library's."""
    assert found.lines["Jumlah kuesioner terisi"][0] == score.n_kuesioner
    order = sorted(score.unsur, key=lambda one: NUMBER.get(one.kunci, 0))
    assert found.row("Jumlah nilai") == [one.jumlah_nilai for one in order]
    assert found.row("Jumlah kuesioner yang menjawab") == [one.n_jawaban for one in order]
    assert [Decimal(str(one)) for one in found.row("NRR per unsur")] == [one.nrr_terbit for one in order]
    *weighted, total = found.row("NRR tertimbang per unsur")
    assert all(close(cell, one.nrr * one.bobot) for cell, one in zip(weighted, order, strict=True) if one.nrr)
    assert close(total, score.tertimbang)
    assert Decimal(str(found.ikm)) == score.ikm
    assert score.mutu and found.mutu == f"{score.mutu.huruf} ({score.mutu.kinerja})"


NUMBER = {unsur.kunci: unsur.nomor for unsur in reference.unsur()}


def test_the_formulas_give_the_figures_of_the_library(case: Case, demo: Store) -> None:
    for score in measure(demo, Pilihan(("2020-q4",), pengumpul="kota"), ["layanan"]):
        name = next(one.nama for one in reference.layanan() if one.kode == score.layanan)
        agrees(case.sheet("kota", name), score)
        row = recap(case.opened["kota"])[name]
        assert row[2] == score.n_kuesioner and Decimal(str(row[3])) == score.ikm
        assert score.mutu and row[6] == f"{score.mutu.huruf} ({score.mutu.kinerja})"
        assert Decimal(str(row[4])) == score.plus_minus
    (total,) = measure(demo, Pilihan(("2020-q4",), pengumpul="kota"))
    agrees(case.sheet("kota", GABUNGAN), total)
    rows = recap(case.opened["kota"])
    assert Decimal(str(rows["Jakarta Barat, semua kuesioner"][3])) == total.ikm
    for unsur in total.unsur:
        named = next(one.nama for one in reference.unsur() if one.kunci == unsur.kunci)
        assert Decimal(str(rows[named][3])) == unsur.nrr_terbit and Decimal(str(rows[named][4])) == unsur.plus_minus


def test_the_mean_of_the_layanan(case: Case, kota: Content) -> None:
    assert kota.rata_bagian
    assert Decimal(str(recap(case.opened["kota"])["Rata-rata layanan"][3])) == kota.rata_bagian.ikm


def test_a_viewer_that_does_not_compute_shows_the_same(case: Case) -> None:
    n = 0
    for name in case.score:
        for (sheet, cell), stored in formulas(case.book[name]).items():
            computed = case.opened[name][sheet][cell].value
            if isinstance(stored, str):
                assert computed == stored, (name, sheet, cell)
            else:
                assert computed == pytest.approx(stored, abs=1e-12), (name, sheet, cell)
            n += 1
    assert n > 300


def test_one_changed_answer_changes_the_figures_as_the_library_says(case: Case) -> None:
    """Rows stand in the order of their answers: the answers are read back from the sheet before they are changed."""
    sheet = openpyxl.load_workbook(io.BytesIO(case.book["campur"]))["Posyandu"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=9, max_row=37, min_col=2, max_col=10)]
    assert sorted(map(str, rows)) == sorted(map(str, MIXED))
    assert (rows[1][2], rows[2][8], rows[3][0]) != (1, None, 1)
    rows[1][2], rows[2][8], rows[3][0] = 1, None, 1
    agrees(case.sheet("campur"), case.score["campur"])
    agrees(case.sheet("diubah"), by_rows(rows))
    assert case.sheet("diubah").ikm != case.sheet("campur").ikm
    assert recap(case.opened["diubah"])["Posyandu"][3] == case.sheet("diubah").ikm


@pytest.mark.parametrize(
    ("layanan", "ikm", "mutu"),
    [("Posyandu", 88.31, "A (Sangat baik)"), ("PKK", 76.61, "B (Baik)"), ("PPSU", 65.0, "C (Kurang baik)")],
)
def test_exactly_half_a_cent_is_rounded_up(case: Case, layanan: str, ikm: float, mutu: str) -> None:
    found = case.sheet("batas", layanan)
    assert (found.ikm, found.mutu) == (ikm, mutu)


def test_rounding_is_exact_for_any_counts(case: Case) -> None:
    rows = case.opened["acak"].worksheets[0].iter_rows(values_only=True)
    for (index, nrr), counted in zip(rows, case.counted, strict=True):
        weighted = sum((Fraction(*pair) for pair in counted), Fraction(0)) / 9
        assert Decimal(str(index)) == publish_ikm(ikm(weighted)), counted
        assert Decimal(str(nrr)) == publish_nrr(Fraction(*counted[0])), counted


def test_fourteen_unsur_of_the_older_rule(case: Case) -> None:
    found = case.sheet("empat-belas", "PKK")
    assert len(found.row("NRR per unsur")) == 14
    assert (found.ikm, found.mutu) == (62.5, "C (Kurang baik)")


def test_own_weights_several_questions_and_two_questionnaires(case: Case) -> None:
    score = case.score["sendiri"]
    assert len(score.instrumen) == 2
    row = recap(case.opened["sendiri"])["Posyandu"]
    assert row[2] == 46 and Decimal(str(row[3])) == score.ikm
    with Store() as store:
        reference.seed(store)
        own(store)
        (alone,) = scoring.score(store)
    mine = next(case.sheet("sendiri", name) for name in ("Posyandu", "Posyandu (2)")
                if len(case.sheet("sendiri", name).row("Jumlah nilai")) == 3)  # fmt: skip
    assert Decimal(str(mine.ikm)) == alone.ikm
    assert [Decimal(str(one)) for one in mine.row("NRR per unsur")] == [
        one.nrr_terbit for one in sorted(alone.unsur, key=lambda one: NUMBER[one.kunci])
    ]


def test_below_ten_no_score_and_nothing_breaks_without_answers(case: Case) -> None:
    assert case.sheet("sembilan").ikm == TERSEMBUNYI and case.sheet("sembilan").mutu == "–"
    assert recap(case.opened["sembilan"])["Posyandu"][3] == TERSEMBUNYI
    assert case.sheet("sembilan").row("NRR per unsur") == ["–"] * 9
    empty = case.sheet("kosong")
    assert empty.lines["Jumlah kuesioner terisi"][0] == 0 and empty.ikm == TERSEMBUNYI
    for name, book in case.opened.items():
        shown = [str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell]
        assert not [cell for cell in shown if cell.startswith(("#", "Err:"))], name


def test_an_unsur_nobody_answered_is_left_out_of_the_weights(case: Case) -> None:
    agrees(case.sheet("campur"), case.score["campur"])
    rows = [[*row[:3], None, *row[4:]] for row in MIXED]
    score = by_rows(rows)
    found = case.sheet("satu-unsur")
    assert score.unsur_kosong == ("biaya",) and Decimal(str(found.ikm)) == score.ikm
    assert found.row("Bobot")[3] == 0 and found.row("NRR per unsur")[3] == "–"


@pytest.mark.parametrize("name", ["campur", "empat-belas", "sendiri"])
def test_uploaded_it_is_the_processing_sheet_with_the_same_answers(name: str) -> None:
    rows, what, prepared = {
        "campur": (
            [form(row) for row in MIXED] + [form(MIXED[1], layanan="pkk", kelurahan=KALIDERES)] * 12,
            CITY,
            None,
        ),
        "empat-belas": (fourteen(), Scope("kota", "", "2005"), older),
        "sendiri": ([form(row) for row in MIXED], CITY, own),
    }[name]
    book, score = made(rows, what, prepared or (lambda _: None))
    with Store() as store:
        reference.seed(store)
        if name == "empat-belas":
            older(store)
        if name == "sendiri":
            custom(store, "sendiri", ["waktu", "waktu", "biaya"], {"waktu": Fraction(2, 3), "biaya": Fraction(1, 3)})
        draft = intake.prepare(store, intake.read_file(book, "buku.xlsx"), intake.Options(pengumpul="kelurahan"))
        assert not draft.refused, [one.pesan for one in draft.temuan]
        assert {one.kode for one in draft.temuan} <= {"DARI_JUDUL", "DIPETAKAN_MENURUT_NOMOR", "JAWABAN_KOSONG"}
        assert [one.cocok for one in draft.hitungan] == [True] * {"campur": 2}.get(name, 1)
        intake.ingest(store, draft, pengunggah="uji")
        (again,) = scoring.score(store, what.pilihan)
        assert (again.n_kuesioner, again.ikm_exact, again.unsur) == (score.n_kuesioner, score.ikm_exact, score.unsur)
        found = workbook(store, content(store, what, tanggal=DAY))
        assert answers_of(found) == answers_of(book)


def answers_of(book: bytes) -> list[tuple[object, ...]]:
    """All numbered rows of the sheets of a workbook."""
    opened = openpyxl.load_workbook(io.BytesIO(book))
    rows = [
        row
        for sheet in opened
        if sheet.title not in (REKAP, GABUNGAN, CATATAN)
        for row in sheet.iter_rows(values_only=True)
    ]
    return [row for row in rows if isinstance(row[0], int)]


def test_no_text_is_ever_a_formula(store: Store) -> None:
    settings.save_settings(store, {"instansi_nama": "=HYPERLINK(1)"})
    ingest(store, [form([3] * 9, saran="=1+1", responden="rahasia")] * 12)
    made = workbook(store, content(store, CITY, tanggal=DAY))
    opened = openpyxl.load_workbook(io.BytesIO(made))
    cells = [cell for sheet in opened for row in sheet.iter_rows() for cell in row]
    assert [cell.value for cell in cells if cell.data_type == "s" and str(cell.value).startswith(("=", "+", "@"))] == [
        "=HYPERLINK(1)"
    ]
    assert not [cell for cell in cells if cell.data_type == "f" and "HYPERLINK" in str(cell.value)]
    assert not [cell for cell in cells if "rahasia" in str(cell.value) or "1+1" in str(cell.value)]


def test_the_same_content_gives_the_same_bytes_and_demo_data_are_marked(
    demo: Store, kota: Content, store: Store
) -> None:
    first = workbook(demo, kota)
    assert first == workbook(demo, content(demo, kota.scope, tanggal=DAY))
    assert first != workbook(demo, content(demo, kota.scope, tanggal=date(2021, 1, 16)))
    for sheet in openpyxl.load_workbook(io.BytesIO(first)):
        marked = any("DATA CONTOH" in str(cell) for row in sheet.iter_rows(max_row=8, values_only=True) for cell in row)
        assert marked, sheet.title
    assert KINDS["buku-kerja"].file_name(kota) == "CONTOH-pengolahan-skm-2020-q4-kota.xlsx"
    ingest(store, [form([3] * 9)] * 12)
    assert b"CONTOH" not in workbook(store, content(store, CITY, tanggal=DAY))


def test_charts_are_native_and_point_at_the_figures(kota: Content, demo: Store) -> None:
    opened = openpyxl.load_workbook(io.BytesIO(workbook(demo, kota)))
    assert [len(sheet._charts) for sheet in opened] == [2, *[1] * 6, 0, 0]
    first = opened[REKAP]._charts[0]
    assert first.series[0].val.numRef.f == f"'{REKAP}'!$D$8:$D$13" and first.series[0].errBars


def test_too_many_questionnaires_leave_their_sums(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "MAKS_BARIS", 20)
    monkeypatch.setattr("skm_core.reports.workbook.book.MAKS_BARIS", 20)
    monkeypatch.setattr("skm_core.reports.workbook.recap.MAKS_BARIS", 20)
    ingest(store, [form(row) for row in MIXED])
    (score,) = scoring.score(store)
    book = openpyxl.load_workbook(io.BytesIO(workbook(store, content(store, CITY, tanggal=DAY))), data_only=True)
    agrees(figures(book, "Posyandu"), score)
    assert not answers_of(workbook(store, content(store, CITY, tanggal=DAY)))
    said = " ".join(str(row[0]) for name in (CATATAN, REKAP) for row in book[name].iter_rows(values_only=True))
    assert "Lebih dari" in said
    for untrue in ("memuat jawaban per responden", "Ubah satu jawaban", "bila jawaban diubah", "Baris diurutkan"):
        assert untrue not in said


def test_the_mean_of_layanan_does_not_tell_the_one_hidden(store: Store) -> None:
    ingest(store, [form(row) for row in MIXED] + [form([1] * 9, layanan="pkk") for _ in range(4)])
    c = content(store, CITY, tanggal=DAY)
    assert c.rata_bagian
    rows = recap(openpyxl.load_workbook(io.BytesIO(workbook(store, c)), data_only=True))
    assert rows["PKK"][3] == TERSEMBUNYI
    assert "Rata-rata layanan" not in rows


def test_the_recap_says_what_is_uncertain(store: Store) -> None:
    ingest(store, [form([3] * 9)] * 12 + [form(row, layanan="pkk") for row in MIXED[:12]], name="a.csv")
    book = openpyxl.load_workbook(io.BytesIO(workbook(store, content(store, CITY, tanggal=DAY))), data_only=True)
    rows = recap(book)
    assert rows["Posyandu"][7] == "tanpa rentang: semua jawaban sama, mutu belum pasti, sedikit jawaban"
    (pkk,) = measure(store, Pilihan(("2019-q2",), ("pkk",)))
    assert pkk.plus_minus and Decimal(str(rows["PKK"][4])) == pkk.plus_minus and "sedikit jawaban" in rows["PKK"][7]


def test_the_panel_has_no_mutu(demo: Store) -> None:
    c = content(demo, scope(demo, "lurah", "2019-maret"), tanggal=DAY)
    book = openpyxl.load_workbook(io.BytesIO(workbook(demo, c)), data_only=True)
    found = figures(book, "Lurah")
    assert found.mutu == "tanpa mutu: panel tertutup" and Decimal(str(found.ikm)) == c.score.ikm
    assert GABUNGAN not in book.sheetnames
