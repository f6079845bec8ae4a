"""Who answered, people counted once, and whether groups of people are served alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np

from skm_core import compare, precision, registry
from skm_core.compare import Selisih
from skm_core.compare.difference import correct
from skm_core.compare.parts import pairs
from skm_core.counting import Group
from skm_core.precision import Cara, Hitungan
from skm_core.precision.estimate import describe
from skm_core.precision.groups import Kelompok, group
from skm_core.precision.joint import estimate
from skm_core.results import rounds
from skm_core.results.change import said, verdict
from skm_core.results.coverage import coverage
from skm_core.results.measured import Measured, join, measure
from skm_core.results.people import BIDANG, LAINNYA, PENDIDIKAN, ages, answer, people
from skm_core.results.rounds import Susunan
from skm_core.results.showing import untold, visible
from skm_core.scoring import score_groups
from skm_core.store import Store
from skm_core.terms import Pilihan

GOLONGAN = "golongan"
"""Kind of a figure of one group of people: "golongan:usia:20-29|periode|…"."""


@dataclass(frozen=True, slots=True)
class Golongan:
    """One group of people. n_orang counts each person once; the score rests on the questionnaires they filled.

    terbuka: how many they are may be told (`showing.untold`).
    """

    kunci: str
    nama: str
    n_orang: int
    score: Measured | None
    terbuka: bool

    @property
    def tampil(self) -> bool:
        """Its figure may be shown: its number of people too, and at least ten questionnaires."""
        return self.terbuka and visible(self.score) is not None


@dataclass(frozen=True, slots=True)
class Beda:
    """Two groups of one field, `tinggi` above `rendah` by `poin` published points; tested in the page's one family."""

    bidang: str
    rendah: Golongan
    tinggi: Golongan
    poin: Decimal
    selisih: Selisih

    @property
    def certain(self) -> bool:
        """The survey can tell the two apart."""
        return self.selisih.putusan.kunci in ("naik", "turun")

    @property
    def kata(self) -> str:
        """The verdict with the points: "lebih rendah 2,31, di luar batas kebetulan survei"."""
        return said(self.rendah.score.ikm - self.tinggi.score.ikm, self.selisih)  # type: ignore[union-attr, operator]

    @property
    def putusan_kata(self) -> str:
        """The verdict alone."""
        return verdict(self.selisih)

    @property
    def acuan(self) -> str:
        """Which difference this is: "antargolongan:usia:20-29>60+|periode|layanan|wilayah|pengumpul"."""
        dari = self.tinggi.score.acuan.split("|", 1)[1] if self.tinggi.score else ""
        return f"antargolongan:{self.bidang}:{self.tinggi.kunci}>{self.rendah.kunci}|{dari}"


@dataclass(frozen=True, slots=True)
class Bidang:
    """One field of the profile: its groups in the order a reader expects, and people who left it blank.

    kosong_terbuka: how many left it blank may be told. dasar: people of whom a group's share is told: those who filled
    it in, or everybody where that would tell how many did not.
    """

    kunci: str
    nama: str
    golongan: tuple[Golongan, ...]
    kosong: int
    kosong_terbuka: bool

    @property
    def dasar(self) -> int:
        """People who are the whole of the shares."""
        return sum(one.n_orang for one in self.golongan) + (0 if self.kosong_terbuka else self.kosong)


@dataclass(frozen=True, slots=True)
class Responden:
    """All that the page Responden shows of one periode. beda: every tested pair, widest first.

    cakupan: which part of the places answered where it is too small to speak for all ("1 dari 56 kelurahan"), else "".

    All pairs of all fields are one family of comparisons; groups with fewer than ten questionnaires are in none.
    """

    susunan: Susunan
    cakupan: str
    score: Measured
    n_orang: int
    bidang: tuple[Bidang, ...]
    beda: tuple[Beda, ...]


