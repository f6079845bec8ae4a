"""The command line: one JSON object, exit status 0, 1 or 2, never a traceback, no Streamlit."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from skm_core.cli import main
from skm_core.store import SQL
from tests import build
from tests.build import form

ROOT = SQL.parents[1]
ROWS = [form([1, 2, 3, 4, 3, 3, 4, 2, 3]), form([3, 3, 3, 4, None, 3, 4, 2, 3]), form([2, 3, 3, 4, 4, 3, 3, 1, 3])]


@pytest.fixture
def export(tmp_path: Path) -> Path:
    file = tmp_path / "hasil.csv"
    file.write_bytes(build.csv_bytes(ROWS))
    return file


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, dict[str, Any]]:
    status = main([str(argument) for argument in (*arguments, "--json")])
    return status, json.loads(capsys.readouterr().out or "{}")


def test_score_prints_the_exact_figures(capsys: pytest.CaptureFixture[str], export: Path) -> None:
    status, found = run(capsys, "score", export)
    assert status == 0
    # sums 6 8 9 12 7(of 2) 9 11 5 9: 25/9 · (2 + 8/3 + 3 + 4 + 3.5 + 3 + 11/3 + 5/3 + 3) = 25/9 · 26.5
    assert found["ikm"] == "73.61"
    assert (found["mutu"], found["kinerja"], found["n_kuesioner"], found["tertimbang"]) == (
        "C",
        "Kurang baik",
        3,
        "2.944",
    )
    produk = next(part for part in found["unsur"] if part["kunci"] == "produk")
    assert (produk["n_jawaban"], produk["jumlah_nilai"], produk["nrr"], len(produk["butir"])) == (2, 7, "3.500", 1)
    assert found["menurut"] == {"0.11": "72.88", "0.111": "73.54", "0.1111": "73.60"}
    assert all(finding["tingkat"] == "peringatan" for finding in found["temuan"])


@pytest.mark.parametrize("by", ["layanan", "kecamatan", "kelurahan", "periode"])
def test_score_groups(capsys: pytest.CaptureFixture[str], export: Path, by: str) -> None:
    status, found = run(capsys, "score", export, "--by", by)
    names = {"layanan": "Posyandu", "kecamatan": "Cengkareng", "kelurahan": "Kapuk", "periode": "April–Juni 2019"}
    assert status == 0
    (group,) = found["kelompok"]
    assert (group["ikm"], group["mutu"], group["n_kuesioner"]) == ("73.61", "C", 3)
    assert names[by].split("–")[0] in group["nama"]


def test_score_by_unsur(capsys: pytest.CaptureFixture[str], export: Path) -> None:
    _, found = run(capsys, "score", export, "--by", "unsur")
    assert len(found["kelompok"]) == 9
    biaya = next(group for group in found["kelompok"] if group["kunci"] == "biaya")
    assert (biaya["nama"], biaya["nrr"], biaya["ikm"], biaya["mutu"]) == ("Biaya/Tarif", "4.000", "100.00", "A")


def test_score_reads_the_way_from_ingest_to_undo(
    capsys: pytest.CaptureFixture[str], export: Path, tmp_path: Path
) -> None:
    db = tmp_path / "db" / "skm.duckdb"
    status, first = run(capsys, "ingest", export, "--db", db)
    assert (status, first["unggahan_id"], first["n_diterima"], first["n_ditolak"]) == (0, 1, 3, 0)
    status, again = run(capsys, "ingest", export, "--db", db)
    assert (status, again["n_diterima"]) == (0, 0)
    assert "BERKAS_SAMA" in {finding["kode"] for finding in again["temuan"]}
    status, found = run(capsys, "query", "--db", db, "--by", "layanan,unsur")
    assert (status, found["ikm"], found["n_kuesioner"]) == (0, "73.61", 3)
    assert {group["nama"] for group in found["kelompok"]} >= {"Posyandu", "Biaya/Tarif"}
    assert run(capsys, "undo", 1, "--db", db)[0] == 0
    assert run(capsys, "query", "--db", db)[1]["ikm"] is None
    assert run(capsys, "restore", 1, "--db", db)[0] == 0
    assert run(capsys, "query", "--db", db)[1]["ikm"] == "73.61"
    assert [item["status"] for item in run(capsys, "uploads", "--db", db)[1]["unggahan"]] == ["aktif"]
    assert run(capsys, "verify", "--db", db) == (0, {"utuh": True, "temuan": []})


def test_restoring_beside_a_twin_is_refused(capsys: pytest.CaptureFixture[str], export: Path, tmp_path: Path) -> None:
    """Undone, uploaded again, then restored: the answers would count twice."""
    db = tmp_path / "skm.duckdb"
    for arguments in (("ingest", export), ("undo", 1), ("ingest", export)):
        assert run(capsys, *arguments, "--db", db)[0] == 0
    assert main(["restore", "1", "--db", str(db)]) == 2
    assert "unggahan 2" in capsys.readouterr().err
    assert run(capsys, "query", "--db", db)[1]["n_kuesioner"] == 3


@pytest.mark.parametrize("command", ["undo", "restore"])
def test_an_unggahan_that_does_not_exist(
    capsys: pytest.CaptureFixture[str], export: Path, tmp_path: Path, command: str
) -> None:
    db = tmp_path / "skm.duckdb"
    run(capsys, "ingest", export, "--db", db)
    assert main([command, "99", "--db", str(db)]) == 2
    assert "99" in capsys.readouterr().err


def test_an_unknown_periode_is_created_only_when_asked(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file, db = tmp_path / "q3.csv", tmp_path / "skm.duckdb"
    file.write_bytes(build.csv_bytes([form([3] * 9, periode="2019-q3")]))
    status, found = run(capsys, "ingest", file, "--db", db)
    assert (status, found["unggahan_id"], found["n_diterima"]) == (2, None, 0)
    assert "2019-q2" in found["temuan"][0]["pesan"]
    status, found = run(capsys, "ingest", file, "--db", db, "--create-periode")
    assert (status, found["n_diterima"]) == (0, 1)


def test_numbered_columns_demand_the_meaning_of_u8(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Nothing says which is pengaduan: refused, never guessed (E18)."""
    file = tmp_path / "nomor.csv"
    file.write_text("U1,U2,U3,U4,U5,U6,U7,U8,U9\n3,3,3,4,3,3,3,1,4\n3,3,3,4,3,3,3,1,4\n", encoding="utf-8")
    status, found = run(capsys, "score", file)
    assert status == 2 and "--u8" in found["temuan"][0]["pesan"] and found["ikm"] is None
    for meaning, pengaduan in (("pengaduan", "1.000"), ("sarana", "4.000")):
        status, found = run(capsys, "score", file, "--u8", meaning)
        assert status == 0
        assert {part["kunci"]: part["nrr"] for part in found["unsur"]}["pengaduan"] == pengaduan


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02" * 100, b"hanya satu kolom\nhalo\n", b"PK\x03\x04 rusak"])
def test_a_bad_file_is_refused_with_a_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "rusak.xlsx"
    file.write_bytes(content)
    for arguments in (("score", file), ("ingest", file, "--db", tmp_path / "a.duckdb")):
        status, found = run(capsys, *arguments)
        assert status == 2
        assert found["temuan"][0]["tingkat"] == "berkas" and found["temuan"][0]["pesan"].endswith(".")


