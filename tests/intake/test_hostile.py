"""Files meant to harm: one clear sentence each, soon and in bounded memory; honest files that look odd are read."""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from skm_core.findings import CATALOGUE
from skm_core.intake import read_file
from tests.intake import files, hostile
from tests.intake.conftest import Read, codes

ROOT = Path(__file__).parents[2]
DATA = Path(__file__).parent / "data"
ROWS = files.key_rows(files.forms())
CHOSEN = {"pengumpul": "kota"}
SECONDS = 10

REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "bom zip": (hostile.bomb, "BERKAS_MENCURIGAKAN"),
    "bom di sharedStrings": (lambda: hostile.bomb("xl/sharedStrings.xml"), "BERKAS_MENCURIGAKAN"),
    "bom di bagian lain": (lambda: hostile.bomb("docProps/isi.bin"), "BERKAS_MENCURIGAKAN"),
    "ukuran dipalsukan": (hostile.lying, "BERKAS_MENCURIGAKAN"),
    "bom XML di lembar": (
        lambda: hostile.repacked(
            hostile.good(), {hostile.SHEET: f'<?xml version="1.0"?>{hostile.laughs()}<a>&a9;</a>'.encode()}
        ),
        "BERKAS_MENCURIGAKAN",
    ),
    "bom XML di teks": (
        lambda: hostile.repacked(
            hostile.good(), {"xl/sharedStrings.xml": f'<?xml version="1.0"?>{hostile.laughs()}<a>&a9;</a>'.encode()}
        ),
        "BERKAS_MENCURIGAKAN",
    ),
    "bom XML di SpreadsheetML": (
        lambda: hostile.spreadsheet_xml(ROWS, before=hostile.laughs()),
        "BERKAS_MENCURIGAKAN",
    ),
    "sel di sudut terakhir": (
        lambda: hostile.sheet(hostile.honest_rows(last=f'<row r="1048576">{hostile.cell("XFD1048576", 1)}</row>')),
        "SEL_TERSEBAR",
    ),
    "sel di sudut, ditulis lain": (
        lambda: hostile.sheet(hostile.honest_rows(last="<row r = '1048576'><c r = 'XFD1048576'><v>1</v></c></row>")),
        "SEL_TERSEBAR",
    ),
    "sel tanpa tempat": (
        lambda: hostile.sheet(f"<row>{'<c><v>1</v></c>' * 16_384}</row><row r='1048576'><c><v>1</v></c></row>"),
        "SEL_TERSEBAR",
    ),
    "lembar dua bita": (
        lambda: hostile.repacked(
            hostile.good(),
            {hostile.SHEET: f'<?xml version="1.0" encoding="UTF-16"?>{hostile.laughs()}'.encode("utf-16")},
        ),
        "BERKAS_MENCURIGAKAN",
    ),
    "baris kesemiliar": (
        lambda: hostile.sheet(hostile.honest_rows(last='<row r="7"><c r="A1000000000"><v>1</v></c></row>')),
        "BERKAS_RUSAK",
    ),
    "baris ke-9.999.999": (
        lambda: hostile.sheet(hostile.honest_rows(last='<row r="7"><c r="A9999999"><v>1</v></c></row>')),
        "SEL_TERSEBAR",
    ),
    "baris ke-0": (
        lambda: hostile.sheet(hostile.honest_rows(last='<row r="0"><c r="B0"><v>1</v></c></row>')),
        "BERKAS_RUSAK",
    ),
    "kolom AAAAAA": (
        lambda: hostile.sheet(hostile.honest_rows(last='<row r="7"><c r="AAAAAA7"><v>1</v></c></row>')),
        "BERKAS_RUSAK",
    ),
    "tempat di balik tanda": (
        lambda: hostile.sheet(hostile.honest_rows(last='<row r="7"><c x=">" r="XFD1048576"><v>1</v></c></row>')),
        "BERKAS_RUSAK",
    ),
    "XLS sel di sudut terakhir": (
        lambda: hostile.moved_cell((DATA / "lembar_pengolahan.xls").read_bytes(), 65535, 65535),
        "BERKAS_RUSAK",
    ),
    "ODS berulang": (lambda: hostile.ods_repeated(1_000_000, 1_000, "3"), "SEL_TERSEBAR"),
    "16.384 kolom": (
        lambda: files.book_of([[f"k{n}" for n in range(16_384)], [1] * 16_384]),
        "TERLALU_BANYAK_KOLOM",
    ),
    "sel raksasa": (
        lambda: hostile.sheet(hostile.honest_rows(more=hostile.cell("Z2", "x" * 200_000))),
        "SEL_TERLALU_PANJANG",
    ),
    "kata sandi": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptionInfo".encode("utf-16-le") + b"\0" * 99,
        "BERKAS_TERKUNCI",
    ),
    "HTML berkolom sejuta": (
        lambda: b"<table>" + b"<tr><td colspan=1000 rowspan=1000>x</td></tr>" * 2_000 + b"</table>",
        "SEL_TERSEBAR",
    ),
    "HTML tanpa akhir": (lambda: b"<table>" * 200_000, "BERKAS_BUKAN_TABEL"),
    "komentar tanpa akhir": (lambda: b"<table>" + b"<!--" * 1_000_000, "BERKAS_BUKAN_TABEL"),
    "tanda tanpa akhir": (lambda: b"<table>" + b"<a " * 1_000_000, "BERKAS_BUKAN_TABEL"),
    "kutip tanpa akhir": (lambda: b"<table>" + b'<td a="' * 500_000, "BERKAS_BUKAN_TABEL"),
    "sel XML tanpa akhir": (
        lambda: hostile.sheet("<f/><row hidden=" * 3 + "<c " * 1_000_000),
        "BERKAS_RUSAK",
    ),
    "banyak lembar": (
        lambda: hostile.html(ROWS, more="<table><tr><td>a</td><td>b</td></tr></table>" * 600),
        "TERLALU_BANYAK_LEMBAR",
    ),
    "zip dalam zip": (
        lambda: hostile.repacked(_zip({"a.xlsx": _zip({"b.csv": b"a,b\n1,2\n"})}), {}),
        "BERKAS_BUKAN_TABEL",
    ),
    "XML rusak": (lambda: hostile.spreadsheet_xml(ROWS)[:-40], "BERKAS_RUSAK"),
}


