"""`python -m skm_core draw` prints the draw a recorded plan holds."""

from __future__ import annotations

import json
from datetime import datetime
from fractions import Fraction

import pytest

from skm_core.cli import main
from skm_core.sampling import Usulan, save_plan, seed_of, wording
from skm_core.store import Store
from skm_core.writing import WIB


@pytest.mark.parametrize("cara", ["srs", "pps"])
def test_the_command_of_the_berita_acara_gives_the_recorded_draw(
    store: Store, capsys: pytest.CaptureFixture[str], cara: str
) -> None:
    found = save_plan(store, Usulan("2019-q2", cara=cara, benih=777, benih_asal="rapat", per_kecamatan=3), oleh="Siti")
    program, *arguments = wording.command(found).split("skm_core ")[1].split()
    assert main([program, *arguments, "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["terpilih"] == [one.kelurahan for one in found.terpilih]
    assert [(one["kelurahan"], one["angka"], Fraction(one["peluang"])) for one in printed["daftar"]] == [
        (one.kelurahan, one.angka, one.peluang) for one in found.daftar
    ]
    assert main([program, *arguments]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert sum(line.startswith(" * ") for line in lines) == 24 and "benih acak 777" in lines[0]


def test_the_seed_is_the_date_of_jakarta_unless_given(capsys: pytest.CaptureFixture[str]) -> None:
    before = seed_of(datetime.now(WIB).date())
    assert main(["draw", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["benih"] in (before, seed_of(datetime.now(WIB).date()))


def test_what_cannot_be_drawn_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draw", "--per-kecamatan", "9"]) == 2
    assert "hanya punya" in capsys.readouterr().err
