"""What the pages show: who speaks, what is comparable, whole years, the map's three states, sentences from figures."""

from __future__ import annotations

from decimal import Decimal

import pytest

from skm_core import demo, scoring
from skm_core.results import rounds, statements
from skm_core.results.layanan import layanan_detail
from skm_core.results.measured import measure
from skm_core.results.ringkasan import ringkasan
from skm_core.results.tren import tren
from skm_core.results.wilayah import peta
from skm_core.results.wording import in_words, range_of
from skm_core.store import Store
from skm_core.terms import SEMUA, Pilihan
from skm_ui.views.layanan import comments_note, facts
from tests import build
from tests.build import KALIDERES, KAPUK, form


@pytest.fixture(scope="module")
def demo_store() -> Store:
    opened = Store()
    demo.generate(opened)
    return opened


def test_the_city_sample_speaks_and_the_other_stands_beside(store: Store) -> None:
    build.ingest(store, [form([4] * 9)] * 10, pengumpul="kelurahan")
    build.ingest(store, [form([2] * 9)] * 10, pengumpul="kota", name="kota.csv")
    found = ringkasan(store, Pilihan(periode=("2019-q2",)))
    assert found and found.score.pengumpul == "kota" and str(found.score.ikm) == "50.00"
    assert found.pembanding and str(found.pembanding.ikm) == "100.00"
    asked = ringkasan(store, Pilihan(periode=("2019-q2",), pengumpul="kelurahan"))
    assert asked and str(asked.score.ikm) == "100.00"


def test_people_and_forms_are_counted_apart(store: Store) -> None:
    rows = [
        form([3] * 9, layanan=layanan, responden=person)
        for person in ("a", "b")
        for layanan in ("posyandu", "pkk", "ppsu")
    ]
    build.ingest(store, rows)
    found = ringkasan(store, Pilihan(periode=("2019-q2",)))
    assert found and (found.n_responden, found.score.n_kuesioner) == (2, 6)
    only = ringkasan(store, Pilihan(periode=("2019-q2",), layanan=("pkk",)))
    assert only and (only.n_responden, only.score.n_kuesioner) == (2, 2)


def test_change_is_taken_from_comparable_periode_only(store: Store) -> None:
    build.ingest(store, [form([2] * 9, periode="2019-q2")] * 10, name="a.csv")
    build.ingest(store, [form([4] * 9, periode="2019-q3", layanan="pkk")] * 10, name="b.csv")
    build.ingest(store, [form([3] * 9, periode="2019-q4")] * 10, name="c.csv")
    found = ringkasan(store, Pilihan(periode=("2019-q4",)))
    assert found and found.change and found.change.sejak.kode == "2019-q2"
    assert found.change.poin == Decimal("25.00")
    third = ringkasan(store, Pilihan(periode=("2019-q3",)))
    assert third and third.change is None
    lines = tren(store, SEMUA)
    assert lines and [point.rangkaian for point in lines.semua] == [0, 1, 2]


def test_a_year_is_complete_when_its_comparable_periode_cover_it(store: Store) -> None:
    for quarter in (1, 2, 3):
        build.ingest(store, [form([quarter] * 9, periode=f"2020-q{quarter}")] * 10, name=f"{quarter}.csv")
    found = ringkasan(store, Pilihan(periode=("2020-q3",)))
    assert found and found.annual is None
    build.ingest(store, [form([4] * 9, periode="2020-q4")] * 30, name="4.csv")
    whole = ringkasan(store, Pilihan(periode=("2020-q4",)))
    assert whole and whole.annual
    assert (whole.annual.tahun, len(whole.annual.periode)) == (2020, 4)
    assert str(whole.annual.score.ikm) == "75.00"  # (10·1 + 10·2 + 10·3 + 30·4) / 60 = 3, not the mean of quarters


def test_the_plain_mean_of_services_stands_beside_the_pooled_figure(store: Store) -> None:
    """The city's figure pools questionnaires; small services do not count as much as large ones (E20)."""
    build.ingest(store, [form([4] * 9, layanan="pkk")] * 30 + [form([2] * 9, layanan="ppsu")] * 10)
    found = ringkasan(store, Pilihan(periode=("2019-q2",)))
    assert found and found.rata_bagian and (str(found.score.ikm), str(found.rata_bagian.ikm)) == ("87.50", "75.00")


