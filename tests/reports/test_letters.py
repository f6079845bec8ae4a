"""Letters to kelurahan: one page each, the library's figures, comments only where chosen, silent kelurahan, batch."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader

from skm_core import settings, uploads
from skm_core.errors import InvalidSettingError, NoDataError
from skm_core.reports import quotes, texts
from skm_core.reports.batch import batch, scopes
from skm_core.reports.content import Content, content
from skm_core.reports.kinds import KINDS
from skm_core.reports.letters import paper
from skm_core.reports.letters.letter import letter, silent
from skm_core.reports.scope import Scope
from skm_core.results.measured import measure
from skm_core.store import Store
from skm_core.terms import Periode, Pilihan
from skm_core.writing import angka
from tests.build import form, ingest
from tests.reports.conftest import DAY
from tests.reports.test_laporan import KEDAUNG, pdf_text, small
from tests.reports.test_poster import plain

HERE = Scope("kelurahan", KEDAUNG, "2019-q2")
LONG = "Mohon jam layanan ditambah pada hari Sabtu, sebab banyak warga bekerja sampai sore dan tidak sempat datang"


def one_page(c: Content) -> str:
    made = PdfReader(io.BytesIO(paper.one(c)))
    assert len(made.pages) == 1
    return plain(made.pages[0].extract_text())


def many(store: Store, n: int = 24) -> Content:
    rows = [
        form([1 + k % 4, 3, 3, 4, 3, 4 - k % 2, 3, 2 + k % 3, 3], kelurahan=KEDAUNG, saran=f"{LONG} nomor {k}.")
        for k in range(n)
    ]
    ingest(store, rows)
    return content(store, HERE, tanggal=DAY)


def test_own_figure_unsur_trend_and_city_sample_are_those_of_the_library(demo: Store) -> None:
    kode = next(
        one.kelurahan
        for one in measure(demo, Pilihan(("2020-q4",), pengumpul="kota"), ["kelurahan"], unsur=False)
        if one.kelurahan
        and any(measure(demo, Pilihan(("2020-q4",), wilayah=one.kelurahan, pengumpul="kelurahan"), unsur=False))
    )
    c = content(demo, Scope("kelurahan", kode, "2020-q4"), tanggal=DAY)
    text = one_page(c)
    (own,) = measure(demo, Pilihan(("2020-q4",), wilayah=kode, pengumpul="kelurahan"))
    (city,) = measure(demo, Pilihan(("2020-q4",), wilayah=kode, pengumpul="kota"), unsur=False)
    assert own.ikm and own.plus_minus and own.mutu and city.ikm
    assert f"Nilai IKM {angka(own.ikm)} ± {angka(own.plus_minus)} {own.mutu.huruf}" in text
    assert f"Sampel kota di kelurahan ini: {angka(city.ikm)}" in text and "keduanya tidak digabung" in text
    chosen = one_page(content(demo, Scope("kelurahan", kode, "2020-q4", "kota"), tanggal=DAY))
    assert f"Nilai IKM {angka(city.ikm)}" in chosen and f"Kumpulan kelurahan sendiri: {angka(own.ikm)}" in chosen
    for part in own.unsur:
        assert part.nrr_terbit and part.plus_minus
        assert f"{angka(part.nrr_terbit)} ± {angka(part.plus_minus)}" in text
    for periode in ("2020-q2", "2020-q3"):
        (before,) = measure(demo, Pilihan((periode,), wilayah=kode, pengumpul="kelurahan"), unsur=False)
        assert before.ikm and angka(before.ikm) in text
    assert plain(c.kalimat("tren")) in text and plain(c.capaian) in text
    for one in c.rtl[:3]:
        assert plain(one.program) in text
    for line in c.kalimat("saran").splitlines():
        assert plain(line.removeprefix("- ")) in text
    assert "Kepada Yth. Lurah " in text and "Jakarta, 15 Januari 2021" in text and plain(c.catatan_kaki) in text


def test_all_letters_of_the_city_are_one_page_each_in_one_file(store: Store) -> None:
    small(store)
    told: list[tuple[int, int, str]] = []
    chosen = scopes(store, "semua-kelurahan", "2019-q2")
    made = paper.together(store, chosen, DAY, lambda *step: told.append(step))
    pages = PdfReader(io.BytesIO(made)).pages
    assert len(pages) == 56 and [step[:2] for step in told] == [(n, 56) for n in range(1, 57)]
    texts = [page.extract_text() for page in pages]
    assert all(lurah in text for text, (_, _, lurah) in zip(texts, told, strict=True))
    assert sum("belum ada kuesioner" in plain(text) for text in texts) == 54


def test_file_and_zip_hold_the_same_letters_marked_as_demo(demo: Store) -> None:
    chosen = [one for one in scopes(demo, "semua-kelurahan", "2020-q4") if one.kode.startswith("31.73.04")][:4]
    kind = KINDS["surat-pdf"]
    pages = PdfReader(io.BytesIO(paper.together(demo, chosen, DAY, lambda *step: None))).pages
    files, missing = batch(demo, kind, tuple(chosen), tanggal=DAY)
    with zipfile.ZipFile(io.BytesIO(files)) as found:
        assert found.namelist() == [f"CONTOH-surat-umpan-balik-2020-q4-{one.kode}.pdf" for one in chosen]
        for page, name in zip(pages, found.namelist(), strict=True):
            text = plain(page.extract_text())
            assert text == plain(pdf_text(found.read(name)))
            assert "DATA CONTOH: angka buatan" in text and text.count("DATA CONTOH") == 2
        assert "belum ada kuesioner dari Kelurahan Tambora" in plain(pdf_text(found.read(found.namelist()[0])))
    assert not missing and batch(demo, kind, tuple(chosen[:2]), tanggal=DAY) == batch(
        demo, kind, tuple(chosen[:2]), tanggal=DAY
    )


def test_comments_are_quoted_only_where_somebody_chose_them(store: Store) -> None:
    c = many(store)
    assert c.saran and "Kata warga" not in one_page(c)
    offered = quotes.quotable(c.saran)
    quotes.save_quotes(store, HERE, "kelurahan", offered[2:4], c.saran, oleh="Siti")
    c = content(store, HERE, tanggal=DAY)
    text = one_page(c)
    assert c.kutipan == offered[2:4] and all(f"“{one}”" in text for one in offered[2:4]) and offered[0] not in text
    quotes.save_quotes(store, HERE, "kelurahan", (), c.saran, oleh="Siti")
    assert content(store, HERE, tanggal=DAY).kutipan == ()


def test_a_choice_that_cannot_be_quoted_is_refused(store: Store) -> None:
    c = many(store)
    offered = quotes.quotable(c.saran)
    for chosen, who, message in (
        (offered[:5], "Siti", "Paling banyak 4"),
        (("Bukan saran.",), "Siti", "sudah tidak ada"),
        (offered[:1], " ", "nama Anda"),
    ):
        with pytest.raises(InvalidSettingError, match=message):
            quotes.save_quotes(store, HERE, "kelurahan", chosen, c.saran, oleh=who)
    assert content(store, HERE, tanggal=DAY).kutipan == ()


def test_a_quoted_comment_disappears_with_its_data(store: Store) -> None:
    receipt = ingest(store, [form([3] * 9, kelurahan=KEDAUNG, saran="Terima kasih." if k else LONG) for k in range(12)])
    c = content(store, HERE, tanggal=DAY)
    quotes.save_quotes(store, HERE, "kelurahan", (LONG,), c.saran, oleh="Siti")
    uploads.undo(store, receipt.unggahan_id, oleh="Siti")
    ingest(store, [form([3] * 9, kelurahan=KEDAUNG, saran="Terima kasih.")] * 12, name="lain.csv")
    c = content(store, HERE, tanggal=DAY)
    assert c.saran and c.kutipan == () and LONG not in one_page(c)


def test_nine_questionnaires_show_no_score_and_no_order_of_unsur(store: Store) -> None:
    ingest(store, [form([3, 3, 3, 4, 3, 3, 3, 2, None], kelurahan=KEDAUNG, saran=LONG)] * 9)
    c = content(store, HERE, tanggal=DAY)
    made, text = letter(c), one_page(c)
    assert "baru 9 kuesioner, perlu 10" in text and "3,000" not in text and "Penanganan" not in text
    assert not made.unsur and not made.tren and not made.kutipan and c.score.ikm and angka(c.score.ikm) not in text


def test_unsur_below_ten_answers_stand_last_in_the_rules_order(store: Store) -> None:
    """Two unsur answered by eight of twelve, the later one worse: their order must not tell."""
    rows = [
        form([4, 3, 3, 4, None if k < 4 else 3, 3, 3, None if k < 4 else 1, 2 + k % 2], kelurahan=KEDAUNG)
        for k in range(12)
    ]
    ingest(store, rows)
    found = [row.nama for row in letter(content(store, HERE, tanggal=DAY)).unsur]
    assert found[-2:] == ["Produk Spesifikasi Jenis Pelayanan", "Penanganan Pengaduan, Saran, dan Masukan"]
    assert found[0] == "Sarana dan Prasarana"


def test_the_fullest_letter_is_still_one_page(store: Store) -> None:
    """Fourteen unsur, the longest names, four long comments, a signatory."""
    settings.save_periode(
        store, Periode("2005", "Tahun 2005", date(2005, 1, 1), date(2005, 12, 31), "kepmenpan-25-2004", "acak", "buka")
    )
    settings.save_settings(store, {"penanda_tangan_nama": "Dra. Sri", "penanda_tangan_jabatan": "Kepala Bagian"})
    rows = [
        {"periode": "2005", "kode_kelurahan": KEDAUNG, "layanan": "pkk", "saran": f"{3 * (LONG + ', ')} nomor {k}."}
        | {f"U{n}": 1 + (n + k) % 4 for n in range(1, 15)}
        for k in range(12)
    ]
    ingest(store, rows)
    here = Scope("kelurahan", KEDAUNG, "2005")
    c = content(store, here, tanggal=DAY)
    quotes.save_quotes(store, here, "kelurahan", quotes.quotable(c.saran)[:4], c.saran, oleh="Siti")
    text = one_page(content(store, here, tanggal=DAY))
    assert (
        text.count(LONG) == 12
        and "Tebal" not in text
        and "Dra. Sri" in text
        and "Keamanan Pelayanan" in text
        and "Kepala Bagian" in text
    )


def test_what_people_write_at_length_is_cut_to_the_page(store: Store) -> None:
    c = many(store)
    advice = next(one for one in c.teks if one.kunci == "saran")
    texts.save_text(store, HERE, "kelurahan", advice, "\n".join(f"- {n} {5 * LONG}" for n in range(10)), oleh="Siti")
    made = letter(content(store, HERE, tanggal=DAY))
    assert len(made.lakukan) == 6 and all(one.endswith(" …") and len(one) <= 420 for one in made.lakukan)
    assert "Jakarta, 15 Januari 2021" in one_page(content(store, HERE, tanggal=DAY))


def test_a_silent_kelurahan_is_told_what_to_do_and_a_silent_city_is_refused(store: Store, demo: Store) -> None:
    tambora = Scope("kelurahan", "31.73.04.1001", "2020-q4")
    text = plain(pdf_text(paper.pdf([silent(demo, tambora, DAY)])))
    assert "Lurah Tambora Kecamatan Tambora" in text and "belum ada kuesioner" in text and "n 0 kuesioner" in text
    chosen = scopes(store, "semua-kelurahan", "2019-q2")
    with pytest.raises(NoDataError, match="satu pun"):
        batch(store, KINDS["surat-pdf"], chosen[:3], tanggal=DAY)
    with pytest.raises(NoDataError, match="satu pun"):
        paper.together(store, chosen[:3], DAY, lambda *step: None)


def test_a_kelurahan_that_only_the_city_surveyed(store: Store) -> None:
    ingest(store, [form([3, 3, 3, 4, 3, 3 + n % 2, 3, 2, 3], kelurahan=KEDAUNG) for n in range(40)], pengumpul="kota")
    assert "kelurahan belum mengirim datanya sendiri" in one_page(content(store, HERE, tanggal=DAY))


def test_a_panel_has_variabel_and_no_trend(demo: Store) -> None:
    c = content(demo, Scope("kelurahan", "31.73.01.1005", "2019-maret"), tanggal=DAY)
    text = one_page(c)
    assert "Variabel, dari yang terendah" in text and "Panel tertutup" in text and "dari waktu ke waktu" not in text


def test_a_kelurahan_with_only_its_own_questionnaires_is_not_called_silent(demo: Store) -> None:
    kinds = scopes(demo, "semua-kelurahan", "2020-q4", "kota")
    own = next(one for one in kinds if not asked_has(demo, one))
    n = content(demo, replace(own, pengumpul=None), tanggal=DAY).n_kuesioner
    assert n > 0
    single, together = paper.none(demo, own, DAY), paper.together(demo, [own], DAY, lambda *_: None)
    zipped, missing = batch(demo, KINDS["surat-pdf"], (own,), tanggal=DAY)
    with zipfile.ZipFile(io.BytesIO(zipped)) as files:
        (name,) = files.namelist()
        packed = files.read(name)
    assert not missing and "kota" not in name
    for made in (single, together, packed):
        said = plain(PdfReader(io.BytesIO(made)).pages[0].extract_text())
        assert "belum ada kuesioner" not in said and f"{angka(n)} kuesioner" in said


def asked_has(store: Store, what: Scope) -> bool:
    """Whether the scope as asked holds a questionnaire."""
    try:
        return content(store, what, tanggal=DAY).n_kuesioner > 0
    except NoDataError:
        return False
