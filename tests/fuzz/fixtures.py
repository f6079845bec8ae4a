"""Every file of the corpus, once: what the fuzz run changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.intake import corpus, files, hostile, sheets
from tests.intake.test_hostile import READ
from tests.intake.test_same_answers import LAYOUTS

DATA = Path(__file__).parents[1] / "intake" / "data"
WORDINGS = (("baku", False), ("pendek", True), ("nama unsur", False), ("menurut Anda", False))
CHOSEN = {"pengumpul": "kelurahan"}


@dataclass(frozen=True, eq=False)
class Fixture:
    """One file: its bytes, its name as uploaded, and what a person chooses for it.

    `tabel`: a plain table, so that columns may change places.
    """

    name: str
    make: Callable[[], bytes]
    file: str
    options: Mapping[str, str]
    tabel: bool = True


def _made_by_services() -> list[Fixture]:
    found = []
    for wording, shuffled in WORDINGS:
        for case in corpus.cases(wording, shuffled=shuffled):
            plain = case.layout != corpus.M and "judul gabungan" not in case.name and ", nomor" not in case.name
            name, options = f"{wording}: {case.name}", {"periode": "2019-q2", **CHOSEN}
            # an order of headings that only have numbers is their meaning
            plain = plain and "lime larik kode" not in case.name and "google disunting" not in case.name
            found.append(Fixture(name, case.data, case.file, options, plain))
    return found


def _layouts() -> list[Fixture]:
    return [
        Fixture(f"tata letak: {name}", make, file, {**CHOSEN, **more}, "pengolahan" not in name)
        for name, (make, file, more, _) in LAYOUTS.items()
    ]


def _odd() -> list[Fixture]:
    """Files that look odd and are read; the huge ones stay out, as a change of them shows nothing more."""
    small = {name: make for name, make in READ.items() if "sejuta" not in name and "sampai XFD" not in name}
    return [Fixture(f"ganjil: {name}", make, "berkas.xls", CHOSEN, False) for name, make in small.items()]


def _processing() -> list[Fixture]:
    options = {"u8": "pengaduan", "kelurahan": "Kapuk", "layanan": "posyandu", "periode": "2019-q2", **CHOSEN}
    found = sheets.answers(41, blanks=3)
    rows = sheets.rows_of(found, sheets.figures(found))
    two = sheets.book(("Januari", rows), ("Februari", sheets.rows_of(found[:20], sheets.figures(found[:20]))))
    on_its_side = [
        ["Unsur", *(f"R{n}" for n in range(1, 13))],
        *([files.OFFICIAL[key], *(row[i] for row in found[:12])] for i, key in enumerate(files.RULE)),
    ]
    made = [
        Fixture("lembar: dua lembar", lambda: two, "a.xlsx", options, False),
        Fixture("lembar: diputar", lambda: files.book_of(on_its_side), "a.xlsx", options, False),
        Fixture("lembar: ods", lambda: files.ods(files.key_rows(files.forms())), "a.ods", CHOSEN),
        Fixture("lembar: baik", hostile.good, "a.xlsx", CHOSEN),
    ]
    for path in sorted(DATA.glob("lembar_pengolahan.*")):
        made.append(Fixture(f"kantor: {path.suffix}", path.read_bytes, path.name, options, False))
    return made


def fixtures() -> list[Fixture]:
    """All of them, in a fixed order."""
    return [*_made_by_services(), *_layouts(), *_odd(), *_processing()]
