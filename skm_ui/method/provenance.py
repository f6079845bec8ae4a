"""Which data and which program stand behind the figures on screen."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from skm_core import uploads
from skm_ui.cache import result
from skm_ui.filters import Selection
from skm_ui.format import moment, whole

PYPROJECT = Path(__file__).resolve().parents[2] / "pyproject.toml"


@cache
def program() -> str:
    """Version of the program."""
    return str(tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]["version"])


def sentences(shown: Selection) -> tuple[str, ...]:
    """What is shown, how much of it there is, and the versions."""
    history = result(shown, uploads.history)
    active = [item for item in history if item.aktif]
    kind = "Data contoh: angka buatan, bukan hasil survei." if shown.contoh else "Data nyata dari berkas yang diunggah."
    if active:
        kind += (
            f" {whole(sum(item.n_diterima for item in active))} kuesioner dari {whole(len(active))} unggahan, yang "
            f"terakhir {moment(active[0].waktu)}."
        )
    else:
        kind += " Belum ada unggahan yang aktif."
    return (kind, f"Versi data {whole(shown.version[1])}; versi program {program()}.")
