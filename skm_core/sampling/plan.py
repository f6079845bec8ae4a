"""The recorded plan of a periode: which kelurahan, how they were drawn, how many questionnaires of which layanan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from skm_core import queries
from skm_core.errors import InvalidSettingError
from skm_core.sampling.draw import PER_KECAMATAN, Terundi, Undian, draw
from skm_core.sampling.progress import KUOTA, Perkembangan, progress
from skm_core.store import Store
from skm_core.terms import Wilayah

SEMUA = "semua"
"""Way of a plan without a draw: every kelurahan. Also the choice that a respondent judges all layanan."""
PENILAIAN = ("satu", SEMUA)
"""satu: a respondent judges one layanan, the quota is shared. semua: every respondent judges all layanan."""
ASAL_TANGGAL = "tanggal undian"
"""Where a seed comes from that is the date of the draw."""


@dataclass(frozen=True, slots=True)
class Usulan:
    """A plan somebody proposes; `recording.save_plan` draws and records it. cara semua: no seed, no number."""

    periode: str
    pengumpul: str = "kota"
    cara: str = "srs"
    benih: int | None = None
    benih_asal: str = ASAL_TANGGAL
    per_kecamatan: int | None = PER_KECAMATAN
    kuota: int = KUOTA
    penilaian: str = "satu"


@dataclass(frozen=True, slots=True)
class Sasaran:
    """Target of one kelurahan and layanan: by the quota, and as it stands after a person changed it."""

    kelurahan: str
    layanan: str
    target_awal: int
    target: int
    diubah_waktu: datetime | None = None
    diubah_oleh: str | None = None


@dataclass(frozen=True, slots=True)
class Rencana:
    """A recorded plan: what was proposed, the draw with every random number, targets, who, when (UTC), its status.

    alasan: why it was replaced; empty while it is in force.
    """

    rencana_id: int
    usulan: Usulan
    pengundi: str
    waktu: datetime
    status: str
    status_waktu: datetime
    status_oleh: str
    alasan: str
    daftar: tuple[Terundi, ...]
    sasaran: tuple[Sasaran, ...]

    @property
    def berlaku(self) -> bool:
        """True while no other plan has replaced it."""
        return self.status == "berlaku"

    @property
    def diundi(self) -> bool:
        """True if kelurahan were drawn, False if all take part."""
        return self.usulan.cara != SEMUA

    @property
    def terpilih(self) -> tuple[Terundi, ...]:
        """The kelurahan of the plan, in code order."""
        return tuple(sorted((one for one in self.daftar if one.terpilih), key=lambda one: one.kelurahan))

    @property
    def target(self) -> Mapping[tuple[str, str], int]:
        """Target per (kelurahan, layanan)."""
        return {(one.kelurahan, one.layanan): one.target for one in self.sasaran}

    @property
    def n_kuesioner(self) -> int:
        """Questionnaires planned."""
        return sum(one.target for one in self.sasaran)

    def undian(self) -> Undian | None:
        """The draw made again from seed, way and recorded population; None where nothing was drawn."""
        if self.usulan.benih is None or self.usulan.per_kecamatan is None:
            return None
        places = [
            Wilayah(one.kelurahan, "kelurahan", one.nama, one.kecamatan, None, one.n_penduduk, None, None, None)
            for one in self.daftar
        ]
        return draw(places, self.usulan.benih, self.usulan.cara, self.usulan.per_kecamatan)

    @property
    def dapat_diulang(self) -> bool:
        """True if drawing again from the seed gives what is recorded, number by number."""
        try:
            again = self.undian()
        except InvalidSettingError:  # the record does not even allow a draw
            return False
        return again is None or again.daftar == self.daftar


def seed_of(day: date) -> int:
    """The seed proposed for a draw on this day: 24 April 2019 gives 20190424."""
    return day.year * 10_000 + day.month * 100 + day.day


def plans(store: Store, periode: str, pengumpul: str) -> tuple[Rencana, ...]:
    """Every plan ever recorded for a periode and pengumpul, newest first; at most the first is in force."""
    return tuple(
        _read(store, row) for row in queries.rows(store, "rencana_sampel", periode=periode, pengumpul=pengumpul)
    )


def plan(store: Store, periode: str, pengumpul: str) -> Rencana | None:
    """The plan in force, None if there is none."""
    return next((found for found in plans(store, periode, pengumpul) if found.berlaku), None)


def plan_progress(store: Store, periode: str, pengumpul: str, pada: date) -> Perkembangan:
    """Progress against the plan in force on a day; without a plan every questionnaire is outside of it."""
    found = plan(store, periode, pengumpul)
    return progress(store, periode, found.target if found else {}, pada, pengumpul)


def _read(store: Store, row: dict[str, object]) -> Rencana:
    number = row.pop("rencana_id")
    proposed = Usulan(**{name: row.pop(name) for name in Usulan.__dataclass_fields__})  # type: ignore[arg-type]
    drawn = tuple(
        Terundi(**{**line, "peluang": Fraction(line["peluang"])})
        for line in queries.rows(store, "rencana_kelurahan", rencana_id=number)
    )
    target = tuple(Sasaran(**line) for line in queries.rows(store, "rencana_sasaran", rencana_id=number))
    return Rencana(rencana_id=number, usulan=proposed, daftar=drawn, sasaran=target, **row)  # type: ignore[arg-type]
