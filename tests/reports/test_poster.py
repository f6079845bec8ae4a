"""Poster, square picture and its text: the library's figures, what may not be shown, marks, size, bytes."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date

import pytest
import segno
from PIL import Image
from pypdf import PdfReader

from skm_core import registry, settings
from skm_core.reports import printing
from skm_core.reports.content import Content, content
from skm_core.reports.kinds import KINDS
from skm_core.reports.laporan import paper as laporan
from skm_core.reports.poster import paper
from skm_core.reports.poster.message import message
from skm_core.reports.publication_page import page
from skm_core.reports.qr import qr_svg
from skm_core.reports.scope import Scope
from skm_core.results.measured import measure
from skm_core.store import Store
from skm_core.story.hasil import hasil
from skm_core.story.steps import Tiles
from skm_core.writing import angka
from tests.build import form, ingest
from tests.reports.conftest import DAY
from tests.reports.test_laporan import KEDAUNG, pdf_text

LINK = "https://barat.jakarta.go.id/layanan-publik/survei-kepuasan-masyarakat/hasil?tahun=2019&triwulan=2"
HERE = Scope("kelurahan", KEDAUNG, "2019-q2")


def plain(text: str) -> str:
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


@pytest.mark.parametrize("kertas", paper.KERTAS)
def test_the_fields_of_the_official_sheet_with_the_figures_of_the_library(
    demo: Store, kota: Content, kertas: str
) -> None:
    (total,) = measure(demo, kota.pilihan)
    assert total.ikm and total.plus_minus and total.rentang and total.mutu
    text = plain(pdf_text(paper.pdf(kota, kertas)))
    for said in (
        "Indeks Kepuasan Masyarakat (IKM)",
        kota.instansi.nama,
        f"Nilai IKM {angka(total.ikm)} ± {angka(total.plus_minus)}",
        f"Mutu {total.mutu.huruf} ({total.mutu.kinerja.lower()})",
        f"Rentang indikatif {angka(total.rentang[0])} sampai {angka(total.rentang[1])}; tidak mencakup bias",
        "Nama layanan Semua layanan",
        f"Jumlah responden {angka(kota.n_responden)} orang {angka(total.n_kuesioner)} kuesioner, sampel kota",
        "Periode survei 8 Oktober – 28 Desember 2020",
        "Terima kasih atas penilaian",
        "n 3.100 kuesioner · versi data",
    ):
        assert said in text
    for one in kota.profil:
        for words, n in one.semua if one.kunci in ("jenis_kelamin", "pendidikan") else ():
            assert n is None or f"{words} {angka(n)}" in text
    assert len(PdfReader(io.BytesIO(paper.pdf(kota, kertas))).pages) == 1


def test_sizes(kota: Content) -> None:
    for kertas, millimetres in (("a4", (297, 210)), ("a3", (420, 297))):
        box = PdfReader(io.BytesIO(paper.pdf(kota, kertas))).pages[0].mediabox
        assert (round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4)) == millimetres
        with Image.open(io.BytesIO(paper.png(kota, kertas))) as picture:
            assert picture.size == tuple(pytest.approx(one / 25.4 * paper.PPI, abs=1) for one in millimetres)
    with Image.open(io.BytesIO(paper.square(kota))) as picture:
        assert picture.size == (1080, 1080)


def test_the_text_for_a_chat_as_a_whole(kota: Content, store: Store) -> None:
    assert plain(message(kota)) == plain(
        """_DATA CONTOH: angka buatan, bukan hasil survei_ *Survei Kepuasan Masyarakat: Jakarta Barat*
        Semua layanan, Oktober–Desember 2020 *IKM 81,69 ± 1,48* Mutu B (baik) n 3.100 kuesioner, sampel kota
        Unsur terendah: Penanganan Pengaduan, Saran, dan Masukan, NRR 2,922 ± 0,065 · n 3.048
        Terima kasih kepada semua warga yang menjawab. Pemerintah Kota Administrasi Jakarta Barat"""
    )
    ingest(store, [form([1 + n % 4, 3, 3, 4, 3, 4 - n % 2, 3, 2 + n % 3, 3], kelurahan=KEDAUNG) for n in range(24)])
    settings.save_settings(store, {"tautan_publikasi": LINK})
    text = message(content(store, HERE, tanggal=DAY))
    assert text.startswith("*Survei Kepuasan Masyarakat: Kelurahan Kedaung Kali Angke*\nPosyandu, April–Juni 2019\n")
    assert "Mutu B (baik), mungkin C\nn 24 kuesioner, kumpulan kelurahan, sedikit jawaban" in text
    assert f"Hasil lengkap: {LINK}" in text and "CONTOH" not in text


def test_where_only_some_layanan_were_judged_it_says_how_many_and_which(store: Store) -> None:
    for layanan in ("posyandu", "pkk", "jumantik", "ketertiban_umum"):
        ingest(store, [form([3] * 9, layanan=layanan, kelurahan=KEDAUNG)] * 12)
    c = content(store, HERE, tanggal=DAY)
    text = plain(pdf_text(paper.pdf(c, "a4")))
    assert "Nama layanan 4 dari 6 layanan PKK, ketertiban umum, jumantik, dan posyandu Wilayah" in text
    assert "4 dari 6 layanan, April–Juni 2019" in message(c)
    assert c.saringan.startswith("4 dari 6 layanan · Kelurahan Kedaung Kali Angke · ")
    assert "Tanpa kuesioner pada periode ini: RPTRA dan PPSU." in plain(pdf_text(laporan.pdf(c)))
    settings.save_layanan(store, replace(registry.layanan(store)["rptra"], aktif=False))
    settings.save_layanan(store, replace(registry.layanan(store)["ppsu"], aktif=False))
    assert content(store, HERE, tanggal=DAY).cakupan == "Semua layanan"


def test_nine_questionnaires_show_neither_score_nor_people(store: Store) -> None:
    people = {"jenis_kelamin": "P", "pendidikan": "SMA"}
    ingest(store, [form([3, 3, 3, 4, 3, 3, 3, 2, None], kelurahan=KEDAUNG, **people)] * 9)
    c = content(store, HERE, tanggal=DAY)
    assert c.score.ikm is not None
    for text in (plain(pdf_text(paper.pdf(c, "a4"))), message(c)):
        assert "Nilai belum dapat ditampilkan: baru 9 kuesioner, perlu 10." in plain(text)
        assert angka(c.score.ikm) not in text and "Perempuan" not in text and "Mutu" not in text


def test_without_an_interval_it_says_so(store: Store) -> None:
    ingest(store, [form([3, 3, 3, 4, 3, 3, 3, 2, 3], kelurahan=KEDAUNG)] * 24)
    c = content(store, HERE, tanggal=DAY)
    assert c.score.rentang is None
    text = plain(pdf_text(paper.pdf(c, "a4")))
    assert "75,00 tanpa rentang" in text and "Mutu C (kurang baik), belum pasti" in text and "C?" in text


def test_a_layanan_names_its_place_and_a_blank_profile_says_so(store: Store) -> None:
    ingest(store, [form([3, 3, 3, 4, 3, 3, 3, 2, 3], kelurahan=KEDAUNG)] * 12)
    c = content(store, Scope("layanan", "posyandu", "2019-q2"), tanggal=DAY)
    assert message(c).startswith("*Survei Kepuasan Masyarakat: Posyandu*\nJakarta Barat, April–Juni 2019\n")
    text = plain(pdf_text(paper.pdf(c, "a4")))
    assert "Jenis kelamin tidak diisi Pendidikan tidak diisi" in text


def test_a_panel_has_no_index_and_no_mutu(demo: Store) -> None:
    c = content(demo, Scope("kota", "", "2019-maret"), tanggal=DAY)
    text = plain(pdf_text(paper.pdf(c, "a4")) + message(c))
    assert "Penilaian panel undangan" in text and "Panel undangan bukan sampel" in text
    assert "IKM" not in text and "Mutu" not in text


def test_a_code_only_where_a_link_is_set(kota: Content) -> None:
    assert qr_svg("") == "" and b"/URI" not in paper.pdf(kota, "a4")
    linked = replace(kota, instansi=replace(kota.instansi, tautan_publikasi=LINK))
    assert f"Hasil lengkap: {LINK}" in pdf_text(paper.pdf(linked, "a4"))
    assert paper.pdf(linked, "a4") != paper.pdf(kota, "a4") and paper.square(linked) != paper.square(kota)


def test_the_drawn_code_holds_every_dark_field_of_the_link() -> None:
    """The path is walked field by field and compared with the matrix, quiet zone of four fields included."""
    svg, code = qr_svg(LINK), segno.make(LINK, error="m", micro=False)
    size = code.symbol_size(border=4)[0]
    assert f'viewBox="0 0 {size} {size}"' in svg
    dark: set[tuple[int, int]] = set()
    x, y = 0.0, 0.0
    (path,) = re.findall(r' d="([^"]+)"', svg)
    for step, numbers in re.findall(r"([Mmh])([^Mmh]+)", path):
        parts = [float(one) for one in re.findall(r"-?\d*\.?\d+", numbers)]
        if step == "h":
            dark |= {(int(y), int(x) + at) for at in range(int(parts[0]))}
            x += parts[0]
        else:
            x, y = (parts[0], parts[1]) if step == "M" else (x + parts[0], y + parts[1])
    expected = {(r + 4, c + 4) for r, row in enumerate(code.matrix) for c, field in enumerate(row) if field}
    assert dark == expected


def test_the_same_content_and_date_give_the_same_bytes(demo: Store, kota: Content) -> None:
    again = content(demo, kota.scope, tanggal=DAY)
    later = content(demo, kota.scope, tanggal=date(2021, 1, 16))
    for kind in KINDS.values():
        if kind.awalan.startswith(("poster", "whatsapp")):
            assert kind.make(demo, kota) == kind.make(demo, again), kind.kunci
    assert paper.pdf(kota, "a4") != paper.pdf(later, "a4")


def test_demo_data_are_marked(kota: Content, store: Store) -> None:
    text = pdf_text(paper.pdf(kota, "a4"))
    assert text.count("DATA CONTOH") == 2 and KINDS["poster-a3-png"].file_name(kota).startswith("CONTOH-poster-ikm-a3")
    ingest(store, [form([3] * 9)] * 12)
    real = content(store, Scope("kota", "", "2019-q2"), tanggal=DAY)
    assert "CONTOH" not in pdf_text(paper.pdf(real, "a4"))
    amber = (242, 180, 75)
    for c, marked in ((kota, True), (real, False)):
        with Image.open(io.BytesIO(paper.square(c))) as picture:
            assert (picture.convert("RGB").getpixel((5, 5)) == amber) is marked


@pytest.mark.parametrize("contoh", [False, True])
def test_a_long_name_leaves_the_square_picture_its_place(kota: Content, contoh: bool) -> None:
    for n in (60, 165, 300):
        name = ("Pelayanan Administrasi Kependudukan Terpadu dan Perizinan Warga " * 9)[:n]
        one = replace(kota, nama=name, contoh=contoh)
        words = {**paper._words(one, "a4"), "cakupan": name}
        assert len(printing.pages(paper.SQUARE, words, ppi=10)) == 1, n


def test_no_small_group_of_people_is_told_or_left_over(store: Store) -> None:
    answers = [3, 3, 3, 4, 3, 3, 3, 2, 3]
    rows = [
        form(answers, kelurahan=KEDAUNG, responden=f"r{n}", jenis_kelamin="L" if n < 22 else "P", pendidikan=level)
        for n, level in enumerate(["SMA"] * 14 + ["S1"] * 11 + ["S3"] * 6)
    ]
    ingest(store, rows)
    c = content(store, HERE, tanggal=DAY)
    text = plain(pdf_text(paper.pdf(c, "a4")))
    assert "Jenis kelamin terlalu sedikit untuk dirinci Pendidikan SMA 14 Selebihnya 17 Periode" in text, "31 - 22 = 9"
    assert "22" not in text.split("Jenis kelamin")[1].split("Periode")[0]
    (step,) = (one for one in hasil(c).langkah if one.kunci == "responden")
    assert isinstance(step.isi, Tiles) and "%" not in "".join(one.judul for one in step.isi.isi)
    said = page.html(c).decode()
    assert "S3" in said and not any(share in said for share in ("19,4%", "35,5%", "71,0%", "29,0%"))
    assert "45,2%" in said, "14 of 31 with SMA may be told"
