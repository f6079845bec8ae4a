"""Who answers: sex, age, schooling and work of the made-up respondents, and the day they filled the form."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from skm_core.demo.calendar import PERIODE, working_days
from skm_core.demo.design import Forms

PENDIDIKAN = {"SD": 0.09, "SMP": 0.15, "SMA": 0.48, "D3": 0.08, "S1": 0.17, "S2": 0.025, "S3": 0.005}
PEKERJAAN = {"Lainnya": 0.37, "Swasta": 0.34, "Wirausaha": 0.21, "PNS": 0.06, "TNI": 0.01, "POLRI": 0.01}
SHARE_WOMEN, SHARE_SILENT = 0.58, 0.015
CAREER = ("PNS", "TNI", "POLRI")
AGE_SCHOOLED, AGE_RETIRED = 22, 60


def draw_profile(forms: Forms, rng: np.random.Generator) -> dict[str, pa.Array]:
    """Columns jenis_kelamin, usia, pendidikan and pekerjaan per form, the same on all forms of one person."""
    n = forms.orang[-1] + 1
    sex = np.where(rng.random(n) < SHARE_WOMEN, "P", "L")
    age = np.clip(rng.normal(40, 12.5, n), 17, 82).astype(np.uint8)
    school = rng.choice(list(PENDIDIKAN), n, p=list(PENDIDIKAN.values()))
    school = np.where((age < AGE_SCHOOLED) & np.isin(school, ["D3", "S1", "S2", "S3"]), "SMA", school)
    work = rng.choice(list(PEKERJAAN), n, p=list(PEKERJAAN.values()))
    work = np.where(((age < AGE_SCHOOLED) | (age >= AGE_RETIRED)) & np.isin(work, CAREER), "Lainnya", work)
    columns = {"jenis_kelamin": sex, "usia": age, "pendidikan": school, "pekerjaan": work}
    return {
        name: pa.array(values[forms.orang], mask=(rng.random(n) < SHARE_SILENT)[forms.orang])
        for name, values in columns.items()
    }


def draw_dates(forms: Forms, rng: np.random.Generator) -> npt.NDArray[np.datetime64]:
    """A working day of the periode per form; all forms of one person on one day.

    The city visits a kelurahan on two days in a row; a kelurahan collects over the middle of the quarter.
    """
    dates = np.empty(len(forms), dtype="datetime64[D]")
    share = rng.random(forms.orang[-1] + 1)[forms.orang]
    visit = rng.random((int(forms.wilayah.max()) + 1, len(PERIODE)))
    for index, periode in enumerate(PERIODE):
        days = working_days(periode)
        here = forms.periode == index
        own = here & (forms.kelurahan_sendiri | (index == 0))
        margin = len(days) // 6 if index else 0
        dates[own] = days[margin + (share[own] * (len(days) - 2 * margin)).astype(int)]
        city = here & ~own
        first = (visit[forms.wilayah[city], index] * (len(days) - 1)).astype(int)
        dates[city] = days[first + (share[city] < 0.5)]
    return dates
