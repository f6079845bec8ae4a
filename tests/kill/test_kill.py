"""An ingest that is killed is wholly there or wholly absent. `make kill` does the same 50 times with 200,000 rows."""

from __future__ import annotations

from pathlib import Path

from tools.kill_ingests import kill_ingests


def test_killed_ingests_leave_all_or_nothing(tmp_path: Path) -> None:
    report = kill_ingests(tmp_path, kills=5, rows=20_000)
    assert not report.loss
    assert (report.kills, report.present + report.absent) == (5, 5)
    assert report.between >= 1, dict(report.stages)
