"""No IKM or NRR reaches a page without n and certainty, and every one is the library's: each is read and computed anew.

A new page joins by a line in PAGES; a figure joins by itself, because the component names it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import lru_cache

import pytest
from streamlit.testing.v1 import AppTest

from skm_core import compare, registry
from skm_core.compare import Selisih
from skm_core.compare.difference import correct
from skm_core.precision import Precision, UnsurPrecision, load, mean_precision, precision, precision_of_counts
from skm_core.quality import TANDA, score_without
from skm_core.results.responden import turned
from skm_core.sampling import seen_so_far, what_if
from skm_core.scoring import Score, score
from skm_core.store import Store
from skm_core.terms import Pilihan
from tests.pages.conftest import charts, html
from tests.pages.reading import Node, Spoken, changes, figures, of_chart, plain, stray, tree

Open = Callable[..., AppTest]
NOW, PANEL = "2021-q1", "2019-maret"
TAMBORA, ROA_MALAKA = "31.73.04", "31.73.04.1010"
FILTERS: dict[str, dict[str, str]] = {
    "city": {},
    "fall": {"periode": "2020-q2"},
    "year": {"periode": "2020-q4"},
    "kecamatan": {"kecamatan": TAMBORA},
    "kelurahan": {"kecamatan": TAMBORA, "kelurahan": ROA_MALAKA},
    "layanan": {"layanan": "posyandu"},
    "kelurahan-run": {"pengumpul": "kelurahan", "periode": "2020-q3"},
    "few": {"layanan": "pkk", "kelurahan": ROA_MALAKA, "pengumpul": "kelurahan"},
    "panel": {"periode": PANEL},
    "without": {"bertanda": "tanpa"},
    "target": {"banding": "target", "layanan": "ketertiban_umum"},
    "year before": {"banding": "tahun", "periode": "2020-q4"},
}
PAGES = {
    "ringkasan": (150, 120),
    "tren": (300, 150),
    "layanan": (50, 15),
    "wilayah": (200, 90),
    "kualitas": (180, 150),
    "laporan": (1, 0),
    "tindak_lanjut": (12, 4),
    "unsur": (180, 60),
    "responden": (40, 20),
    "bandingkan": (40, 20),
    "suara": (0, 0),
}
"""Pages, how many figures each shows at least without a filter, and how many of them in its tables."""

AGE = "CASE WHEN usia < 20 THEN '<20' WHEN usia >= 60 THEN '60+' ELSE concat(usia // 10, '0-', usia // 10, '9') END"
FIELDS = {"jenis_kelamin": "Jenis kelamin", "usia": "Usia", "pendidikan": "Pendidikan", "pekerjaan": "Pekerjaan"}
GROUPS = {"L": "Laki-laki", "P": "Perempuan", "<20": "Di bawah 20 tahun", "60+": "60 tahun ke atas"}


def text(value: Decimal | int) -> str:
    return f"{value:,}".translate(str.maketrans(",.", ".,"))


def published(value: float | Fraction, places: int) -> Decimal:
    exact = Fraction(value)
    return (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def margin(lower: float | None, upper: float | None, places: int) -> str:
    return "tanpa rentang" if lower is None or upper is None else f"± {text(published((upper - lower) / 2, places))}"


class Library:
    """The figure that a name stands for, computed by scoring and precision alone."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.layanan, self.places = registry.layanan(store), registry.wilayah(store)
        self.periode, self.unsur = registry.periode(store), registry.unsur(store)
        self.figure = lru_cache(maxsize=None)(self._figure)

    def selection(self, acuan: str) -> tuple[str, Pilihan]:
        what, periode, layanan, wilayah, pengumpul = acuan.split("|")[:5]
        codes = [tuple(part for part in codes.split("+") if part) for codes in (periode, layanan)]
        return what, Pilihan(codes[0], codes[1], wilayah or None, pengumpul or None)

    def _figure(self, acuan: str) -> tuple[Score, Precision | None]:
        what, chosen = self.selection(acuan)
        if signs := [part.removeprefix("tanpa:") for part in acuan.split("|") if part.startswith("tanpa:")]:
            (pair,) = score_without(self.store, chosen, tanda=signs[0].split("+"))
            assert pair.tanpa
            return pair.tanpa, None if chosen.wilayah and chosen.wilayah.count(".") == 3 else pair.presisi_tanpa
        if what.startswith("golongan:"):
            return self._of_people(what.split(":")[1], what.split(":", 2)[2], chosen)
        (found,) = score(self.store, chosen)
        if what == "nonbiaya":
            return self._without_biaya(found, chosen)
        if what == "rata:layanan":
            return found, mean_precision(self.store, chosen, "layanan")
        (sure,) = precision(self.store, chosen)
        return found, sure

    def _of_people(self, field: str, group: str, chosen: Pilihan) -> tuple[Score, Precision | None]:
        """Sums over the questionnaires of a group, in the shape of the score they would give."""
        (whole,) = score(self.store, chosen)
        of = {"usia": AGE}.get(field, field)
        columns = ", ".join(f"sum(b{n}), count(b{n})" for n in range(1, 21))
        where = ["periode_kode = $1", "starts_with(wilayah_kode, $2)", "pengumpul = $3", f"({of}) = $4"]
        if chosen.layanan:
            where.append("layanan_kode = $5")
        values = [chosen.periode[0], chosen.wilayah or "", chosen.pengumpul, group, *chosen.layanan]
        sql = f"SELECT count(*), {columns} FROM kuesioner_aktif WHERE {' AND '.join(where)}"
        ((n, *sums),) = self.store.fetch(sql, values)[1]
        ratios = []
        for part in whole.unsur:
            places = [2 * (int(item.kolom[1:]) - 1) for item in part.butir]
            answered = [Fraction(int(sums[at]), sums[at + 1]) for at in places if sums[at + 1]]
            ratios += [sum(answered) / len(answered)] if answered else []
        known = precision(self.store, chosen, ["golongan"], profil=field)  # with design effect: the other way there
        (sure,) = (one for one in known if one.golongan == group)
        return replace(whole, n_kuesioner=n, ikm_exact=25 * sum(ratios) / len(ratios)), sure

    def _without_biaya(self, found: Score, chosen: Pilihan) -> tuple[Score, Precision | None]:
        """The score and precision of a questionnaire that asks everything but biaya."""
        others = [part.nrr for part in found.unsur if part.kunci != "biaya" and part.nrr is not None]
        h = load(self.store)
        bagian = tuple(
            (aturan, replace(one, butir=tuple(b for b in one.butir if b.unsur_kunci != "biaya")))
            for aturan, one in h.bagian
        )
        (sure,) = precision_of_counts(replace(h, bagian=bagian), chosen, store=self.store)
        exact = 25 * sum(others, Fraction(0)) / len(others)
        return replace(found, ikm_exact=exact, aturan=()), replace(sure, kepastian=None)

    def expected(self, acuan: str) -> tuple[str, tuple[float, float, float]]:
        """What must be written, part by part, and value and bars as drawn."""
        found, sure = self.figure(acuan)
        what, _ = self.selection(acuan)
        if what.startswith("nrr:"):
            part = next(one for one in found.unsur if one.kunci == what.removeprefix("nrr:"))
            known = next((one for one in (sure.unsur if sure else ()) if one.kunci == part.kunci), None)
            return self._nrr(part.nrr, known, max(item.n_jawaban for item in part.butir))
        exact = found.ikm_exact
        if what == "rata:layanan":
            parts = [one.ikm_exact for one in score(self.store, self.selection(acuan)[1], ["layanan"])]
            exact = sum((one for one in parts if one is not None), Fraction(0)) / len(parts)
        assert exact is not None
        lower, upper = (sure.lower, sure.upper) if sure else (None, None)
        if found.n_kuesioner < 10:
            return "n kurang dari 10, tidak ditampilkan", (0, 0, 0)
        words = [f"{text(published(exact, 2))} {margin(lower, upper, 2)}"]
        if found.panel:
            words.append("panel tertutup")
        elif sure and sure.kepastian:
            words.append(sure.kepastian.huruf)
            if sure.kepastian.teks == "belum pasti":
                words.append("mutu belum pasti")
            elif "," in sure.kepastian.teks:
                words.append(sure.kepastian.teks.split(", ")[1])
        elif len(found.aturan) == 1:
            words.append("mutu belum pasti")  # no interval, so nothing vouches for the grade
        words.append(f"n {text(found.n_kuesioner)}")
        return "|".join(words), self._drawn(published(exact, 2), lower, upper, 25, 100, 2)

    def _nrr(self, nrr: Fraction | None, sure: UnsurPrecision | None, n: int) -> tuple[str, tuple[float, float, float]]:
        assert nrr is not None
        if n < 10:
            return "n kurang dari 10, tidak ditampilkan", (0, 0, 0)
        lower, upper = (sure.lower, sure.upper) if sure else (None, None)
        said = f"{text(published(nrr, 3))} {margin(lower, upper, 3)}|n {text(n)}"
        return said, self._drawn(published(nrr, 3), lower, upper, 1, 4, 3)

    @staticmethod
    def _drawn(
        value: Decimal, lower: float | None, upper: float | None, least: int, most: int, places: int
    ) -> tuple[float, float, float]:
        if lower is None or upper is None:
            return float(value), 0.0, 0.0
        low, high = max(published(lower, places), Decimal(least)), min(published(upper, places), Decimal(most))
        return float(value), float(high - value), float(value - low)

    def names(self, acuan: str) -> set[str]:
        """The names a row that shows this figure may carry."""
        what, chosen = self.selection(acuan)
        found = {self.layanan[kode].nama for kode in chosen.layanan} | {self.periode[k].nama for k in chosen.periode}
        found |= {self.places[chosen.wilayah].nama} if chosen.wilayah else set()
        if what.startswith("golongan:"):
            field, group = what.split(":")[1], what.split(":", 2)[2]
            return {FIELDS[field], GROUPS.get(group, group), f"{group.replace('-', '–')} tahun"}
        found |= {"IKM"} if what == "ikm" else set()  # the one row of a comparison
        found |= {"Semua", *(self.layanan[kode].nama for kode in chosen.layanan)}
        found |= {tanda.nama for tanda in TANDA.values()}  # rows without one sign
        kunci = what.removeprefix("nrr:")
        if kunci in self.unsur:
            found |= {self.unsur[kunci].nama, self.unsur[kunci].pendek}
        return found | {f"Variabel {kunci[1:]}"}

    def change(self, acuan: str, page: Pilihan) -> tuple[Decimal, Selisih]:
        """A movement by its name, in the family that the page shows it in."""
        if acuan.startswith("antara>"):
            return self._between(acuan)
        if acuan.startswith("antargolongan:"):
            return self._between_groups(acuan)
        what, periode, layanan, wilayah, pengumpul = acuan.split("|")
        codes = tuple(part for part in layanan.split("+") if part)
        if what == "banding":
            one = Pilihan((periode,), codes or page.layanan, wilayah)
            figures = {found.pengumpul: found.ikm for found in score(self.store, one)}
            family = compare.against_city(self.store, Pilihan((periode,), page.layanan), ["kelurahan"])
            (test,) = (found for found in family if found.ke.kelurahan == wilayah)
        elif what.startswith("ubah:nrr:"):
            kunci, (dari, ke) = what.removeprefix("ubah:nrr:"), periode.split(">")
            one = Pilihan((), codes, wilayah or None, pengumpul)
            figures = {
                who: next(part.nrr_terbit for part in score(self.store, replace(one, periode=(kode,)))[0].unsur
                          if part.kunci == kunci)
                for who, kode in (("kota", dari), ("kelurahan", ke))
            }  # fmt: skip
            tests = compare.change(self.store, dari, ke, one, unsur=True)
            (test,) = (found for found in tests if found.unsur == kunci)
        else:
            menurut = [name for name in (what.removeprefix("ubah:"),) if name]
            dari, ke = periode.split(">")
            one = Pilihan((), codes, wilayah or None, pengumpul)
            figures = {
                who: score(self.store, Pilihan((kode,), codes, wilayah or None, pengumpul))[0].ikm
                for who, kode in (("kota", dari), ("kelurahan", ke))
            }
            family = compare.change(self.store, dari, ke, Pilihan((), page.layanan, page.wilayah, pengumpul), menurut)
            key = {"layanan": layanan, "kecamatan": wilayah}
            (test,) = (found for found in family if all(getattr(found.ke, name) == key[name] for name in menurut))
        assert figures["kelurahan"] is not None and figures["kota"] is not None
        return figures["kelurahan"] - figures["kota"], test

    def _between(self, acuan: str) -> tuple[Decimal, Selisih]:
        """Two selections, their published figures, and the test in the family of the page."""
        _, dari, ke = acuan.split(">")
        (what, before), (_, after) = self.selection(dari), self.selection(ke)
        same = replace(before, periode=()) == replace(after, periode=())
        if what == "ikm":
            test = compare.two(self.store, before, after)
            values = [score(self.store, one)[0].ikm for one in (before, after)]
        else:
            kunci = what.removeprefix("nrr:")
            (test,) = (one for one in compare.two_unsur(self.store, before, after) if one.unsur == kunci)
            values = [
                next(part.nrr_terbit for part in score(self.store, one)[0].unsur if part.kunci == kunci)
                for one in (before, after)
            ]
        assert values[0] is not None and values[1] is not None
        return values[1] - values[0], replace(test, perubahan=test.perubahan and same)

    def _between_groups(self, acuan: str) -> tuple[Decimal, Selisih]:
        """Two groups of people: the test in the one family of all fields, groups of fewer than ten aside."""
        what, tail = acuan.split("|", 1)
        _, field, pair = what.split(":", 2)
        high, low = pair.split(">")
        _, chosen = self.selection(f"ikm|{tail}")
        family = []
        for profil in FIELDS:
            of = {"usia": AGE}.get(profil, profil)
            where = "periode_kode = $1 AND starts_with(wilayah_kode, $2) AND pengumpul = $3"
            values = [chosen.periode[0], chosen.wilayah or "", chosen.pengumpul, *chosen.layanan]
            where += " AND layanan_kode = $4" if chosen.layanan else ""
            people = f"SELECT responden_kunci, min({of}) AS g FROM kuesioner_aktif WHERE {where} GROUP BY 1"
            sizes = dict(self.store.fetch(f"SELECT g, count(*) FROM ({people}) GROUP BY 1", values)[1])
            forms = f"SELECT {of} AS g, count(*) FROM kuesioner_aktif WHERE {where} GROUP BY 1"
            filled = dict(self.store.fetch(forms, values)[1])
            family += [
                (profil, one)
                for one in compare.between(self.store, chosen, "golongan", profil=profil)
                if all(sizes[g] >= 10 and filled[g] >= 10 for g in (one.dari.golongan, one.ke.golongan))
            ]
        tested = correct([one for _, one in family])
        (test,) = (
            one
            for (profil, _), one in zip(family, tested, strict=True)
            if profil == field and {one.dari.golongan, one.ke.golongan} == {high, low}
        )
        figures = [self._of_people(field, group, chosen)[0].ikm for group in (high, low)]
        assert figures[0] is not None and figures[1] is not None
        return figures[1] - figures[0], turned(test) if test.ke.golongan != low else test


