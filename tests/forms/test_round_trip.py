"""Every form, filled with the same answers, becomes the same stored answers and IKM, and asks nobody anything."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

import pytest

from skm_core import forms, registry, scoring, settings
from skm_core.forms import Blank
from skm_core.intake import Draft, Options, ingest, prepare, read_file
from skm_core.store import Store
from skm_core.terms import Butir, Instrumen, Pilihan
from tests.forms import fill
from tests.forms.fill import Person

KAPUK, TAMBORA = "31.73.01.1005", "31.73.04.1001"
Fill = Callable[[Blank, Sequence[Person]], bytes]
FILLED: dict[str, tuple[str, Fill]] = {
    "excel": ("a.xlsx", lambda form, persons: fill.entry_sheet(forms.entry_sheet(form), form, persons)),
    "kobo, label": ("a.csv", lambda form, persons: fill.kobo_export(forms.xlsform(form), form, persons, labels=True)),
    "kobo, nama XML": (
        "a.csv", lambda form, persons: fill.kobo_export(forms.xlsform(form), form, persons, labels=False),
    ),
    "google": ("a.csv", lambda form, persons: fill.google_export(forms.google_script(form), form, persons)),
}  # fmt: skip


def own(store: Store, **changed: Any) -> Instrumen:
    """The standard questionnaire with an added unsur, a second question on waktu, and one that counts for nothing."""
    settings.add_unsur(store, "keamanan", "Keamanan Lingkungan", "Keamanan", "Rasa aman di tempat pelayanan.")
    standard = registry.instrumen(store)["skm9"]
    more = (
        Butir("", "b10", 10, "unsur", "keamanan", "Bagaimana pendapat Saudara tentang keamanan di tempat pelayanan?",
              ("Tidak aman", "Kurang aman", "Aman", "Sangat aman")),
        Butir("", "b11", 11, "unsur", "waktu", "Apakah petugas datang sesuai jadwal yang diumumkan?",
              ("Tidak pernah", "Jarang", "Sering", "Selalu")),
        Butir("", "b12", 12, "tambahan", None, "Apakah Saudara akan menyarankan layanan ini kepada tetangga?",
              ("Pasti tidak", "Mungkin tidak", "Mungkin", "Pasti")),
    )  # fmt: skip
    made = Instrumen("skm11_posyandu", "SKM Posyandu", standard.aturan, "uji", (*standard.butir, *more), None)
    settings.save_instrumen(store, made)
    return made


def stored(store: Store, unggahan: int) -> list[tuple[Any, ...]]:
    _, rows = store.fetch(
        "SELECT periode_kode, layanan_kode, wilayah_kode, pengumpul, instrumen_kode, tanggal, jenis_kelamin, usia, "
        "pendidikan, pekerjaan, saran, COLUMNS('^b[0-9]+$') FROM kuesioner WHERE unggahan_id = $1 ORDER BY baris",
        [unggahan],
    )
    return rows


def expected(form: Blank, persons: Sequence[Person]) -> list[tuple[Any, ...]]:
    columns = [item.kolom for item in sorted(form.instrumen.butir, key=lambda item: item.urutan)]
    rows = []
    for person in persons:
        for kode, nilai in person.nilai.items():
            given = dict(zip(columns, nilai, strict=True))
            rows.append((
                form.periode.kode, kode, person.kelurahan, form.pengumpul, form.instrumen.kode, person.tanggal,
                person.jenis_kelamin, person.usia, person.pendidikan, person.pekerjaan,
                fill.comment(form, person, kode),
                *(given.get(f"b{number}") for number in range(1, 21)),
            ))  # fmt: skip
    return rows


def longhand_ikm(form: Blank, persons: Sequence[Person], kode: str) -> Decimal:
    """Mean of the unsur, each the mean of its items' means, times 25; by hand from the answers."""
    means: dict[str, list[Fraction]] = {}
    for index, item in enumerate(sorted(form.instrumen.butir, key=lambda item: item.urutan)):
        given = [value for person in persons if (value := person.nilai[kode][index]) is not None]
        if item.unsur_kunci:
            means.setdefault(item.unsur_kunci, []).append(Fraction(sum(given), len(given)))
    unsur = [sum(found) / len(found) for found in means.values()]
    exact = sum(unsur) / len(unsur) * 25
    hundredths = (Decimal(exact.numerator * 100) / Decimal(exact.denominator)).quantize(Decimal(1), ROUND_HALF_UP)
    return hundredths / 100


