"""Signs of careless or made-up questionnaires, kelurahan against kelurahan. Signs flag; they never delete."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from skm_core import queries, registry
from skm_core.counting import Group
from skm_core.quality.funnel import BATAS_Z, funnel
from skm_core.scoring import Score, score, score_groups, selection
from skm_core.store import Store
from skm_core.terms import SEMUA, Pilihan


@dataclass(frozen=True, slots=True)
class Tanda:
    """One sign: column of the count and of its base, name, and what it may mean."""

    kunci: str
    dasar: str
    nama: str
    penjelasan: str


TANDA = {
    tanda.kunci: tanda
    for tanda in (
        Tanda("seragam", "n_kuesioner", "Jawaban seragam", "Semua butir dijawab sama; mungkin diisi tanpa dibaca."),
        Tanda(
            "runtun_panjang",
            "n_kuesioner",
            "Runtun jawaban sama",
            "Dua pertiga butir atau lebih berturut-turut dijawab sama.",
        ),
        Tanda(
            "identik",
            "n_kuesioner",
            "Kuesioner kembar",
            "Jawaban dan profilnya sama persis dengan kuesioner lain dalam unggahan yang sama.",
        ),
        Tanda(
            "pola_berulang",
            "n_kuesioner",
            "Pola berulang",
            "Susunan jawaban yang sama muncul tiga kali atau lebih dalam satu unggahan, layanan, dan kelurahan.",
        ),
        Tanda("ada_kosong", "n_kuesioner", "Ada butir kosong", "Satu butir atau lebih tidak dijawab."),
        Tanda(
            "di_luar_tanggal", "n_tanggal", "Tanggal di luar periode", "Tanggal pengisian sebelum atau sesudah periode."
        ),
        Tanda("hari_terpadat", "n_tanggal", "Menumpuk di satu hari", "Sebagian besar diisi pada hari yang sama."),
        Tanda(
            "usia_bulat",
            "n_usia",
            "Usia dibulatkan",
            "Usia berakhiran 0 atau 5 terlalu banyak (dari usia 23 sampai 62); mungkin ditaksir petugas.",
        ),
    )
}
"""Every sign, by key."""
TANDA_KUESIONER = ("seragam", "runtun_panjang", "identik", "pola_berulang", "ada_kosong", "di_luar_tanggal")
"""Signs that a single questionnaire carries; the others belong to a kelurahan only."""


@dataclass(frozen=True, slots=True)
class Temuan:
    """One sign in one kelurahan: x of n, z standard errors above the others.

    pusat: share (0..1) of the others; batas: the share beyond which this kelurahan, with its n, is flagged.
    """

    pengumpul: str
    kelurahan: str
    tanda: Tanda
    x: int
    n: int
    z: float
    pusat: float
    batas: float

    @property
    def menonjol(self) -> bool:
        """It strays from the others by more than chance and the usual differences between kelurahan explain."""
        return self.z > BATAS_Z


def inspect(store: Store, pilihan: Pilihan = SEMUA) -> tuple[Temuan, ...]:
    """Every sign in every kelurahan of a selection, worst first: each pengumpul apart, a kelurahan against the others.

    Against the others only, so that one bad kelurahan does not widen the funnel it is judged by. Signs without a base
    (no dates, no ages) are left out.
    """
    rows = queries.rows(store, "mutu_data_kelurahan", **selection(pilihan))
    found: list[Temuan] = []
    for pengumpul in sorted({row["pengumpul"] for row in rows}):
        mine = [row for row in rows if row["pengumpul"] == pengumpul]
        for tanda in TANDA.values():
            counted = [(row["kelurahan"], row[tanda.kunci], row[tanda.dasar]) for row in mine if row[tanda.dasar]]
            for place, x, n in counted:
                others = funnel([(count, base) for other, count, base in counted if other != place])
                found.append(Temuan(pengumpul, place, tanda, x, n, others.z(x, n), others.pusat, others.batas_atas(n)))
    return tuple(sorted(found, key=lambda one: (-one.z, one.kelurahan, one.tanda.kunci)))


def score_without(
    store: Store, pilihan: Pilihan, menurut: Sequence[str] = (), tanda: Sequence[str] = ("seragam", "identik")
) -> tuple[tuple[Score, Score | None], ...]:
    """Each score of the selection beside the same without questionnaires that carry a sign (None if none is left).

    Raises UnknownKeyError for a sign that a single questionnaire cannot carry.
    """
    for name in tanda:
        registry.require("Tanda", name, TANDA_KUESIONER)
    values = selection(pilihan)
    rows = queries.rows(store, "mutu_data_hitung_bersih", **values, menurut=list(menurut), tanda=list(tanda))
    clean = {_key(one): one for one in score_groups((Group(**row) for row in rows), registry.instrumen(store))}
    return tuple((one, clean.get(_key(one))) for one in score(store, pilihan, menurut))


def _key(one: Score) -> tuple[object, ...]:
    return one.periode, one.layanan, one.kecamatan, one.kelurahan, one.pengumpul, one.panel