def test_the_map_tells_city_sampled_own_and_missing_apart(store: Store) -> None:
    build.ingest(store, [form([4] * 9, kelurahan=KAPUK)] * 10, pengumpul="kelurahan")
    build.ingest(store, [form([2] * 9, kelurahan=KAPUK)] * 10, pengumpul="kota", name="kota.csv")
    build.ingest(store, [form([3] * 9, kelurahan=KALIDERES)] * 10, pengumpul="kelurahan", name="k.csv")
    found = peta(store, Pilihan(periode=("2019-q2",)))
    assert found and len(found.petak) == 56
    cells = {cell.wilayah.kode: cell for cell in found.petak}
    assert (cells[KAPUK].sumber, cells[KALIDERES].sumber) == ("kota", "kelurahan")
    assert {cell.sumber for kode, cell in cells.items() if kode not in (KAPUK, KALIDERES)} == {"kosong"}
    kapuk = cells[KAPUK]
    assert kapuk.tampil and kapuk.tampil.pengumpul == "kelurahan" and str(kapuk.tampil.ikm) == "100.00"
    assert kapuk.kota and str(kapuk.kota.ikm) == "50.00"


def test_comments_of_small_cells_are_not_shown(store: Store) -> None:
    build.ingest(store, [form([3] * 9, kelurahan=KAPUK, saran="Kapuk baik")] * 10)
    build.ingest(store, [form([3] * 9, kelurahan=KALIDERES, saran="Kalideres baik")] * 9, name="k.csv")
    found = layanan_detail(store, Pilihan(periode=("2019-q2",)))
    assert found and {comment.teks for comment in found.saran} == {"Kapuk baik"}
    assert (found.n_saran, found.n_saran_tersembunyi) == (10, 9)
    assert comments_note(found).endswith("9 saran lain disembunyikan karena kuesioner di tempatnya kurang dari 10.")
    small = layanan_detail(store, Pilihan(periode=("2019-q2",), wilayah=KALIDERES))
    assert small and (small.n_saran, small.n_saran_tersembunyi) == (0, 9)
    assert comments_note(small) == "Saran disembunyikan karena kuesionernya kurang dari 10."
    assert "<dd>disembunyikan</dd>" in facts(small, None)
    build.ingest(store, [form([3] * 9, kelurahan="Kamal")] * 9, name="kamal.csv")
    silent = layanan_detail(store, Pilihan(periode=("2019-q2",), wilayah="31.73.06.1004"))
    assert silent and comments_note(silent) == "Tidak ada saran tertulis untuk pilihan ini."


def test_answer_shares_add_up_to_the_answers(store: Store) -> None:
    build.ingest(store, [form([value] * 8 + [None]) for value in (1, 1, 2, 4, 4, 4)])
    found = layanan_detail(store, Pilihan(periode=("2019-q2",)))
    assert found
    spread = {part.kunci: sebaran for _, part, sebaran in found.unsur}
    assert spread["waktu"].n == (2, 1, 0, 3)
    assert spread["waktu"].pct == (Decimal("33.3"), Decimal("16.7"), Decimal("0.0"), Decimal("50.0"))
    assert spread["sarana"].n == (0, 0, 0, 0)


def test_an_empty_selection_has_no_result(store: Store) -> None:
    nothing = Pilihan(periode=("2019-q2",))
    assert ringkasan(store, nothing) is None
    assert layanan_detail(store, nothing) is None
    assert peta(store, nothing) is None
    assert tren(store, SEMUA) is None


def test_the_demo_tells_a_story(demo_store: Store) -> None:
    found = ringkasan(demo_store, Pilihan(periode=("2021-q1",)))
    assert found and found.change and found.pembanding
    assert len(found.layanan) == 6 and len(found.baris) == 8 and len(found.heat) == 48
    assert 1 <= len(found.perhatian) <= 3
    lowest = found.unsur[0]
    assert lowest[0] and found.perhatian and any(lowest[0].nama in sentence.teks for sentence in found.perhatian)
    panel = ringkasan(demo_store, Pilihan(periode=("2019-maret",)))
    assert panel and panel.score.mutu is None and panel.change is None
    assert {part.layanan.kode for part in panel.layanan} == {"wali_kota", "camat", "lurah"}
    lines = tren(demo_store, SEMUA)
    assert lines and len(lines.semua) == 8 and set(map(len, lines.layanan.values())) == {8}