def _zip(parts: dict[str, bytes]) -> bytes:
    import io
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_one_clear_sentence_and_soon(name: str, read: Read) -> None:
    write, kode = REFUSED[name]
    data = write()
    started = time.process_time()
    draft = read(data, "berkas.xlsx", **CHOSEN)
    assert time.process_time() - started < SECONDS
    assert draft.refused and codes(draft) == [kode]
    assert draft.temuan[0].pesan.endswith(".") and "{" not in draft.temuan[0].pesan


def test_memory_stays_bounded(tmp_path: Path) -> None:
    """All refused files in one process that may not use 3 GB of address space beyond what it starts with."""
    for number, (write, _) in enumerate(REFUSED.values()):
        (tmp_path / f"{number}.xlsx").write_bytes(write())
    program = (
        "import resource, sys, pathlib; from skm_core.intake import read_file\n"
        "resource.setrlimit(resource.RLIMIT_AS, (6 << 30, 6 << 30))\n"
        "for path in sorted(pathlib.Path(sys.argv[1]).iterdir()): read_file(path).close()\n"
        "status = pathlib.Path('/proc/self/status')\n"  # ru_maxrss outlives exec: it is that of the tests themselves
        "peak = [line.split()[1] for line in status.read_text().splitlines() if line.startswith('VmHWM')] "
        "if status.exists() else [resource.getrusage(resource.RUSAGE_SELF).ru_maxrss]\n"
        "print(int(peak[0]) // 1024)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=120,
        check=True,
    )
    assert int(done.stdout) < 1_500, "MB"


READ: dict[str, Callable[[], bytes]] = {
    "sejuta baris kosong berwarna": lambda: hostile.sheet(
        hostile.honest_rows(
            last="".join(f'<row r="{n}"><c r="A{n}" s="0"/></row>' for n in range(900_000, 1_000_000))
            + '<row r="1048576"><c r="XFD1048576" s="0"/></row>'
        )
    ),
    "kolom kosong berwarna sampai XFD": lambda: hostile.sheet(hostile.honest_rows(more='<c r="XFD2" s="0"/>')),
    "ODS dengan sisa kosong": lambda: hostile.ods_repeated(1_048_000, 16_384, ""),
    "HTML": lambda: hostile.html(ROWS),
    "HTML cp1252": lambda: hostile.html(ROWS, encoding="windows-1252"),
    "HTML dengan tabel lain": lambda: hostile.html(
        ROWS, more="<table><tr><td>Dicetak</td><td>1 Juli</td></tr></table>"
    ),
    "SpreadsheetML": lambda: hostile.spreadsheet_xml(ROWS),
    "ZIP berisi CSV": lambda: _zip({"ekspor/hasil.csv": files.table(ROWS), "__MACOSX/._hasil.csv": b"\0\1"}),
    "ZIP berisi XLSX": lambda: _zip({"hasil.xlsx": hostile.good()}),
    "tanda kanan-ke-kiri": lambda: files.book_of(
        [
            ROWS[0],
            *([f"\u200f{c}\u202c" if isinstance(c, int) and i > 6 else c for i, c in enumerate(r)] for r in ROWS[1:]),
        ]
    ),
}


