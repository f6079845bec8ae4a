"""The unsur with what the questionnaire asks about them, and the example that turns answers into an IKM."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from skm_core.results.wording import kata
from skm_core.rules import RULE_SETS
from skm_core.story.example import example, first_items
from skm_core.story.steps import Absent, Step, Tile, Tiles
from skm_core.terms import Instrumen, Unsur

LEAD = re.compile(r"^bagaimana (?:pendapat|pemahaman)(?:/pemahaman)? saudara (?:tentang|terhadap) ", re.IGNORECASE)
PER_STEP = 3
MOST_IN_FULL = 9
"""Up to this many unsur a step has room for their official names; the short ones stand for more."""


def counted(number: int) -> str:
    """A small number as the first word of a sentence."""
    return kata(number).capitalize()


def steps(instrumen: Instrumen | None, unsur: Mapping[str, Unsur]) -> Iterator[Step | Absent]:
    """All unsur by name, then a few at a time with what is asked."""
    if instrumen is None:
        yield Absent("unsur", "Unsur yang dinilai", "Belum ada kuesioner untuk aturan periode ini.")
        return
    items = first_items(instrumen)
    yield Step(
        "unsur",
        "unsur",
        "Unsur yang dinilai",
        f"{counted(len(items))} unsur dinilai warga",
        Tiles(tuple(Tile(unsur[key].nama if len(items) <= MOST_IN_FULL else unsur[key].pendek) for key in items)),
        " ".join(f"{unsur[key].nama}: {unsur[key].uraian}" for key in items),
    )
    listed = list(items.items())
    for number, start in enumerate(range(0, len(listed), PER_STEP), 1):
        some = listed[start : start + PER_STEP]
        asked = tuple(Tile(unsur[key].pendek, LEAD.sub("", item.teks).rstrip("?")) for key, item in some)
        labels = "\n".join(f"{unsur[key].nama}: {item.teks} Jawaban: {', '.join(item.label)}." for key, item in some)
        yield Step(
            f"pertanyaan-{number}",
            "pertanyaan",
            "Pertanyaannya",
            "Warga ditanya tentang …",
            Tiles(asked, kolom=1),
            f"Setiap pertanyaan punya empat jawaban, bernilai 1 sampai 4.\n{labels}",
        )


def live(instrumen: Instrumen | None, unsur: dict[str, Unsur], aturan: str) -> Step | Absent:
    """The example the hall may change."""
    name = "Dari jawaban menjadi IKM"
    if instrumen is None:
        return Absent("contoh", name, "Belum ada kuesioner untuk aturan periode ini.")
    body = example(instrumen, unsur, RULE_SETS[aturan])
    every = f"{body.kata[0].upper()}{body.kata[1:]} semua unsur"
    return Step(
        "contoh",
        "contoh",
        name,
        "Jawaban Anda menjadi IKM",
        body,
        f"Minta peserta menyebut jawaban, klik satu per satu. NRR: rata-rata nilai tiap unsur. {every} "
        "dikali 25 menjadi IKM. Kuesioner berikutnya ditambahkan dengan satu klik; yang dikosongkan tidak "
        "dihitung sebagai 0. Ini contoh hitungan, bukan hasil survei.",
    )
