"""Does the interval cover what it should? Made-up surveys in the city's design, put through the library itself.

    python tools/simulate_coverage.py [--surveys 2000] [--write]

Each survey has its own city: 56 kelurahan that differ, so that respondents of one kelurahan are alike with the given
intraclass correlation (ICC). Two kelurahan per kecamatan are drawn, about 100 people in each answer nine questions on
the scale 1..4, some leave blanks. The figure to be covered is known exactly: the index of the mean of all 56
kelurahan, each counting the same, which is what the kelurahan weight estimates. A second survey of the same city draws
anew while nothing changed on the whole (kelurahan moved up and down), and a third after the city's index truly rose.
`--write` puts the table into docs/ketelitian.md.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.special import ndtr

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from skm_core import reference  # noqa: E402
from skm_core.compare import change_of_counts  # noqa: E402
from skm_core.precision import Cara, Precision, load, precision, precision_of_counts  # noqa: E402
from skm_core.precision.student import quantile  # noqa: E402
from skm_core.store import Store  # noqa: E402

Floats = npt.NDArray[np.float64]
SEED = 20190424
ICC = (0.01, 0.03, 0.05)
RISE = 4.0
"""True rise of the index in the third survey, points."""
BATCH = 100
UNSUR = np.linspace(-0.5, 0.9, 9)
"""How well each unsur is judged, on the scale behind the answers; the middle one of the nine is 0.2."""
STEPS = np.array([-1.6, -0.7, 0.75])
"""Where an opinion becomes a 2, a 3 and a 4."""
SD_PERSON, SD_ANSWER = 0.6, 0.8
BLANK = 0.03
DOCS = ROOT / "docs" / "ketelitian.md"
MARKS = ("<!-- simulation -->", "<!-- /simulation -->")
CARA = Cara(bobot="kelurahan", unsur=False)


@dataclass
class Tally:
    """What was counted at one ICC."""

    surveys: int = 0
    covered: int = 0
    naive: int = 0
    kecamatan: int = 0
    alarms: int = 0
    found: int = 0
    half_width: float = 0.0
    deff: float = 0.0


def index_of(effect: Floats) -> Floats:
    """True index of people whose kelurahan lies `effect` above the mean of all."""
    spread = np.hypot(SD_PERSON, SD_ANSWER)
    at_least = ndtr((UNSUR[:, None] + effect[..., None, None] - STEPS) / spread)
    return np.asarray(25 * (1 + at_least.sum(axis=-1)).mean(axis=-1))


def shifted(effect: Floats, wanted: Floats) -> Floats:
    """The kelurahan effects moved together until the city's index is the one wanted (bisection)."""
    low, high = np.full(len(effect), -3.0), np.full(len(effect), 3.0)
    for _ in range(60):
        middle = (low + high) / 2
        below = index_of(effect + middle[:, None]).mean(axis=1) < wanted
        low, high = np.where(below, middle, low), np.where(below, high, middle)
    return effect + ((low + high) / 2)[:, None]


def answers(rng: np.random.Generator, effect: Floats, places: npt.NDArray[np.str_], periode: str) -> pd.DataFrame:
    """One survey of the city's design: two kelurahan per kecamatan, 95 to 105 people in each."""
    kecamatan = np.array([code[:8] for code in places])
    drawn = np.concatenate(
        [rng.choice(np.flatnonzero(kecamatan == one), 2, replace=False) for one in np.unique(kecamatan)]
    )
    who = np.repeat(drawn, rng.integers(95, 106, size=len(drawn)))
    level = effect[who] + rng.normal(0, SD_PERSON, len(who))
    opinion = level[:, None] + UNSUR + rng.normal(0, SD_ANSWER, (len(who), 9))
    value = 1 + (opinion[..., None] > STEPS).sum(axis=-1)
    frame = pd.DataFrame(
        np.where(rng.random(value.shape) < BLANK, np.nan, value), columns=[f"b{i}" for i in range(1, 10)]
    )
    return frame.astype("Int8").assign(wilayah_kode=places[who], periode_kode=periode)


def batches(rng: np.random.Generator, icc: float, surveys: int) -> Iterator[tuple[Store, Floats, Floats]]:
    """Stores with up to BATCH cities as periode a0, b0, c0, a1, …; true effects of the first survey; true indexes."""
    places = np.array([one.kode for one in reference.wilayah() if one.tingkat == "kelurahan"])
    sd = np.sqrt(icc / (1 - icc) * (SD_PERSON**2 + SD_ANSWER**2 / 9))
    for start in range(0, surveys, BATCH):
        size = min(BATCH, surveys - start)
        first = rng.normal(0, sd, (size, len(places)))
        truth = index_of(first).mean(axis=1)
        moved = [(first + rng.normal(0, sd, first.shape)) / np.sqrt(2) for _ in range(2)]
        second, third = (shifted(effect, truth + rise) for effect, rise in zip(moved, (0.0, RISE), strict=True))
        frames = [
            answers(rng, effect[city], places, f"{letter}{city}")
            for city in range(size)
            for letter, effect in (("a", first), ("b", second), ("c", third))
        ]
        with Store() as store:
            reference.seed(store)
            fill(store, pd.concat(frames, ignore_index=True))
            yield store, first, truth


