"""Effect and proposals: which survey is compared, what is said of it, and which unsur ask for follow-up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from skm_core import compare
from skm_core.follow_up import add, plan
from skm_core.results.tindak_lanjut import NOT_DONE, WHILE, Pengaruh, effects, proposals, shown_by
from skm_core.settings import save_periode
from skm_core.store import Store
from skm_core.terms import Periode, Pilihan
from tests import build
from tests.build import KALIDERES, KAMAL, KAPUK, form
from tests.follow_up.build import done, item

SARANA = 8
"""Place of sarana in the rule's list."""
BEFORE, AFTER = [1, 2, 2], [3, 3, 4]
"""Answers to sarana before and after, over and over."""


def survey(
    store: Store, periode: str, sarana: Sequence[int], *, n: int = 12, layanan: Sequence[str] = ("posyandu",)
) -> None:
    quarter = int(periode[-1])
    ends = {2: date(2019, 6, 30), 3: date(2019, 9, 30), 4: date(2019, 12, 31)}
    first = date(2019, 3 * quarter - 2, 1)
    save_periode(
        store,
        Periode(periode, f"Triwulan {quarter} 2019", first, ends[quarter], "permenpan-14-2017", "tidak_acak", "buka"),
    )
    build.ingest(
        store,
        [
            form(
                [3 + number % 2] * SARANA + [sarana[number % len(sarana)]],
                layanan=one,
                kelurahan=place,
                periode=periode,
            )
            for one in layanan
            for place in (KAPUK, KALIDERES, KAMAL)
            for number in range(n)
        ],
        name=f"{periode}.csv",
    )


def effect(store: Store, isian: object = None) -> Pengaruh:
    one = add(store, isian or item(unsur="sarana"), oleh="Siti")  # type: ignore[arg-type]
    return effects(store, (one,))[one.rtl_id]


def test_the_unsur_of_the_next_survey(store: Store) -> None:
    survey(store, "2019-q2", BEFORE)
    survey(store, "2019-q3", AFTER)
    found = effect(store, done(date(2019, 6, 30), unsur="sarana"))
    assert found.sebelum and found.sesudah and found.ke and found.selisih
    assert found.sebelum.nrr_terbit == Decimal("1.667"), "5 thirds"
    assert found.sesudah.nrr_terbit == Decimal("3.333"), "10 thirds"
    assert found.poin == Decimal("1.666") and found.catatan == ""
    family = compare.change(
        store, "2019-q2", "2019-q3", Pilihan(layanan=("posyandu",), pengumpul="kelurahan"), unsur=True
    )
    assert found.selisih in family and len(family) == 10, "one family: the index and its nine unsur"
    assert found.certain
    assert found.kalimat == (
        "NRR naik 1,666, di luar batas kebetulan survei: dari 1,667 menjadi 3,333 pada Triwulan 3 2019."
    )
    assert found.acuan == "ubah:nrr:sarana|2019-q2>2019-q3|posyandu||kelurahan"


def test_no_rise_is_claimed_where_none_is_certain(store: Store) -> None:
    survey(store, "2019-q2", [1, 2, 3, 4])
    survey(store, "2019-q3", [1, 2, 4, 4])
    found = effect(store)
    assert not found.certain and found.kata == "+0,250, belum dapat dipastikan" and found.catatan == NOT_DONE


def test_compared_is_the_first_survey_that_can_show_it(store: Store) -> None:
    for periode, answers in (("2019-q2", BEFORE), ("2019-q3", [2]), ("2019-q4", AFTER)):
        survey(store, periode, answers)
    days = {
        date(2019, 6, 1): ("2019-q3", ""),
        date(2019, 9, 30): ("2019-q3", WHILE),
        date(2019, 10, 1): ("2019-q4", ""),
    }
    for number, (day, expected) in enumerate(days.items()):
        found = effect(store, done(day, unsur="sarana", program=f"Program {number}"))
        assert found.ke and (found.ke.kode, found.catatan) == expected
    late = effect(store, done(date(2020, 1, 1), unsur="sarana", program="Terlalu baru"))
    assert (late.ke, late.kalimat) == (None, "Belum ada survei sebanding sesudah tindak lanjut ini selesai.")
    assert [(one.isian.program, now.ke and now.ke.kode) for one, now in shown_by(store, "2019-q4")] == [
        ("Program 2", "2019-q4")
    ]
    assert [one.isian.program for one, _ in shown_by(store, "2019-q3")] == ["Program 0", "Program 1"]


def test_other_services_are_not_comparable(store: Store) -> None:
    survey(store, "2019-q2", BEFORE)
    survey(store, "2019-q3", AFTER, layanan=("posyandu", "pkk"))
    assert effect(store, item(unsur="sarana", layanan=None)).alasan == "Belum ada survei berikutnya yang sebanding."
    assert effect(store).ke, "of the one layanan it is"


def test_why_nothing_can_be_said(store: Store) -> None:
    assert effect(store).alasan.startswith("Belum ada data survei")
    survey(store, "2019-q2", BEFORE, n=3)
    assert "Belum ada survei berikutnya" in effect(store, item(unsur="sarana", program="b")).alasan
    survey(store, "2019-q3", AFTER)
    assert "kurang dari 10" in effect(store, item(unsur="sarana", program="c")).kalimat, "n = 9 is withheld"
    other = item(unsur="kenyamanan_lingkungan", program="d")
    assert "tidak ditanyakan" in effect(store, other).alasan
    assert effect(store, item(status="batal", catatan="tidak jadi")).alasan == "Dibatalkan, jadi tanpa pengaruh."


def test_proposals_name_the_lowest_with_ties_and_reach(store: Store) -> None:
    survey(store, "2019-q2", BEFORE, layanan=("posyandu", "pkk"))
    tied = [
        form([3] * 7 + [2, 2], layanan="ppsu", kelurahan=place)
        for place in (KAPUK, KALIDERES, KAMAL)
        for _ in range(12)
    ]
    build.ingest(store, tied, name="ppsu.csv")
    build.ingest(store, [form([1] * 9, layanan="rptra")] * 9, name="sedikit.csv")
    add(store, item(unsur="sarana", layanan=None), oleh="Siti")
    add(store, item(unsur="sarana", layanan="pkk"), oleh="Siti")
    sarana, pengaduan = proposals(store, "2019-q2")
    assert (sarana.unsur.kunci, pengaduan.unsur.kunci) == ("sarana", "pengaduan")
    assert [(layanan.kode, n) for layanan, _, n in sarana.layanan] == [("pkk", 2), ("posyandu", 1), ("ppsu", 1)]
    assert sarana.kalimat == "terendah, atau setara terendah, di semua layanan" and sarana.n_layanan == 3
    assert [layanan.kode for layanan, _, _ in pengaduan.layanan] == ["ppsu"]
    assert pengaduan.kalimat == "terendah, atau setara terendah, di PPSU"
    assert len(plan(store, "2019-q2")) == 2
    assert proposals(store, "2019-maret") == ()