def read(store: Store, data: bytes, name: str) -> Draft:
    return prepare(store, read_file(data, name), Options())


def worries(draft: Draft) -> list[str]:
    """Every finding but the one that tells how many layanan a row judges."""
    return [finding.pesan for finding in draft.temuan if finding.kode != "BLOK_LAYANAN"]


def check(store: Store, form: Blank, persons: Sequence[Person], kind: str) -> None:
    """Read the filled form: nothing asked, nothing found, the same rows stored, the IKM done by hand."""
    name, filled = FILLED[kind]
    draft = read(store, filled(form, persons), name)
    assert worries(draft) == []
    assert draft.pertanyaan == ()
    assert draft.n_ditolak == 0 and draft.instrumen is not None and draft.instrumen.kode == form.instrumen.kode
    receipt = ingest(store, draft, pengunggah="uji")
    assert sorted(map(str, stored(store, receipt.unggahan_id))) == sorted(map(str, expected(form, persons)))
    for kode in persons[0].nilai:
        (figure,) = scoring.score(store, Pilihan(layanan=(kode,)))
        assert figure.ikm == longhand_ikm(form, persons, kode)


@pytest.mark.parametrize("kind", FILLED)
def test_one_layanan_of_one_kelurahan(store: Store, kind: str) -> None:
    form = forms.blank(store, periode="2019-q2", layanan=["posyandu"], kelurahan=KAPUK)
    check(store, form, fill.people(9), kind)


@pytest.mark.parametrize("kind", FILLED)
def test_layanan_and_kelurahan_chosen_in_the_form(store: Store, kind: str) -> None:
    form = forms.blank(store, periode="2019-q2", pengumpul="kota")
    # Tambora is a kecamatan and a kelurahan; the form means the kelurahan.
    persons = fill.people(9)[:4] + fill.people(9, ["ketertiban_umum"], TAMBORA)[4:]
    name, filled = FILLED[kind]
    draft = read(store, filled(form, persons), name)
    assert [finding.pesan for finding in draft.temuan] == [] and draft.pertanyaan == ()
    receipt = ingest(store, draft, pengunggah="uji")
    assert sorted(map(str, stored(store, receipt.unggahan_id))) == sorted(map(str, expected(form, persons)))


@pytest.mark.parametrize("kind", FILLED)
def test_fourteen_unsur(store: Store, kind: str) -> None:
    form = forms.blank(store, instrumen="ikm14", periode="2019-q2", layanan=["ppsu"], kelurahan=TAMBORA)
    check(store, form, fill.people(14, ["ppsu"], TAMBORA), kind)


@pytest.mark.parametrize("kind", FILLED)
def test_own_questionnaire_with_added_unsur(store: Store, kind: str) -> None:
    made = own(store)
    form = forms.blank(store, instrumen=made.kode, periode="2019-q2", layanan=["posyandu"], kelurahan=KAPUK)
    check(store, form, fill.people(12), kind)


