"""Two selections side by side: both figures, whether they differ for certain, and what is not alike about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from skm_core import compare, registry
from skm_core.compare import Selisih
from skm_core.results import rounds
from skm_core.results.change import Difference
from skm_core.results.measured import Measured, MeasuredUnsur, measure
from skm_core.results.rounds import Susunan
from skm_core.results.showing import lowest_first, visible, visible_nrr
from skm_core.rules import RULE_SETS
from skm_core.store import Store
from skm_core.terms import PENGUMPUL, Pilihan, Unsur


@dataclass(frozen=True, slots=True)
class Sisi:
    """One of the two selections with the pengumpul that speaks for it."""

    pilihan: Pilihan
    susunan: Susunan
    score: Measured
    n_orang: int


@dataclass(frozen=True, slots=True)
class Antara(Difference):
    """`ke` less `dari`: the published difference of one figure of two selections, and its test."""

    dari: str
    ke: str

    @property
    def acuan(self) -> str:
        """Which difference this is: "antara", then the names of both figures, joined by ">"."""
        return f"antara>{self.dari}>{self.ke}"


@dataclass(frozen=True, slots=True)
class UnsurPair:
    """One unsur of both sides, weakest of the first side first; `beda` None where it may not be tested or shown."""

    unsur: Unsur | None
    pertama: MeasuredUnsur
    kedua: MeasuredUnsur
    beda: Antara | None


@dataclass(frozen=True, slots=True)
class Banding:
    """Two selections. perubahan: only the periode differs, so the difference is a movement in time.

    beda: the later less the earlier periode, else the first less the second; None where a figure may not be shown.
    catatan: what is not alike, or limits what may be concluded, in sentences. unsur: empty across rule sets.
    """

    pertama: Sisi
    kedua: Sisi
    perubahan: bool
    terbalik: bool
    beda: Antara | None
    unsur: tuple[UnsurPair, ...]
    catatan: tuple[str, ...]


def side(store: Store, pilihan: Pilihan) -> Sisi | None:
    """One selection of one periode, or None if it holds no questionnaire."""
    (kode,) = pilihan.periode
    here = rounds.speaking(rounds.composition(store, pilihan), pilihan).get(kode)
    if here is None:
        return None
    spoken = replace(pilihan, pengumpul=here.pengumpul)
    (figure,) = measure(store, spoken, deff=True)
    return Sisi(spoken, here, figure, rounds.n_responden(store, spoken))


def bandingkan(store: Store, pertama: Pilihan, kedua: Pilihan) -> Banding | None:
    """The two selections (one periode each) side by side; None if one holds no questionnaire."""
    one, other = side(store, pertama), side(store, kedua)
    if one is None or other is None:
        return None
    over_time = (
        one.pilihan.periode != other.pilihan.periode
        and _but_periode(one) == _but_periode(other)
        and one.susunan.pokok == other.susunan.pokok
    )
    order = list(registry.periode(store))
    earlier = order.index(one.susunan.periode.kode) < order.index(other.susunan.periode.kode)
    turned = over_time and earlier  # a movement is told from the earlier to the later
    dari, ke = (one, other) if turned else (other, one)
    same = one.pilihan == other.pilihan
    whole = None
    if not same and visible(dari.score) is not None and visible(ke.score) is not None:
        test = replace(compare.two(store, dari.pilihan, ke.pilihan), perubahan=over_time)
        whole = _apart(dari.score.ikm, ke.score.ikm, test, dari.score.acuan, ke.score.acuan)
    return Banding(
        pertama=one,
        kedua=other,
        perubahan=over_time,
        terbalik=turned,
        beda=whole,
        unsur=() if same else _unsur(store, one, other, dari, ke, over_time=over_time),
        catatan=_notes(one, other),
    )


def _but_periode(one: Sisi) -> Pilihan:
    return replace(one.pilihan, periode=())


def _apart(first: Decimal | None, second: Decimal | None, test: Selisih, dari: str, ke: str) -> Antara | None:
    return None if first is None or second is None else Antara(second - first, test, dari, ke)


def _unsur(store: Store, one: Sisi, other: Sisi, dari: Sisi, ke: Sisi, *, over_time: bool) -> tuple[UnsurPair, ...]:
    if one.score.aturan != other.score.aturan or one.score.panel != other.score.panel:
        return ()
    tests = {test.unsur: test for test in compare.two_unsur(store, dari.pilihan, ke.pilihan)}
    names = registry.unsur(store)
    before, after = ({part.kunci: part for part in side.score.unsur} for side in (dari, ke))
    rows = []
    for part in one.score.unsur:
        if part.kunci not in before or part.kunci not in after:
            continue
        first, second, test = before[part.kunci], after[part.kunci], tests.get(part.kunci)
        values = visible_nrr(first), visible_nrr(second)
        beda = (
            _apart(*values, replace(test, perubahan=over_time), first.acuan, second.acuan)
            if test and None not in values
            else None
        )
        pair = (second, first) if one is ke else (first, second)
        rows.append(UnsurPair(names.get(part.kunci), *pair, beda))
    rows.sort(key=lambda row: row.unsur.nomor if row.unsur else 0)
    return tuple(lowest_first(rows, lambda row: row.pertama))


def _notes(one: Sisi, other: Sisi) -> tuple[str, ...]:
    """Sentences on what is not alike in the two selections, the gravest first."""
    here, there = one.susunan, other.susunan
    if one.pilihan == other.pilihan:
        return ("Kedua pilihan sama. Ubah salah satunya untuk membandingkan.",)
    notes = []
    if here.periode.panel or there.periode.panel:
        notes.append("Panel tertutup bukan sampel: bedanya tidak dapat diuji dan mutunya tidak ditetapkan.")
    if here.periode.aturan != there.periode.aturan:
        names = " dan ".join(RULE_SETS[side.periode.aturan].nama for side in (here, there))
        notes.append(
            f"Aturannya berbeda ({names}): unsur dan batas mutunya tidak sama, jadi hanya indeks dibandingkan."
        )
    elif here.instrumen != there.instrumen:
        notes.append("Kuesionernya tidak sama, sehingga bedanya dapat juga karena pertanyaan yang berbeda.")
    if not one.pilihan.layanan and not other.pilihan.layanan and here.layanan != there.layanan:
        notes.append("Layanan yang disurvei tidak sama, sehingga gabungannya tidak sebanding. Pilih satu layanan.")
    if here.pengumpul != there.pengumpul:
        notes.append(
            "Satu sisi sampel kota, sisi lain dikumpulkan kelurahan sendiri: respondennya dipilih dengan cara lain, "
            "sehingga bedanya dapat juga karena cara itu."
        )
    if _inside(one.pilihan, other.pilihan) or _inside(other.pilihan, one.pilihan):
        notes.append("Satu pilihan adalah bagian dari yang lain; kuesioner yang sama diperhitungkan dalam ujinya.")
    return tuple(notes)


def _inside(part: Pilihan, whole: Pilihan) -> bool:
    """Every questionnaire of `part` is in `whole`."""
    return (
        part.periode == whole.periode
        and part.pengumpul == whole.pengumpul
        and (not whole.layanan or part.layanan == whole.layanan)
        and (not whole.wilayah or (part.wilayah or "").startswith(whole.wilayah))
    )


def suggestions(store: Store, pilihan: Pilihan) -> Sequence[tuple[str, Pilihan]]:
    """What a selection of one periode is naturally compared with, most natural first; keys and selections.

    lalu: the previous comparable periode. setahun: the comparable one a year before. pengumpul: the other kind of data
    of the same periode. layanan, wilayah: the whole that the chosen part belongs to.
    """
    (kode,) = pilihan.periode
    parts = rounds.composition(store, replace(pilihan, pengumpul=None))
    chosen = rounds.speaking(parts, pilihan)
    found: list[tuple[str, Pilihan]] = []
    here = chosen.get(kode)
    if here is None:
        return ()
    before = rounds.previous_comparable(chosen, kode)
    if before:
        found.append(("lalu", replace(pilihan, periode=(before.periode.kode,))))
    year = rounds.year_before(chosen, kode)
    if year and year != before:
        found.append(("setahun", replace(pilihan, periode=(year.periode.kode,))))
    for other in PENGUMPUL:
        if other != here.pengumpul and any(p.periode.kode == kode and p.pengumpul == other for p in parts):
            found.append(("pengumpul", replace(pilihan, pengumpul=other)))
    if pilihan.wilayah:
        found.append(("wilayah", replace(pilihan, wilayah=None)))
    if pilihan.layanan:
        found.append(("layanan", replace(pilihan, layanan=())))
    return tuple(found)
