"""Storing: wholly or not at all, the same file once, the same counts however the rows are split or ordered."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skm_core import reference, uploads
from skm_core.errors import StoreError, UploadStateError
from skm_core.intake import Options, Receipt, ingest, prepare, read_file
from skm_core.store import Store
from tests.intake import files

CHOSEN = Options(pengumpul="kelurahan", create_periode=True)
HERE = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


def put(store: Store, data: bytes, options: Options = CHOSEN, name: str = "uji.csv") -> Receipt:
    return ingest(store, prepare(store, read_file(data, name), options), pengunggah="uji")


def counts(store: Store) -> list[tuple[object, ...]]:
    _, rows = store.fetch(
        "SELECT periode_kode, layanan_kode, wilayah_kode, pengumpul, kolom, n_jawaban, jumlah_nilai "
        "FROM hitung_butir ORDER BY ALL"
    )
    return rows


def test_the_same_file_twice_changes_nothing_and_says_so(store: Store) -> None:
    data = files.table(files.key_rows(files.forms()))
    first = put(store, data)
    before = counts(store)
    second = put(store, data, name="salinan.csv")
    assert counts(store) == before and (second.n_diterima, second.unggahan_id) == (0, first.unggahan_id)
    (finding,) = second.temuan
    assert finding.kode == "BERKAS_SAMA" and "unggahan 1 (uji.csv)" in finding.pesan


def test_an_undone_file_can_come_again(store: Store) -> None:
    data = files.table(files.key_rows(files.forms()))
    first = put(store, data)
    before = counts(store)
    uploads.undo(store, first.unggahan_id, oleh="uji")
    assert counts(store) == []
    second = put(store, data)
    assert second.unggahan_id == first.unggahan_id + 1 and second.n_diterima == 6 and counts(store) == before


def test_identical_rows_are_two_respondents(store: Store) -> None:
    assert put(store, files.table(files.key_rows(files.forms((3,) * 9, (3,) * 9)))).n_diterima == 2
    _, rows = store.fetch("SELECT count(*), count(DISTINCT responden_kunci) FROM kuesioner")
    assert rows == [(2, 2)]


def test_what_is_kept_of_an_upload(store: Store, tmp_path: Path) -> None:
    rows = files.key_rows(files.forms((3,) * 9, (3,) * 9))
    rows[2][7] = 7
    data = files.table(rows)
    draft = prepare(store, read_file(data, "uji.csv"), CHOSEN)
    assert not list(tmp_path.iterdir())
    receipt = ingest(store, draft, pengunggah="Siti", archive_dir=tmp_path / "arsip")
    _, found = store.fetch(
        "SELECT pengunggah, berkas_nama, berkas_ukuran, tata_letak, pilihan, n_diterima, n_ditolak, status "
        "FROM unggahan"
    )
    pilihan = '{"pengumpul": "kelurahan", "create_periode": true}'
    assert found == [("Siti", "uji.csv", len(data), "tabel_kunci", pilihan, 1, 1, "aktif")]
    _, found = store.fetch("SELECT unggahan_id, kode, tingkat, baris, kolom, nilai FROM temuan")
    assert found == [(receipt.unggahan_id, "JAWABAN_LUAR_SKALA", "baris", 3, "persyaratan", "7")]
    (archive,) = (tmp_path / "arsip").iterdir()
    assert archive.name == f"{draft.sha256}.parquet"
    kept = pq.read_table(archive)
    assert kept.column("baris").to_pylist() == [1, 2, 3] and kept.column("k8").to_pylist() == ["persyaratan", "3", "7"]


def test_a_failing_archive_stores_nothing(store: Store, tmp_path: Path) -> None:
    (tmp_path / "arsip").write_text("bukan folder")
    draft = prepare(store, read_file(files.table(files.key_rows(files.forms())), "uji.csv"), CHOSEN)
    with pytest.raises(OSError):
        ingest(store, draft, pengunggah="uji", archive_dir=tmp_path / "arsip")
    assert store.fetch("SELECT count(*) FROM kuesioner")[1] == [(0,)] == store.fetch("SELECT count(*) FROM unggahan")[1]


def test_a_database_that_refuses_stores_nothing(store: Store) -> None:
    draft = prepare(store, read_file(files.table(files.key_rows(files.forms())), "uji.csv"), CHOSEN)
    with store.write() as cursor:
        cursor.execute("DROP TABLE temuan")
        cursor.execute("ALTER TABLE kuesioner ADD COLUMN b21 TINYINT")
    with pytest.raises(StoreError, match="tidak ada yang berubah"):
        ingest(store, draft, pengunggah="uji")
    assert store.fetch("SELECT count(*) FROM unggahan")[1] == [(0,)]


def test_a_refused_draft_cannot_be_stored(store: Store) -> None:
    draft = prepare(store, read_file(b"", "kosong.csv"), CHOSEN)
    with pytest.raises(UploadStateError):
        ingest(store, draft, pengunggah="uji")


def test_the_same_raw_file_serves_several_drafts(store: Store) -> None:
    raw = read_file(files.table(files.number_rows(files.forms((3, 3, 3, 3, 3, 3, 3, 1, 2)))), "uji.csv")
    asked = prepare(store, raw, Options(pengumpul="kota"))
    one = prepare(store, raw, Options(pengumpul="kota", u8="pengaduan"))
    two = prepare(store, raw, Options(pengumpul="kota", u8="sarana"))
    assert asked.refused
    assert [(draft.preview()[0]["b8"], draft.preview()[0]["b9"]) for draft in (one, two)] == [(2, 1), (1, 2)]
    assert ingest(store, one, pengunggah="uji").n_diterima == 1


def test_one_person_may_fill_several_forms(store: Store) -> None:
    rows = files.key_rows(files.forms(*[(3,) * 9] * 4))
    rows[0].append("responden")
    for row, (key, layanan) in zip(
        rows[1:], (("R-1", "pkk"), ("R-1", "ppsu"), ("R-2", "pkk"), ("", "pkk")), strict=True
    ):
        row[3] = layanan
        row.append(key)
    put(store, files.table(rows))
    _, found = store.fetch("SELECT responden_kunci FROM kuesioner ORDER BY baris")
    assert found[0] == found[1] and len(set(found)) == 3
    put(store, files.table(rows + rows[-1:]))
    assert store.fetch("SELECT count(DISTINCT responden_kunci) FROM kuesioner")[1] == [(5,)]  # and 3 without


def test_running_numbers_of_two_files_are_not_the_same_people(store: Store) -> None:
    for place in ("Kapuk", "Kamal"):
        rows = files.key_rows(files.forms((3,) * 9, (3,) * 9, kelurahan=place, kecamatan=""))
        rows[0].append("id responden")
        for number, row in enumerate(rows[1:], 1):
            row.append(number)
        put(store, files.table(rows))
    assert store.fetch("SELECT count(DISTINCT responden_kunci) FROM kuesioner")[1] == [(4,)]


answer = st.sampled_from([1, 2, 3, 4, None])
some_forms = st.lists(
    st.tuples(
        st.tuples(*[answer] * 9).filter(any), st.sampled_from(["pkk", "ppsu"]), st.sampled_from(["Kapuk", "Kamal"])
    ),
    min_size=2,
    max_size=12,
)


def rows_of(found: list[tuple[tuple[int | None, ...], str, str]]) -> list[list[object]]:
    return files.key_rows(
        [files.forms(values, layanan=layanan, kelurahan=place, kecamatan="")[0] for values, layanan, place in found]
    )


@settings(max_examples=12, deadline=None, suppress_health_check=HERE)
@given(found=some_forms, data=st.data())
def test_splitting_and_shuffling_change_no_count(
    found: list[tuple[tuple[int | None, ...], str, str]], data: st.DataObject
) -> None:
    head, *rows = rows_of(found)
    order = data.draw(st.permutations(range(len(head))))
    mixed = data.draw(st.permutations(rows))
    cut = data.draw(st.integers(1, len(rows) - 1))
    with Store() as whole, Store() as parts:
        for store in (whole, parts):
            reference.seed(store)
        put(whole, files.table([head, *rows]))
        for part in (mixed[:cut], mixed[cut:]):
            put(parts, files.table([[row[n] for n in order] for row in [head, *part]]) + b"\n")
            put(parts, files.table([[row[n] for n in order] for row in [head, *part]]) + b"\n")
        if mixed[:cut] != mixed[cut:]:  # two equal halves are one and the same file
            assert counts(whole) == counts(parts)


@settings(max_examples=20, deadline=None, suppress_health_check=HERE)
@given(found=some_forms)
def test_stored_sums_are_those_of_the_file(found: list[tuple[tuple[int | None, ...], str, str]]) -> None:
    with Store() as store:
        reference.seed(store)
        put(store, files.table(rows_of(found)))
        _, rows = store.fetch(
            "SELECT unsur_kunci, sum(n_jawaban)::INTEGER, sum(jumlah_nilai)::INTEGER FROM hitung_butir "
            "GROUP BY 1 ORDER BY 1"
        )
    expected = []
    for n, key in enumerate(files.RULE):
        given_ = [values[n] for values, _, _ in found if values[n] is not None]
        expected.append((key, len(given_), sum(given_)))  # type: ignore[arg-type]
    assert rows == sorted(expected)


def test_a_file_read_from_disk_is_the_same_as_its_bytes(store: Store, tmp_path: Path) -> None:
    data = files.table(files.key_rows(files.forms()))
    (tmp_path / "a.csv").write_bytes(data)
    raw = read_file(tmp_path / "a.csv", "a.csv")
    assert raw.sha256 == read_file(data, "b.csv").sha256 and raw.ukuran == len(data)
    assert prepare(store, raw, CHOSEN).n_diterima == 6