def responden(store: Store, pilihan: Pilihan) -> Responden | None:
    """The page of the selection's one periode, or None if it holds no questionnaire."""
    (kode,) = pilihan.periode
    here = rounds.speaking(rounds.composition(store, pilihan), pilihan).get(kode)
    if here is None:
        return None
    spoken = replace(pilihan, pengumpul=here.pengumpul)
    (total,) = measure(store, spoken, unsur=False)
    answered = people(store, spoken)
    fields = []
    family: list[tuple[str, Selisih]] = []
    for key, name in BIDANG.items():
        scores, compared = by_golongan(store, spoken, key)
        counted = {word: n for word, n in answered[key].items() if word}
        closed = untold(answered[key])
        groups = tuple(
            Golongan(word, answer(key, word), counted[word], scores.get(word), word not in closed)
            for word in _order(key, counted)
        )
        fields.append(Bidang(key, name, groups, answered[key].get(None, 0), None not in closed))
        shown = {one.kunci for one in groups if one.tampil}
        if not total.panel:
            family += [(key, one) for one in compared if {one.dari.golongan, one.ke.golongan} <= shown]
    return Responden(
        susunan=here,
        cakupan=coverage(store, spoken, here),
        score=total,
        n_orang=rounds.n_responden(store, spoken),
        bidang=tuple(fields),
        beda=_pairs(fields, [key for key, _ in family], correct([one for _, one in family])),
    )


def by_golongan(store: Store, spoken: Pilihan, profil: str) -> tuple[Mapping[str, Measured], tuple[Selisih, ...]]:
    """Figures per group of one field of the profile, exact, with their precision; and every pair of groups.

    The selection has one pengumpul. Questionnaires without the field are left out. Raises UnknownKeyError for a field
    that does not exist.
    """
    h, cara = precision.load(store, hanya_lengkap=spoken.hanya_lengkap, profil=profil), Cara(unsur=False, deff=False)
    found, cells, member = group(h, spoken, [GOLONGAN])
    if not found:
        return {}, ()
    sure = estimate(h, [(spoken, [GOLONGAN])], cara, store, silang=True)
    instrumen = registry.instrumen(store)
    result = {}
    for place, one in enumerate(found):
        (score,) = score_groups(_counts(h, cells[member == place], one), instrumen)
        figure = join(score, describe(h, sure, place, cara), spoken)
        result[str(one.golongan)] = replace(figure, jenis=f"{GOLONGAN}:{profil}:{one.golongan}")
    return result, pairs(sure)


def _counts(h: Hitungan, cells: np.ndarray[tuple[int], np.dtype[np.int64]], one: Kelompok) -> list[Group]:
    """The whole-number counts of the cells, one Group per rule set and instrumen."""
    parts = h.kode["bagian"][cells]
    result = []
    for part in np.unique(parts).tolist():
        mine = cells[parts == part]
        aturan, instrumen = h.bagian[part]
        result.append(
            Group(
                periode=None,
                layanan=None,
                kecamatan=None,
                kelurahan=None,
                pengumpul=one.pengumpul,
                panel=one.panel,
                aturan=aturan,
                instrumen=instrumen.kode,
                n_kuesioner=int(h.n[mine].sum()),
                n_jawaban=tuple(int(n) for n in h.n_jawaban[mine].sum(axis=0)),
                jumlah_nilai=tuple(int(n) for n in h.jumlah_nilai[mine].sum(axis=0)),
            )
        )
    return result


def _pairs(fields: Sequence[Bidang], keys: Sequence[str], tested: Sequence[Selisih]) -> tuple[Beda, ...]:
    """Every tested pair, the lower group compared with the higher one, widest first."""
    known = {(field.kunci, one.kunci): one for field in fields for one in field.golongan}
    found = []
    for key, one in zip(keys, tested, strict=True):
        dari, ke = known[key, str(one.dari.golongan)], known[key, str(one.ke.golongan)]
        first, second = visible(dari.score), visible(ke.score)
        if first is None or second is None:
            continue
        if first >= second:
            found.append(Beda(key, ke, dari, first - second, one))
        else:
            found.append(Beda(key, dari, ke, second - first, turned(one)))
    return tuple(sorted(found, key=lambda beda: -beda.poin))


def turned(one: Selisih) -> Selisih:
    """The same difference seen from the other side."""
    opposite = {"naik": "turun", "turun": "naik"}.get(one.putusan.kunci, one.putusan.kunci)
    return replace(
        one,
        dari=one.ke,
        ke=one.dari,
        nilai_dari=one.nilai_ke,
        nilai_ke=one.nilai_dari,
        lower=None if one.upper is None else -one.upper,
        upper=None if one.lower is None else -one.lower,
        putusan=compare.PUTUSAN[opposite],
    )


def _order(field: str, counted: Mapping[str, int]) -> list[str]:
    if field == "usia":
        return ages(counted)
    if field == "pendidikan":
        known = [word for word in PENDIDIKAN if word in counted]
        return [*known, *sorted(word for word in counted if word not in PENDIDIKAN)]
    if field == "jenis_kelamin":
        return sorted(counted, reverse=True)
    return sorted(counted, key=lambda word: (word == LAINNYA, -counted[word], word))
