"""Personal data is gone on reading: not in a draft, not in the database, not in the archive, not in a finding."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from skm_core.intake import Options, ingest, prepare, read_file
from skm_core.intake.personal import MASK, masked
from skm_core.store import Store
from tests import build
from tests.build import csv_bytes, form
from tests.intake import files
from tests.intake.conftest import Read

CHOSEN = {"periode": "2019-q2", "layanan": "posyandu", "kelurahan": "Kapuk", "pengumpul": "kelurahan"}
SECRETS = ("3173046512850002", "081298765432", "ratnawulandari@contoh.id")


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("Nama", "Ratna Wulandari"), ("Nama Lengkap", "Ratna Wulandari"), ("NIK", "3173046512850002"),
        ("No. KTP", "3173046512850002"), ("No HP/WA", "081298765432"), ("Nomor WhatsApp", "+62 812-9876-5432"),
        ("Alamat", "Jl. Kapuk Raya 9"), ("Alamat Email", "ratnawulandari@contoh.id"), ("Username", "ratna"),
        ("IP Address", "103.28.14.9"), ("Koordinat", "-6.14523, 106.73571"), ("_lokasi_latitude", "-6.14523"),
        ("Tanda tangan", "ttd ratna"), ("Foto", "https://contoh.id/a.jpg"), ("Telepon", "0215439988"),
        # by content, whatever the header says
        ("Kontak", "081298765432"), ("Isian 7", "3173046512850002"), ("", "ratnawulandari@contoh.id"),
        ("Kolom", "-6.14523, 106.73571"), ("Perangkat", "103.28.14.9"), ("Kode", "3,17305E+15"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("late", [False, True], ids=["from the start", "only far below"])
def test_columns_are_dropped(header: str, cell: str, late: bool, store: Store, tmp_path: Path) -> None:
    found = [[header, *files.RULE]] + [["" if late and n < 250 else cell, *[3] * 9] for n in range(400 if late else 3)]
    raw = read_file(files.table(found), "a.csv")
    draft = prepare(store, raw, Options(**CHOSEN))
    assert draft.n_pribadi == 1 and draft.columns[0].how == "pribadi"
    ingest(store, draft, pengunggah="uji", archive_dir=tmp_path)
    kept = pq.read_table(tmp_path / f"{draft.sha256}.parquet").column("k1").to_pylist()
    assert set(kept) == {None}


def test_secrets_are_nowhere_in_what_is_kept(tmp_path: Path) -> None:
    rows = files.key_rows(files.forms(*[(3,) * 9] * 4))
    rows[0] += ["NIK", "Kontak", "Catatan petugas"]
    for row, place in zip(rows[1:], range(4), strict=True):
        row[16] = f"hubungi {SECRETS[1]} atau {SECRETS[2]}, NIK {SECRETS[0]}"
        row += [SECRETS[0], SECRETS[1], f"tlp {SECRETS[1]}" if place == 2 else "-"]
    rows[4][7] = SECRETS[1]  # a phone number typed into an answer
    with Store(tmp_path / "skm.duckdb") as store:
        from skm_core import reference

        reference.seed(store)
        draft = prepare(store, read_file(files.table(rows), "a.csv"), Options(pengumpul="kota"))
        receipt = ingest(store, draft, pengunggah="uji")
        assert (receipt.n_diterima, receipt.n_ditolak) == (3, 1)
        _, saran = store.fetch("SELECT DISTINCT saran FROM kuesioner")
        assert saran == [("hubungi [disamarkan] atau [disamarkan], NIK [disamarkan]",)]
        assert draft.jumlah_temuan["SARAN_DISAMARKAN"] == 1
        for row in [*draft.preview(), *(finding.as_dict() for finding in draft.temuan)]:
            assert not any(secret in str(row) for secret in SECRETS)
    archive = pq.read_table(next((tmp_path / "arsip").glob("*.parquet"))).to_pylist()
    for secret in SECRETS:
        assert secret not in str(archive)
        for file in tmp_path.rglob("*"):
            assert not file.is_file() or secret.encode() not in file.read_bytes()


def test_questions_and_keys_are_no_personal_data(read: Read) -> None:
    headers = ["responden", "Apakah petugas menjawab telepon pengaduan?", *files.RULE]
    draft = read(files.table([headers, *(["81234567890", "Ya", *[3] * 9] for _ in range(12))]), **CHOSEN)
    assert draft.n_pribadi == 0 and draft.n_diterima == 12


def test_ordinary_numbers_in_comments_are_left_alone(read: Read) -> None:
    text = "RT 05/RW 012, antre 3 jam sejak 08.00, bayar Rp 25.000, tahun 2019"
    rows = files.key_rows(files.forms((3,) * 9, saran=text))
    assert read(files.table(rows), pengumpul="kota").preview()[0]["saran"] == text


@pytest.mark.parametrize("header", ["Nama", "Nama Lengkap", "Nama dan alamat Bapak/Ibu/Saudara", "Email", "No HP"])
def test_a_name_column_is_dropped_however_few_names_repeat(store: Store, header: str) -> None:
    names = ["Budiman", "Sitiaminah", "Anisafitri"]
    rows = [form([3] * 9, **{header: names[number % 3]}) for number in range(30)]
    raw = read_file(build.csv_bytes(rows), "nama.csv")
    draft = prepare(store, raw, Options(pengumpul="kelurahan"))
    assert {column.header: column.how for column in draft.columns}[header] == "pribadi"
    assert draft.n_diterima == 30


@pytest.mark.parametrize(
    "number",
    [
        "0812\N{NO-BREAK SPACE}3456\N{NO-BREAK SPACE}7890",
        "0812\N{EN DASH}3456\N{EN DASH}7890",
        "0812/3456/7890",
        "021-5678901",
        "(021) 567 8901",
        "3173 051234 567890",
        "3173051234567890 3173051234567891",
        "0812345678901/0812345678902",
        "a@b.co c@d.id",
    ],
)
def test_numbers_are_masked_however_they_are_written(number: str, store: Store, tmp_path: Path) -> None:
    said = masked(f"Hubungi {number} ya")
    assert said in (f"Hubungi {MASK} ya", f"Hubungi {MASK} {MASK} ya", f"Hubungi {MASK}/{MASK} ya")
    draft = prepare(
        store,
        read_file(csv_bytes([form([3] * 9, saran=f"Hubungi {number} ya")]), "a.csv"),
        Options(pengumpul="kelurahan"),
    )
    ingest(store, draft, pengunggah="uji", archive_dir=tmp_path)
    assert store.fetch("SELECT saran FROM kuesioner")[1] == [(said,)]
    (archive,) = tmp_path.glob("*.parquet")
    cells = {cell for row in pq.read_table(archive).to_pylist() for cell in row.values()}
    assert said in cells and not any(number in str(cell) for cell in cells)


@pytest.mark.parametrize(
    "text", ["tgl 08/12/2019 10.30.22", "2019-04-24 08:12:33", "RT 008/012", "1.234.567.890", "83,72 dan 84,11"]
)
def test_dates_and_other_numbers_are_left_alone(text: str) -> None:
    assert masked(text) == text