@pytest.fixture(scope="session")
def library(demo: Store) -> Library:
    return Library(demo)


def parts(said: str) -> list[str]:
    """The pieces between the dots, without spaces that do not break."""
    return re.split(r" · |, | \| ", said.replace("\N{NO-BREAK SPACE}", " "))


def check(one: Spoken, library: Library, *, of_work: bool = False) -> None:
    """`of_work`: its row is a piece of work, which names the figure it is about among other words."""
    said, drawn = library.expected(one.acuan)
    text_found = one.text.replace("\N{NO-BREAK SPACE}", " ")
    where = f"{one.acuan}: {one.text}"
    if one.row:
        row = one.row.removesuffix(" (kota)")
        names = library.names(one.acuan)
        assert row in names or (of_work and any(name in row for name in names)), where
    if said.startswith("n kurang"):
        assert said in text_found or "n<10" in text_found or "n < 10" in text_found, where
        assert not re.search(r"\d,\d{2}", text_found), where
        return
    first, *others = said.split("|")
    value, rest = first.split(" ", 1)
    assert value in text_found, where
    if others[0] in "ABCD":
        assert re.search(rf"\b{others[0]}\b", text_found), where
    if not one.compact:
        assert rest in text_found, where
        for other in others:
            if one.short and not other.startswith("n "):
                continue
            if other == "panel tertutup":
                assert "panel" in text_found.lower(), where
            else:
                assert re.search(rf"(?<![\w.]){re.escape(other)}(?![\w.])", text_found), where
    doubt = any(other.startswith(("mungkin", "mutu belum")) for other in others)
    assert doubt == bool(re.search(r"mungkin|mutu belum pasti|[ABCD]\?", text_found)), where
    if one.drawn and not one.small:
        assert one.drawn == pytest.approx(drawn, abs=1e-9), where