def test_spoken_scores_never_mix_the_two_kinds_within_a_periode(demo_store: Store) -> None:
    figures = rounds.spoken(scoring.score(demo_store, SEMUA, ["periode", "kecamatan", "layanan"]))
    kinds = {(figure.periode, figure.pengumpul) for figure in figures}
    assert len(kinds) == len({periode for periode, _ in kinds})


def test_a_change_carries_its_verdict(store: Store) -> None:
    """Thirty people per kelurahan each time: answers that all rise are a rise; answers that swap are not certain."""
    mixed = [[3] * 9, [2] * 9, [3] * 8 + [4]] * 10
    better = [[4] * 9, [3] * 9, [4] * 8 + [3]] * 10
    swapped = [[3] * 9, [2] * 9, [3] * 8 + [3]] * 10
    for periode, rows in (("2019-q2", mixed), ("2019-q3", better), ("2019-q4", swapped)):
        found = [form(row, periode=periode, kelurahan=place) for row in rows for place in (KAPUK, KALIDERES)]
        build.ingest(store, found, name=f"{periode}.csv")
    rise = ringkasan(store, Pilihan(periode=("2019-q3",)))
    assert rise and rise.change and rise.change.naik
    assert rise.change.kata == f"naik {rise.change.poin}, di luar batas kebetulan survei".replace(".", ",")
    assert rise.change.acuan == "ubah:|2019-q2>2019-q3|||kelurahan"
    assert statements.summary(rise, "Kapuk").endswith(" dan naik sejak April–Juni 2019")
    lines = tren(store, SEMUA)
    assert lines and lines.perubahan and lines.perubahan.sejak.kode == "2019-q2"
    assert not lines.perubahan.certain and "naik" not in lines.perubahan.kata
    assert statements.course(lines) == (
        f"Perubahan dari April–Juni 2019 ke {lines.semua[-1].periode.nama} belum dapat dipastikan"
    )


def test_parts_that_cannot_be_told_apart_are_called_equal(store: Store) -> None:
    low = [form(row, layanan="ppsu") for row in [[2] * 9, [2] * 8 + [3]] * 15]
    high = [form(row, layanan=name) for name in ("pkk", "posyandu") for row in [[4] * 9, [3] * 9, [4] * 8 + [3]] * 10]
    build.ingest(store, low + high)
    found = ringkasan(store, Pilihan(periode=("2019-q2",)))
    assert found
    rows = [(part.layanan.kode, part.layanan.nama, part.score) for part in found.layanan]
    assert range_of(found.urutan, rows, "layanan") == "PKK dan posyandu setara tertinggi, PPSU terendah"
    assert [one.kunci for one in found.urutan][-1] == "ppsu"


def test_a_grade_that_is_not_certain_is_said_so(store: Store) -> None:
    build.ingest(store, [form(row) for row in [[4] * 9, [3] * 9, [3] * 9, [4] * 9, [4] * 9] * 4])
    found = ringkasan(store, Pilihan(periode=("2019-q2",)))
    assert found and found.score.mutu and str(found.score.ikm) == "90.00" and found.score.mutu.huruf == "A"
    assert found.score.mutu_mungkin == "B" and not found.score.mutu_pasti
    assert in_words(found.score) == "antara baik dan sangat baik"
    assert statements.summary(found, "Kapuk") == "Kepuasan warga Kapuk antara baik dan sangat baik"


def test_equal_answers_have_an_interval_of_no_width(store: Store) -> None:
    build.ingest(store, [form([quarter] * 9, periode="2020-q1") for quarter in (3,)] * 30)
    (figure,) = measure(store, Pilihan(periode=("2020-q1",)), deff=True)
    assert figure.rentang == (Decimal("75.00"), Decimal("75.00"))
    assert figure.dari == Pilihan(periode=("2020-q1",), pengumpul="kelurahan")


def test_a_figure_of_a_part_knows_its_smallest_place(store: Store) -> None:
    build.ingest(store, [form([3] * 9)] * 10)
    (inside,) = measure(store, Pilihan(periode=("2019-q2",), wilayah=KAPUK), ["kecamatan"])
    assert inside.acuan == f"ikm|2019-q2||{KAPUK}|kelurahan"
