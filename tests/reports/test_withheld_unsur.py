"""An unsur that too few answered is named by no document as the lowest, and takes no place in an order."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator

import openpyxl
import pytest

from skm_core import reference
from skm_core.compare import lowest_unsur
from skm_core.reports.content import Content, content
from skm_core.reports.kinds import KINDS
from skm_core.reports.laporan import charts
from skm_core.reports.poster.message import message
from skm_core.reports.publication_page import sections
from skm_core.reports.scope import Scope
from skm_core.results import showing
from skm_core.results.tindak_lanjut import proposals
from skm_core.results.tren import tren
from skm_core.results.wilayah import rincian
from skm_core.store import Store
from skm_core.story import pictures
from skm_core.story.hasil import hasil
from skm_core.terms import Pilihan
from skm_ui.views import layanan, ringkasan
from tests.build import UNSUR, form, ingest
from tests.reports.conftest import DAY

BIAYA = 3


@pytest.fixture(scope="module")
def few() -> Iterator[tuple[Store, Content]]:
    """Forty questionnaires; five people answered biaya, all with the worst answer."""
    chance = random.Random(1)
    rows = []
    for number in range(40):
        answers: list[int | None] = [chance.choice([3, 3, 4]) for _ in UNSUR]
        answers[BIAYA] = 1 if number < 5 else None
        rows.append(form(answers, responden=f"p{number}", layanan=["posyandu", "pkk"][number % 2]))
    with Store() as store:
        reference.seed(store)
        ingest(store, rows)
        yield store, content(store, Scope("kota", "", "2019-q2"), tanggal=DAY)


def test_it_has_no_place_and_shares_none(few: tuple[Store, Content]) -> None:
    c = few[1]
    (hidden,) = (one for one in c.unsur if showing.visible_nrr(one.score) is None)
    assert hidden.nomor == BIAYA + 1
    assert hidden.peringkat is None and not hidden.setara_terendah
    assert min(one.peringkat for one in c.unsur if one.peringkat) == 1
    assert any(one.setara_terendah for one in c.unsur)
    assert hidden.kunci not in c.hasil.terendah


def test_no_document_names_it_as_lowest(few: tuple[Store, Content]) -> None:
    store, c = few
    (step,) = (one for one in hasil(c).langkah if one.kunci == "unsur")
    assert "Biaya" not in step.judul
    chart = pictures.unsur_chart(c)
    assert chart and chart.baris[-1].nama == "Biaya/Tarif" and not chart.baris[-1].utama
    drawn = charts.unsur(c)
    assert drawn and "Biaya" not in drawn.keterangan
    assert "Belum ada unsur" not in sections.unsur(c)
    assert "Biaya" not in message(c)
    assert "Biaya" not in " ".join(c.kalimat(key) for key in ("unsur", "saran", "tindak_lanjut", "kesimpulan"))
    book = openpyxl.load_workbook(io.BytesIO(KINDS["buku-kerja"].make(store, c)))
    urutan = [row[6] for row in book.worksheets[0].iter_rows(values_only=True) if str(row[6] or "").isdigit()]
    assert len(urutan) == len(UNSUR) - 1 and "1" in urutan


def test_screens_put_it_last(few: tuple[Store, Content]) -> None:
    store, c = few
    assert [unsur.kunci for unsur, _ in c.hasil.unsur if unsur][-1] == "biaya"
    detail = rincian(store, Pilihan(periode=("2019-q2",), wilayah="31.73.01.1005"))
    assert detail and detail.unsur[-1].kunci == "biaya"
    shown = c.rincian.unsur[BIAYA][0]
    assert shown and layanan.unsur_picture(c.rincian).alt.rindex(shown.pendek) == max(
        layanan.unsur_picture(c.rincian).alt.rindex(unsur.pendek) for unsur, _, _ in c.rincian.unsur if unsur
    )


def test_trend_and_proposals_name_the_lowest_of_those_that_may_be_shown(few: tuple[Store, Content]) -> None:
    """Biaya is lowest for certain, so that it would stand alone, or push out all others, if it took part."""
    store, c = few
    assert {kunci for _, keys in lowest_unsur(store) for kunci in keys} == {"biaya"}
    found = tren(store, Pilihan())
    assert found and found.terendah["2019-q2"] == c.hasil.terendah
    offered = proposals(store, "2019-q2")
    assert offered and "biaya" not in {one.unsur.kunci for one in offered}
    assert {part[0].kode for one in offered for part in one.layanan} == {"posyandu", "pkk"}
    assert {one.n_layanan for one in offered} == {2}


def test_where_no_unsur_can_be_told_apart_none_is_set_strong_or_put_first(store: Store) -> None:
    chance = random.Random(3)
    ingest(store, [form([chance.choice([3, 4]) for _ in UNSUR], responden=f"a{i}") for i in range(40)])
    c = content(store, Scope("kota", "", "2019-q2"), tanggal=DAY)
    assert all(one.setara_terendah for one in c.unsur) and len({one.score.nrr for one in c.unsur}) > 1
    chart, drawn = pictures.unsur_chart(c), charts.unsur(c)
    assert chart and not any(row.utama for row in chart.baris) and "Tebal" not in chart.kunci_warna
    assert drawn and "belum dapat dibedakan" in drawn.keterangan and "hitam" not in drawn.keterangan
    assert "Tebal" not in sections.unsur(c)
    assert "Dahulukan" not in c.kalimat("saran") and "mendahulukan" not in c.kalimat("tindak_lanjut")


def test_no_variabel_of_a_panel_is_set_strong(demo: Store) -> None:
    chart = pictures.unsur_chart(content(demo, Scope("kota", "", "2019-maret"), tanggal=DAY))
    assert chart and not any(row.utama for row in chart.baris) and "Tebal" not in chart.kunci_warna


def test_a_layanan_that_may_not_be_shown_takes_no_place_in_an_order(store: Store) -> None:
    """Six services in the official order; PKK, the first, is best of all, RPTRA second, but few people judged them."""
    levels = {"pkk": 4, "rptra": 4, "ketertiban_umum": 2, "jumantik": 3, "posyandu": 4, "ppsu": 3}
    for kode, level in levels.items():
        n = 3 if kode in ("pkk", "rptra") else 12
        ingest(store, [form([level] * 9, layanan=kode, responden=f"{kode}{i}") for i in range(n)])
    c = content(store, Scope("kota", "", "2019-q2"), tanggal=DAY)
    expected = ["Posyandu", "Jumantik", "PPSU", "Ketertiban umum", "PKK", "RPTRA"]  # 100, 75, 75, 50, hidden in order
    (step,) = (one for one in hasil(c).langkah if one.kunci == "layanan")
    assert [row.nama for row in step.isi.baris] == expected
    drawn = charts.layanan(c)
    assert drawn and "dari yang tertinggi" in drawn.keterangan
    for text in (drawn.alt, sections.services(c), ringkasan.services_picture(c.hasil).alt):
        assert sorted(expected, key=text.rindex) == expected