def check_target(acuan: str, said: str, library: Library) -> None:
    """The distance to the target of the layanan, and whether the interval lies on one side of it."""
    found, sure = library.figure(acuan)
    target = library.layanan[library.selection(acuan)[1].layanan[0]].target_ikm
    assert found.ikm is not None and target is not None
    poin = found.ikm - target
    below = bool(sure and sure.upper is not None and published(sure.upper, 2) < target)
    above = bool(sure and sure.lower is not None and published(sure.lower, 2) >= target)
    if found.panel:
        below, above = poin < 0, poin >= 0
    assert (below, above) == ("lebih rendah" in said, "lebih tinggi" in said or "tepat pada" in said), said
    assert (below or above) == ("belum dapat dipastikan" not in said), said
    assert text(abs(poin)) in said and text(target) in said


def check_small(found: list[Spoken], library: Library) -> None:
    """Small lines share one scale: bars and distances are the library's times one unit, downward."""
    known = [(one, library.expected(one.acuan)[1]) for one in found if one.drawn]
    units = [one.drawn[1] / drawn[2] for one, drawn in known if one.drawn and drawn[2] > 0]
    units += [one.drawn[2] / drawn[1] for one, drawn in known if one.drawn and drawn[1] > 0]
    if not units:
        return
    assert units == pytest.approx([units[0]] * len(units))
    rest = [one.drawn[0] + drawn[0] * units[0] for one, drawn in known if one.drawn]
    assert all(
        abs(value - rest[0] - float(int(value - rest[0] + (0.5 if value > rest[0] else -0.5)))) < 1e-6 for value in rest
    )


