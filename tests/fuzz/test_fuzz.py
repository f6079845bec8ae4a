"""Damaged, odd and differently written files: `make fuzz` does the same with thousands.

What is asserted of each is in `judge`: nothing raises, nothing takes ten seconds, no answer is stored that an
independent reader does not find, and what means the same gives the identical IKM.
"""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.fixtures import fixtures
from tests.fuzz.judge import DITOLAK, Outcome, invented, outcome
from tests.fuzz.mutate import NASTY
from tests.fuzz.reader import Reading, readings, worth
from tests.intake import files
from tools.fuzz import KINDS, fuzz_one

EACH, OF = 4, 50
CHOSEN = {"periode": "2019-q2", "layanan": "posyandu", "kelurahan": "Kapuk", "pengumpul": "kelurahan"}
SAMPLE = random.Random(7).sample(range(len(fixtures())), OF)


@pytest.mark.parametrize("tenth", range(10))
def test_changed_files_of_the_corpus(tenth: int) -> None:
    """Four changes of fifty files of the corpus, every kind of change among them."""
    every = fixtures()
    for place in range(tenth, OF, 10):
        for number in range(EACH):
            report = fuzz_one(every[SAMPLE[place]], place + number * len(KINDS) // EACH, seed=7)
            assert not report.faults, report.faults
            assert report.counts.total() == 1


HEADERS = st.one_of(
    st.sampled_from(
        [*files.RULE, *files.QUESTIONS.values(), *files.OFFICIAL.values(), *(f"U{n}" for n in range(1, 15))]
    ),
    st.sampled_from(
        ["Timestamp", "Nama", "NIK", "No", "Usia", "Jenis kelamin", "Saran", "Layanan", "Periode", "_uuid", ""]
    ),
    st.text(st.characters(codec="utf-8"), max_size=12),
)
CELLS = st.one_of(
    st.sampled_from(["1", "2", "3", "4", *(label for labels in files.LABELS.values() for label in labels)]),
    st.sampled_from([str(cell) for cell in NASTY]),
    st.text(st.characters(codec="utf-8"), max_size=8),
)


@st.composite
def tables(draw: st.DrawFn) -> bytes:
    """A table of any headers and cells, rows of any length, written in any way."""
    head = draw(st.one_of(st.permutations(files.RULE), st.lists(HEADERS, min_size=1, max_size=14)))
    rows = draw(st.lists(st.lists(CELLS, max_size=len(head) + 1), min_size=1, max_size=8))
    delimiter, end = draw(st.sampled_from(",;\t|")), draw(st.sampled_from(["\n", "\r\n"]))
    encoding = draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
    text = files.table([head, *rows], delimiter=delimiter, end=end)
    return text.decode().encode(encoding)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tables())
def test_invented_tables(data: bytes) -> None:
    assert not outcome(data, "a.csv", {**CHOSEN, "u8": "pengaduan"}).salah


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"<html><table>", b"sep=;\n", b"\xff\xfe"]),
    st.binary(max_size=300),
)
def test_any_bytes(begin: bytes, data: bytes) -> None:
    found = outcome(begin + data, "a.xlsx", CHOSEN)
    assert not found.salah and found.hasil == DITOLAK


def test_the_judge_sees_aninvented_answer() -> None:
    """The independent reader is worth nothing if it finds everything."""
    row = [files.LABELS[key][0] for key in files.ASKED]
    unsur = {f"b{n}": key for n, key in enumerate(files.ASKED, 1)}
    ways = [Reading(None, [list(files.ASKED), row])]
    right = dict.fromkeys(unsur, 1)
    assert not invented(Outcome("diterima", {(None, 2, "posyandu"): right}, unsur=unsur), ways, turned=False)
    wrong = {**right, "b4": 2}
    assert invented(Outcome("diterima", {(None, 2, "posyandu"): wrong}, unsur=unsur), ways, turned=False)
    assert invented(Outcome("diterima", {(None, 1, "posyandu"): right}, unsur=unsur), ways, turned=False)


@pytest.mark.parametrize(
    "name", ["baku: google id xlsx", "lembar: ods", "kantor: .xls", "ganjil: HTML", "baku: monkey zip"]
)
def test_the_independent_reader_reads_every_kind_of_file(name: str) -> None:
    (fixture,) = (one for one in fixtures() if one.name == name)
    cells = [cell for way in readings(fixture.make()) for row in way.rows for cell in row]
    assert sum(any(worth(cell, key) for key in files.ASKED) for cell in cells) > 40
