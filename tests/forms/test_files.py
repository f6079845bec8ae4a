"""What each file of a form holds, apart from being read again: labels, fonts, checks, validity, equal bytes."""

from __future__ import annotations

import io
import re
import time
from typing import Any

import openpyxl
import pypdf
import pytest
from pyxform.xls2xform import convert

from skm_core import forms, registry, settings
from skm_core.errors import InvalidSettingError, UnknownKeyError
from skm_core.forms import Blank
from skm_core.store import Store
from skm_core.terms import Instrumen
from tests.forms import fill
from tests.forms.formula import evaluate
from tests.forms.test_round_trip import own

KAPUK = "31.73.01.1005"
EVERY: dict[str, dict[str, Any]] = {
    "satu": {"layanan": ["posyandu"], "kelurahan": KAPUK},
    "pilih": {},
    "semua": {"cara": "semua", "kelurahan": KAPUK},
    "empat belas": {"instrumen": "ikm14", "layanan": ["ppsu"]},
    "empat belas, semua": {"instrumen": "ikm14", "cara": "semua"},
    "pejabat": {"instrumen": "kinerja2019", "layanan": ["lurah"], "kelurahan": KAPUK},
}


EIGHT = ("pkk", "rptra", "jumantik", "ppsu", "posyandu", "camat", "lurah", "wali_kota")


def made(store: Store, name: str) -> Blank:
    return forms.blank(store, periode="2019-q2", **EVERY[name])


def text_of(pdf: bytes) -> str:
    """The words of a PDF in order, line breaks and hard spaces as spaces."""
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages).split())


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("kind", forms.KINDS)
def test_the_same_form_is_the_same_file(store: Store, kind: str, name: str) -> None:
    first = forms.KINDS[kind].make(made(store, name))
    with_later_clock = time.time() + 1.1
    while kind in ("excel", "xlsform") and name == "satu" and time.time() < with_later_clock:
        time.sleep(0.1)
    assert forms.KINDS[kind].make(made(store, name)) == first


@pytest.mark.parametrize("name", ["satu", "pilih", "empat belas", "pejabat"])
def test_paper_prints_every_question_with_its_own_labels_in_the_order_of_the_values(store: Store, name: str) -> None:
    form = made(store, name)
    text = text_of(forms.pdf(form))
    at = 0
    for question in form.pertanyaan:
        at = text.index(question.teks, at)
        for value, label in enumerate(question.label, 1):
            at = text.index(f"{value} {label}", at)
    for word in ("Laki-laki", "08.00–12.00", "13.00–17.00", "Wirausaha", "S3", form.instansi, form.kode):
        assert word in text


def test_paper_of_all_layanan_names_them_and_every_label(store: Store) -> None:
    text = text_of(forms.pdf(made(store, "semua")))
    assert "PKK, RPTRA, Ketertiban umum, Jumantik, Posyandu, PPSU" in text
    assert "1 Sangat mahal · 2 Cukup mahal · 3 Murah · 4 Gratis" in text
    assert text.count("1 2 3 4") == 9 * 6


@pytest.mark.parametrize(("name", "pages"), [("satu", 1), ("semua", 1), ("empat belas", 1), ("empat belas, semua", 2)])
def test_paper_is_a4_of_at_most_two_pages_with_its_fonts_inside(store: Store, name: str, pages: int) -> None:
    form = made(store, name)
    paper = pypdf.PdfReader(io.BytesIO(forms.pdf(form)))
    assert len(paper.pages) == pages == len(forms.pages(form))
    found = set()
    for page in paper.pages:
        assert [round(float(side) / 72 * 25.4) for side in page.mediabox[2:]] == [210, 297]
        for font in page["/Resources"]["/Font"].values():
            (descendant,) = font.get_object()["/DescendantFonts"]
            found.add(re.sub(r"^/[A-Z]{6}\+", "", str(font.get_object()["/BaseFont"])))
            assert "/FontFile3" in descendant.get_object()["/FontDescriptor"].get_object()
    assert found == {"SourceSansPro-Regular-Identity-H", "SourceSansPro-Semibold-Identity-H"}


