"""Kills ingests with SIGKILL at random moments and reports what the database holds afterwards.

    python tools/kill_ingests.py [--kills 50] [--rows 200000]

Each ingest runs in a process of its own that reports its stage. After every kill the file is opened again: the unggahan
must be wholly there or wholly absent, every check clean, everything acknowledged still there, and no planted personal
byte anywhere under the data directory.
"""

from __future__ import annotations

import argparse
import hashlib
import mmap
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from skm_core import checks, reference  # noqa: E402
from skm_core.intake import Options, ingest, prepare, read_file  # noqa: E402
from skm_core.store import Store  # noqa: E402

BEGUN, ACKNOWLEDGED = "banding", "selesai"
"""The stages between which a kill is in the middle of an ingest."""
NAME, NIK, PHONE = "Rahasiawati", "3173014107850017", "0812-9876-5432"
"""Planted in every row of every file; none may ever reach the disk."""
UNSUR = "persyaratan,prosedur,waktu,biaya,produk,kompetensi,perilaku,sarana,pengaduan"


@dataclass
class Report:
    """What the kills met and left behind. `loss`: sentences on anything that is not as it must be; empty = all well."""

    kills: int = 0
    between: int = 0
    stages: Counter[str] = field(default_factory=Counter)
    present: int = 0
    absent: int = 0
    acknowledged: int = 0
    loss: list[str] = field(default_factory=list)
    seconds: float = 0.0


def write_file(path: Path, number: int, rows: int) -> None:
    """A survey of `rows` questionnaires that is like no other, personal columns and masked numbers included."""
    draw = random.Random(number)
    lines = [f"periode,kode_kelurahan,layanan,Nama,NIK,No HP,id responden,{UNSUR},saran"]
    answers = [",".join(str(draw.randint(1, 4)) for _ in range(9)) for _ in range(500)]
    lines += [
        f"2019-q2,31.73.01.1005,posyandu,{NAME} {row},{NIK},{PHONE},berkas-{number:04d}-{row:07d},"
        f"{answers[row % 500]},hubungi {PHONE}"
        for row in range(rows)
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def work(database: Path, source: Path) -> None:
    """One ingest, its stages on standard output as they begin."""
    with Store(database) as store:
        draft = prepare(store, read_file(source), Options(pengumpul="kelurahan"))
        print("siap", flush=True)
        ingest(store, draft, pengunggah="uji", stage=lambda name: print(name, flush=True))


def run_killed(database: Path, source: Path, delay: float) -> str:
    """Start an ingest, kill it `delay` seconds after it is ready to store; the last stage it reported."""
    command = [sys.executable, __file__, "--worker", str(database), str(source)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout
        if process.stdout.readline().strip() != "siap":
            raise RuntimeError("the ingest did not start")
        try:
            process.wait(delay)
        except subprocess.TimeoutExpired:
            process.kill()
        stages = process.stdout.read().split()
    return stages[-1] if stages else "siap"


def duration(database: Path, source: Path) -> float:
    """Seconds from ready to acknowledged of an ingest that nobody kills."""
    command = [sys.executable, __file__, "--worker", str(database), str(source)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout
        process.stdout.readline()
        started, ended = time.monotonic(), 0.0
        for line in process.stdout:
            if line.strip() == ACKNOWLEDGED:
                ended = time.monotonic()
    return ended - started


def kill_ingests(folder: Path, *, kills: int, rows: int, seed: int = 2019) -> Report:
    """Kill that many ingests of that many rows in `folder`, and check the database after each."""
    report, draw, started = Report(), random.Random(seed), time.monotonic()
    database, source = folder / "data" / "skm.duckdb", folder / "survei.csv"
    with Store(database) as store:
        reference.seed(store)
    kept: dict[str, int] = {}
    write_file(source, 0, rows)
    usual = duration(database, source)
    kept[hashlib.sha256(source.read_bytes()).hexdigest()] = rows
    for number in range(1, kills + 1):
        n = rows + number
        write_file(source, number, n)
        sha256 = hashlib.sha256(source.read_bytes()).hexdigest()
        stage = run_killed(database, source, draw.uniform(0.0, 1.1 * usual))
        report.kills += 1
        report.stages[stage] += 1
        report.between += stage not in ("siap", ACKNOWLEDGED)
        report.acknowledged += stage == ACKNOWLEDGED
        _note_privacy(folder / "data", number, report)
        with Store(database) as store:
            _note_state(store, number, sha256, n, stage, kept, report)
    report.seconds = time.monotonic() - started
    return report


def _note_state(
    store: Store, number: int, sha256: str, n: int, stage: str, kept: dict[str, int], report: Report
) -> None:
    _, rows = store.fetch(
        "SELECT berkas_sha256, count(baris) FROM unggahan LEFT JOIN kuesioner USING (unggahan_id) GROUP BY ALL"
    )
    stored = dict(rows)
    _, ((orphans,),) = store.fetch(
        "SELECT count(*) FROM (SELECT DISTINCT unggahan_id FROM kuesioner) ANTI JOIN unggahan USING (unggahan_id)"
    )
    if sha256 in stored:
        report.present += 1
        kept[sha256] = n
    else:
        report.absent += 1
        if stage == ACKNOWLEDGED:
            report.loss.append(f"kill {number}: acknowledged, but absent")
    if stored != kept or orphans:
        report.loss.append(f"kill {number}: stored {stored}, expected {kept}, {orphans} unggahan without a record")
    report.loss += [f"kill {number}: check {found.check}" for found in checks.verify(store)]


def _note_privacy(folder: Path, number: int, report: Report) -> None:
    for path in folder.rglob("*"):
        if not path.is_file() or not path.stat().st_size:
            continue
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
            report.loss += [
                f"kill {number}: {secret} in {path.name}"
                for secret in (NAME, NIK, PHONE)
                if content.find(secret.encode()) >= 0
            ]


def main() -> int:
    """Run the kills and print the report."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--rows", type=int, default=200_000)
    parser.add_argument("--worker", nargs=2, type=Path, metavar=("DB", "FILE"))
    asked = parser.parse_args()
    if asked.worker:
        work(*asked.worker)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        report = kill_ingests(Path(folder), kills=asked.kills, rows=asked.rows)
    print(f"{report.kills} kills of ingests of {asked.rows} rows in {report.seconds:.0f} s")
    print(f"{report.between} between begin and acknowledgement; last stage: {dict(report.stages)}")
    print(f"{report.present} wholly there, {report.absent} wholly absent, {report.acknowledged} acknowledged")
    print("\n".join(report.loss) or "nothing lost, every check clean, no personal byte on the disk")
    return 1 if report.loss else 0


if __name__ == "__main__":
    sys.exit(main())