@pytest.mark.parametrize("kind", FILLED)
def test_two_questionnaires_with_the_same_questions_are_told_apart(store: Store, kind: str) -> None:
    """Own weights make another questionnaire of the same nine questions; only its code tells which one it is."""
    standard = registry.instrumen(store)["skm9"]
    keys = [str(item.unsur_kunci) for item in standard.butir]
    weights = {key: Fraction(2, 10) if key == "waktu" else Fraction(1, 10) for key in keys}
    settings.save_instrumen(store, Instrumen("skm9_bobot", "Bobot", standard.aturan, "uji", standard.butir, weights))
    form = forms.blank(store, instrumen="skm9_bobot", periode="2019-q2", layanan=["posyandu"], kelurahan=KAPUK)
    assert form.perlu_kode
    persons = fill.people(9)
    name, filled = FILLED[kind]
    draft = read(store, filled(form, persons), name)
    assert draft.temuan == () and draft.instrumen is not None and draft.instrumen.kode == "skm9_bobot"
    receipt = ingest(store, draft, pengunggah="uji")
    assert sorted(map(str, stored(store, receipt.unggahan_id))) == sorted(map(str, expected(form, persons)))


@pytest.mark.parametrize("kind", FILLED)
def test_variables_of_an_official(store: Store, kind: str) -> None:
    """The round of March 2019: variables without an unsur, judged of a camat, whose place is the kecamatan."""
    form = forms.blank(store, instrumen="kinerja2019", periode="2019-maret", layanan=["camat"], kelurahan=KAPUK)
    persons = [replace(one, tanggal=date(2019, 3, 14)) for one in fill.people(9, ["camat"])]
    name, filled = FILLED[kind]
    draft = read(store, filled(form, persons), name)
    assert worries(draft) == [] and draft.pertanyaan == ()
    receipt = ingest(store, draft, pengunggah="uji")
    in_kecamatan = [replace(one, kelurahan="31.73.01") for one in persons]
    assert stored(store, receipt.unggahan_id) == expected(form, in_kecamatan)


@pytest.mark.parametrize("kind", FILLED)
def test_names_that_two_things_share_give_way_to_codes(store: Store, kind: str) -> None:
    """Two periode of one name: the form speaks of its own by the code, and comes back to it."""
    first = registry.periode(store)["2019-q2"]
    settings.save_periode(store, replace(first, kode="2019-q2-ulang"))
    form = forms.blank(store, periode="2019-q2", layanan=["posyandu"], kelurahan=KAPUK)
    again = forms.blank(store, periode="2019-q2-ulang", layanan=["posyandu"], kelurahan=KAPUK)
    assert {form.sebutan["2019-q2"], again.sebutan["2019-q2-ulang"]} & {"2019-q2", "2019-q2-ulang"}
    persons = fill.people(9)
    name, filled = FILLED[kind]
    for one in (form, again):
        draft = read(store, filled(one, persons), name)
        assert worries(draft) == [] and draft.counts["periode"] == {one.periode.kode: 7}


def test_an_empty_entry_sheet_holds_nobody(store: Store) -> None:
    form = forms.blank(store, periode="2019-q2", layanan=["posyandu"], kelurahan=KAPUK)
    draft = read(store, fill.entry_sheet(forms.entry_sheet(form), form, []), "a.xlsx")
    assert draft.n_diterima == 0 and draft.n_ditolak == 0 and draft.n_kosong == 500


def test_rows_of_two_entry_sheets_copied_into_one(store: Store) -> None:
    """Clerks paste the sheets of several kelurahan under each other; every row says itself where it belongs."""
    import io

    import openpyxl

    books = []
    for place in (KAPUK, TAMBORA):
        form = forms.blank(store, periode="2019-q2", layanan=["posyandu"], kelurahan=place)
        data = fill.entry_sheet(forms.entry_sheet(form, rows=9), form, fill.people(9, kelurahan=place))
        books.append(openpyxl.load_workbook(io.BytesIO(data)))
    first, second = (book["Isian"] for book in books)
    for row in second.iter_rows(min_row=5, max_row=11, values_only=True):
        first.append(row)
    target = io.BytesIO()
    books[0].save(target)
    draft = read(store, target.getvalue(), "gabungan.xlsx")
    assert draft.temuan == () and draft.counts["kelurahan"] == {KAPUK: 7, TAMBORA: 7}