def fill(store: Store, forms: pd.DataFrame) -> None:
    """The questionnaires, and a periode for each survey."""
    forms = forms.assign(unggahan_id=1, baris=range(len(forms)), responden_kunci=range(len(forms)))
    forms = forms.assign(layanan_kode="pkk", instrumen_kode="skm9", pengumpul="kota")
    with store.write() as cursor:
        cursor.register("surveys", forms)
        cursor.execute(
            """INSERT INTO unggahan SELECT 1, now()::TIMESTAMP, 's', 's', repeat('0', 64), 1, 's', '{}', 1, 0, 'aktif',
               now()::TIMESTAMP, 's'"""
        )
        cursor.execute(
            """INSERT INTO periode SELECT DISTINCT periode_kode, periode_kode, NULL::DATE, NULL::DATE,
               'permenpan-14-2017', 'acak', 'tutup' FROM surveys"""
        )
        cursor.execute("INSERT INTO kuesioner BY NAME SELECT * FROM surveys")
        cursor.unregister("surveys")


def inside(one: Precision, truth: float, narrow: float = 1.0) -> bool:
    """Whether the interval, with its standard error times `narrow`, covers the truth."""
    assert one.ikm is not None and one.se is not None
    t = quantile(one.df) if narrow == 1.0 else quantile(one.n - 1)
    return abs(one.ikm - truth) <= t * one.se * narrow


def simulate(icc: float, surveys: int) -> Tally:
    """Counts over all surveys at one ICC; the seed depends on nothing else."""
    rng = np.random.default_rng([SEED, round(icc * 1000)])
    tally = Tally()
    places = [one.kode for one in reference.wilayah() if one.tingkat == "kelurahan"]
    for store, effect, truth in batches(rng, icc, surveys):
        h = load(store)
        for one in precision(store, menurut=["periode"], cara=CARA):
            if one.periode and one.periode[0] == "a":
                city = int(one.periode[1:])
                tally.surveys += 1
                tally.covered += inside(one, truth[city])
                tally.naive += inside(one, truth[city], float(one.deff or 1) ** -0.5)
                tally.half_width += quantile(one.df) * float(one.se or 0)
                tally.deff += float(one.deff or 0)
        for one in precision_of_counts(h, menurut=["periode", "kecamatan"], cara=CARA):
            if one.periode and one.periode[0] == "a":
                mine = [place for place, code in enumerate(places) if code.startswith(str(one.kecamatan))]
                tally.kecamatan += inside(one, float(index_of(effect[int(one.periode[1:])][mine]).mean()))
        for city in range(len(truth)):
            (nothing,) = change_of_counts(h, f"a{city}", f"b{city}", cara=CARA)
            (rise,) = change_of_counts(h, f"a{city}", f"c{city}", cara=CARA)
            tally.alarms += nothing.putusan.kunci in ("naik", "turun")
            tally.found += rise.putusan.kunci == "naik"
    return tally


def row(icc: float, tally: Tally) -> str:
    """One line of the table."""
    n = tally.surveys
    shares = [tally.covered / n, tally.naive / n, tally.kecamatan / n / 8, tally.alarms / n, tally.found / n]
    cells = [
        f"{icc:.2f}",
        f"{tally.deff / n:.1f}",
        f"±{tally.half_width / n:.2f}",
        *(f"{100 * share:.1f} %" for share in shares),
    ]
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Simulate, print, and write if asked."""
    parser = argparse.ArgumentParser(description="Coverage and verdicts over made-up surveys of the city's design.")
    parser.add_argument("--surveys", type=int, default=2000)
    parser.add_argument("--write", action="store_true", help="put the table into docs/ketelitian.md")
    asked = parser.parse_args()
    lines = [
        "| ICC | design effect | mean interval | covers the city's index | naive interval covers it "
        f"| pooled interval covers a kecamatan's index | false naik/turun | rise of {RISE:.0f} points found |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for icc in ICC:
        lines.append(row(icc, simulate(icc, asked.surveys)))
        print(lines[-1], flush=True)
    table = "\n".join([f"{asked.surveys:,} surveys per line, seed {SEED}:", "", *lines])
    if asked.write:
        before, rest = DOCS.read_text(encoding="utf-8").split(MARKS[0])
        DOCS.write_text(f"{before}{MARKS[0]}\n{table}\n{MARKS[1]}{rest.split(MARKS[1])[1]}", encoding="utf-8")


if __name__ == "__main__":
    main()
