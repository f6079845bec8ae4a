"""The report as PDF and Word: every figure as the library gives it, marks, reproducible bytes, hard cases."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from skm_core import settings
from skm_core.cli import DONE, REFUSED, main
from skm_core.demo import generate
from skm_core.errors import NoDataError
from skm_core.reports.batch import batch, file_name, scopes
from skm_core.reports.blocks import Figure, Heading, Items, Signature, Table, Text
from skm_core.reports.content import Content, content
from skm_core.reports.kinds import KINDS
from skm_core.reports.laporan import paper, word
from skm_core.reports.laporan.document import laporan
from skm_core.reports.scope import Scope
from skm_core.results.measured import measure
from skm_core.sampling import krejcie_morgan
from skm_core.store import Store
from skm_core.terms import Periode
from skm_core.writing import angka
from tests.build import form, ingest
from tests.reports.conftest import DAY

CITY = Scope("kota", "", "2019-q2")
KEDAUNG = "31.73.01.1004"
SNAPSHOT = Path(__file__).with_name("laporan_kecil.txt")


def pdf_text(made: bytes) -> str:
    """All text of a PDF in one line, soft breaks undone."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages).split())


def docx_text(made: bytes) -> str:
    """All text of the body of a Word file, tables too, in one line."""
    body = docx.Document(io.BytesIO(made)).element.body
    return " ".join(" ".join("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))).split())


READ: dict[str, tuple[Callable[[Content], bytes], Callable[[bytes], str]]] = {
    "pdf": (paper.pdf, pdf_text),
    "docx": (word.docx, docx_text),
}


@pytest.fixture(params=READ)
def read(request: pytest.FixtureRequest) -> Callable[[Content], str]:
    """Makes the file and reads it back."""
    make, text = READ[request.param]
    return lambda c: text(make(c))


def words(value: Decimal | None) -> str:
    assert value is not None
    return angka(value)


def test_every_figure_is_the_one_of_the_library(demo: Store, kota: Content, read: Callable[[Content], str]) -> None:
    text = read(kota)
    (total,) = measure(demo, kota.pilihan)
    assert f"{words(total.ikm)} ±\N{NO-BREAK SPACE}{words(total.plus_minus)}".replace("\N{NO-BREAK SPACE}", " ") in (
        text.replace("\N{NO-BREAK SPACE}", " ")
    )
    for one in measure(demo, kota.pilihan, ["layanan"]):
        assert one.rentang
        row = (angka(one.n_kuesioner), words(one.ikm), words(one.plus_minus), "–".join(map(angka, one.rentang)))
        assert " ".join(row) in text
    for part in total.unsur:
        assert part.rentang
        cells = (words(part.nrr_terbit), words(part.plus_minus), "–".join(map(angka, part.rentang)))
        assert " ".join(cells) in text
        assert angka(part.jumlah_nilai) in text
    for place in measure(demo, kota.pilihan, ["kecamatan"]):
        assert f"{angka(place.n_kuesioner)} {words(place.ikm)} {words(place.plus_minus)}" in text
    for row in kota.sampel:
        assert f"{angka(row.n_pengguna or 0)} {krejcie_morgan(row.n_pengguna or 0)} {angka(row.n_kuesioner)}" in text
    for profil in kota.profil:
        for answer, n in profil.semua:
            assert f"{answer} {'– –' if n is None else angka(n)}" in text
    for passage in kota.teks:
        for line in passage.teks.splitlines():
            assert " ".join(line.removeprefix("- ").split()) in text


def test_the_chapters_in_their_order(kota: Content, read: Callable[[Content], str]) -> None:
    text = read(kota)
    heads = [block.penuh for block in laporan(kota).blok if isinstance(block, Heading) and block.tingkat == 1]
    assert heads == [
        "Ringkasan",
        "BAB I Pendahuluan",
        "BAB II Pengumpulan data",
        "BAB III Hasil survei",
        "BAB IV Analisis dan tindak lanjut",
        "BAB V Penutup",
        "Lampiran 1 Kuesioner",
        "Lampiran 2 Lembar pengolahan",
        "Lampiran 3 Cara menghitung",
    ]
    for head in heads:
        assert text.count(head) >= 2, f"{head}: in the table of contents and in its place"


def test_demo_data_are_marked_on_every_page_and_real_data_are_not(kota: Content, store: Store) -> None:
    for page in PdfReader(io.BytesIO(paper.pdf(kota))).pages:
        text = page.extract_text()
        assert "DATA CONTOH: angka buatan" in text and text.count("DATA CONTOH") == 2
    header = docx.Document(io.BytesIO(word.docx(kota))).sections[0].header
    assert "DATA CONTOH" in header.paragraphs[0].text and 'string="DATA CONTOH"' in header.part.blob.decode()
    ingest(store, [form([3] * 9)] * 12)
    c = content(store, CITY, tanggal=DAY)
    assert "CONTOH" not in pdf_text(paper.pdf(c)) and not KINDS["laporan-pdf"].file_name(c).startswith("CONTOH")


def test_every_page_says_filters_n_version_and_date(kota: Content) -> None:
    for page in PdfReader(io.BytesIO(paper.pdf(kota))).pages:
        assert " ".join(kota.catatan_kaki.split()) in " ".join(page.extract_text().split())


def test_pdf_is_archival_tagged_and_carries_its_fonts(kota: Content) -> None:
    made = PdfReader(io.BytesIO(paper.pdf(kota)))
    about = made.trailer["/Root"]["/Metadata"].get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in about and "<pdfaid:conformance>A</pdfaid:conformance>" in about
    assert "<pdfuaid:part>1</pdfuaid:part>" in about and made.trailer["/Root"]["/Lang"] == "id"
    for page in made.pages:
        for font in page["/Resources"]["/Font"].values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
            assert {"/FontFile2", "/FontFile3"} & set(inner.keys())


@pytest.mark.parametrize("kind", READ)
def test_the_same_content_and_date_give_the_same_bytes(demo: Store, kota: Content, kind: str) -> None:
    make = READ[kind][0]
    again = content(demo, kota.scope, tanggal=DAY)
    assert make(kota) == make(again)
    assert make(kota) != make(content(demo, kota.scope, tanggal=date(2021, 1, 16)))


def test_word_file_has_real_structure(kota: Content) -> None:
    made = docx.Document(io.BytesIO(word.docx(kota)))
    blocks = laporan(kota).blok
    heads = [block for block in blocks if isinstance(block, Heading)]
    assert [(p.text, p.style.name) for p in made.paragraphs if p.style and p.style.name.startswith("Heading")] == [
        (head.penuh, f"Heading {head.tingkat}") for head in heads
    ]
    tables = [block for block in blocks if isinstance(block, Table)]
    assert [[cell.text for cell in table.rows[0].cells] for table in made.tables] == [list(t.kepala) for t in tables]
    for table, block in zip(made.tables, tables, strict=True):
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
        assert tuple(tuple(cell.text for cell in row.cells) for row in table.rows[1:]) == block.baris
    captions = [p.text for p in made.paragraphs if p.style and p.style.name == "Caption"]
    numbered = [f"Tabel {n}. {t.keterangan}" for n, t in enumerate(tables, 1)]
    assert [one for one in captions if one.startswith("Tabel")] == numbered
    fields = [code.text or "" for code in made.element.iter(qn("w:instrText"))]
    assert sum("SEQ Tabel" in code for code in fields) == len(tables)
    assert sum(code.strip().startswith("TOC") for code in fields) == 1
    pictures = [block for block in blocks if isinstance(block, Figure)]
    alts = [e.get("descr") for e in made.element.iter("{http://schemas.openxmlformats.org/drawingml/2006/"
                                                      "wordprocessingDrawing}docPr")]  # fmt: skip
    assert alts == [block.alt for block in pictures] and len(pictures) == 4
    anchors = {e.get(qn("w:anchor")) for e in made.element.iter(qn("w:hyperlink"))}
    assert anchors == {e.get(qn("w:name")) for e in made.element.iter(qn("w:bookmarkStart"))}


def test_nine_questionnaires_show_no_score_anywhere(store: Store, read: Callable[[Content], str]) -> None:
    ingest(store, [form([3, 3, 3, 4, 3, 3, 3, 2, None], kelurahan=KEDAUNG)] * 9)
    c = content(store, Scope("kelurahan", KEDAUNG, "2019-q2"), tanggal=DAY)
    text = read(c)
    assert "Kelurahan Kedaung Kali Angke" in text and "n kurang dari 10, tidak ditampilkan" in text
    for hidden in (words(c.score.ikm), "3,000", "2,000", "4,000"):
        assert hidden not in text
    assert not [block for block in laporan(c).blok if isinstance(block, Figure)]


def test_fourteen_unsur_of_the_older_rule(store: Store, read: Callable[[Content], str]) -> None:
    settings.save_periode(
        store, Periode("2005", "Tahun 2005", date(2005, 1, 1), date(2005, 12, 31), "kepmenpan-25-2004", "acak", "buka")
    )
    rows = [
        {"periode": "2005", "kode_kelurahan": KEDAUNG, "layanan": "pkk", **{f"U{n}": 2 + n % 2 for n in range(1, 15)}}
        for _ in range(12)
    ]
    ingest(store, rows)
    c = content(store, Scope("kota", "", "2005"), tanggal=DAY)
    text = read(c)
    assert [one.nomor for one in c.unsur] == list(range(1, 15)) and "tepat 1/14" in text
    assert " ".join(f"U{n}" for n in range(1, 15)) in text
    assert "62,50" in text and "KEP/25/M.PAN/2/2004" in text  # seven of 3 and seven of 2: 2.5 × 25, C by that rule
    assert c.score.mutu and c.score.mutu.huruf == "C"
    assert "Peraturan Menteri PANRB" not in text


def test_signature_has_the_names_or_room_for_them(store: Store) -> None:
    ingest(store, [form([3] * 9)] * 12)
    before = next(b for b in laporan(content(store, CITY, tanggal=DAY)).blok if isinstance(b, Signature))
    assert before == Signature("Jakarta, 15 Januari 2021", "", "", "")
    settings.save_settings(
        store,
        {"penanda_tangan_nama": "Dra. Sri", "penanda_tangan_jabatan": "Kepala Bagian", "penanda_tangan_nip": "1970"},
    )
    text = pdf_text(paper.pdf(content(store, CITY, tanggal=DAY)))
    assert "Jakarta, 15 Januari 2021 Kepala Bagian Dra. Sri NIP 1970" in text


def test_a_table_with_a_shifted_row_is_refused() -> None:
    with pytest.raises(ValueError, match="needs 2 cells"):
        Table("X", ("a", "b"), (("1",),), "ll", (1, 1))


def readable(c: Content) -> str:
    """The report as plain text, for reading a change of wording in a diff."""
    lines: list[str] = []
    for block in laporan(c).blok:
        match block:
            case Heading():
                lines += ["", f"{'#' * block.tingkat} {block.penuh}"]
            case Text():
                lines.append(block.teks)
            case Items():
                lines += [f"- {item}" for item in block.butir]
            case Table():
                lines.append(f"[Tabel] {block.keterangan}")
                lines += [" | ".join(row) for row in (block.kepala, *block.baris)]
                lines += [block.catatan] if block.catatan else []
            case Figure():
                lines.append(f"[Gambar] {block.keterangan} {block.alt}")
            case Signature():
                lines.append(f"[Tanda tangan] {block}")
    return re.sub("\N{NO-BREAK SPACE}", " ", "\n".join(lines)).strip() + "\n"


def small(store: Store) -> Content:
    """Two layanan in two kelurahan, uneven answers, a blank, a comment."""
    rows = [
        form(
            [3, 3, 2 + n % 2, 4, 3, 3, 4, 2, None if n == 0 else 3],
            layanan=layanan,
            kelurahan=kelurahan,
            responden=f"{kelurahan}-{n}",
            tanggal=f"2019-05-{n + 1:02d}",
            jenis_kelamin="LP"[n % 2],
            usia=20 + n,
            pendidikan="SMA",
            saran="Mohon ditambah jam layanan." if n == 3 else None,
        )
        for kelurahan in ("31.73.01.1005", "31.73.06.1001")
        for layanan in ("posyandu", "ppsu")
        for n in range(12)
    ]
    ingest(store, rows)
    return content(store, CITY, tanggal=DAY)


def test_the_text_as_a_whole(store: Store) -> None:
    """Wording of the whole report. After a deliberate change: delete laporan_kecil.txt and run once."""
    text = re.sub(r"(Pemasukan dan pemeriksaan data \| )[^|]+\| \d+", r"\1(hari ini) | …", readable(small(store)))
    if not SNAPSHOT.exists():
        SNAPSHOT.write_text(text, encoding="utf-8")
    assert text == SNAPSHOT.read_text(encoding="utf-8")


def test_the_name_of_a_batch_says_whose_survey_it_is() -> None:
    kind = KINDS["laporan-pdf"]

    def named(which: str, pengumpul: str | None, *, one: bool = False, contoh: bool = False) -> str:
        return file_name(kind, which, "2020-q1", pengumpul, one=one, contoh=contoh)

    assert named("semua-layanan", "kelurahan") == "laporan-skm-2020-q1-semua-layanan-survei-kelurahan-pdf.zip"
    assert named("semua-kelurahan", "kota", one=True) == "laporan-skm-2020-q1-semua-kelurahan-sampel-kota.pdf"
    assert named("semua-kelurahan", "kelurahan", contoh=True) == "CONTOH-laporan-skm-2020-q1-semua-kelurahan-pdf.zip"


def test_batch_makes_one_file_per_place_with_data(store: Store) -> None:
    small(store)
    told: list[tuple[int, int, str]] = []
    chosen = scopes(store, "semua-kelurahan", "2019-q2")
    made, missing = batch(store, KINDS["laporan-pdf"], chosen, tanggal=DAY, progress=lambda *step: told.append(step))
    with zipfile.ZipFile(io.BytesIO(made)) as files:
        assert files.namelist() == [
            "laporan-skm-2019-q2-31.73.01.1005.pdf",
            "laporan-skm-2019-q2-31.73.06.1001.pdf",
        ]
        assert "Kelurahan Kapuk" in pdf_text(files.read(files.namelist()[0]))
    assert len(missing) == 54 and [step[:2] for step in told] == [(n, 56) for n in range(1, 57)]
    assert batch(store, KINDS["laporan-pdf"], chosen, tanggal=DAY)[0] == made
    assert [one.kode for one in scopes(store, "semua-layanan", "2019-q2")] == ["posyandu", "ppsu"]


def test_batch_without_any_data_says_so(store: Store) -> None:
    with pytest.raises(NoDataError, match="satu pun"):
        batch(store, KINDS["laporan-pdf"], scopes(store, "semua-kecamatan", "2019-q2"))


def test_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    with Store(tmp_path / "uji.duckdb") as store:
        generate(store)
        expected = {
            kind.kunci: kind.make(store, content(store, Scope("layanan", "ppsu", "2020-q1"), tanggal=DAY))
            for kind in KINDS.values()
            if "layanan" in kind.lingkup
        }
    asked = ["--periode", "2020-q1", "--tanggal", "2021-01-15", "--db", "uji.duckdb"]
    for kunci, made in expected.items():
        assert main(["report", "--kind", kunci, "--scope", "ppsu", *asked, "--out", "x.bin"]) == DONE
        assert Path("x.bin").read_bytes() == made
    assert main(["report", "--kind", "laporan-pdf", "--scope", "semua-layanan", *asked]) == DONE
    with zipfile.ZipFile("CONTOH-laporan-skm-2020-q1-semua-layanan-pdf.zip") as files:
        assert len(files.namelist()) == 6 and all(name.startswith("CONTOH-") for name in files.namelist())
    refused = (
        ("laporan-pdf", ["--scope", "apa"], "Lingkup"),
        ("laporan-pdf", ["--tanggal", "15/1/2021"], "2019-07-15"),
        ("laporan-pdf", ["--scope", "semua-layanan", "--gabung"], "tidak dapat digabung"),
        ("surat-pdf", ["--scope", "ppsu"], "hanya untuk kelurahan"),
        ("surat-pdf", ["--scope", "semua-layanan"], "hanya untuk kelurahan"),
    )
    for kunci, wrong, message in refused:
        assert main(["report", "--kind", kunci, *asked, *wrong]) == REFUSED
        assert message in capsys.readouterr().err
