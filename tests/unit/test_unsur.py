"""What raising an unsur is worth, exactly; where mending comes first; how sure the place of an unsur is."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from skm_core import reference, registry, settings, uploads
from skm_core.results.unsur import UnsurPage, unsur_page
from skm_core.results.unsur_gain import LANGKAH, gains
from skm_core.scoring import score
from skm_core.store import Store
from skm_core.terms import Pilihan
from skm_ui.views.unsur import detail_title, priorities_note, priorities_title
from tests import build
from tests.build import KALIDERES, KAPUK, UNSUR, form

Q2 = Pilihan(("2019-q2",), pengumpul="kelurahan")
WAKTU = UNSUR.index("waktu")


def ikm(rows: Sequence[dict[str, object]]) -> Fraction:
    with Store() as store:
        reference.seed(store)
        build.ingest(store, rows)
        exact = score(store, Q2)[0].ikm_exact
    assert exact is not None
    return exact


def survey(waktu: Sequence[int | None], other: Sequence[int | None]) -> list[dict[str, object]]:
    """Ten questionnaires on posyandu and twenty on PKK, which differ in waktu only."""
    rows = []
    for layanan, answers in (("posyandu", waktu), ("pkk", other)):
        for value in answers:
            form_ = [3, 3, value, 4, 3, 3, 3, 2, 3]
            rows.append(form(form_, layanan=layanan, kelurahan=KAPUK))
    return rows


LOW: list[int | None] = [2] * 10
PKK: list[int | None] = [3] * 18 + [None] * 2


def test_a_gain_is_the_movement_of_the_index_itself(store: Store) -> None:
    build.ingest(store, survey(LOW, PKK))
    whole, cells = gains(store, Q2, "layanan")
    raised = ikm(survey([3, *LOW[1:]], PKK)) - ikm(survey(LOW, PKK))  # one answer of ten by one: the NRR by 0.1
    assert cells["waktu", "posyandu"] == raised == Fraction(25, 9) * LANGKAH * Fraction(10, 28)
    everywhere = ikm(survey([3, *LOW[1:]], [*PKK[1:-2], 4, None, None])) - ikm(survey(LOW, PKK))
    assert everywhere != whole["waktu"]  # one of eighteen is not 0.1
    assert whole["waktu"] == Fraction(25, 90)
    for unsur in UNSUR:
        assert cells[unsur, "posyandu"] + cells[unsur, "pkk"] == whole[unsur]


def test_reaching_the_best_is_worth_what_the_index_then_gains(store: Store) -> None:
    build.ingest(store, survey(LOW, PKK))
    found = unsur_page(store, Q2)
    assert found is not None
    first = found.utama[0]
    assert (first.kolom, first.part.kunci, first.dari_target, first.jarak) == ("posyandu", "waktu", False, 1)
    assert first.perolehan == ikm(survey([3] * 10, PKK)) - ikm(survey(LOW, PKK))
    assert len(found.utama) == 1  # nothing else lies below the best
    assert not first.pasti  # equal answers give no interval, so nothing vouches for the gap


def test_a_target_takes_the_place_of_the_best(store: Store) -> None:
    build.ingest(store, survey([2, 3] * 5, PKK))
    with store.write() as cursor:
        cursor.execute("UPDATE layanan SET target_ikm = 80 WHERE layanan_kode = 'posyandu'")
    found = unsur_page(store, Q2)
    assert found is not None
    cell = found.sel["waktu", "posyandu"]
    assert cell.dari_target and cell.tujuan == Fraction(16, 5) and cell.jarak == Fraction(7, 10)
    assert cell.pasti and found.sel["pengaduan", "posyandu"].jarak == Fraction(6, 5)
    assert [(one.part.kunci, one.kolom) for one in found.utama][:2] == [
        ("pengaduan", "posyandu"),
        ("waktu", "posyandu"),
    ]


def test_a_cell_of_few_questionnaires_is_neither_aim_nor_priority(store: Store) -> None:
    build.ingest(store, [*survey(LOW, PKK), *(form([4] * 9, layanan="ppsu", kelurahan=KAPUK) for _ in range(9))])
    found = unsur_page(store, Q2)
    assert found is not None
    assert found.sel["waktu", "posyandu"].tujuan == 3  # not the 4 of nine questionnaires
    assert found.sel["waktu", "ppsu"].tujuan is None and all(one.kolom != "ppsu" for one in found.utama)


def test_one_service_is_broken_down_by_place(store: Store) -> None:
    rows = [form([4, 3, 3, 4, 3, 3, 3, 2 + (place == KAPUK), 3], kelurahan=place) for place in (KAPUK, KALIDERES)]
    build.ingest(store, rows * 12)
    found = unsur_page(store, Q2)
    assert found and found.dimensi == "kecamatan" and [item.nama for item in found.kolom] == ["Cengkareng", "Kalideres"]
    assert found.utama[0].part.kunci == "pengaduan" and found.utama[0].kolom == KALIDERES[:8]
    inside = unsur_page(store, Pilihan(("2019-q2",), wilayah=KAPUK))
    assert inside and inside.dimensi == "" and not inside.kolom and not inside.utama


def test_places_of_unsur_share_what_cannot_be_told_apart(store: Store) -> None:
    answers = [[3, 3, 3 + (n % 2), 4, 3 + (n % 3 == 0), 3, 3, 1 + (n % 2), 3] for n in range(30)]
    build.ingest(store, [form(one) for one in answers])
    found = unsur_page(store, Q2)
    assert found is not None
    by = {row.part.kunci: row.urutan for row in found.baris}
    lowest, waktu, produk = by["pengaduan"], by["waktu"], by["produk"]
    assert lowest and (lowest.dari, lowest.sampai, lowest.setara) == (1, 1, ()) and found.terendah == ("pengaduan",)
    assert waktu and produk and "produk" in waktu.setara and "waktu" in produk.setara
    assert found.baris[0].part.kunci == "pengaduan" and found.baris[-1].part.kunci == "biaya"


def test_the_index_without_biaya_is_the_mean_of_the_eight_others(store: Store) -> None:
    build.ingest(store, [form([3, 3, 2 + (n % 2), 4, 3, 3, 3, 2, 3]) for n in range(20)])
    found = unsur_page(store, Q2)
    assert found is not None
    official, without = found.tanpa_biaya[""]
    assert official.ikm_exact == Fraction(25, 9) * (4 + 2 + 18 + Fraction(5, 2))
    assert without.ikm_exact == Fraction(25, 8) * (2 + 18 + Fraction(5, 2)) and without.mutu is None
    assert official.presisi and without.presisi and official.presisi.se and without.presisi.se
    assert without.presisi.se * 8 == pytest.approx(official.presisi.se * 9)  # biaya does not vary at all
    assert without.acuan.startswith("nonbiaya|")


def test_no_biaya_no_analysis(store: Store) -> None:
    build.ingest(store, [form([3, 3, 3, None, 3, 3, 3, 2, 3])] * 12)
    found = unsur_page(store, Q2)
    assert isinstance(found, UnsurPage) and not found.tanpa_biaya
    assert unsur_page(store, Pilihan(("2019-maret",))) is None


def test_without_a_target_or_another_column_nothing_is_called_good_enough(store: Store) -> None:
    build.ingest(store, [form([1 + who % 2] * 9, kelurahan=KAPUK) for who in range(20)])
    found = unsur_page(store, Pilihan(("2019-q2",), wilayah=KAPUK))
    assert found and not found.dibandingkan
    assert priorities_title(found) == "Belum ada pembanding" and "Tetapkan target" in priorities_note(found)


def test_one_column_is_not_its_own_aim(store: Store) -> None:
    build.ingest(store, [form([1 + who % 2] * 9, kelurahan=KAPUK) for who in range(20)])
    found = unsur_page(store, Pilihan(("2019-q2",)))
    assert found and found.dimensi == "kecamatan" and not found.dibandingkan


def test_what_may_not_be_shown_has_no_place_and_stands_last_in_the_rules_order(store: Store) -> None:
    rows = [form([1, 3, 3, 3, 3, 3, 3, 3, 2], kelurahan=KAPUK) for _ in range(9)]
    rows += [form([None, 3, 4, 3, 3, 3, 3, 3, 2], kelurahan=KAPUK) for _ in range(11)]
    build.ingest(store, rows)
    found = unsur_page(store, Pilihan(("2019-q2",), wilayah=KAPUK))
    assert found and found.baris[-1].part.kunci == "persyaratan" and found.baris[-1].urutan is None
    assert "persyaratan" not in found.terendah
    said = {row.part.kunci: detail_title(found, row) for row in found.baris}
    assert said["biaya"].startswith("Biaya/Tarif di urutan 2–7 dari bawah, dari 8 unsur"), "the ninth is hidden"
    assert said["waktu"].startswith("Waktu paling tinggi:")


def test_certainty_is_that_of_the_whole_family(store: Store) -> None:
    """Sixty surveys in which every unsur stands at its target: hardly one may name a cell as certain."""
    chance = random.Random(14)
    named = 0
    settings.save_layanan(store, replace(registry.layanan(store)["posyandu"], target_ikm=Decimal("62.50")))
    for number in range(60):
        answers = [[chance.randint(1, 4) for _ in range(9)] for _ in range(120)]
        receipt = build.ingest(store, [form(row, kelurahan=KAPUK) for row in answers], name=f"{number}.csv")
        found = unsur_page(store, Pilihan(("2019-q2",)))
        assert found
        named += any(one.pasti for one in found.utama)
        uploads.undo(store, receipt.unggahan_id, oleh="uji")
    assert named <= 6, "5% of 60 is 3; more than 6 has a chance of 3%"
