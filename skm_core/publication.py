"""Tetapkan hasil: the figures of a periode are frozen, and what changes later stays readable beside them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction

import pyarrow as pa

from skm_core import queries, registry, rules
from skm_core.errors import InvalidSettingError
from skm_core.queries import statement
from skm_core.scoring import Score, score
from skm_core.store import Store
from skm_core.terms import Pilihan

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
class Revision:
    """A figure that is no longer the one that was fixed: both, and the reasons written down since."""

    penetapan: Penetapan
    ditetapkan: FixedFigure
    sekarang: Score | None
    alasan: tuple[str, ...]


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
    """For one periode and at most one layanan: the IKM that differ from what was fixed, one per pengumpul concerned.

    Empty while the results are open, where nothing has changed, and for a selection that was not frozen as such.
    """
    if len(pilihan.periode) != 1 or len(pilihan.layanan) > 1 or pilihan.hanya_lengkap:
        return ()
    fixed_then = latest(store, pilihan.periode[0])
    if fixed_then is None:
        return ()
    place = registry.wilayah(store)[pilihan.wilayah] if pilihan.wilayah else None
    level = place.tingkat if place else "kota"
    rows = queries.rows(
        store,
        "ikm_ditetapkan",
        penetapan_id=fixed_then.penetapan_id,
        layanan=pilihan.layanan[0] if pilihan.layanan else None,
        kecamatan=place.kecamatan_kode if place and level != "kota" else None,
        kelurahan=pilihan.wilayah if level == "kelurahan" else None,
    )
    then = [FixedFigure(**{**row, "nilai": Fraction(row["nilai"])}) for row in rows]
    now = {one.pengumpul: one for one in score(store, pilihan)}
    changed = [
        (frozen, now.get(frozen.pengumpul))
        for frozen in then
        if pilihan.pengumpul in (None, frozen.pengumpul) and not _same(frozen, now.get(frozen.pengumpul))
    ]
    if not changed:
        return ()
    since = queries.rows(store, "revisi_periode", periode=fixed_then.periode, sejak=fixed_then.waktu)
    reasons = tuple(dict.fromkeys(row["alasan"] for row in since))
    return tuple(Revision(fixed_then, frozen, current, reasons) for frozen, current in changed)


def _same(frozen: FixedFigure, current: Score | None) -> bool:
    return current is not None and (current.ikm_exact, current.n_kuesioner) == (frozen.nilai, frozen.n)
