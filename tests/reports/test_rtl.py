"""Follow-up in the report: what was recorded is what is printed, with the effect the surveys show."""

from __future__ import annotations

from datetime import date

import pytest

from skm_core import follow_up
from skm_core.reports.blocks import Table
from skm_core.reports.content import content
from skm_core.reports.laporan import paper
from skm_core.reports.laporan.document import laporan
from skm_core.reports.readiness import gaps
from skm_core.reports.scope import Scope
from skm_core.results.tindak_lanjut import effects
from skm_core.store import Store
from tests.build import form, ingest
from tests.follow_up.build import done, item
from tests.reports.conftest import DAY
from tests.reports.test_laporan import pdf_text

CITY = Scope("kota", "", "2019-q2")


def plan_table(store: Store, what: Scope = CITY) -> Table:
    return next(
        block
        for block in laporan(content(store, what, tanggal=DAY)).blok
        if isinstance(block, Table) and block.keterangan.startswith("Rencana tindak lanjut")
    )


@pytest.fixture
def surveyed(store: Store) -> Store:
    ingest(store, [form([3, 3, 3, 4, 3, 3, 3, 2, 3]) for _ in range(12)])
    return store


def test_an_item_is_in_the_official_table_of_the_report(surveyed: Store) -> None:
    assert plan_table(surveyed).baris[0] == ("1", "Penanganan Pengaduan, Saran, dan Masukan", *[""] * 6)
    assert any("Rencana tindak lanjut belum diisi" in gap.teks for gap in gaps(content(surveyed, CITY, tanggal=DAY)))
    follow_up.add(surveyed, item(), oleh="Siti")
    follow_up.add(surveyed, item(layanan=None, program="Apel pagi", tw=(1,), tahun=2020), oleh="Siti")
    table = plan_table(surveyed)
    assert table.keterangan == "Rencana tindak lanjut, tahun 2019 dan 2020"
    name = "Penanganan Pengaduan, Saran, dan Masukan"
    office = "Bagian Kesejahteraan Rakyat"
    assert table.baris == (
        ("1", name, "Apel pagi (lainnya, 2020)", "✓", "", "", "", office),
        ("2", f"{name} (Posyandu)", "Kotak saran di setiap posyandu (lainnya, 2019)", "", "", "✓", "✓", office),
    )
    c = content(surveyed, CITY, tanggal=DAY)
    assert not any("tindak lanjut" in gap.teks for gap in gaps(c))
    assert "Kotak saran di setiap posyandu" in pdf_text(paper.pdf(c))
    assert [row[2][:9] for row in plan_table(surveyed, Scope("layanan", "posyandu", "2019-q2")).baris] == [
        "Apel pagi",
        "Kotak sar",
    ]


def test_a_cancelled_item_is_not_printed(surveyed: Store) -> None:
    follow_up.add(surveyed, item(status="batal", catatan="Anggaran dialihkan"), oleh="Siti")
    assert content(surveyed, CITY, tanggal=DAY).rtl == ()


def test_the_last_plan_with_its_effect_and_how_fast(surveyed: Store) -> None:
    ingest(surveyed, [form([3, 3, 3, 4, 3, 3, 3, 3, 3], periode="2019-q3") for _ in range(12)], name="q3.csv")
    follow_up.add(surveyed, done(date(2019, 7, 10)), oleh="Siti")
    follow_up.add(surveyed, item(program="Papan aduan"), oleh="Siti")
    c = content(surveyed, Scope("kota", "", "2019-q3"), tanggal=DAY)
    assert c.rtl == () and [row.program for row in c.rtl_lalu] == ["Kotak saran di setiap posyandu", "Papan aduan"]
    assert c.capaian == (
        "Dari 2 tindak lanjut hasil April–Juni 2019, 1 selesai (50,0%), separuhnya paling lama 10 hari sesudah "
        "surveinya berakhir. 1 melewati waktunya."
    )
    known = effects(surveyed, follow_up.plan(surveyed, "2019-q2"))
    assert [row.pengaruh for row in c.rtl_lalu] == [one.kalimat if one.ke else "" for one in known.values()]
    assert c.rtl_lalu[0].status == "Selesai 10 Juli 2019"
    text = pdf_text(paper.pdf(c))
    assert c.capaian in text and "Belum ada rencana tindak lanjut periode sebelumnya" not in text


def test_effects_seen_after_the_periode_of_the_document_are_left_out(demo: Store) -> None:
    early = content(demo, Scope("kota", "", "2019-q3"), tanggal=DAY)
    late = content(demo, Scope("kota", "", "2019-q4"), tanggal=DAY)
    named = [row.pengaruh for row in early.rtl_lalu]
    assert any(named) and not all(named), "one effect shows in the next survey, the other only in the one after"
    assert not any("Oktober–Desember 2019" in sentence for sentence in named)
    assert any("Oktober–Desember 2019" in row.pengaruh for row in late.rtl_lalu)


def test_a_place_shows_the_plan_without_effects_of_the_city(demo: Store) -> None:
    c = content(demo, Scope("kecamatan", "31.73.01", "2020-q4"), tanggal=DAY)
    assert c.rtl and c.rtl_lalu and not any(row.pengaruh for row in c.rtl_lalu)