def page_selection(keys: Mapping[str, str]) -> Pilihan:
    layanan = (keys["layanan"],) if "layanan" in keys else ()
    return Pilihan((), layanan, keys.get("kelurahan") or keys.get("kecamatan"))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("keys", FILTERS.values(), ids=FILTERS)
def test_every_figure_is_the_librarys_with_n_and_certainty(
    open_page: Open, library: Library, page: str, keys: dict[str, str]
) -> None:
    app = open_page(page, **keys)
    found = figures(app)
    assert "(periode=" not in html(app)  # an object instead of its words
    if not keys:
        least, in_tables = PAGES[page]
        assert len(found) >= least
        assert sum(1 for one in found if one.row and not one.drawn) >= in_tables
    for one in found:
        check(one, library, of_work=page == "tindak_lanjut")
    for chart in charts(app):
        check_small([one for one in of_chart(chart) if one.small], library)
    for acuan, said in changes(app):
        if acuan.startswith("target|"):
            check_target(acuan.removeprefix("target|"), said, library)
            continue
        poin, test = library.change(acuan, page_selection(keys))
        word = test.kata if test.p is not None else "tidak dapat diuji"
        assert word in said
        certain = test.putusan.kunci in ("naik", "turun")
        assert certain == bool(re.search(r"\b(naik|turun|lebih tinggi|lebih rendah)\b", said)), said
        assert text(abs(poin)) in said or (not certain and word in said)
    targets = {text(one.target_ikm) for one in library.layanan.values() if one.target_ikm is not None}
    assert [hit for hit in stray(app) if not any(re.search(rf"(?<!\d){target}", hit) for target in targets)] == []


