"""Tetapkan hasil: the figures of a periode are frozen, and what changes later stays readable beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction

import pyarrow as pa

from skm_core import queries, registry, rules
from skm_core.errors import InvalidSettingError
from skm_core.queries import statement
from skm_core.scoring import Score, UnsurScore, score
from skm_core.store import Store
from skm_core.terms import PENGUMPUL, Pilihan

LEVELS: tuple[tuple[str, ...], ...] = (
    (),
    ("layanan",),
    ("kecamatan",),
    ("kecamatan", "kelurahan"),
    ("layanan", "kecamatan"),
    ("layanan", "kecamatan", "kelurahan"),
)
"""Every grouping whose figures are frozen, each apart by pengumpul."""


@dataclass(frozen=True, slots=True)
class Penetapan:
    """One time that results were fixed: when (UTC), by whom, of which data version; `ke` counts within the periode."""

    penetapan_id: int
    periode: str
    waktu: datetime
    oleh: str
    versi_data: int
    catatan: str
    ke: int


@dataclass(frozen=True, slots=True)
class FixedFigure:
    """A frozen figure: the IKM (`unsur` None, 25..100) or an NRR (1..4), exact, with its n and the published mutu."""

    layanan: str | None
    kecamatan: str | None
    kelurahan: str | None
    pengumpul: str
    unsur: str | None
    n: int
    nilai: Fraction
    mutu: str | None

    @property
    def terbit(self) -> Decimal:
        """The published figure: two decimals for the IKM, three for an NRR."""
        return rules.publish_nrr(self.nilai) if self.unsur else rules.publish_ikm(self.nilai)


@dataclass(frozen=True, slots=True)
class RevisedNrr:
    """The NRR of an unsur that is no longer the one that was fixed; None where it did not exist then, or is gone."""

    unsur: str
    ditetapkan: FixedFigure | None
    sekarang: UnsurScore | None


@dataclass(frozen=True, slots=True)
class Revision:
    """A figure that is no longer the one that was fixed: both, the NRR that differ, and the reasons written down since.

    `ditetapkan` is None where there was no such figure yet, `sekarang` None where its data are gone, never both.
    `bicara` is the frozen IKM of the other pengumpul if that one spoke for this selection when it was fixed and no
    longer does: for a kelurahan its own data speak wherever there are any, else the sample of the city.
    """

    penetapan: Penetapan
    pengumpul: str
    ditetapkan: FixedFigure | None
    sekarang: Score | None
    nrr: tuple[RevisedNrr, ...]
    bicara: FixedFigure | None
    alasan: tuple[str, ...]

    @property
    def hanya_nrr(self) -> bool:
        """True where the IKM and its n are those that were fixed."""
        return _same(self.ditetapkan, self.sekarang)


def fix(store: Store, periode: str, *, oleh: str, catatan: str = "") -> Penetapan:
    """Freeze every figure of the periode as it is now and close it. Fixing it again adds a penetapan, it replaces none.

    Raises UnknownKeyError for an unknown periode, InvalidSettingError without a name or without data.
    """
    registry.require("Periode", periode, registry.periode(store))
    if not oleh.strip():
        raise InvalidSettingError("Ketik nama Anda dahulu. Nama itu dicatat bersama penetapan.")
    with store.write() as cursor:
        frozen = [row for level in LEVELS for one in score(store, Pilihan((periode,)), level) for row in _rows(one)]
        if not frozen:
            raise InvalidSettingError("Belum ada data dalam periode ini, jadi belum ada hasil yang dapat ditetapkan.")
        values = {
            "periode": periode,
            "waktu": datetime.now(UTC).replace(tzinfo=None),
            "oleh": oleh.strip(),
            "versi_data": store.data_version[1],
            "catatan": catatan.strip(),
        }
        ((number,),) = cursor.execute(statement("penetapan_baru"), values).fetchall()
        cursor.register("angka_baru", pa.Table.from_pylist(frozen, _FIGURE))
        cursor.execute(statement("angka_ditetapkan_baru"), {"penetapan_id": number})
        cursor.unregister("angka_baru")
        cursor.execute(statement("periode_tutup"), {"periode": periode})
    return next(one for one in history(store) if one.penetapan_id == number)


_FIGURE = pa.schema(
    [(name, pa.string()) for name in ("layanan", "kecamatan", "kelurahan", "pengumpul", "unsur")]
    + [("n", pa.int32()), ("nilai", pa.string()), ("mutu", pa.string())]
)


def _rows(figure: Score) -> Iterable[dict[str, object]]:
    group = {
        "layanan": figure.layanan,
        "kecamatan": figure.kecamatan,
        "kelurahan": figure.kelurahan,
        "pengumpul": figure.pengumpul,
    }
    if figure.ikm_exact is not None:
        letter = figure.mutu.huruf if figure.mutu else None
        yield {**group, "unsur": None, "n": figure.n_kuesioner, "nilai": _text(figure.ikm_exact), "mutu": letter}
    for part in figure.unsur:
        if part.nrr is not None:
            yield {**group, "unsur": part.kunci, "n": part.n_jawaban, "nilai": _text(part.nrr), "mutu": None}


def _text(value: Fraction) -> str:
    return f"{value.numerator}/{value.denominator}"


def history(store: Store) -> tuple[Penetapan, ...]:
    """Every penetapan, oldest first."""
    return store.once("penetapan", lambda: tuple(Penetapan(**row) for row in queries.rows(store, "penetapan")))


def latest(store: Store, periode: str) -> Penetapan | None:
    """The penetapan that counts for a periode; None while its results are open."""
    return next((one for one in reversed(history(store)) if one.periode == periode), None)


def figures(store: Store, penetapan: Penetapan) -> tuple[FixedFigure, ...]:
    """Every figure that was frozen then."""
    rows = queries.rows(store, "angka_ditetapkan", penetapan_id=penetapan.penetapan_id)
    return tuple(FixedFigure(**{**row, "nilai": Fraction(row["nilai"])}) for row in rows)


def revisions(store: Store, pilihan: Pilihan) -> tuple[Revision, ...]:
    """For one periode and at most one layanan: the figures that differ from what was fixed, one per pengumpul.

    With a pengumpul in the selection also the figure of the other that spoke then and is gone. Empty while the results
    are open, where nothing has changed, and for a selection that was not frozen as such.
    """
    if len(pilihan.periode) != 1 or len(pilihan.layanan) > 1 or pilihan.hanya_lengkap:
        return ()
    fixed_then = latest(store, pilihan.periode[0])
    if fixed_then is None:
        return ()
    then = _frozen(store, fixed_then, pilihan)
    now = {one.pengumpul: one for one in score(store, replace(pilihan, pengumpul=None))}
    spoke, speaks = _speaker(pilihan, then), _speaker(pilihan, now)
    found = []
    for pengumpul in PENGUMPUL:
        if pilihan.pengumpul not in (None, pengumpul) and (pengumpul != spoke or pengumpul in now):
            continue
        frozen, current = then.get(pengumpul, {}), now.get(pengumpul)
        nrr = _revised_nrr(frozen, current)
        if nrr or not _same(frozen.get(None), current):
            before = then[spoke].get(None) if spoke and spoke != speaks == pengumpul else None
            found.append(Revision(fixed_then, pengumpul, frozen.get(None), current, nrr, before, ()))
    if not found:
        return ()
    since = queries.rows(store, "revisi_periode", periode=fixed_then.periode, sejak=fixed_then.waktu)
    reasons = tuple(dict.fromkeys(row["alasan"] for row in since))
    return tuple(replace(one, alasan=reasons) for one in found)


def _frozen(store: Store, penetapan: Penetapan, pilihan: Pilihan) -> dict[str, dict[str | None, FixedFigure]]:
    """What was frozen of a selection, per pengumpul and unsur (None: the IKM)."""
    place = registry.wilayah(store)[pilihan.wilayah] if pilihan.wilayah else None
    level = place.tingkat if place else "kota"
    rows = queries.rows(
        store,
        "kelompok_ditetapkan",
        penetapan_id=penetapan.penetapan_id,
        layanan=pilihan.layanan[0] if pilihan.layanan else None,
        kecamatan=place.kecamatan_kode if place and level != "kota" else None,
        kelurahan=pilihan.wilayah if level == "kelurahan" else None,
    )
    found: dict[str, dict[str | None, FixedFigure]] = defaultdict(dict)
    for row in rows:
        found[row["pengumpul"]][row["unsur"]] = FixedFigure(**{**row, "nilai": Fraction(row["nilai"])})
    return dict(found)


def _speaker(pilihan: Pilihan, found: Collection[str]) -> str | None:
    """Whose figure stands for a selection, of those found."""
    return next((pengumpul for pengumpul in pilihan.didahulukan if pengumpul in found), None)


def _revised_nrr(frozen: Mapping[str | None, FixedFigure], current: Score | None) -> tuple[RevisedNrr, ...]:
    now = {part.kunci: part for part in current.unsur if part.nrr is not None} if current else {}
    keys = [*now, *(key for key in frozen if key is not None and key not in now)]
    pairs = ((key, frozen.get(key), now.get(key)) for key in keys)
    return tuple(
        RevisedNrr(key, then, part)
        for key, then, part in pairs
        if then is None or part is None or (then.nilai, then.n) != (part.nrr, part.n_jawaban)
    )


def _same(frozen: FixedFigure | None, current: Score | None) -> bool:
    if frozen is None or current is None:
        return frozen is None and (current is None or current.ikm_exact is None)
    return (current.ikm_exact, current.n_kuesioner) == (frozen.nilai, frozen.n)