def test_twenty_questions_fit_two_pages(store: Store) -> None:
    standard = registry.instrumen(store)["ikm14"]
    long = [
        type(item)(
            "", f"b{n}", n, "tambahan", None, f"{item.teks} Jelaskan untuk keadaan yang nomor {n} dan seterusnya.",
            item.label,
        )
        for n, item in enumerate((standard.butir * 2)[14:20], 15)
    ]  # fmt: skip
    settings.save_instrumen(
        store, Instrumen("panjang", "Panjang", standard.aturan, "uji", (*standard.butir, *long), None)
    )
    form = forms.blank(store, instrumen="panjang", periode="2019-q2", layanan=["pkk"])
    assert len(forms.pages(form)) == 2


@pytest.mark.parametrize("name", EVERY)
def test_xlsform_is_valid_and_hides_what_is_settled(store: Store, name: str) -> None:
    form = made(store, name)
    data = forms.xlsform(form)
    result = convert(xlsform=io.BytesIO(data), file_type=".xlsx", validate=False)
    assert result.warnings == []
    survey, _ = fill.xlsform_sheets(data)
    hidden = {row["name"]: row["calculation"] for row in survey if row["type"] == "calculate"}
    assert hidden["periode"] == "'2019-q2'" and hidden["kode_kuesioner"] == f"'{form.instrumen.kode}'"
    assert ("kelurahan" in hidden) == (len(form.kelurahan) == 1)
    asked = [row for row in survey if row["type"].startswith("select_one jawaban")]
    assert len(asked) == len(form.pertanyaan) * (6 if form.cara == "semua" else 1)


@pytest.mark.parametrize("name", EVERY)
def test_text_and_script_are_the_same_google_form(store: Store, name: str) -> None:
    form = made(store, name)
    text = forms.google_text(form)
    for one in fill.script_content(forms.google_script(form))["isi"]:
        if one["jenis"] == "bagian":
            assert f"Bagian baru: {one['judul']}" in text
        else:
            assert "\n".join(["]", one["judul"], *one.get("pilihan", [])]) + "\n" in text


def test_a_name_with_quotes_stays_what_it_is(store: Store) -> None:
    service = registry.layanan(store)["posyandu"]
    named = type(service)("posyandu", 'Posyandu "Mawar" \\ </script>', "Pos", "layanan", 5, None, None, True)
    settings.save_layanan(store, named)
    form = made(store, "satu")
    content = fill.script_content(forms.google_script(form))
    assert next(one for one in content["isi"] if one["judul"] == "Jenis layanan")["pilihan"] == [named.nama]
    assert named.nama in text_of(forms.pdf(form))
    book = openpyxl.load_workbook(io.BytesIO(fill.entry_sheet(forms.entry_sheet(form), form, fill.people(9))))
    header = [cell.value for cell in book["Isian"][4]]
    assert book["Isian"].cell(5, header.index("Jenis layanan") + 1).value == named.nama


def test_entry_sheet_has_drop_downs_protection_and_a_frozen_header(store: Store) -> None:
    form = made(store, "pilih")
    book = openpyxl.load_workbook(io.BytesIO(forms.entry_sheet(form)))
    sheet = book["Isian"]
    assert sheet.freeze_panes == "C5" and sheet.protection.sheet
    header = {str(cell.value): cell for cell in sheet[4]}
    assert all(cell.protection.locked for cell in header.values())
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}

    def rule(title: str) -> Any:
        letter = header[title].column_letter
        return rules[f"{letter}5:{letter}504"]

    for number, question in enumerate(form.pertanyaan, 1):
        found = rule(f"{number}. {question.judul}")
        assert found.formula1 == '"1,2,3,4"'
        assert found.prompt == "\n".join(f"{value} = {label}" for value, label in enumerate(question.label, 1))
        assert not sheet[f"{header[f'{number}. {question.judul}'].column_letter}5"].protection.locked
    assert rule("Jenis kelamin").formula1 == '"L,P"'
    assert (rule("Usia").formula1, rule("Usia").formula2) == ("5", "120")
    assert [cell.value for cell in book["Daftar pilihan"]["A"]][:3] == ["Jenis layanan", "PKK", "RPTRA"]
    assert rule("Kelurahan").formula1 == "'Daftar pilihan'!$B$2:$B$57"
    assert len(book["Daftar pilihan"]["B"]) == 57
    guide = [[cell.value for cell in row] for row in book["Petunjuk pengisian"].iter_rows()]
    assert [4, form.pertanyaan[3].teks, "Sangat mahal", "Cukup mahal", "Murah", "Gratis"] in guide


