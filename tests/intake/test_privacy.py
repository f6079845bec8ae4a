"""Planted personal data reaches no byte on the disk: not after an upload, not while it runs, not after a kill."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from skm_core import reference
from skm_core.intake import Options, ingest, prepare, read_file
from skm_core.store import Store
from tests.intake import files

ROOT = Path(__file__).parents[2]
CHOSEN = Options(periode="2019-q2", layanan="posyandu", kelurahan="Kapuk", pengumpul="kelurahan")
PLANTED = {
    "NIK": ("3173046512850002", "3173 0465 1285 0002", "3173.0465.1285.0002", "'3173046512850002"),
    "telepon": ("081298765432", "+62 812-9876-5432", "62812 9876 5432", "0812.9876.5432", "(0812) 98765432"),
    "surel": ("ratnawulandari@contoh.id", "Ratna.Wulandari+skm@kelurahan.contoh.go.id"),
    "koordinat": ("-6.14523, 106.73571", "-6.145231 106.735712 0 0", "6°08'42.8\"S 106°44'08.6\"E"),
    "IP": ("103.28.14.97", "2001:db8:85a3::8a2e:370:7334"),
    "nama": ("Ratnawulandari Kusumaningtyas",),
    "alamat": ("Jalan Kapuk Raya Nomor 917",),
    "foto": ("https://contoh.id/swafoto-ratna.jpg",),
}
TOLD_BY_HEADER = {
    "NIK": ("NIK", "No. KTP", "Nomor Induk Kependudukan"),
    "telepon": ("No HP", "Nomor WhatsApp", "Telepon/HP"),
    "surel": ("Email", "Alamat Email", "Surel"),
    "koordinat": ("Koordinat", "Titik lokasi", "GPS"),
    "IP": ("IP Address", "Alamat IP"),
    "nama": ("Nama", "Nama Lengkap", "Nama Responden"),
    "alamat": ("Alamat", "Alamat rumah"),
    "foto": ("Foto", "Swafoto"),
}
TOLD_BY_CONTENT = ("NIK", "telepon", "surel", "koordinat", "IP", "foto")
"""Kinds that have a form of their own, so that no header is needed to know them."""


def planted() -> Iterator[tuple[str, str, str]]:
    """(kind, header, cell) of every planting."""
    for kind, cells in PLANTED.items():
        for cell in cells:
            headers = (*TOLD_BY_HEADER[kind], *(("Isian 7", "") if kind in TOLD_BY_CONTENT else ()))
            yield from ((kind, header, cell) for header in headers)


def encodings(secret: str) -> tuple[bytes, ...]:
    return secret.encode(), secret.encode("utf-16-le")


def found_in(folder: Path, secrets: set[str]) -> list[str]:
    """Which secrets stand in which file: raw bytes, and cells of archives, which are compressed."""
    found = []
    for path in (path for path in folder.rglob("*") if path.is_file()):
        data = path.read_bytes()
        cells = str(pq.read_table(path).to_pylist()) if path.suffix == ".parquet" else ""
        found += [f"{one} in {path.name}" for one in secrets if one in cells or any(e in data for e in encodings(one))]
    return found


@pytest.mark.parametrize("place", ["first", "middle", "last"])
def test_planted_in_any_column_nothing_reaches_the_disk(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One column for every kind, header and way of writing, in three places of the table, as CSV and as XLSX."""
    data, temporary = tmp_path / "data", tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    columns = list(planted())
    secrets = {cell for _, _, cell in columns}
    at = {"first": 0, "middle": 4, "last": len(files.RULE)}[place]
    head = [header for _, header, _ in columns]
    rows: list[list[object]] = [[*files.RULE[:at], *head, *files.RULE[at:], "saran"]]
    for number in range(12):
        own = [cell for _, _, cell in columns]
        rows.append([*[3] * at, *own, *[3] * (9 - at), f"antre {number} menit"])
    with Store(data / "skm.duckdb") as store:
        reference.seed(store)
        for name, content in (
            ("a.csv", files.table(rows)),
            ("b.xlsx", files.book_of([*rows, [*rows[1][:-1], "lagi"]])),
        ):
            draft = prepare(store, read_file(content, name), CHOSEN)
            assert not draft.refused, [one.pesan for one in draft.temuan]
            kept = [one.header for one in draft.columns if one.header in head and one.how != "pribadi"]
            assert not kept, f"{kept} were not taken for personal"
            shown = str([*draft.preview(50), *(one.as_dict() for one in draft.temuan)])
            assert not [one for one in secrets if one in shown]
            ingest(store, draft, pengunggah="uji")
            assert not found_in(tmp_path, secrets), "while the database is open, log included"
    assert not found_in(tmp_path, secrets)
    assert not list(temporary.iterdir())


