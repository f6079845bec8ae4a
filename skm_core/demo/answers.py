"""What is answered: answers 1 to 4 cut from a latent satisfaction of place, service, time and person."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from skm_core import reference
from skm_core.demo.calendar import PERIODE
from skm_core.demo.design import KELURAHAN, LAYANAN, WILAYAH, Forms

Floats = npt.NDArray[np.float64]
Answers = npt.NDArray[np.int8]

CUTS = (-2.2, -1.1, 0.6)  # latent satisfaction (mean 0, spread 1) below them is answered 1, 2, 3, else 4
ITEM = {
    "persyaratan": 0.2,
    "prosedur": 0.15,
    "waktu": 0.0,
    "biaya": 1.6,
    "produk": 0.1,
    "kompetensi": 0.2,
    "perilaku": 0.4,
    "sarana": -0.3,
    "pengaduan": -0.4,
}
LAYANAN_LEVEL = {
    "pkk": 0.1,
    "rptra": 0.08,
    "ketertiban_umum": -0.1,
    "jumantik": 0.05,
    "posyandu": 0.2,
    "ppsu": 0.15,
    "wali_kota": 0.1,
    "camat": 0.05,
    "lurah": 0.15,
}
TREND, FALLING = 0.02, {"ketertiban_umum": -0.05}  # latent steps per quarter
DIP = {"2020-q2": -0.15}
DIP_LAYANAN = {("2020-q2", "posyandu"): -0.3, ("2020-q2", "rptra"): -0.2, ("2020-q3", "rptra"): -0.1}
SELF_COLLECTED = 0.12
SPREAD_KECAMATAN, SPREAD_PLACE, SPREAD_PLACE_PERIODE, SPREAD_LAYANAN_PLACE = 0.05, 0.11, 0.05, 0.08
SPREAD_PERSON, SPREAD_FORM, SPREAD_ANSWER = 0.42, 0.42, 0.8
BLANK = (0.01, 0.03)  # share of blanks, lowest and highest of the questions
N_SUSPICIOUS, SHARE_SUSPICIOUS, SHARE_HASTY = 3, 0.55, 0.03  # forms with one answer throughout


def draw_answers(forms: Forms, rng: np.random.Generator) -> Answers:
    """Array (forms, 9 items in the order asked) of 1 to 4, 0 = blank. No form is blank throughout."""
    panel = forms.periode == 0
    latent = (_level(forms, rng) + _person(forms, rng))[:, None] + _items(forms, rng)
    latent += rng.normal(0, SPREAD_ANSWER, latent.shape)
    answers = (1 + np.digitize(latent, CUTS)).astype(np.int8)
    blank = rng.random(answers.shape) < rng.uniform(*BLANK, answers.shape[1])
    blank[:, 0] &= ~blank[:, 1:].all(axis=1)
    answers[blank] = 0
    hasty = rng.random(len(forms)) < SHARE_HASTY
    answers[hasty & ~panel] = 3
    suspicious = np.isin(forms.wilayah, _suspicious(rng)) & forms.kelurahan_sendiri
    answers[suspicious & (rng.random(len(forms)) < SHARE_SUSPICIOUS)] = 4
    return answers


def _suspicious(rng: np.random.Generator) -> list[int]:
    """Kelurahan whose own data hold many forms with the best answer throughout."""
    return [WILAYAH.index(kode) for kode in rng.choice(KELURAHAN, N_SUSPICIOUS, replace=False)]


def _level(forms: Forms, rng: np.random.Generator) -> Floats:
    """Mean latent satisfaction of each form's service, place and quarter."""
    kecamatan = dict(zip(sorted({kode[:8] for kode in KELURAHAN}), rng.normal(0, SPREAD_KECAMATAN, 8), strict=True))
    place = rng.normal(0, SPREAD_PLACE, len(WILAYAH)) + [kecamatan.get(kode[:8], 0.0) for kode in WILAYAH]
    place_periode = rng.normal(0, SPREAD_PLACE_PERIODE, (len(WILAYAH), len(PERIODE)))
    layanan_place = rng.normal(0, SPREAD_LAYANAN_PLACE, (len(LAYANAN), len(WILAYAH)))
    level: Floats = (
        _course()[forms.layanan, forms.periode]
        + place[forms.wilayah]
        + place_periode[forms.wilayah, forms.periode]
        + layanan_place[forms.layanan, forms.wilayah]
        + SELF_COLLECTED * forms.kelurahan_sendiri
    )
    return level


def _course() -> Floats:
    """Level of each layanan in each periode."""
    course = np.empty((len(LAYANAN), len(PERIODE)))
    for row, layanan in enumerate(LAYANAN):
        for column, periode in enumerate(PERIODE):
            course[row, column] = (
                LAYANAN_LEVEL[layanan]
                + FALLING.get(layanan, TREND) * column
                + DIP.get(periode.kode, 0)
                + DIP_LAYANAN.get((periode.kode, layanan), 0)
            )
    return course


def _person(forms: Forms, rng: np.random.Generator) -> Floats:
    """How content the person is in general, and with this service in particular."""
    person: Floats = rng.normal(0, SPREAD_PERSON, forms.orang[-1] + 1)[forms.orang]
    return person + rng.normal(0, SPREAD_FORM, len(forms))


def _items(forms: Forms, rng: np.random.Generator) -> Floats:
    """Level of each question; a variable of the panel round stands for nothing and differs little."""
    asked = next(entry for entry in reference.instrumen() if entry.kode == "skm9").butir
    level = np.array([ITEM[str(butir.unsur_kunci)] for butir in asked])
    levels = level + rng.normal(0, 0.1, (len(LAYANAN), len(asked)))
    variables = rng.normal(0, 0.1, len(asked))
    return np.where((forms.periode == 0)[:, None], variables, levels[forms.layanan])
