"""Reading in, as ratios in one run: a label CSV against the database's own reader, a workbook against calamine alone.

Every figure comes from a process of its own, so that peak memory is that of one task and nothing is warm.
"""

from __future__ import annotations

import csv
import random
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ROWS = 1_000_000
LABELS = (
    ("persyaratan", "Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"),
    ("prosedur", "Tidak mudah", "Kurang mudah", "Mudah", "Sangat mudah"),
    ("waktu", "Tidak cepat", "Kurang cepat", "Cepat", "Sangat cepat"),
    ("biaya", "Sangat mahal", "Cukup mahal", "Murah", "Gratis"),
    ("produk", "Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"),
    ("kompetensi", "Tidak kompeten", "Kurang kompeten", "Kompeten", "Sangat kompeten"),
    ("perilaku", "Tidak sopan dan ramah", "Kurang sopan dan ramah", "Sopan dan ramah", "Sangat sopan dan ramah"),
    ("sarana", "Buruk", "Cukup", "Baik", "Sangat baik"),
    ("pengaduan", "Tidak ada", "Ada tetapi tidak berfungsi", "Berfungsi kurang maksimal", "Dikelola dengan baik"),
)
TIMED = """
import resource, sys, time
from pathlib import Path
source, database = map(Path, sys.argv[1:3])
{before}
marks = [("", time.perf_counter())]
def mark(name):
    marks.append((name, time.perf_counter()))
{task}
mark("")
stages = " ".join(f"{{name}} {{after - before:.1f}}" for (name, before), (_, after) in zip(marks, marks[1:]) if name)
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(marks[-1][1] - marks[0][1], memory, stages or "-", sep="|")
"""
OURS = (
    "from skm_core import reference\nfrom skm_core.intake import Options, ingest, prepare, read_file\n"
    "from skm_core.store import Store\nstore = Store(database)\nreference.seed(store)",
    "mark('read')\nraw = read_file(source)\nmark('check')\n"
    "draft = prepare(store, raw, Options(pengumpul='kelurahan'))\n"
    "assert not draft.refused and not draft.n_ditolak, [one.pesan for one in draft.temuan]\n"
    "ingest(store, draft, pengunggah='bench', stage=mark)\nstore.close()",
)
PLAIN = (
    "import duckdb",
    "con = duckdb.connect(str(database))\ncon.execute('SET enable_progress_bar = false')\n"
    "con.read_csv(str(source)).create('isian')\ncon.execute('CHECKPOINT')\ncon.close()",
)
CALAMINE = (
    "from python_calamine import CalamineWorkbook",
    "rows = CalamineWorkbook.from_path(str(source)).get_sheet_by_index(0).to_python()\nassert len(rows) > 1",
)


def write_csv(path: Path, rows: int) -> None:
    """A Google Forms export of `rows` questionnaires: labels, personal columns, a comment in every fifth row."""
    draw = random.Random(2019)
    head = ["Cap waktu", "Nama", "No HP", "Periode", "Kelurahan", "Kecamatan", "Layanan", "Jenis Kelamin", "Usia"]
    blocks = [[draw.choice(labels) for _, *labels in LABELS] for _ in range(2_000)]
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow([*head, *(name for name, *_ in LABELS), "Kritik dan saran"])
        for number in range(rows):
            minute, second = divmod(number, 60)
            stamp = f"{1 + minute // 1440 % 28:02}/04/2019 {minute // 60 % 24}.{minute % 60:02}.{second:02}"
            person = [f"Budi {number}", f"0812{number:08}", "2019-q2", "Kapuk", "Cengkareng"]
            about = [("Posyandu", "PKK", "RPTRA")[number % 3], "LP"[number % 2], 17 + number % 60]
            comment = "" if number % 5 else f"Antre terlalu lama pada hari ke-{number % 31}, mohon loket ditambah"
            writer.writerow([stamp, *person, *about, *blocks[number % 2_000], comment])


def write_xlsx(source: Path, path: Path, rows: int) -> None:
    """The first rows of the CSV as a workbook, ages as numbers."""
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    page = book.create_sheet("Respons Formulir 1")
    with source.open(newline="", encoding="utf-8") as file:
        for number, row in zip(range(rows + 1), csv.reader(file), strict=False):
            page.append([int(cell) if number and column == 8 else cell for column, cell in enumerate(row)])
    book.save(path)


def timed(task: tuple[str, str], source: Path, folder: Path) -> tuple[float, int, str]:
    """Seconds, peak MB and stages of one task in a process of its own."""
    with tempfile.TemporaryDirectory(dir=folder) as own:
        program = TIMED.format(before=task[0], task=task[1])
        done = subprocess.run(
            [sys.executable, "-c", program, str(source), str(Path(own) / "skm.duckdb")],
            cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
    if done.returncode:
        raise RuntimeError(done.stderr)
    seconds, memory, stages = done.stdout.splitlines()[-1].split("|")
    return float(seconds), int(memory), stages


def compared(name: str, task: tuple[str, str], source: Path, folder: Path) -> None:
    """Print our time as a multiple of the task's, both the better of two runs, taken in turn."""
    runs = [(timed(task, source, folder), timed(OURS, source, folder)) for _ in range(2)]
    plain, ours = min(one for one, _ in runs)[0], min(one for _, one in runs)
    print(f"{name} {plain:.2f} s = 1; read, checked, stored and archived {ours[0] / plain:.2f} ({ours[0]:.1f} s)")
    print(f"peak memory {max(one[1] for _, one in runs)} MB; {ours[2]}")


def run(rows: int = ROWS) -> None:
    """Print the ratios for a CSV of `rows` rows and a workbook of a tenth of them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source, book = folder / "survei.csv", folder / "survei.xlsx"
        write_csv(source, rows)
        print(f"CSV of {rows:,} rows, {source.stat().st_size / 1024**2:.0f} MB")
        compared("CREATE TABLE AS FROM read_csv, checkpoint", PLAIN, source, folder)
        write_xlsx(source, book, rows // 10)
        print(f"XLSX of {rows // 10:,} rows, {book.stat().st_size / 1024**2:.0f} MB")
        compared("calamine alone", CALAMINE, book, folder)
