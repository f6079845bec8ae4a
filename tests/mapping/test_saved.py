"""Kept mappings: found again by the header set in any order, named, renamed, deleted; and the command line."""

from __future__ import annotations

import csv
import io
import json
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from skm_core import reference
from skm_core.cli import main
from skm_core.errors import InvalidMappingError, UnknownKeyError
from skm_core.intake import Options, ingest, prepare, read_file
from skm_core.intake.mapping import saved
from skm_core.store import SQL, Store
from tests.mapping.forms import FORMS, changed, odd_file, odd_mapping, table

WHERE: dict[str, Any] = {"periode": "2019-q2", "layanan": "posyandu", "pengumpul": "kelurahan"}


def shuffled(data: bytes) -> bytes:
    """The same file with its columns from right to left and other case and spaces in its headers."""
    rows = [list(reversed(row)) for row in csv.reader(io.StringIO(data.decode()))]
    rows[0] = [f" {cell.upper()} " for cell in rows[0]]
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def test_the_same_headers_are_read_by_the_kept_mapping(store: Store) -> None:
    before = datetime.now(UTC).replace(tzinfo=None)
    saved.keep(store, odd_mapping("Formulir RW 2020"), oleh=" Siti ")
    for data in (odd_file(), shuffled(odd_file()), odd_file(above=2)):
        draft = prepare(store, read_file(data, "rw.csv"), Options(**WHERE))
        assert not draft.refused
        assert draft.n_diterima == len(FORMS)
        assert draft.pemetaan is not None
        assert (draft.pemetaan.nama, draft.pemetaan.oleh) == ("Formulir RW 2020", "Siti")
        assert before <= draft.pemetaan.waktu <= before + timedelta(minutes=1)
    other = prepare(store, read_file(odd_file().replace(b"Usul", b"Saran warga"), "rw.csv"), Options(**WHERE))
    assert other.refused and other.pemetaan is None, "another header set is another form"
    without = prepare(store, read_file(odd_file(), "rw.csv"), Options(**WHERE, tanpa_pemetaan=True))
    assert without.refused and without.pemetaan is None


def test_a_mended_workbook_of_refused_rows_is_read_by_the_same_mapping(store: Store) -> None:
    saved.keep(store, odd_mapping("Formulir RW"), oleh="Siti")
    rows = [row[:1] + row[2:] for row in csv.reader(io.StringIO(odd_file().decode()))]  # names do not come back
    for row, extra in zip(
        rows, [("Alasan ditolak", "Kunci baris SKM (jangan diubah)")] + [("", "x:1")] * 9, strict=False
    ):
        row += extra
    draft = prepare(store, read_file(table(rows), "a.csv"), Options(**WHERE))
    assert not draft.refused and draft.pemetaan and draft.n_diterima == len(FORMS)
    plain = prepare(store, read_file(table([row[:-2] for row in rows]), "a.csv"), Options(**WHERE))
    assert plain.pemetaan is None


def test_the_upload_remembers_how_it_was_read(store: Store) -> None:
    draft = prepare(store, read_file(odd_file(), "rw.csv"), Options(**WHERE, pemetaan=odd_mapping("Formulir RW")))
    ingest(store, draft, pengunggah="uji")
    ((layout, options),) = store.fetch("SELECT tata_letak, pilihan FROM unggahan")[1]
    assert layout == "pemetaan"
    assert json.loads(options)["pemetaan"] == odd_mapping("Formulir RW").as_dict()


def test_one_mapping_a_header_set_and_one_a_name(store: Store) -> None:
    saved.keep(store, odd_mapping("Satu"), oleh="Siti")
    saved.keep(store, odd_mapping("Dua"), oleh="Ani")
    assert [(one.nama, one.oleh) for one in saved.kept(store).values()] == [("Dua", "Ani")]
    with pytest.raises(InvalidMappingError, match="sudah dipakai"):
        saved.keep(store, changed(odd_mapping("dua"), "Usul", judul="Pesan"), oleh="Ani")
    saved.keep(store, changed(odd_mapping("Tiga"), "Usul", judul="Pesan"), oleh="Ani")
    assert list(saved.kept(store)) == ["Dua", "Tiga"]
    with pytest.raises(InvalidMappingError, match="sudah dipakai"):
        saved.rename(store, "Tiga", "DUA")
    saved.rename(store, "tiga", " Formulir  RW ")
    assert list(saved.kept(store)) == ["Dua", "Formulir RW"]
    saved.delete(store, "Dua")
    assert list(saved.kept(store)) == ["Formulir RW"]
    with pytest.raises(UnknownKeyError, match='Yang ada: "Formulir RW"'):
        saved.find(store, "Dua")


