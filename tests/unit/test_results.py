"""What the pages show: who speaks, what is comparable, whole years, the map's three states, sentences from figures."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from skm_core import demo, registry, scoring, settings
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
    assert statements.summary(found, "Kapuk") == (
        "Kepuasan warga Kapuk antara baik dan sangat baik menurut 1 dari 56 kelurahan"
    )
    here = ringkasan(store, Pilihan(periode=("2019-q2",), wilayah=KAPUK))
    assert here and statements.summary(here, "Kapuk") == "Kepuasan warga Kapuk antara baik dan sangat baik"


def test_equal_answers_are_no_certainty(store: Store) -> None:
    """Twelve forms alike say nothing of how people differ: no interval, no sure grade, no certain fall."""
    for periode, value in (("2020-q1", 4), ("2020-q2", 3)):
        build.ingest(store, [form([value] * 9, periode=periode)] * 12, name=f"{periode}.csv")
    (figure,) = measure(store, Pilihan(periode=("2020-q1",)), deff=True)
    assert figure.presisi and figure.presisi.se == 0 and figure.rentang is None and figure.presisi.setara is None
    assert not figure.mutu_pasti and figure.presisi.kepastian is None and figure.mutu_mungkin == ""
    assert figure.presisi.metode.startswith("Tanpa rentang: semua jawaban sama.")
    assert figure.dari == Pilihan(periode=("2020-q1",), pengumpul="kelurahan")
    found = ringkasan(store, Pilihan(periode=("2020-q2",), wilayah=KAPUK))
    assert found and found.change and found.change.poin == Decimal("-25.00")
    assert found.change.selisih.se == 0 and found.change.selisih.p is None and not found.change.certain
    assert found.change.kata == "−25,00, tidak dapat diuji"
    assert statements.summary(found, "Kapuk") == "Kepuasan warga Kapuk belum dapat dipastikan mutunya"


def test_few_places_are_not_said_to_be_the_whole(store: Store) -> None:
    rows = [form([3 + (number + at) % 2 for at in range(9)], kelurahan=KAPUK) for number in range(40)]
    build.ingest(store, rows)
    now = Pilihan(periode=("2019-q2",))
    found, detail = ringkasan(store, now), layanan_detail(store, now)
    assert found and statements.summary(found, "Jakarta Barat").endswith("menurut 1 dari 56 kelurahan")
    assert detail and " menurut 1 dari 56 kelurahan" in statements.service(detail, "", "Jakarta Barat")
    here = replace(now, wilayah="31.73.01")
    inside = ringkasan(store, here)
    assert inside and statements.summary(inside, "Cengkareng").endswith("menurut 1 dari 6 kelurahan")


def test_only_pairs_that_can_be_told_apart_are_named(store: Store) -> None:
    """Jumantik, of few people, cannot be told apart from either end; the others can."""
    high = [form(row, layanan="pkk") for row in [[3] * 9, [4] * 9] * 20]
    low = [form(row, layanan="ppsu") for row in [[3] * 9, [2] * 9] * 20]
    build.ingest(store, [*high, *low, *(form(row, layanan="jumantik") for row in [[4] * 9, [2] * 9] * 6)])
    found = ringkasan(store, Pilihan(periode=("2019-q2",)))
    assert found
    rows = [(part.layanan.kode, part.layanan.nama, part.score) for part in found.layanan]
    assert range_of(found.urutan, rows, "layanan") == (
        "PPSU lebih rendah daripada PKK; selebihnya belum dapat dibedakan"
    )


def _with_targets(store: Store, **target: str) -> None:
    for kode, ikm in target.items():
        settings.save_layanan(store, replace(registry.layanan(store)[kode], target_ikm=Decimal(ikm)))


def test_the_next_service_below_its_target_is_named_where_the_first_was_said_to_fall(store: Store) -> None:
    better, worse = [[4] * 9, [4] * 8 + [3], [3] * 9] * 20, [[2] * 9, [3] * 8 + [2], [2] * 9] * 20
    steady = [[3] * 9, [3] * 8 + [2], [2] * 9] * 20
    for periode, fallen in (("2019-q2", better), ("2019-q3", worse)):
        rows = [form(row, periode=periode, layanan="pkk") for row in fallen]
        rows += [form(row, periode=periode, layanan="ppsu") for row in steady]
        build.ingest(store, rows, name=f"{periode}.csv")
    _with_targets(store, pkk="90", ppsu="80")
    found = ringkasan(store, Pilihan(periode=("2019-q3",)))
    assert found
    first, second = (part.teks for part in found.perhatian[:2])
    assert first.startswith("PKK turun ")
    assert second.startswith("PPSU masih ") and second.endswith(
        "di bawah target 80,00, di luar batas kebetulan survei; satu layanan lain juga belum mencapai targetnya."
    )


def test_a_panel_below_its_target_is_not_in_doubt(store: Store) -> None:
    build.ingest(store, [form([2] * 9)] * 12, pengumpul="kota")
    with store.write() as cursor:
        cursor.execute("UPDATE periode SET cara_pemilihan = 'panel_tertutup'")
    _with_targets(store, posyandu="80")
    found = ringkasan(store, Pilihan(periode=("2019-q2",)))
    assert found and found.score.panel
    (missed,) = (part.teks for part in found.perhatian if "target" in part.teks)
    assert missed == "Posyandu masih 30,00 poin di bawah target 80,00, menurut panel undangan."


def test_a_figure_without_an_interval_has_no_sure_grade(store: Store) -> None:
    """The city sampled one kelurahan: nothing is known of how kelurahan differ."""
    rows = [form([2, 3, 3, 2, 3, 3, 3, 2, number % 2 + 2]) for number in range(12)]
    build.ingest(store, rows, pengumpul="kota")
    found = ringkasan(store, Pilihan(periode=("2019-q2",)))
    assert found and found.score.mutu and found.score.mutu.huruf == "C" and found.score.rentang is None
    assert not found.score.mutu_pasti
    assert statements.summary(found, "Jakarta Barat") == (
        "Kepuasan warga Jakarta Barat belum dapat dipastikan mutunya menurut 1 dari 8 kecamatan"
    )
    petak = peta(store, Pilihan(periode=("2019-q2",), pengumpul="kota"))
    assert petak and "1 bermutu" not in statements.places(petak)


def test_a_movement_against_the_grade_is_said_with_but(store: Store) -> None:
    good, poor = [[4] * 9, [4] * 8 + [3], [3] * 9], [[3] * 9, [2] * 9, [2] * 8 + [3]]
    worse, mended = [[2] * 9, [2] * 8 + [1], [1] * 9], [[3] * 9, [3] * 8 + [2], [2] * 9]
    for periode, rows in (("2019-q2", good), ("2019-q3", poor), ("2019-q4", worse), ("2020-q1", mended)):
        build.ingest(store, [form(row, periode=periode) for row in rows * 20], name=f"{periode}.csv")

    def said(periode: str) -> str:
        found = ringkasan(store, Pilihan(periode=(periode,), wilayah=KAPUK))
        assert found
        return statements.summary(found, "Kapuk")

    assert said("2019-q3") == "Kepuasan warga Kapuk tidak baik, dan turun sejak April–Juni 2019"
    assert said("2019-q4") == "Kepuasan warga Kapuk tidak baik, dan turun sejak Triwulan III 2019"
    assert said("2020-q1").split(" sejak ")[0].endswith(", tetapi naik")


def test_a_figure_of_a_part_knows_its_smallest_place(store: Store) -> None:
    build.ingest(store, [form([3] * 9)] * 10)
    (inside,) = measure(store, Pilihan(periode=("2019-q2",), wilayah=KAPUK), ["kecamatan"])
    assert inside.acuan == f"ikm|2019-q2||{KAPUK}|kelurahan"
