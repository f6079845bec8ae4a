"""Server time of every page: filter values not seen before, and seen before, at demo size.

Measured as one script run under AppTest in this process, with garbage collection frozen as in the app. What the app
reads ahead in the background is read first; the first run of each page stands apart. CPU time beside the clock tells a
busy machine from a slow page.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = (
    "ringkasan",
    "tren",
    "layanan",
    "wilayah",
    "paparan",
    "unggah",
    "sampel",
    "tindak_lanjut",
    "kualitas",
    "laporan",
    "pengaturan",
    "metode",
)
WARM = ({"pengumpul": "kelurahan"}, {"pengumpul": "kota"})
"""Seen first, so that every kind of data is read."""
VARIANTS = (
    {"layanan": "posyandu", "periode": "2020-q4"},
    {"layanan": "pkk", "periode": "2020-q3"},
    {"kecamatan": "31.73.04", "periode": "2020-q2"},
    {"kecamatan": "31.73.06", "layanan": "ppsu", "periode": "2020-q1"},
    {"pengumpul": "kelurahan", "periode": "2019-q4"},
    {"kecamatan": "31.73.01", "pengumpul": "kelurahan", "periode": "2019-q3"},
)


def run() -> None:
    """Print medians in milliseconds per page."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SKM_DATA_DIR"] = folder
        from streamlit.testing.v1 import AppTest

        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()
        from skm_core.warming import warm
        from skm_ui import stores

        wall, cpu = _timed(lambda: warm(stores.demo()))
        print(f"read ahead in the background after new data: {wall:.0f} ms, processor {cpu:.0f} ms")
        print(f"{'page':<12}{'first':>7}{'unseen':>8}{'worst':>7}{'cpu':>6}{'seen':>7}{'cpu':>6}   ms, medians")
        for page in PAGES:
            app.query_params.clear()
            first = _timed(lambda page=page: app.switch_page(f"pages/{page}.py").run())[0]  # type: ignore[misc]
            times: dict[str, list[tuple[float, float]]] = {"warm": [], "unseen": [], "seen": []}
            for kind, variants in (("warm", WARM), ("unseen", VARIANTS), ("seen", VARIANTS)):
                for keys in variants:
                    app.query_params.clear()
                    for key, value in keys.items():
                        app.query_params[key] = value
                    times[kind].append(_timed(app.run))
                    assert not app.exception, app.exception
            unseen, seen = ([wall for wall, _ in times[kind]] for kind in ("unseen", "seen"))
            unseen_cpu, seen_cpu = (max(cpu for _, cpu in times[kind]) for kind in ("unseen", "seen"))
            print(
                f"{page:<12}{first:>7.0f}{statistics.median(unseen):>8.0f}{max(unseen):>7.0f}{unseen_cpu:>6.0f}"
                f"{statistics.median(seen):>7.0f}{seen_cpu:>6.0f}"
            )


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds by the clock and of this process."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return (time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000