@pytest.mark.parametrize(
    ("name", "who", "said"), [("", "Siti", "Beri nama"), ("a" * 81, "Siti", "80 huruf"), ("A", " ", "nama Anda")]
)
def test_what_cannot_be_kept(store: Store, name: str, who: str, said: str) -> None:
    with pytest.raises(InvalidMappingError, match=said):
        saved.keep(store, odd_mapping(name), oleh=who)
    assert not saved.kept(store)


def test_an_older_file_gets_the_table(tmp_path: Path) -> None:
    path = tmp_path / "lama.duckdb"
    with Store(path) as store, store.write() as cursor:
        cursor.execute("DROP TABLE pemetaan")
        cursor.execute("UPDATE meta SET nilai = '4' WHERE kunci = 'versi_skema'")
    only = tmp_path / "migrations"
    only.mkdir()
    shutil.copy(SQL / "migrations" / "0005_pemetaan.sql", only)
    with Store(path, migrations=only) as store:
        reference.seed(store)
        saved.keep(store, odd_mapping("Satu"), oleh="Siti")
        assert list(saved.kept(store)) == ["Satu"]
    created = (SQL / "tables" / "pemetaan.sql").read_text(encoding="utf-8")
    assert created == (SQL / "migrations" / "0005_pemetaan.sql").read_text(encoding="utf-8")


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str]:
    status = main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return status, out + err


def test_the_command_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    export, mapping, db = tmp_path / "rw.csv", tmp_path / "pemetaan.json", tmp_path / "skm.duckdb"
    export.write_bytes(odd_file())
    status, printed = run(capsys, "mapping", "propose", export)
    assert status == 0 and json.loads(printed)["instrumen"] == "skm9"
    mapping.write_text(printed)
    status, said = run(capsys, "score", export, "--pemetaan", mapping)
    assert status == 2 and "belum diberi nilai" in said, "what is not known is not guessed"
    mapping.write_text(odd_mapping().as_json())
    status, said = run(capsys, "score", export, "--pemetaan", mapping, "--json")
    # means of the nine questions in order: 10/4, but biaya 12/4 and sarana 7/3: 137/6 · 25/9 = 63.4259…
    assert status == 0 and json.loads(said)["ikm"] == "63.43"

    where = ["--db", db, "--periode", "2019-q2", "--layanan", "posyandu", "--pengumpul", "kelurahan", "--oleh", "Ani"]
    status, said = run(capsys, "ingest", export, *where)
    assert status == 2
    assert run(capsys, "mapping", "import", mapping, "--db", db)[0] == 2, "it has no name"
    status, said = run(capsys, "mapping", "import", mapping, "--nama", "Formulir RW", "--oleh", "Siti", "--db", db)
    assert status == 0 and 'Pemetaan "Formulir RW" disimpan' in said
    status, said = run(capsys, "ingest", export, *where)
    assert status == 0 and "4 kuesioner diterima" in said
    assert 'Dibaca dengan pemetaan "Formulir RW", disimpan oleh Siti.' in said
    status, said = run(capsys, "ingest", export, *where, "--pemetaan", "Lain")
    assert status == 2 and 'Pemetaan "Lain" tidak dikenal. Yang ada: "Formulir RW"' in said
    status, said = run(capsys, "ingest", export, *where, "--pemetaan", tmp_path / "tidak-ada.json")
    assert status == 2 and "tidak ditemukan" in said

    assert "Formulir RW" in run(capsys, "mapping", "list", "--db", db)[1]
    assert run(capsys, "mapping", "rename", "Formulir RW", "RW", "--db", db)[0] == 0
    status, said = run(capsys, "mapping", "export", "RW", "--db", db)
    assert json.loads(said) == odd_mapping("RW").as_dict()
    assert len(json.loads(run(capsys, "mapping", "list", "--db", db, "--json")[1])["pemetaan"]) == 1
    assert run(capsys, "mapping", "delete", "RW", "--db", db)[0] == 0
    assert run(capsys, "mapping", "export", "RW", "--db", db)[0] == 2
