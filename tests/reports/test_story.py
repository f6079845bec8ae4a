"""Both stories: one message a step, the library's figures, what is withheld, and what leaves itself out."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from pptx import Presentation

from skm_core import reference, registry, rules, uploads, voices
from skm_core.errors import NoDataError, UnknownKeyError
from skm_core.follow_up import Isian, add
from skm_core.reports.content import Content, content
from skm_core.reports.paparan.deck import deck
from skm_core.reports.parts import BarisRtl
from skm_core.reports.scope import Scope
from skm_core.reports.slides.deck import pptx
from skm_core.results import showing
from skm_core.results.measured import measure
from skm_core.sampling.plan import plan
from skm_core.store import Store
from skm_core.story import questions
from skm_core.story.before import last_follow_up, schedule
from skm_core.story.example import Example, first_items, worked
from skm_core.story.future import planned, planned_rows
from skm_core.story.hasil import hasil
from skm_core.story.steps import (
    HASIL,
    SOSIALISASI,
    Absent,
    Chart,
    LargeFigure,
    Lines,
    Quote,
    Quotes,
    Rows,
    Step,
    Story,
    Tiles,
)
from skm_core.story.tell import tell
from skm_core.terms import Pilihan
from tests.build import KAPUK, form, ingest
from tests.reports.conftest import DAY

CITY = Scope("kota", "", "2021-q1")
TAMBORA, ROA_MALAKA = "31.73.04", "31.73.04.1010"
MOST_WORDS, MOST_IN_ROWS, MOST_WITH_PLACES = 40, 88, 46
"""A step that names all kelurahan drawn holds sixteen names, one of follow-up five items; all others keep to the limit.
"""
HASIL_CITY = ["pembuka", "responden", "hasil", "layanan", "unsur", "tempat", "rencana", "penutup"]


def said(step: Step) -> str:
    """All words of a step but those of its chart, the heads of columns and its foot."""
    match step.isi:
        case Lines(baris=lines):
            more = list(lines)
        case Tiles(isi=tiles):
            more = [f"{one.judul} {one.teks}" for one in tiles]
        case Rows(baris=rows):
            more = [cell for row in rows for cell in row]
        case LargeFigure() as one:
            more = [one.nilai, one.batas, one.huruf, one.kata, one.n, one.tambahan]
        case Quotes(isi=quotes):
            more = [f"{one.teks} {one.asal}" for one in quotes]
        case _:
            more = []
    return " ".join([step.judul, *more])


def step(story: Story, key: str) -> Step:
    return next(one for one in story.langkah if one.kunci == key)


def stories(demo: Store) -> Iterator[Story]:
    scopes = [CITY, Scope("layanan", "posyandu", "2021-q1"), Scope("kecamatan", TAMBORA, "2021-q1")]
    scopes += [Scope("kelurahan", ROA_MALAKA, "2020-q3"), Scope("kota", "", "2019-maret")]
    for cerita, what in product((HASIL, SOSIALISASI), scopes):
        yield tell(demo, cerita, what, tanggal=DAY)


def test_every_step_is_one_short_message_with_a_note(demo: Store) -> None:
    for story in stories(demo):
        keys = [one.kunci for one in story.langkah]
        assert len(set(keys)) == len(keys) and keys[0] == "pembuka" and keys[-1] == "penutup"
        assert not {one.bagian for one in story.absen} & set(story.bagian)
        for one in story.langkah:
            limit = MOST_WITH_PLACES if one.kunci == "kelurahan" else MOST_WORDS
            limit = MOST_IN_ROWS if isinstance(one.isi, Rows) else limit
            assert len(said(one).split()) <= limit, f"{story.judul}, {one.kunci}: {said(one)}"
            assert one.judul.strip() and one.catatan.strip() and one.nama.strip()


def test_the_result_of_the_city_is_the_librarys(demo: Store) -> None:
    story = tell(demo, HASIL, CITY, tanggal=DAY)
    assert [one.kunci for one in story.langkah] == HASIL_CITY and story.contoh
    (total,) = measure(demo, Pilihan(("2021-q1",), pengumpul="kota"))
    head = step(story, "hasil").isi
    assert isinstance(head, LargeFigure) and total.mutu
    assert (head.teks, head.huruf, head.pasti) == (showing.ikm_text(total), total.mutu.huruf, total.mutu_pasti)
    assert f"{head.nilai} {head.batas}" in head.teks and head.n in head.teks
    charts = {key: step(story, key).isi for key in ("layanan", "unsur", "tempat")}
    for key, by in (("layanan", "layanan"), ("tempat", "kecamatan")):
        figures = measure(demo, Pilihan(("2021-q1",), pengumpul="kota"), [by])
        drawn = charts[key]
        assert isinstance(drawn, Chart)
        expected = {(one.ikm, one.rentang, showing.ikm_text(one)) for one in figures}
        assert {(row.nilai, row.rentang, row.teks) for row in drawn.baris} == expected
        assert all(row.teks in drawn.alt for row in drawn.baris)
    unsur = charts["unsur"]
    assert isinstance(unsur, Chart)
    assert [row.nilai for row in unsur.baris] == sorted(one.nrr_terbit or 0 for one in total.unsur)


@pytest.mark.parametrize(("n", "shown", "last"), [(5, 5, "Program 5"), (7, 6, "dan dua lainnya")])
def test_the_plan_shows_up_to_five_items_and_counts_the_others(store: Store, n: int, shown: int, last: str) -> None:
    ingest(store, [form([3] * 9, periode=periode) for _ in range(12) for periode in ("2019-q2", "2019-q3")])
    keys = ["biaya", "kompetensi", "perilaku", "persyaratan", "produk", "prosedur", "waktu"]  # equal NRR, by name
    for at, unsur in enumerate(keys[:n], 1):
        add(store, Isian("2019-q2", "posyandu", unsur, f"Program {at}", 2019, (3,), "Suku Dinas"), oleh="Siti")
    rows = step(tell(store, HASIL, Scope("kota", "", "2019-q2"), tanggal=DAY), "rencana").isi
    assert isinstance(rows, Rows) and len(rows.baris) == shown and rows.baris[-1][0] == last
    assert rows.baris[0] == ("Program 1", "Suku Dinas", "TW III 2019")
    earlier = step(tell(store, SOSIALISASI, Scope("kota", "", "2019-q3"), tanggal=DAY), "tindak-lanjut").isi
    assert isinstance(earlier, Rows) and len(earlier.baris) == shown and earlier.baris[-1][0] == last


def test_switching_parts_off_keeps_the_others(demo: Store) -> None:
    story = tell(demo, SOSIALISASI, CITY, tanggal=DAY)
    left = story.without({"pertanyaan", "dasar", "tidak-ada"})
    gone = {"dasar", "pertanyaan-1", "pertanyaan-2", "pertanyaan-3"}
    assert [one for one in story.langkah if one.kunci not in gone] == list(left.langkah)
    assert len(story.langkah) == len(left.langkah) + len(gone)
    assert left.file_name("html") == "CONTOH-paparan-sosialisasi-2021-q1-kota.html"


def test_a_kelurahan_presents_its_own_and_says_what_is_left_out(demo: Store) -> None:
    story = tell(demo, HASIL, Scope("kelurahan", ROA_MALAKA, "2020-q3"), tanggal=DAY)
    assert {one.bagian for one in story.absen} == {"layanan", "tempat", "suara", "rencana"}
    assert all(one.alasan.endswith(".") for one in story.absen)
    (own,) = measure(demo, Pilihan(("2020-q3",), wilayah=ROA_MALAKA, pengumpul="kelurahan"))
    assert step(story, "hasil").isi.teks == showing.ikm_text(own)  # type: ignore[union-attr]


def test_a_panel_has_no_mutu_and_no_interval(demo: Store) -> None:
    story = tell(demo, HASIL, Scope("kota", "", "2019-maret"), tanggal=DAY)
    head, chart = step(story, "hasil").isi, step(story, "layanan").isi
    assert isinstance(head, LargeFigure) and isinstance(chart, Chart)
    assert (head.huruf, head.batas, head.kata) == ("", "tanpa rentang", "Panel tertutup")
    assert chart.aturan is None and not any(row.rentang or row.huruf for row in chart.baris)


@pytest.fixture
def small() -> Iterator[Store]:
    with Store() as store:
        reference.seed(store)
        ingest(store, [form([3, 3, 3, 4, 3, 3, 3, 3, 2 + place % 2]) for place in range(9)])
        yield store


def test_below_ten_nothing_is_shown_but_the_reason(small: Store) -> None:
    story = tell(small, HASIL, Scope("kelurahan", KAPUK, "2019-q2"), tanggal=DAY)
    head = step(story, "hasil").isi
    assert isinstance(head, LargeFigure) and not head.nilai and head.teks == showing.TERSEMBUNYI
    assert {"layanan", "unsur"} <= {one.bagian for one in story.absen}
    assert ",00" not in " ".join(said(one) for one in story.langkah) and not story.contoh


def test_an_empty_store_has_no_results_but_a_sosialisasi() -> None:
    with Store() as store:
        reference.seed(store)
        with pytest.raises(NoDataError):
            tell(store, HASIL, Scope("kota", "", "2019-q2"), tanggal=DAY)
        with pytest.raises(UnknownKeyError):
            tell(store, SOSIALISASI, Scope("kota", "", "2035-q1"), tanggal=DAY)
        story = tell(store, SOSIALISASI, Scope("kota", "", "2019-q2"), tanggal=DAY)
        assert {one.bagian for one in story.absen} == {"kelurahan", "hasil-lalu", "tindak-lanjut"}
        assert step(story, "jadwal").judul == "Kuesioner telah diisi 1 April – 30 Juni 2019"
        assert story.berkas == "2019-q2-kota" and not story.contoh


def test_the_sosialisasi_names_unsur_questions_services_and_the_draw(demo: Store) -> None:
    story = tell(demo, SOSIALISASI, CITY, tanggal=DAY)
    items = [one for one in registry.instrumen(demo)["skm9"].butir if one.peran == "unsur"]
    tiles = step(story, "unsur").isi
    assert isinstance(tiles, Tiles)
    assert [one.judul for one in tiles.isi] == [registry.unsur(demo)[one.unsur_kunci or ""].nama for one in items]
    asked = [one for one in story.langkah if one.bagian == "pertanyaan"]
    notes = " ".join(one.catatan for one in asked)
    assert len(asked) == 3 and all(one.teks in notes and ", ".join(one.label) in notes for one in items)
    drawn = plan(demo, "2021-q1", "kota")
    places = step(story, "kelurahan").isi
    assert drawn and isinstance(places, Tiles)
    named = {name for one in places.isi for name in one.teks.split(", ")}
    assert named == {one.nama for one in drawn.terpilih} and len(named) == 16


def test_the_sosialisasi_tells_what_became_of_the_last_survey(demo: Store) -> None:
    story = tell(demo, SOSIALISASI, CITY, tanggal=DAY)
    (before,) = measure(demo, Pilihan(("2020-q4",), pengumpul="kota"))
    assert step(story, "hasil-lalu").isi.teks == showing.ikm_text(before)  # type: ignore[union-attr]
    c = content(demo, CITY, tanggal=DAY)
    assert c.capaian in step(story, "tindak-lanjut").catatan
    place = tell(demo, SOSIALISASI, Scope("kecamatan", TAMBORA, "2021-q1"), tanggal=DAY)
    (there,) = measure(demo, Pilihan(("2020-q4",), wilayah=TAMBORA, pengumpul="kota"))
    assert step(place, "hasil-lalu").isi.teks == showing.ikm_text(there)  # type: ignore[union-attr]


def quotes(*lengths: int) -> tuple[Quote, ...]:
    return tuple(Quote(" ".join(["kata"] * n), "Posyandu") for n in lengths)


@pytest.mark.parametrize(("lengths", "kept"), [((10, 10, 10, 1), 3), ((30, 10), 1), ((90, 1), 1), ((34,), 1)])
def test_quotes_fill_one_step_and_are_never_cut(kota: Content, lengths: tuple[int, ...], kept: int) -> None:
    chosen = quotes(*lengths)
    body = step(hasil(kota, chosen), "suara").isi
    assert isinstance(body, Quotes) and body.isi == chosen[:kept]


def test_the_link_is_shown_only_where_one_is_set(kota: Content) -> None:
    last = step(hasil(kota), "penutup").isi
    assert isinstance(last, Lines) and not last.tautan
    linked = replace(kota, instansi=replace(kota.instansi, tautan_publikasi="https://contoh.go.id/skm"))
    last = step(hasil(linked), "penutup").isi
    assert isinstance(last, Lines) and last.tautan == "https://contoh.go.id/skm"


def test_the_example_by_hand(demo: Store) -> None:
    example = step(tell(demo, SOSIALISASI, CITY, tanggal=DAY), "contoh").isi
    assert isinstance(example, Example) and sum(example.jawaban) == 28
    assert example.ikm == Decimal("77.78")  # 28 / 9 × 25 = 77.777…
    two = [example.jawaban, [None] * 8 + [1]]
    expected = (Fraction(3 + 3 + 2 + 4 + 3 + 3 + 4 + 3) + Fraction(3 + 1, 2)) / 9
    assert worked(example, two) == expected
    with pytest.raises(ValueError, match="at least one unsur"):
        worked(example, [[None] * 9])


def test_own_weights_and_fourteen_unsur_reach_the_example(demo: Store) -> None:
    instrumen, unsur = registry.instrumen(demo)["skm9"], registry.unsur(demo)
    keys = list(first_items(instrumen))
    own = {key: Fraction(1, 10) for key in keys} | {keys[0]: Fraction(2, 10)}
    live = questions.live(replace(instrumen, bobot=own), unsur, "permenpan-14-2017")
    assert isinstance(live, Step) and isinstance(live.isi, Example)
    assert live.isi.tertimbang == (Fraction(28) + 3) / 10
    old = questions.live(registry.instrumen(demo)["ikm14"], unsur, "kepmenpan-25-2004")
    assert isinstance(old, Step) and isinstance(old.isi, Example) and len(old.isi.unsur) == 14
    assert old.isi.aturan is rules.KEPMENPAN_25_2004
    steps = list(questions.steps(registry.instrumen(demo)["ikm14"], unsur))
    assert isinstance(steps[0], Step) and steps[0].judul == "14 unsur dinilai warga" and len(steps) == 6


def test_without_a_questionnaire_the_unsur_leave_themselves_out(demo: Store) -> None:
    (alone,) = questions.steps(None, {})
    assert isinstance(alone, Absent) and isinstance(questions.live(None, {}, "permenpan-14-2017"), Absent)


def test_a_periode_without_dates_has_no_schedule() -> None:
    with Store() as store:
        reference.seed(store)
        undated = replace(registry.periode(store)["2019-q2"], mulai=None, selesai=None)
    found = schedule(undated, None, DAY)
    assert isinstance(found, Absent) and "Pengaturan" in found.alasan


@pytest.mark.parametrize(
    ("day", "opening", "schedule", "earlier"),
    [
        (date(2019, 3, 31), "Survei akan berlangsung 1 April – 30 Juni 2019", "Kuesioner akan diisi 1", "terakhir"),
        (date(2019, 4, 1), "Survei sedang berlangsung, sampai 30 Juni 2019", "Kuesioner sedang diisi, 1", "terakhir"),
        (date(2019, 6, 30), "Survei sedang berlangsung, sampai 30 Juni 2019", "Kuesioner sedang diisi, 1", "terakhir"),
        (date(2019, 7, 1), "Survei telah berlangsung 1 April – 30 Juni 2019", "Kuesioner telah diisi 1", "sebelumnya"),
    ],
)
def test_the_words_of_a_sosialisasi_fit_the_day(
    store: Store, day: date, opening: str, schedule: str, earlier: str
) -> None:
    ingest(store, [form([3] * 9, periode="2019-q1") for _ in range(12)])
    story = tell(store, SOSIALISASI, Scope("kota", "", "2019-q2"), tanggal=day)
    first = step(story, "pembuka").isi
    assert isinstance(first, Lines) and opening in first.baris
    assert step(story, "jadwal").judul.startswith(schedule)
    last = step(story, "hasil-lalu")
    assert (last.nama, last.judul.partition(",")[0]) == (f"Hasil survei {earlier}", f"Survei {earlier}")
    assert ("Jawablah" in step(story, "penutup").judul) == (earlier == "terakhir")


def test_the_same_day_gives_the_same_story(demo: Store) -> None:
    assert tell(demo, SOSIALISASI, CITY, tanggal=DAY) == tell(demo, SOSIALISASI, CITY, tanggal=DAY)
    assert tell(demo, HASIL, CITY, tanggal=date(2021, 4, 1)).tanggal == date(2021, 4, 1)


def test_a_comment_that_staff_chose_stands_on_the_stage_and_leaves_with_its_data(store: Store) -> None:
    rows = [form([3] * 9, kelurahan=KAPUK, saran="Petugasnya ramah" if not who else None) for who in range(12)]
    receipt = ingest(store, rows)
    scope = Scope("kelurahan", KAPUK, "2019-q2")
    assert not any(one.kunci == "suara" for one in tell(store, HASIL, scope, tanggal=DAY).langkah)
    (comment,) = voices.comments(store, Pilihan(("2019-q2",))).suara
    voices.choose(store, comment.asal, oleh="Ani")
    told = tell(store, HASIL, scope, tanggal=DAY)
    assert step(told, "suara").isi == Quotes((Quote("Petugasnya ramah", "Posyandu, Kapuk"),))
    uploads.undo(store, receipt.unggahan_id, oleh="Ani")
    ingest(store, [form([3] * 9, kelurahan=KAPUK)] * 12, name="lain.csv")
    assert not any(one.kunci == "suara" for one in tell(store, HASIL, scope, tanggal=DAY).langkah)


@pytest.mark.parametrize(
    ("status", "judul"),
    [
        (("Belum mulai", "Belum mulai"), "Belum ada tindak lanjut yang selesai"),
        (("Belum mulai", "Berjalan"), "Satu dari dua tindak lanjut sedang dikerjakan"),
        (("Berjalan", "Berjalan"), "Dua tindak lanjut sedang dikerjakan"),
        (("Selesai 2 Januari 2020", "Berjalan"), "Satu dari dua tindak lanjut selesai"),
        (("Dibatalkan",), "Belum ada tindak lanjut yang selesai"),
    ],
)
def test_the_last_follow_up_says_only_what_its_status_says(status: tuple[str, ...], judul: str) -> None:
    one = BarisRtl(
        unsur="Waktu", layanan="Posyandu", program="Menambah petugas", jenis="kegiatan", tw=(1,), tahun=2020,
        penanggung_jawab="Lurah", status="", kemajuan="", pengaruh="",
    )  # fmt: skip
    step = last_follow_up(tuple(replace(one, status=word) for word in status), "", "terakhir")
    assert isinstance(step, Step) and step.judul == judul


@pytest.mark.parametrize(
    ("status", "judul", "third"),
    [
        (("Belum mulai", "Belum mulai"), "Kami akan mengerjakan dua tindak lanjut", "TW I 2020"),
        (("Berjalan", "Belum mulai"), "Kami mengerjakan dua tindak lanjut", "Berjalan"),
        (("Selesai", "Berjalan"), "Kami mengerjakan dua tindak lanjut, satu sudah selesai", "Selesai"),
        (("Selesai", "Selesai"), "Dua tindak lanjut sudah selesai", "Selesai"),
    ],
)
def test_the_plan_says_what_is_kept_already(status: tuple[str, ...], judul: str, third: str) -> None:
    one = BarisRtl(
        unsur="Waktu", layanan="Posyandu", program="Menambah petugas", jenis="kegiatan", tw=(1,), tahun=2020,
        penanggung_jawab="Lurah", status="", kemajuan="", pengaruh="",
    )  # fmt: skip
    items = [replace(one, status=word) for word in status]
    assert planned(items) == judul
    assert planned_rows(items).baris[0] == ("Menambah petugas", "Lurah", third)


def test_what_was_cancelled_is_not_promised_to_a_hall(store: Store) -> None:
    ingest(store, [form([3] * 9, periode="2019-q2") for _ in range(12)])
    plan = Isian("2019-q2", "posyandu", "biaya", "Program", 2019, (3,), "Suku Dinas")
    gone = replace(plan, unsur="waktu", program="Lain", status="batal", catatan="Digabung")
    add(store, plan, oleh="Siti")
    add(store, gone, oleh="Siti")
    told = step(tell(store, HASIL, Scope("kota", "", "2019-q2"), tanggal=DAY), "rencana")
    assert told.judul == "Kami akan mengerjakan satu tindak lanjut" and isinstance(told.isi, Rows)
    assert [row[0] for row in told.isi.baris] == ["Program"] and "Lain" not in told.catatan.splitlines()[-1]


def test_a_panel_is_told_neither_as_a_survey_by_law_nor_to_citizens(demo: Store) -> None:
    panel = Scope("kota", "", "2019-maret")
    assert registry.periode(demo)["2019-maret"].panel
    before = tell(demo, SOSIALISASI, panel, tanggal=DAY)
    keys = {one.kunci for one in before.langkah}
    assert not keys & {"dasar", "unsur", "pertanyaan-1", "contoh"}
    left = {one.bagian: one.alasan for one in before.absen}
    assert all(left[key].startswith("Panel tertutup") for key in ("dasar", "unsur", "pertanyaan", "contoh"))
    after = tell(demo, HASIL, panel, tanggal=DAY)
    assert after.langkah[-1].judul == "Terima kasih, para undangan"


def test_weights_of_its_own_are_named_alike_in_every_form_of_the_example(demo: Store) -> None:
    questionnaire, unsur = registry.instrumen(demo)["skm9"], registry.unsur(demo)
    keys = list(first_items(questionnaire))
    weights = {key: Fraction(1, 18) for key in keys} | {keys[0]: Fraction(10, 18)}
    for bobot, word in ((None, "rata-rata NRR"), (weights, "NRR tertimbang")):
        step = questions.live(replace(questionnaire, bobot=bobot), unsur, "permenpan-14-2017")
        assert isinstance(step, Step) and isinstance(step.isi, Example)
        assert f"{word[0].upper()}{word[1:]} semua unsur dikali 25" in step.catatan
        story = Story("x", "x", "x", "", DAY, False, (step,), ())
        opened = Presentation(io.BytesIO(pptx(story)))
        words = " ".join(
            shape.text_frame.text for page in opened.slides for shape in page.shapes if shape.has_text_frame
        )
        assert f"{word[0].upper()}{word[1:]} " in words and "× 25 =" in words
        assert f"{word} <b" in deck(story).decode()