EXAMPLE = "ikm||||kelurahan"
"""Metode's twelve made-up questionnaires, which are in no store."""


def test_metode_shows_figures_of_the_library_and_its_example_without_an_interval(
    open_page: Open, library: Library
) -> None:
    found = figures(open_page("metode"))
    real = [one for one in found if one.acuan != EXAMPLE]
    for one in real:
        check(Spoken(one.acuan, one.text), library)  # the rows are named after kecamatan, two kelurahan in each
    assert len(real) >= 17 and len(found) == len(real) + 1
    # by hand: sums 40 38 36 44 39 40 42 35 28 over 12 12 12 11 12 12 12 12 10 answers
    sums, answered = (40, 38, 36, 44, 39, 40, 42, 35, 28), (12, 12, 12, 11, 12, 12, 12, 12, 10)
    mean = sum(Fraction(one, n) for one, n in zip(sums, answered, strict=True)) / 9
    (example,) = (one.text for one in found if one.acuan == EXAMPLE)
    assert example.startswith(f"{text(published(mean * 25, 2))} tanpa rentang · B · n")


MARGIN = re.compile(r"± \d+,\d")
OF_PLAN = re.compile(r"([\d.]+) responden di (\d) kelurahan (?:per|tiap) kecamatan[^±]*?(± \d+,\d)")


