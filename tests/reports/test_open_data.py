"""The open data: nobody can be known by it, not by subtraction either; it reads back with its figures; same bytes."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import random
import zipfile
from collections import defaultdict
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skm_core import reference, registry, settings
from skm_core.cli import DONE, REFUSED, main
from skm_core.reports.content import Content, content
from skm_core.reports.kinds import KINDS
from skm_core.reports.open_data.merging import PEMISAH, TIDAK_DIISI, Isian, groups, published
from skm_core.reports.open_data.package import open_data
from skm_core.reports.open_data.tables import _rows, tables
from skm_core.reports.scope import Scope
from skm_core.results.measured import measure
from skm_core.store import Store
from skm_core.terms import Pilihan
from tests.build import KALIDERES, KAMAL, KAPUK, UNSUR, form, ingest
from tests.reports.conftest import DAY

CITY = Scope("kota", "", "2019-q2")
Rows = list[dict[str, str]]
PEOPLE = st.lists(
    st.tuples(st.integers(0, 25), st.sampled_from("ab"), st.sampled_from("wxyz"), st.sampled_from(["L", "P", ""])),
    max_size=120,
)


def files(made: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(made)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def rows(made: bytes, name: str) -> Rows:
    return list(csv.DictReader(io.StringIO(files(made)[f"{name}.csv"].decode())))


def crowd(n: int, **more: object) -> list[dict[str, object]]:
    """n people, one questionnaire each; sex and age as the number says."""
    chance = random.Random(n)
    return [
        form(
            [chance.choice([2, 3, 4]) for _ in UNSUR],
            responden=f"{more}-{at}",
            jenis_kelamin="LP"[at % 2],
            usia=20 + at % 50,
            **more,
        )
        for at in range(n)
    ]


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.sets(st.integers(0, 30), min_size=1, max_size=15), min_size=1))
def test_groups_hold_ten_people_and_lose_no_value(people: dict[str, set[int]]) -> None:
    found = groups(people)
    assert sorted(key for group in found for key in group) == sorted(people)
    everybody = set().union(*people.values())
    for group in found:
        inside = set().union(*(people[key] for key in group))
        assert len(inside) >= 10 or (len(everybody) < 10 and len(found) == 1)
    assert sum(len(group) > 1 for group in found) <= 1
    alone_before = {key for key in people if len(people[key]) >= 10}
    if len(set().union(set(), *(people[key] for key in people if len(people[key]) < 10))) >= 10:
        assert alone_before == {group[0] for group in found if group[0] in alone_before}


@given(PEOPLE)
def test_no_cell_and_no_sum_of_cells_is_about_fewer_than_ten(people: list[tuple[int, str, str, str]]) -> None:
    """Any union of cells, thus any difference of two published sums, is whole cells, and each has ten people."""
    given_rows = [Isian((service, place, sex), who, (1,)) for who, service, place, sex in people]
    found = published(given_rows)
    if len({row.orang for row in given_rows}) < 10:
        assert not found
        return
    assert len(found) == len(given_rows)
    cells: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for row in found:
        cells[row.tingkat].add(row.orang)
    assert min(map(len, cells.values())) >= 10
    for row, before in zip(
        sorted(found, key=lambda one: one.orang), sorted(given_rows, key=lambda one: one.orang), strict=True
    ):
        assert row.orang == before.orang
    for level in range(3):  # values of one level overlap only inside different cells above it
        above: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for labels in {cell[: level + 1] for cell in cells}:
            above[labels[:level]] += labels[level].split(PEMISAH)
        assert all(len(values) == len(set(values)) for values in above.values())


def test_every_cell_of_the_demo_data_has_ten_people(demo: Store) -> None:
    for pengumpul in ("kota", "kelurahan"):
        c = content(demo, Scope("kota", "", "2020-q4", pengumpul), tanggal=DAY)
        table = tables(demo, c)[0]
        assert len(table.baris) == c.n_kuesioner
        count: dict[tuple[object, ...], int] = defaultdict(int)
        for row in table.baris:
            count[row[2:7]] += 1
        assert min(count.values()) >= 10


def test_a_small_kelurahan_is_merged_with_another_and_named(store: Store) -> None:
    ingest(store, crowd(30, kelurahan=KALIDERES) + crowd(4, kelurahan=KAMAL) + crowd(40, kelurahan=KAPUK))
    made = open_data(store, content(store, CITY, tanggal=DAY))
    found = rows(made, "kuesioner-skm9")
    assert {row["wilayah_kode"] for row in found} == {KAPUK, f"{KALIDERES}{PEMISAH}{KAMAL}"}
    (merged,) = (row for row in rows(made, "gabungan") if row["kolom"] == "wilayah_kode")
    assert (merged["isi"], merged["n_kuesioner"]) == ("Kalideres, Kamal", "34")
    names = {row["kode"]: row["nama"] for row in rows(made, "kode") if row["kolom"] == "wilayah_kode"}
    assert names == {KAPUK: "Kapuk", KALIDERES: "Kalideres", KAMAL: "Kamal"}
    assert "Jawaban yang sama dari semua orang dalam satu gabungan tetap terbaca." in files(made)["README.md"].decode()


def test_the_interval_of_the_city_stays_where_places_are_merged(store: Store) -> None:
    """That of a layanan with a merged place does not: it would tell of the few people in it."""
    ingest(
        store,
        [
            *(one for place in (KALIDERES, KAPUK) for one in crowd(30, kelurahan=place)),
            *crowd(4, kelurahan=KAMAL),
            *(one for place in (KALIDERES, KAPUK) for one in crowd(20, kelurahan=place, layanan="pkk")),
        ],
    )
    c = content(store, CITY, tanggal=DAY)
    made = open_data(store, c)
    told = {row["layanan"]: row["plus_minus"] for row in rows(made, "ikm")}
    by_layanan = {one.layanan.kode: one.score for one in c.layanan}
    assert told == {"semua": str(c.score.plus_minus), "pkk": str(by_layanan["pkk"].plus_minus), "posyandu": ""}
    assert all(by_layanan[kode].plus_minus for kode in ("pkk", "posyandu"))
    of_unsur = {row["unsur"]: row["plus_minus"] for row in rows(made, "nrr") if row["layanan"] == "semua"}
    assert of_unsur == {part.kunci: str(part.plus_minus) for part in c.score.unsur}


def test_one_person_with_many_questionnaires_is_one_person(store: Store) -> None:
    """Twelve questionnaires of two people are not twelve people."""
    alone = [form([3] * 9, layanan="pkk", kelurahan=KAPUK, responden=f"p{n % 2}", usia=40) for n in range(12)]
    ingest(store, alone + crowd(40, layanan="ppsu", kelurahan=KAPUK))
    made = open_data(store, content(store, CITY, tanggal=DAY))
    assert {row["layanan"] for row in rows(made, "kuesioner-skm9")} == {f"pkk{PEMISAH}ppsu"}
    assert [row["layanan"] for row in rows(made, "ikm")] == ["semua"], (
        "the figure of ppsu alone would give away that of pkk"
    )


def test_fewer_than_ten_people_publish_nothing_and_say_so(store: Store) -> None:
    ingest(store, crowd(9))
    made = open_data(store, content(store, CITY, tanggal=DAY))
    assert not [name for name in files(made) if name.startswith("kuesioner")]
    assert not rows(made, "ikm") and not rows(made, "nrr")
    assert "Kurang dari 10 orang menjawab" in files(made)["README.md"].decode()


def test_the_figures_follow_from_the_published_rows(demo: Store, kota: Content) -> None:
    made = files(open_data(demo, kota))
    found = list(csv.DictReader(io.StringIO(made["contoh-kuesioner-skm9.csv"].decode())))
    stated = {row["layanan"]: row for row in csv.DictReader(io.StringIO(made["contoh-ikm.csv"].decode()))}
    nrr = {
        (row["layanan"], row["unsur"]): row["nrr"]
        for row in csv.DictReader(io.StringIO(made["contoh-nrr.csv"].decode()))
    }
    pilihan = Pilihan(("2020-q4",), pengumpul="kota")
    known = {"semua": measure(demo, pilihan)[0]} | {
        str(one.layanan): one for one in measure(demo, pilihan, ["layanan"])
    }
    assert stated.keys() == known.keys()
    for layanan, score in known.items():
        inside = [row for row in found if layanan in ("semua", row["layanan"])]
        index = Decimal(0)
        for part in score.unsur:
            values = [int(row[part.kunci]) for row in inside if row[part.kunci]]
            assert (len(values), sum(values)) == (part.n_jawaban, part.jumlah_nilai)
            assert nrr[layanan, part.kunci] == str(part.nrr_terbit)
            index += Decimal(sum(values)) / len(values)
        assert abs(index / 9 * 25 - Decimal(stated[layanan]["ikm"])) <= Decimal("0.005")
        assert stated[layanan]["ikm"] == str(score.ikm) and stated[layanan]["plus_minus"] == str(score.plus_minus)
        assert score.mutu and stated[layanan]["mutu"] == score.mutu.huruf


def test_nothing_personal_gets_in(store: Store) -> None:
    people = crowd(30, saran="=SUM(A1) rumah saya nomor 7", pendidikan="S3", pekerjaan="Notaris", tanggal="2019-05-03")
    ingest(store, people)
    made = files(open_data(store, content(store, CITY, tanggal=DAY)))
    for name, data in made.items():
        if name.endswith("csv") and "kuesioner" in name:
            header, *lines = data.decode().splitlines()
            assert header.split(",")[:7] == [
                "periode", "pengumpul", "layanan", "kecamatan_kode", "wilayah_kode", "jenis_kelamin", "usia",
            ]  # fmt: skip
            assert {line.split(",")[6] for line in lines} <= {"<30", "30-49", "50+", TIDAK_DIISI} | {
                line.split(",")[6] for line in lines if PEMISAH in line.split(",")[6]
            }
        for word in (b"rumah saya", b"Notaris", b"S3", b"2019-05-03", b"responden"):
            assert word not in data or name in ("README.md",), (name, word)


def test_parquet_holds_the_same_as_csv_and_the_descriptor_fits(demo: Store, kota: Content) -> None:
    made = files(open_data(demo, kota))
    package = json.loads(made["datapackage.json"])
    assert package["name"] == "contoh-data-terbuka-skm-2020-q4-kota" and package["title"].startswith("DATA CONTOH")
    assert {one["path"] for one in package["resources"]} == made.keys() - {"README.md", "datapackage.json"}
    for resource in package["resources"]:
        data = made[resource["path"]]
        assert resource["bytes"] == len(data) and resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        fields = [field["name"] for field in resource["schema"]["fields"]]
        assert all(field["description"] for field in resource["schema"]["fields"])
        if resource["format"] == "csv":
            table = pq.read_table(io.BytesIO(made[resource["path"].replace(".csv", ".parquet")])).to_pylist()
            text = list(csv.DictReader(io.StringIO(data.decode())))
            assert list(text[0]) == fields and len(table) == len(text) > 0
            for typed, cell in zip(table[:50] + table[-50:], text[:50] + text[-50:], strict=True):
                for name in fields:
                    value = typed[name]
                    same = cell[name] == ("" if value is None else str(value))
                    assert same or Decimal(cell[name]) == value
    dictionary = {
        (row["tabel"], row["kolom"]) for row in csv.DictReader(io.StringIO(made["contoh-kamus.csv"].decode()))
    }
    for resource in package["resources"]:
        table_name = resource["name"].rsplit("-", 1)[0]
        if table_name != "kamus":
            assert {(table_name, field["name"]) for field in resource["schema"]["fields"]} <= dictionary


def test_same_bytes_for_same_data_settings_and_date(demo: Store, kota: Content) -> None:
    first = open_data(demo, kota)
    assert first == open_data(demo, content(demo, kota.scope, tanggal=DAY))
    assert first != open_data(demo, content(demo, kota.scope, tanggal=date(2021, 1, 16)))


def test_only_demo_data_are_marked_and_the_citation_names_its_source(demo: Store, kota: Content, store: Store) -> None:
    marked = files(open_data(demo, kota))
    assert all(name.startswith("contoh-") for name in marked if name not in ("README.md", "datapackage.json"))
    assert "DATA CONTOH" in marked["README.md"].decode()
    assert KINDS["data-terbuka"].file_name(kota) == "CONTOH-data-terbuka-skm-2020-q4-kota.zip"
    settings.save_settings(store, {"instansi_nama": "Kota Uji", "tautan_publikasi": "https://uji.go.id/skm"})
    ingest(store, crowd(30))
    real = files(open_data(store, content(store, CITY, tanggal=DAY)))
    assert not [name for name, data in real.items() if b"contoh-" in data.lower() or name.startswith("contoh")]
    assert (
        "Kota Uji (2021). Data survei kepuasan masyarakat Jakarta Barat, April–Juni 2019, kumpulan kelurahan. "
        f"Versi data {store.data_version[1]}, 15 Januari 2021. https://uji.go.id/skm"
    ) in real["README.md"].decode()


def test_a_name_that_looks_like_a_formula_stays_text(store: Store) -> None:
    settings.save_layanan(store, replace(registry.layanan(store)["posyandu"], nama="=1+1"))
    ingest(store, crowd(30))
    names = [row["nama"] for row in rows(open_data(store, content(store, CITY, tanggal=DAY)), "kode")]
    assert "'=1+1" in names and "=1+1" not in names


def test_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    with Store(tmp_path / "uji.duckdb") as store:
        reference.seed(store)
        ingest(store, crowd(30))
        expected = open_data(store, content(store, CITY, tanggal=DAY))
    asked = ["export", "--periode", "2019-q2", "--tanggal", "2021-01-15", "--db", "uji.duckdb"]
    assert main(asked) == DONE
    assert Path("data-terbuka-skm-2019-q2-kota-survei-kelurahan.zip").read_bytes() == expected
    Path("keluar").mkdir()
    capsys.readouterr()
    assert main([*asked, "--out", "keluar", "--json"]) == DONE
    told = json.loads(capsys.readouterr().out)
    assert {file.name: file.read_bytes() for file in Path(told["file"]).iterdir()} == files(expected)
    assert sorted(told["files"]) == sorted(files(expected))
    assert Path(told["file"]) == Path("keluar/data-terbuka-skm-2019-q2-kota-survei-kelurahan")
    assert main(["export", "--periode", "2018", "--db", "uji.duckdb"]) == REFUSED
    assert (
        main(["report", "--kind", "data-terbuka", "--periode", "2019-q2", "--scope", "posyandu", "--db", "uji.duckdb"])
        == REFUSED
    )
    assert "hanya untuk kota" in capsys.readouterr().err


def test_the_margin_does_not_tell_who_is_behind_a_merged_place() -> None:
    """Five answers exchanged between two merged kelurahan: the published rows are the same, so must be all else.

    But for the interval of the whole city, which stands on the poster.
    """

    def package(*, exchanged: bool) -> dict[str, Rows]:
        store, made = Store(), [*crowd(60, kelurahan=KALIDERES), *crowd(60, kelurahan=KAPUK)]
        reference.seed(store)
        few = [
            form([2, 3, 4, 2, 3, 4, 2, 3, 4][at:] + [4] * at, kelurahan=KAMAL, responden=f"k{at}") for at in range(5)
        ]
        if exchanged:
            for one, other in zip(few, made[:5], strict=True):
                for key in UNSUR:
                    one[key], other[key] = other[key], one[key]
        for one in (*made, *few):
            one["jenis_kelamin"], one["usia"] = "L", 20
        ingest(store, [*made, *few])
        made_files = open_data(store, content(store, replace(CITY, pengumpul="kelurahan"), tanggal=DAY))
        names = [name for name in files(made_files) if name.endswith(".csv")]
        return {name: rows(made_files, name.removesuffix(".csv")) for name in names}

    one, other = package(exchanged=False), package(exchanged=True)
    assert PEMISAH in one["gabungan.csv"][0]["gabungan"]
    for found in (one, other):
        for row in (*found["ikm.csv"], *found["nrr.csv"]):
            assert bool(row["plus_minus"]) == bool(row["bawah"]) == (row["layanan"] == "semua")
            row.update(dict.fromkeys(("plus_minus", "bawah", "atas"), ""))
    assert one == other


def test_a_folder_with_files_is_never_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with Store(tmp_path / "uji.duckdb") as store:
        reference.seed(store)
        ingest(store, crowd(30))
    mine = Path("README.md")
    mine.write_text("milik saya")
    asked = ["export", "--periode", "2019-q2", "--db", "uji.duckdb", "--out"]
    assert main([*asked, "."]) == DONE
    assert mine.read_text() == "milik saya"
    inside = Path("data-terbuka-skm-2019-q2-kota-survei-kelurahan/README.md")
    inside.write_text("diubah tangan")
    assert main([*asked, "."]) == REFUSED
    assert "sudah ada isinya" in capsys.readouterr().err
    assert inside.read_text() == "diubah tangan"
    report = ["report", "--kind", "buku-kerja", "--periode", "2019-q2", "--db", "uji.duckdb", "--out"]
    for wrong in ([*asked, "tidak/ada.zip"], [*report, "tidak/ada.xlsx"], [*report, "."]):
        assert main(wrong) == REFUSED
        assert "tidak dapat ditulis" in capsys.readouterr().err
    assert main([*report[:-1], "--gabung"]) == REFUSED
    assert "--gabung hanya dengan" in capsys.readouterr().err


def test_a_letter_of_a_place_without_questionnaires_is_written_alone_too(tmp_path: Path) -> None:
    with Store(tmp_path / "uji.duckdb") as store:
        reference.seed(store)
        ingest(store, crowd(30, kelurahan=KAPUK))
    out = tmp_path / "surat.pdf"
    asked = ["report", "--kind", "surat-pdf", "--periode", "2019-q2", "--db", str(tmp_path / "uji.duckdb")]
    assert main([*asked, "--scope", KAMAL, "--out", str(out)]) == DONE
    assert out.read_bytes().startswith(b"%PDF")


def test_a_column_of_answers_never_has_the_name_of_another_column(kota: Content, demo: Store) -> None:
    own = registry.instrumen(demo)["skm9"]
    own = replace(own, butir=(replace(own.butir[0], unsur_kunci="usia"), *own.butir[1:]))
    names = [one.nama for one in _rows(kota, own, []).kolom]
    assert len(set(names)) == len(names)