def test_a_missing_file_and_a_missing_database(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(capsys, "score", tmp_path / "tidak-ada.csv")[0] == 2
    assert main(["query", "--db", str(tmp_path / "tidak-ada.duckdb")]) == 2
    assert "belum ada" in capsys.readouterr().err
    assert not (tmp_path / "tidak-ada.duckdb").exists()


def test_people_get_readable_lines(capsys: pytest.CaptureFixture[str], export: Path) -> None:
    assert main(["score", str(export), "--by", "layanan"]) == 0
    text = capsys.readouterr().out
    assert text.startswith("IKM 73,61 · mutu C (Kurang baik) · n 3 kuesioner")
    assert "menurut bobot 0,111: 73,54" in text


def test_demo_data_are_never_mixed_into_an_existing_file(
    capsys: pytest.CaptureFixture[str], export: Path, tmp_path: Path
) -> None:
    db = tmp_path / "skm.duckdb"
    run(capsys, "ingest", export, "--db", db)
    assert main(["demo", "--db", str(db)]) == 2
    assert "berkas baru" in capsys.readouterr().err
    status, found = run(capsys, "demo", "--db", tmp_path / "demo.duckdb")
    assert status == 0 and found["n_kuesioner"] > 50_000


def test_it_runs_as_a_program_without_streamlit(export: Path) -> None:
    script = (
        "import sys; sys.modules['streamlit'] = None; sys.modules['plotly'] = None\n"
        "from skm_core.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "score", str(export), "--json"], cwd=ROOT, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    assert json.loads(done.stdout)["ikm"] == "73.61"


def test_precision_and_change_are_printed_unrounded(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """The reference survey through the real ingest; figures of R's survey package (tests/data/precision)."""
    data = ROOT / "tests" / "data" / "precision"
    reference = json.loads((data / "reference.json").read_text(encoding="utf-8"))
    db = tmp_path / "skm.duckdb"
    assert run(capsys, "ingest", data / "sample.csv", "--db", db, "--create-periode")[1]["n_diterima"] == 3182
    _, found = run(capsys, "precision", "--db", db, "--periode", "2019-q2", "--by", "layanan")
    want = reference["2019-q2|w1|nofpc"]
    for name in ("ikm", "se", "lower", "upper", "df", "n"):
        assert found[name] == pytest.approx(want[name], rel=1e-8)
    assert len(found["kelompok"]) == 6
    jumantik = next(group for group in found["kelompok"] if group["kunci"] == "jumantik")
    assert jumantik["se"] == pytest.approx(reference["2019-q2|w1|nofpc|layanan|jumantik"]["se"], rel=1e-8)
    _, found = run(capsys, "precision", "--db", db, "--periode", "2019-q2", "--by", "kecamatan", "--varians", "sendiri")
    tambora = next(group for group in found["kelompok"] if group["nama"] == "Tambora")
    assert tambora["se"] == pytest.approx(reference["2019-q2|w1|nofpc|kecamatan|Tambora"]["se"], rel=1e-8)
    _, found = run(capsys, "precision", "--db", db, "--periode", "2019-q2", "--weight", "penduduk", "--fpc")
    assert found["se"] == pytest.approx(reference["2019-q2|wp|fpc"]["se"], rel=1e-8)
    _, found = run(capsys, "compare", "--db", db, "--from", "2019-q2", "--to", "2019-q4", "--by", "unsur")
    for name in ("change", "se", "df", "lower", "upper", "p"):
        assert found[name] == pytest.approx(reference["change"][name], rel=1e-8)
    assert found["putusan"] == "belum dapat dipastikan" and len(found["kelompok"]) == 9
    assert main(["compare", "--db", str(db), "--from", "2019-q2", "--to", "2030-q1"]) == 2
    assert "2030-q1" in capsys.readouterr().err


def test_refused_rows_come_out_and_back_in(capsys: pytest.CaptureFixture[str], export: Path, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    db, book = tmp_path / "skm.duckdb", tmp_path / "ditolak.xlsx"
    lines = export.read_text(encoding="utf-8").splitlines()
    wrong = lines[-1].rsplit(",", 1)[0] + ",9"
    export.write_text("\n".join([*lines[:-1], wrong]) + "\n", encoding="utf-8")
    assert run(capsys, "ingest", export, "--db", db)[1]["n_ditolak"] == 1
    assert run(capsys, "refused", 1, "--db", db, "--out", book)[0] == 0
    mended = load_workbook(book)
    sheet = mended.worksheets[0]
    (cell,) = [cell for cell in sheet[2] if cell.value == 9]
    sheet.cell(cell.row, cell.column, 3)
    mended.save(book)
    status, found = run(capsys, "ingest", book, "--db", db)
    assert (status, found["unggahan_id"], found["n_diterima"], found["n_ditolak"]) == (0, 2, 1, 0)
    again = run(capsys, "ingest", export, "--db", db)[1]
    assert (again["unggahan_id"], again["n_diterima"], again["n_sama"]) == (1, 0, len(lines) - 2)


def test_fixed_results_change_only_with_a_reason(
    capsys: pytest.CaptureFixture[str], export: Path, tmp_path: Path
) -> None:
    db = tmp_path / "skm.duckdb"
    run(capsys, "ingest", export, "--db", db)
    periode = run(capsys, "uploads", "--db", db)[1]["unggahan"][0]["periode"][0]
    made = run(capsys, "publish", periode, "--oleh", "Kabag", "--db", db)[1]
    assert made["oleh"] == "Kabag" and made["n_angka"] > 0
    assert main(["undo", "1", "--db", str(db)]) == 2
    assert "sudah ditetapkan" in capsys.readouterr().err
    assert run(capsys, "undo", 1, "--revisi", "Salah berkas", "--db", db)[0] == 0
    (listed,) = run(capsys, "published", "--db", db)[1]["penetapan"]
    assert listed["revisi"][0]["sekarang"] is None and listed["revisi"][0]["alasan"] == ["Salah berkas"]
