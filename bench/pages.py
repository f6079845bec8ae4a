"""Server time of every page: filter values not seen before, and seen before, at demo size.

Measured as one script run under AppTest in this process, with garbage collection frozen as in the app.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = ("ringkasan", "tren", "layanan", "wilayah", "unggah", "sampel", "pengaturan", "metode")
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
        print(f"{'page':<12}{'unseen':>9}{'worst':>9}{'seen':>9}   ms, median of {len(VARIANTS)} selections")
        for page in PAGES:
            app.switch_page(f"pages/{page}.py").run()
            times: dict[str, list[float]] = {"unseen": [], "seen": []}
            for kind in times:
                for keys in VARIANTS:
                    app.query_params.clear()
                    for key, value in keys.items():
                        app.query_params[key] = value
                    start = time.perf_counter()
                    app.run()
                    times[kind].append((time.perf_counter() - start) * 1000)
                    assert not app.exception, app.exception
            print(
                f"{page:<12}{statistics.median(times['unseen']):>9.0f}{max(times['unseen']):>9.0f}"
                f"{statistics.median(times['seen']):>9.0f}"
            )