@pytest.mark.parametrize("name", READ)
@pytest.mark.parametrize("suffix", ["xls", "csv"])
def test_odd_but_honest_files_give_the_same_answers(name: str, suffix: str, read: Read) -> None:
    expected = [[row[key] for key in ITEMS] for row in read(hostile.good(), **CHOSEN).preview()]
    started = time.process_time()
    draft = read(READ[name](), f"berkas.{suffix}", **CHOSEN)
    assert time.process_time() - started < SECONDS
    assert not draft.refused, [one.pesan for one in draft.temuan]
    assert [[row[key] for key in ITEMS] for row in draft.preview()] == expected


ITEMS = [f"b{n}" for n in range(1, 10)]


@pytest.mark.parametrize("name", READ)
def test_damaged_odd_files_never_raise(name: str, read: Read) -> None:
    whole, chance = READ[name](), random.Random(name)
    if len(whole) > 1_000_000:
        whole = whole[:200_000]
    for _ in range(8):
        place, length = chance.randrange(len(whole)), chance.randrange(200)
        damaged = whole[:place] + chance.randbytes(chance.randrange(60)) + whole[place + length :]
        draft = read(damaged, "rusak.xls", **CHOSEN)
        assert draft.refused or draft.n_diterima > 0
        assert all(one.pesan for one in draft.temuan)


def test_html_spans_keep_cells_in_their_columns(read: Read) -> None:
    head = "".join(f"<th>{name}</th>" for name in files.RULE)
    page = (
        "<table><tr><th rowspan=2>periode</th><th rowspan=2>kelurahan</th><th rowspan=2>layanan</th>"
        f"<th colspan=9>Nilai</th></tr><tr>{head}</tr><tr><td>2019-q2</td><td>Kapuk</td><td>posyandu</td>"
        f"{''.join(f'<td>{n}</td>' for n in (1, 2, 3, 4, 1, 2, 3, 4, 1))}</tr>"
        "<tr><td>2019-q2</td><td>Ka<b>p</b>uk<script>alert(1)</script></td><td>posyandu"
        f"{''.join(f'<td>{n}' for n in (4, 3, 2, 1, 4, 3, 2, 1, 4))}</table>"
    )
    draft = read(page.encode(), "a.xls", **CHOSEN)
    expected = [[1, 2, 3, 4, 1, 2, 3, 1, 4], [4, 3, 2, 1, 4, 3, 2, 4, 1]]  # sarana is asked before pengaduan
    assert [[row[key] for key in ITEMS] for row in draft.preview()] in (
        expected,
        [[1, 2, 3, 4, 1, 2, 3, 4, 1], [4, 3, 2, 1, 4, 3, 2, 1, 4]],
    )
    assert {row["wilayah"] for row in draft.preview()} == {"31.73.01.1005"}


def test_hidden_rows_and_columns_are_read_and_named(read: Read) -> None:
    book = files.processing_book(files.forms())
    page = book.worksheets[0]
    page.row_dimensions[8].hidden = True
    page.column_dimensions["D"].hidden = True
    draft = read(files.xlsx(book), "a.xlsx", **CHOSEN)
    assert draft.n_diterima == 6
    (found,) = (one for one in draft.temuan if one.kode == "SEL_TERSEMBUNYI")
    assert "1 baris dan 1 kolom" in found.pesan


def test_a_merged_place_holds_for_all_its_rows_and_a_merged_answer_for_one(read: Read) -> None:
    import io

    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(hostile.good()))
    page = book.worksheets[0]
    places = {cell.value: cell.column for cell in page[1]}
    page.merge_cells(start_row=2, end_row=7, start_column=places["kelurahan"], end_column=places["kelurahan"])
    page.merge_cells(start_row=2, end_row=3, start_column=places["biaya"], end_column=places["biaya"])
    draft = read(files.xlsx(book), "a.xlsx", **CHOSEN)
    rows = draft.preview()
    assert {row["wilayah"] for row in rows} == {"31.73.01.1005"} and len(rows) == 6
    assert [row["b4"] for row in rows][:2] == [4, None], "a merged answer is not spread"
    (found,) = (one for one in draft.temuan if one.kode == "SEL_GABUNGAN")
    assert "Baris 2" in found.pesan and "sampai baris 7" in found.pesan


def test_password_of_a_real_workbook_library_is_named(read: Read) -> None:
    data = bytearray(hostile.good())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        while place >= 0:
            data[place + offset] |= 1
            place = data.find(mark, place + 4)
    assert codes(read(bytes(data), "a.xlsx")) == ["BERKAS_TERKUNCI"]


def test_every_sentence_of_a_refused_file_says_what_to_do() -> None:
    for kode in {kode for _, kode in REFUSED.values()}:
        assert any(
            word in CATALOGUE[kode][1]
            for word in ("Hapus", "Bagi", "Unduh", "Simpan", "Buat", "perbaiki", "dapat dibaca")
        )


def test_the_reader_leaves_no_file_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    for name in READ:
        read_file(READ[name](), "a.xlsx").close()
    assert list(tmp_path.iterdir()) == []
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > 0
