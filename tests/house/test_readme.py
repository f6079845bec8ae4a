"""What README.md shows, works: the library example runs as printed."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from skm_core.cli import parser
from tests import build
from tests.build import form

README = Path(__file__).parents[2] / "README.md"


def test_the_library_example_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "hasil.csv").write_bytes(build.csv_bytes([form([4] * 9), form([3] * 9, layanan="pkk")]))
    monkeypatch.chdir(tmp_path)
    exec(compile(example, "README.md", "exec"), {})
    assert capsys.readouterr().out.splitlines()[-2:] == ["pkk 75.00 C 1", "posyandu 100.00 A 1"]


def test_every_link_leads_somewhere() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README.read_text(encoding="utf-8"))
    missing = [link for link in links if not link.startswith("http") and not (README.parent / link).exists()]
    assert not missing


def test_every_command_is_one_the_command_line_takes() -> None:
    lines = re.findall(r"^python -m skm_core (.*)$", README.read_text(encoding="utf-8"), re.MULTILINE)
    shown = [part.removeprefix("python -m skm_core ") for line in lines for part in line.split("#")[0].split("; ")]
    assert len(shown) > 10
    for command in shown:
        parser().parse_args(shlex.split(command))  # an unknown one ends the program