def test_every_margin_of_another_sample_is_the_librarys(open_page: Open, library: Library) -> None:
    app = open_page("sampel", bagian="andai", periode=NOW, k="3", m="75")
    assert figures(app) == [] and stray(app) == []  # forecasts only, no result
    seen = seen_so_far(library.store).komponen

    def margin_of(people: str, places: str) -> str:
        value = what_if(seen, int(places), int(people.replace(".", ""))).plus_minus
        assert value is not None
        return f"± {text(value)}"

    table = next(node for node in tree(html(app)).walk() if node.tag == "table")
    rows = [[cell for cell in row.children if isinstance(cell, Node)] for row in table.walk() if row.tag == "tr"]
    people = [cell.text() for cell in rows[1][-5:]]
    assert people == ["25", "50", "75", "100", "200"]
    shown = {}
    for row in rows[2:]:
        for count, cell in zip(people, row[-5:], strict=True):
            said = cell.text().replace("\N{NO-BREAK SPACE}", " ")
            assert said.split(" ")[:2] == margin_of(count, row[0].text()).split(" "), said
            shown[count, row[0].text()] = said
    assert len(shown) == 20
    hover = [line for chart in charts(app) for trace in chart["data"] for line in trace.get("hovertext", [])]
    words = [
        plain(html(app)).replace("\N{NO-BREAK SPACE}", " "),
        *(line.replace("\N{NO-BREAK SPACE}", " ") for line in hover),
    ]
    said_of_plan = [hit for line in words for hit in OF_PLAN.findall(line)]
    assert len(hover) == 37 and len(said_of_plan) >= len(hover) + 2
    for count, places, said in said_of_plan:
        assert said == margin_of(count, places)
    assert sum(len(MARGIN.findall(line)) for line in words) == len(shown) + len(said_of_plan) + 1  # "50 di 4 kelurahan"


@pytest.mark.parametrize("part", ["rencana", "ukuran", "kemajuan"])
def test_plan_size_and_progress_show_no_score(open_page: Open, part: str) -> None:
    app = open_page("sampel", bagian=part, periode=NOW)
    assert figures(app) == [] and stray(app) == []
