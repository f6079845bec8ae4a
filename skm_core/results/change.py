"""Movement since a comparable periode: the published difference, and whether the survey can vouch for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from skm_core import compare
from skm_core.compare import Putusan, Selisih
from skm_core.results.measured import Measured, measure
from skm_core.store import Store
from skm_core.terms import Periode, Pilihan
from skm_core.writing import angka

UJI_TIDAK_ADA = "tidak dapat diuji"
"""Said where a difference has no interval: a closed panel, or a design without a degree of freedom."""


@dataclass(frozen=True, slots=True)
class Change:
    """From `sebelum` to `sesudah`. poin: difference of the two published figures, so that it adds up on the page.

    selisih: the test of the difference, corrected for the family of `menurut` (one change per value is one family).
    """

    sejak: Periode
    sebelum: Measured
    sesudah: Measured
    poin: Decimal
    selisih: Selisih
    menurut: tuple[str, ...]

    @property
    def putusan(self) -> Putusan:
        """The verdict."""
        return self.selisih.putusan

    @property
    def naik(self) -> bool:
        """True if it rose for certain."""
        return self.putusan.kunci == "naik"

    @property
    def turun(self) -> bool:
        """True if it fell for certain."""
        return self.putusan.kunci == "turun"

    @property
    def certain(self) -> bool:
        """It rose or fell for certain."""
        return self.naik or self.turun

    @property
    def kata(self) -> str:
        """The verdict with the points it speaks of; see `said`."""
        return said(self.poin, self.selisih)

    @property
    def putusan_kata(self) -> str:
        """The verdict alone: "naik", "belum dapat dipastikan", "tidak dapat diuji", …"""
        return verdict(self.selisih)

    @property
    def acuan(self) -> str:
        """Which change this is: "ubah:layanan|2020-q4>2021-q1|pkk||kota", the family after the colon."""
        dari = self.sesudah.dari
        periode = f"{'+'.join(self.sebelum.dari.periode)}>{'+'.join(dari.periode)}"
        parts = (
            f"ubah:{'+'.join(self.menurut)}",
            periode,
            "+".join(dari.layanan),
            dari.wilayah or "",
            dari.pengumpul or "",
        )
        return "|".join(parts)


@dataclass(frozen=True, slots=True)
class Difference:
    """Two published figures of one periode, `poin` apart, with the test of their difference."""

    poin: Decimal
    selisih: Selisih

    @property
    def certain(self) -> bool:
        """The survey can tell the two apart."""
        return self.selisih.putusan.kunci in ("naik", "turun")

    @property
    def kata(self) -> str:
        """The verdict with the points: "lebih tinggi 4,31, di luar batas kebetulan survei"."""
        return said(self.poin, self.selisih)

    @property
    def putusan_kata(self) -> str:
        """The verdict alone."""
        return verdict(self.selisih)

    @property
    def acuan(self) -> str:
        """Which difference this is: "banding|periode|layanan|wilayah|kota>kelurahan"."""
        ke = self.selisih.ke
        return (
            f"banding|{'+'.join(ke.dalam)}|{ke.layanan or ''}|{ke.wilayah}|{self.selisih.dari.pengumpul}>{ke.pengumpul}"
        )


def verdict(selisih: Selisih) -> str:
    """The verdict alone: "naik", "belum dapat dipastikan", "tidak dapat diuji", …"""
    return UJI_TIDAK_ADA if selisih.p is None else selisih.kata


def said(poin: Decimal, selisih: Selisih) -> str:
    """A published difference with its verdict: "naik 2,10, di luar batas kebetulan survei".

    "+0,73, belum dapat dipastikan" where the direction is not certain, so that no word claims it.
    """
    putusan = selisih.putusan
    if putusan.kunci in ("naik", "turun"):
        return f"{selisih.kata} {angka(abs(poin))}, {putusan.penjelasan}"
    sign = "+" if poin > 0 else "−" if poin < 0 else ""
    return f"{sign}{angka(abs(poin))}, {verdict(selisih)}"


def changes(
    store: Store,
    since: Periode,
    now: Sequence[Measured],
    pilihan: Pilihan,
    menurut: Sequence[str] = (),
    *,
    before: Sequence[Measured] | None = None,
) -> Mapping[str, Change]:
    """Changes of `now` (figures of `pilihan` by `menurut`, one periode) since a periode, by the value of `menurut`.

    The key is "" without `menurut` (at most one dimension). Values without a figure on both sides are left out.
    before: the earlier figures, where they are known already.
    """
    (kode,) = pilihan.periode
    name = menurut[0] if menurut else None

    def key(one: object) -> str:
        return str(getattr(one, name)) if name else ""

    if before is None:
        before = measure(store, replace(pilihan, periode=(since.kode,)), menurut, unsur=False)
    earlier = {key(one): one for one in before if one.ikm is not None}
    tested = {key(one.ke): one for one in compare.change(store, since.kode, kode, pilihan, menurut)}
    return {
        key(one): Change(since, first, one, one.ikm - first.ikm, tested[key(one)], tuple(menurut))
        for one in now
        if one.ikm is not None and (first := earlier.get(key(one))) and first.ikm is not None and key(one) in tested
    }
