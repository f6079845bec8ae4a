"""What is read once per data version is read ahead, gives way to newer data, and holds nobody up."""

from __future__ import annotations

import threading

from skm_core.precision import PROFIL
from skm_core.store import Store
from skm_core.warming import warm
from skm_ui import warming
from tests.build import KALIDERES, KAMAL, KAPUK, form, ingest

ANSWERS = [3, 3, 4, 4, 3, 3, 4, 3, 2]
KEYS = (
    "presisi False None",
    "tanda ('2019-q2',)",
    "momen False None 2019-q2 kota",
    "momen False None 2019-q2 kelurahan",
    *(f"presisi False {profil}" for profil in PROFIL),
)


def surveys(store: Store) -> None:
    """One periode, collected by both."""
    for pengumpul, age in (("kota", 30), ("kelurahan", 40)):
        rows = [form(ANSWERS, kelurahan=place, usia=age) for place in (KAPUK, KAMAL, KALIDERES)]
        ingest(store, rows, pengumpul=pengumpul, name=f"{pengumpul}.csv")


def never() -> None:
    raise AssertionError("not read ahead")


def test_all_is_read_ahead(store: Store) -> None:
    surveys(store)
    assert warm(store) == 8  # signs and sums, for each pengumpul; counts by four profile fields
    for key in KEYS:
        assert store.once(key, never) is not None


def test_reading_ahead_stops_when_nobody_wants_it_or_the_data_changed(store: Store) -> None:
    surveys(store)
    assert warm(store, wanted=lambda: False) == 0

    def change() -> bool:
        ingest(store, [form(ANSWERS, kelurahan=KAPUK, usia=50)], pengumpul="kota", name="baru.csv")
        return True

    assert warm(store, wanted=change) == 0
    assert warm(store) == 8


def test_no_data_needs_no_reading(store: Store) -> None:
    assert warm(store) == 0


def test_a_value_being_built_holds_up_only_those_who_ask_for_it(store: Store) -> None:
    begun, finish, built = threading.Event(), threading.Event(), []

    def slow() -> str:
        built.append(1)
        begun.set()
        assert finish.wait(10)
        return "slow"

    found: list[str] = []
    askers = [threading.Thread(target=lambda: found.append(store.once("a", slow))) for _ in range(3)]
    for asker in askers:
        asker.start()
    assert begun.wait(10)
    assert store.once("b", lambda: "quick") == "quick"
    finish.set()
    for asker in askers:
        asker.join(10)
    assert found == ["slow"] * 3 and built == [1]


def test_the_background_reads_once_per_data_version(store: Store) -> None:
    surveys(store)
    others = set(threading.enumerate())
    warming.begin(store)
    warming.begin(store)
    (reader,) = (thread for thread in set(threading.enumerate()) - others if thread.name == warming.NAME)
    reader.join(30)
    for key in KEYS:
        assert store.once(key, never) is not None


def test_a_program_that_ends_waits_for_the_read_under_way(store: Store) -> None:
    """Also where a session's thread, which is a daemon, began it: the database aborts a program that cuts it off."""
    others = set(threading.enumerate())
    session = threading.Thread(target=warming.begin, args=(store,), daemon=True)
    session.start()
    session.join()
    (reader,) = (thread for thread in set(threading.enumerate()) - others if thread.name == warming.NAME)
    assert not reader.daemon
    reader.join(10)
