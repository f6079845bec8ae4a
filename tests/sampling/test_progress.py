"""Progress against a plan, through the real intake: cells, pace on a day, the sentence about the finish, the sheet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from skm_core import registry
from skm_core.sampling import Rencana, Usulan, plan_progress, save_plan, sizes, wording
from skm_core.sampling.progress_sheet import missing, outside, progress_sheet
from skm_core.settings import save_layanan, save_periode
from skm_core.store import Store
from skm_core.terms import Periode
from tests import build

END = date(2019, 6, 30)


@pytest.fixture
def rencana(store: Store) -> Rencana:
    """Twelve respondents in each of 16 kelurahan: two questionnaires a cell, 192 in all."""
    return save_plan(store, Usulan("2019-q2", benih=20190401, kuota=12), oleh="Siti")


def collect(store: Store, rows: Iterable[tuple[str, str, date | None]], name: str = "uji.csv") -> None:
    forms: list[dict[str, Any]] = [
        build.form([3] * 9, kelurahan=place, layanan=layanan, tanggal=day.isoformat() if day else None)
        for place, layanan, day in rows
    ]
    build.ingest(store, forms, pengumpul="kota", name=name)


def sentence(store: Store, day: date) -> str:
    return wording.finish(plan_progress(store, "2019-q2", "kota", day), registry.periode(store)["2019-q2"])


def test_nothing_yet(store: Store, rencana: Rencana) -> None:
    found = plan_progress(store, "2019-q2", "kota", date(2019, 4, 10))
    assert (found.target, found.terisi, found.kurang, len(found.kosong)) == (192, 0, 192, 96)
    assert found.lebih == 0 and wording.surplus(found) == ""
    assert found.laju is None and found.perkiraan is None
    assert sentence(store, date(2019, 4, 10)) == "Belum ada kuesioner yang masuk, jadi laju belum dapat dihitung."


def test_full_cells_do_not_make_up_for_empty_ones(store: Store, rencana: Rencana) -> None:
    here, there = (one.kelurahan for one in rencana.terpilih[:2])
    day = date(2019, 4, 5)
    collect(store, [(here, "pkk", day)] * 9 + [(there, "ppsu", day)])
    found = plan_progress(store, "2019-q2", "kota", day)
    by = {(one.kelurahan, one.layanan): one for one in found.sel}
    assert (by[here, "pkk"].terisi, by[here, "pkk"].kurang, by[here, "pkk"].n_kuesioner) == (2, 0, 9)
    assert (by[there, "ppsu"].terisi, by[there, "ppsu"].kurang) == (1, 1)
    assert (found.n_kuesioner, found.terisi, found.kurang, len(found.kosong)) == (10, 3, 189, 94)
    assert found.lebih == 7 and "Ada 7 kuesioner lebih di 1 kotak" in wording.surplus(found)
    assert "kelebihan di satu kotak tidak mengisi kekurangan di kotak lain" in progress_sheet(store, rencana, found)
    places = {one.kelurahan: one for one in found.kelurahan}
    assert (places[here].n_responden, places[here].target, places[here].terisi) == (9, 12, 2)
    assert found.harian == ((day, 10),) and found.tanpa_tanggal == 0
    names = {one.kelurahan: one.nama for one in rencana.terpilih}
    listed = missing(store, found)
    assert listed[0] == f"{names[here]}: RPTRA, Ketertiban umum, Jumantik, Posyandu, PPSU"
    assert listed[1] == f"{names[there]}: PKK, RPTRA, Ketertiban umum, Jumantik, Posyandu"
    assert len(listed) == 16 and all(line.endswith(": semua layanan") for line in listed[2:])


def test_cells_outside_the_plan_are_named(store: Store, rencana: Rencana) -> None:
    stranger = next(one for one in rencana.daftar if not one.terpilih)
    collect(store, [(stranger.kelurahan, "pkk", date(2019, 4, 5))] * 3)
    found = plan_progress(store, "2019-q2", "kota", END)
    assert [(one.kelurahan, one.n_kuesioner) for one in found.di_luar_rencana] == [(stranger.kelurahan, 3)]
    assert outside(store, found) == [f"{stranger.nama}, PKK: 3 kuesioner"]
    assert found.terisi == 0 and found.kurang == 192
    sheet = progress_sheet(store, rencana, found)
    assert f"{stranger.nama}, PKK: 3 kuesioner" in sheet and "<b>0 dari 192</b>" in sheet and "http" not in sheet


def test_pace_and_finish_on_a_day(store: Store, rencana: Rencana) -> None:
    """96 cells, one form in each on the first day, a second one in 28 of them a day later: pace 124 / days."""
    cells = [(one.kelurahan, one.layanan) for one in rencana.sasaran]
    first, second = date(2019, 5, 1), date(2019, 5, 2)
    collect(store, [(*cell, first) for cell in cells] + [(*cell, second) for cell in cells[:28]])
    on_second = plan_progress(store, "2019-q2", "kota", second)
    assert (on_second.terisi, on_second.kurang, on_second.hari_laju, on_second.laju) == (124, 68, 2, 62.0)
    assert on_second.perkiraan == date(2019, 5, 4)  # 68 at 62 a day: two days
    assert sentence(store, second) == (
        "Dengan laju 62 kuesioner sehari, selesai sekitar 4 Mei 2019, sebelum periode berakhir 30 Juni 2019."
    )
    on_first = plan_progress(store, "2019-q2", "kota", first)  # what came later is not counted
    assert (on_first.terisi, on_first.laju, on_first.hari_laju) == (96, 96.0, 1)
    later = plan_progress(store, "2019-q2", "kota", date(2019, 5, 15))  # 14 days hold 2 May to 15 May
    assert (later.hari_laju, later.laju) == (14, 2.0)
    assert later.perkiraan == date(2019, 6, 18)  # 68 at 2 a day
    stopped = date(2019, 6, 1)
    assert plan_progress(store, "2019-q2", "kota", stopped).perkiraan is None
    assert sentence(store, stopped) == (
        "Dalam 14 hari terakhir tidak ada kuesioner yang mengisi rencana; 68 kuesioner belum ada."
    )
    assert sentence(store, END) == "Periode berakhir 30 Juni 2019, dan 68 kuesioner belum terkumpul."


def test_too_late(store: Store, rencana: Rencana) -> None:
    cells = [(one.kelurahan, one.layanan) for one in rencana.sasaran]
    collect(store, [(*cell, date(2019, 6, 18)) for cell in cells[:12]])
    # on 20 June: 12 in three days = 4 a day, 180 missing = 45 days; 180 in the ten days left = 18 a day
    assert sentence(store, date(2019, 6, 20)) == (
        "Dengan laju 4 kuesioner sehari, selesai sekitar 4 Agustus 2019, sesudah periode berakhir. Supaya penuh "
        "pada 30 Juni 2019, perlu 18 kuesioner setiap hari."
    )


def test_full_undated_and_without_end(store: Store, rencana: Rencana) -> None:
    cells = [(one.kelurahan, one.layanan) for one in rencana.sasaran]
    collect(store, [(*cell, None) for cell in cells])
    found = plan_progress(store, "2019-q2", "kota", date(2019, 5, 1))
    assert (found.tanpa_tanggal, found.terisi, found.laju) == (96, 96, None)
    assert "tidak bertanggal" in sentence(store, date(2019, 5, 1))
    collect(store, [(*cell, date(2019, 5, 1)) for cell in cells], "dua.csv")
    assert sentence(store, date(2019, 5, 1)).startswith("Rencana terpenuhi")
    assert plan_progress(store, "2019-q2", "kota", date(2019, 5, 1)).perkiraan == date(2019, 5, 1)
    old = registry.periode(store)["2019-q2"]
    save_periode(store, Periode(old.kode, old.nama, None, None, old.aturan, old.cara_pemilihan, "buka"))
    assert sentence(store, date(2019, 4, 30)).startswith("Kuesioner yang masuk tidak bertanggal")


def test_without_a_plan_everything_is_outside_of_it(store: Store) -> None:
    collect(store, [(build.KAPUK, "pkk", date(2019, 4, 5))])
    found = plan_progress(store, "2019-q2", "kota", END)
    assert (found.target, found.n_kuesioner, found.terisi, len(found.di_luar_rencana)) == (0, 1, 0, 1)
    assert plan_progress(store, "2019-q2", "kelurahan", END).n_kuesioner == 0


def test_sizes_stand_beside_what_came_in(store: Store) -> None:
    posyandu = registry.layanan(store)["posyandu"]
    save_layanan(store, replace(posyandu, n_pengguna=100))
    collect(store, [(build.KAPUK, "posyandu", date(2019, 4, 5))] * 30 + [(build.KAPUK, "pkk", None)])
    by = {one.layanan.kode: one for one in sizes(store, "2019-q2", "kota")}
    assert (by["posyandu"].minimal, by["posyandu"].n_kuesioner, by["posyandu"].kurang) == (80, 30, 50)
    assert (by["pkk"].minimal, by["pkk"].n_kuesioner, by["pkk"].kurang) == (None, 1, None)
    assert "wali_kota" not in by