CHECKS = {
    "": {},
    "Jawaban belum diisi": {"Usia": 40},
    "Ada jawaban di luar 1–4": {"1. Persyaratan": 5},
    "Jenis layanan belum dipilih": {"1. Persyaratan": 4, "Kelurahan": "Kapuk"},
    "Kelurahan belum dipilih": {"1. Persyaratan": 4, "Jenis layanan": "PKK"},
    "Kosong: 8 jawaban": {"1. Persyaratan": 4, "Jenis layanan": "PKK", "Kelurahan": "Kapuk"},
    "Lengkap": {
        "Jenis layanan": "PKK",
        "Kelurahan": "Kapuk",
        **{f"{n}.": value for n, value in enumerate((1, 2, 3, 4, "1", "2", 3, 4, 1), 1)},
    },
}


@pytest.mark.parametrize("outcome", CHECKS)
def test_the_check_column_says_what_is_wrong_with_a_row(store: Store, outcome: str) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(forms.entry_sheet(made(store, "pilih"))))["Isian"]
    for title, value in CHECKS[outcome].items():
        (column,) = [cell.column for cell in sheet[4] if str(cell.value).startswith(title)]
        sheet.cell(5, column, value)
    cells = {cell.coordinate: cell.value for cell in sheet[5]}
    assert evaluate(cells["B5"], cells) == outcome


def test_a_layanan_nobody_judged_is_not_missing(store: Store) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(forms.entry_sheet(made(store, "semua"))))["Isian"]
    judged = [cell for cell in sheet[4] if ". Posyandu: " in str(cell.value)]
    for cell in judged:
        sheet.cell(5, cell.column, 3)
    cells = {cell.coordinate: cell.value for cell in sheet[5]}
    assert evaluate(cells["B5"], cells) == "Lengkap"
    cells[f"{judged[0].column_letter}5"] = None
    assert evaluate(cells["B5"], cells) == "Kosong: 1 jawaban"


def test_questions_of_one_unsur_go_by_their_text(store: Store) -> None:
    asked = {question.nomor: question for question in forms.questions(own(store), registry.unsur(store))}
    assert (asked[1].nama, asked[1].judul) == ("persyaratan", "Persyaratan")
    assert (asked[3].nama, asked[3].judul) == ("b3", asked[3].teks)
    assert (asked[10].nama, asked[10].judul) == ("keamanan", "Keamanan")
    assert asked[12].nama == "b12"


@pytest.mark.parametrize(
    ("keys", "error", "says"),
    [
        ({"instrumen": "skm8"}, UnknownKeyError, 'Kuesioner "skm8" tidak dikenal'),
        ({"periode": "2031-q1"}, UnknownKeyError, 'Periode "2031-q1" tidak dikenal'),
        ({"layanan": ["parkir"]}, UnknownKeyError, 'Layanan "parkir" tidak dikenal'),
        ({"kelurahan": "31.73.01"}, UnknownKeyError, 'Kelurahan "31.73.01" tidak dikenal'),
        ({"cara": "satu"}, InvalidSettingError, "menyebut satu layanan"),
        ({"layanan": ["pkk"], "cara": "semua"}, InvalidSettingError, "menyebut satu layanan"),
        (
            {"cara": "semua", "layanan": [*EIGHT]},
            InvalidSettingError, "paling banyak 7 layanan",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_a_form_is_said(store: Store, keys: dict[str, Any], error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=re.escape(says)):
        forms.blank(store, **{"periode": "2019-q2", **keys})


def test_two_questions_alike_are_refused(store: Store) -> None:
    standard = registry.instrumen(store)["skm9"]
    twice = (*standard.butir, type(standard.butir[0])("", "b10", 10, "tambahan", None, standard.butir[0].teks.upper(),
                                                      standard.butir[0].label))  # fmt: skip
    settings.save_instrumen(store, Instrumen("ganda", "Ganda", standard.aturan, "uji", twice, None))
    with pytest.raises(InvalidSettingError, match="dua kali hal yang sama"):
        forms.blank(store, instrumen="ganda", periode="2019-q2")


@pytest.mark.parametrize("rows", [0, 5001])
def test_rows_of_the_entry_sheet_are_bounded(store: Store, rows: int) -> None:
    with pytest.raises(InvalidSettingError, match="1 sampai 5000"):
        forms.entry_sheet(made(store, "satu"), rows=rows)
