"""`form` on the command line: every kind, the name of the file, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from skm_core import forms
from skm_core.cli import DONE, OUR_FAULT, REFUSED, main
from skm_core.cli.form import BUSY
from skm_core.store import Store

ASKED = ["--periode", "2019-q2", "--layanan", "posyandu", "--kelurahan", "kapuk"]


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SKM_DATA_DIR", str(tmp_path / "data"))


@pytest.mark.parametrize("kind", forms.KINDS)
def test_every_kind_is_the_file_of_the_library(
    kind: str, store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["form", "--kind", kind, *ASKED]) == DONE
    form = forms.blank(store, periode="2019-q2", layanan=["posyandu"], kelurahan="31.73.01.1005")
    expected = forms.KINDS[kind]
    assert (tmp_path / expected.file_name(form)).read_bytes() == expected.make(form)
    assert form.kalimat in capsys.readouterr().out
    assert not (tmp_path / "data").exists(), "a form needs no database"


def test_rows_name_and_json(tmp_path: Path, store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["form", "--kind", "excel", *ASKED, "--baris", "40", "--out", "isian.xlsx", "--json"]) == DONE
    form = forms.blank(store, periode="2019-q2", layanan=["posyandu"], kelurahan="31.73.01.1005")
    made = (tmp_path / "isian.xlsx").read_bytes()
    assert made == forms.entry_sheet(form, rows=40)
    assert json.loads(capsys.readouterr().out) == {"file": "isian.xlsx", "kind": "excel", "bytes": len(made)}


def test_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["form", "--kind", "teks", *ASKED, "--out", "-"]) == DONE
    assert capfdbinary.readouterr().out.decode().startswith("Survei Kepuasan Masyarakat: Posyandu, Kelurahan Kapuk")


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (["--kelurahan", "Kapukk"], 'Kelurahan "Kapukk" tidak dikenal'),
        (["--cara", "semua"], "menyebut satu layanan"),
        (["--periode", "2030"], 'Periode "2030" tidak dikenal'),
    ],
)
def test_what_does_not_exist_is_refused(more: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["form", "--kind", "pdf", *ASKED, *more]) == REFUSED
    assert says in capsys.readouterr().err


def test_while_the_app_has_the_database_open_the_standard_form_still_comes_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    database = tmp_path / "data" / "skm.duckdb"
    with Store(database):
        assert main(["form", "--kind", "teks", *ASKED, "--out", "isian.txt", "--json"]) == DONE
        said = capsys.readouterr()
        assert json.loads(said.out)["file"] == "isian.txt" and said.err.strip() == BUSY
        assert (tmp_path / "isian.txt").read_text(encoding="utf-8").startswith("Survei Kepuasan Masyarakat: Posyandu")
        assert main(["form", "--kind", "teks", *ASKED, "--db", str(database)]) == OUR_FAULT, (
            "a named one is not replaced"
        )
