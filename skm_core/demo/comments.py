"""What people write: praise and wishes about the service concerned, put together from `saran_contoh.csv`."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from skm_core.demo.answers import Answers
from skm_core.demo.design import LAYANAN, Forms
from skm_core.reference.rows import REFERENCE, read

SHARE = 0.12
CONTENT = 3.25  # mean answer from which praise is likelier than a wish
AFTER_PRAISE = (".", ". Terima kasih.", ". Semoga terus dipertahankan.", ". Lanjutkan.", ". Sukses selalu.")
BEFORE_WISH = ("Mohon ", "Tolong ", "Sebaiknya ", "Kami berharap ", "Usul: ")
AFTER_WISH = (".", ". Terima kasih.", ". Terima kasih sebelumnya.")
BETWEEN = (", tetapi mohon ", ". Ke depan sebaiknya ", ", hanya saja kami berharap ")


@cache
def sentences(layanan: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """All comments about one layanan: those that praise, and those that wish for something."""
    rows = [
        row for row in read(REFERENCE, "saran_contoh", "layanan_kode nada teks") if row.cells["layanan_kode"] == layanan
    ]
    praise = [row.text("teks") for row in rows if row.one_of("nada", ("puji", "usul")) == "puji"]
    wishes = [row.text("teks") for row in rows if row.cells["nada"] == "usul"]
    praising = tuple(said + after for said in praise for after in AFTER_PRAISE)
    wishing = tuple(before + wish + after for wish in wishes for before in BEFORE_WISH for after in AFTER_WISH)
    both = tuple(said + between + wish + "." for said in praise for wish in wishes for between in BETWEEN)
    return praising, wishing + both


def draw_comments(forms: Forms, answers: Answers, rng: np.random.Generator) -> pa.Array:
    """A comment on about 12% of the forms, else null; the better the answers, the likelier it is praise."""
    texts: npt.NDArray[np.object_] = np.full(len(forms), None, dtype=object)
    writes = rng.random(len(forms)) < SHARE
    filled = answers > 0
    mean = answers.sum(axis=1) / filled.sum(axis=1)
    praises = rng.random(len(forms)) < np.where(mean >= CONTENT, 0.6, 0.15)
    choice = rng.random(len(forms))
    for index, layanan in enumerate(LAYANAN):
        for tone, said in zip((praises, ~praises), sentences(layanan), strict=True):
            here = np.flatnonzero(writes & tone & (forms.layanan == index))
            texts[here] = np.array(said, dtype=object)[(choice[here] * len(said)).astype(int)]
    return pa.array(texts, type=pa.string())