def test_planted_in_answers_comments_and_odd_cells(tmp_path: Path) -> None:
    """Where no column is personal: numbers in a comment, an answer, a date, an unused column, a row that is refused."""
    secrets = {cell for kind in ("NIK", "telepon", "surel") for cell in PLANTED[kind][:1]}
    rows = files.key_rows(files.forms(*[(3,) * 9] * 40))
    rows[0].append("Catatan petugas")
    names = [str(name) for name in rows[0]]
    for row in rows[1:]:
        row.append("-")
    spots = ("saran", "persyaratan", "tanggal", "usia", "jenis_kelamin", "Catatan petugas", "kelurahan", "layanan")
    for number, secret in enumerate(sorted(secrets)):
        for step, name in enumerate(spots):
            row = rows[1 + number * len(spots) + step]
            row[names.index(name)] = secret if step % 2 else f"hubungi {secret} ya"
    with Store(tmp_path / "skm.duckdb") as store:
        reference.seed(store)
        draft = prepare(store, read_file(files.table(rows), "a.csv"), Options(pengumpul="kelurahan"))
        assert not draft.refused and draft.n_ditolak == 3 * 3, [one.pesan for one in draft.temuan]
        ingest(store, draft, pengunggah="uji")
        shown = str([*draft.preview(50), *(one.as_dict() for one in draft.temuan)])
        assert not [one for one in secrets if one in shown]
        assert not found_in(tmp_path, secrets)
    assert not found_in(tmp_path, secrets)


PROGRAM = """
import os, signal, sys
from pathlib import Path
from skm_core.intake import Options, ingest, prepare, read_file
from skm_core.store import Store
database, source, stage = sys.argv[1:]
with Store(Path(database)) as store:
    options = Options(periode="2019-q2", layanan="posyandu", kelurahan="Kapuk", pengumpul="kelurahan")
    draft = prepare(store, read_file(Path(source)), options)
    def told(name):
        if name == stage:
            os.kill(os.getpid(), signal.SIGKILL)
    ingest(store, draft, pengunggah="uji", stage=told)
"""


@pytest.mark.parametrize("stage", ["simpan", "periksa", "arsip", "selesai"])
def test_nothing_is_left_by_a_killed_upload(stage: str, tmp_path: Path) -> None:
    data, temporary = tmp_path / "data", tmp_path / "tmp"
    temporary.mkdir()
    secrets = {cells[0] for cells in PLANTED.values()}
    head = [TOLD_BY_HEADER[kind][0] for kind in PLANTED]
    own = [cells[0] for cells in PLANTED.values()]
    comment = f"hubungi {PLANTED['telepon'][0]} atau {PLANTED['surel'][0]}"
    source = tmp_path / "survei.csv"
    source.write_bytes(
        files.table([[*head, *files.RULE, "saran"], *([*own, *[3] * 9, comment] for _ in range(30_000))])
    )
    with Store(data / "skm.duckdb") as store:
        reference.seed(store)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(data / "skm.duckdb"), str(source), stage],
        cwd=ROOT, env={"PATH": "", "TMPDIR": str(temporary)}, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == -9, done.stderr
    source.unlink()
    assert not found_in(tmp_path, secrets), "as the killed program left it"
    with Store(data / "skm.duckdb") as store:
        ((n,),) = store.fetch("SELECT count(*) FROM kuesioner")[1]
        assert n == (30_000 if stage == "selesai" else 0)
    assert not found_in(tmp_path, secrets), "after the log was taken over"
