"""One set of answers written as the export of every form service, in its variants."""

# ruff: noqa: DTZ001

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import openpyxl

from tests.intake.files import ASKED, LABELS, OFFICIAL, QUESTIONS, RULE, book_of, table, xlsx

Rows = list[list[object]]
SERVICES = {
    "pkk": "PKK",
    "rptra": "RPTRA",
    "ketertiban_umum": "Ketertiban umum",
    "jumantik": "Jumantik",
    "posyandu": "Posyandu",
    "ppsu": "PPSU",
}
PLACES = {"Kapuk": ("Cengkareng", "31.73.01.1005"), "Kamal": ("Kalideres", "31.73.06.1004")}
WORDINGS = {
    "baku": QUESTIONS,
    "nama unsur": OFFICIAL,
    "pendek": {
        "persyaratan": "Kesesuaian persyaratan",
        "prosedur": "Kemudahan prosedur",
        "waktu": "Kecepatan waktu",
        "biaya": "Kewajaran biaya/tarif",
        "produk": "Kesesuaian produk",
        "kompetensi": "Kompetensi petugas",
        "perilaku": "Kesopanan dan keramahan petugas",
        "sarana": "Kualitas sarana dan prasarana",
        "pengaduan": "Penanganan pengaduan",
    },
    "menurut Anda": {
        "persyaratan": "Menurut Anda, bagaimana kesesuaian persyaratan untuk mendapatkan layanan ini?",
        "prosedur": "Menurut Anda, bagaimana kemudahan prosedur yang harus dijalani?",
        "waktu": "Menurut Anda, bagaimana kecepatan waktu petugas melayani?",
        "biaya": "Menurut Anda, bagaimana kewajaran biaya yang diminta?",
        "produk": "Menurut Anda, bagaimana kesesuaian produk layanan dengan yang dijanjikan?",
        "kompetensi": "Menurut Anda, bagaimana kemampuan petugas yang melayani?",
        "perilaku": "Menurut Anda, bagaimana sikap petugas yang melayani?",
        "sarana": "Menurut Anda, bagaimana kondisi sarana di tempat layanan?",
        "pengaduan": "Menurut Anda, bagaimana penanganan keluhan warga?",
    },
}
"""Ways of asking, all recognised without help."""


@dataclass(frozen=True)
class Person:
    """One respondent: when, where, who, what was answered of which service, and one comment."""

    nomor: int
    waktu: datetime
    kelurahan: str
    jenis_kelamin: str
    usia: int
    saran: str
    nilai: dict[str, dict[str, int | None]]

    @property
    def uuid(self) -> str:
        return f"48583952-0000-4000-8000-{self.nomor:012d}"

    @property
    def one(self) -> str:
        """The one service of a form that asks about one."""
        return next(iter(self.nilai))


def people(n: int = 14) -> list[Person]:
    """Always the same: every value in every question, blanks, one to six services judged."""
    chance = random.Random(20190424)
    found = []
    for number in range(1, n + 1):
        judged = chance.sample(list(SERVICES), 1 + number % 6)
        nilai: dict[str, dict[str, int | None]] = {
            service: {key: None if chance.random() < 0.06 else chance.randint(1, 4) for key in ASKED}
            for service in judged
        }
        found.append(
            Person(
                number,
                datetime(2019, 4, 13, 9, 15, 30) + timedelta(days=number, minutes=7 * number),
                chance.choice(list(PLACES)),
                chance.choice("LP"),
                chance.randint(17, 70),
                "" if number % 3 else f"Tolong, loketnya; {number} saja",
                nilai,
            )
        )
    return found


@dataclass(frozen=True)
class Ask:
    """One question: label and code, its group, and the answer of every person."""

    label: str
    kode: str
    cells: tuple[str, ...]
    grup: str = "Data responden"
    grup_kode: str = "profil"
    rating: bool = False


def answer(mode: str, key: str, value: int | None) -> str:
    """An answer as text, as its number, or as a code."""
    if value is None:
        return ""
    label = LABELS[key][value - 1]
    return {
        "label": label,
        "angka": str(value),
        "kode": label.lower().replace(" ", "_"),
        "A1": f"A{value}",
        "AO01": f"AO0{value}",
        "bernomor": f"{value}. {label}",
    }[mode]


def profile(found: Sequence[Person], *, coded: bool = False) -> list[Ask]:
    """The questions before the rating; `coded`: answers as codes."""
    gender = {"L": "laki_laki", "P": "perempuan"} if coded else {"L": "Laki-laki", "P": "Perempuan"}
    place = [p.kelurahan.lower() if coded else p.kelurahan for p in found]
    return [
        Ask("Nama lengkap", "nama", tuple(f"Budi {p.nomor}" for p in found)),
        Ask("Kelurahan", "kelurahan", tuple(place)),
        Ask("Jenis kelamin", "jenis_kelamin", tuple(gender[p.jenis_kelamin] for p in found)),
        Ask("Usia", "usia", tuple(str(p.usia) for p in found)),
    ]


def comment(found: Sequence[Person]) -> Ask:
    return Ask("Kritik dan saran", "saran", tuple(p.saran for p in found), "Penutup", "penutup")


def single(found: Sequence[Person], wording: str = "baku", mode: str = "label") -> list[Ask]:
    """A form on one service, named in a question of its own."""
    coded = mode == "kode"
    which = Ask("Layanan yang dinilai", "layanan", tuple(p.one if coded else SERVICES[p.one] for p in found))
    rating = [
        Ask(
            WORDINGS[wording][key],
            key,
            tuple(answer(mode, key, p.nilai[p.one][key]) for p in found),
            "Penilaian",
            "unsur",
            rating=True,
        )
        for key in ASKED
    ]
    return [*profile(found, coded=coded), which, *rating, comment(found)]


def sixfold(found: Sequence[Person], wording: str = "nama unsur", mode: str = "label") -> list[Ask]:
    """A form that asks the nine questions of every service, one group each; services not judged are left blank."""
    rating = [
        Ask(
            WORDINGS[wording][key],
            f"{key}_{service}",
            tuple(answer(mode, key, p.nilai[service][key] if service in p.nilai else None) for p in found),
            f"Penilaian layanan {name}",
            service,
            rating=True,
        )
        for service, name in SERVICES.items()
        for key in ASKED
    ]
    return [*profile(found, coded=mode == "kode"), *rating, comment(found)]


def rows_of(headers: Sequence[object], columns: Sequence[Sequence[object]]) -> Rows:
    return [list(headers), *(list(row) for row in zip(*columns, strict=True))]


def shuffled(rows: Rows, seed: int = 7) -> Rows:
    """The same columns in another order."""
    order = list(range(len(rows[0])))
    random.Random(seed).shuffle(order)
    return [[row[index] for index in order] for row in rows]


# -- Google Forms ------------------------------------------------------------------------------------------------

STAMPS: dict[str, Callable[[datetime], str]] = {
    "id": lambda t: f"{t.day:02d}/{t.month:02d}/{t.year} {t.hour}.{t.minute:02d}.{t.second:02d}",
    "us": lambda t: f"{t.month}/{t.day}/{t.year} {t.hour}:{t.minute:02d}:{t.second:02d}",
    "zip": lambda t: f"{t.year}/{t.month:02d}/{t.day:02d} {t.hour}:{t.minute:02d}:{t.second:02d} AM GMT+7",
}


def google(
    found: Sequence[Person],
    asks: Sequence[Ask],
    *,
    stamp: str = "Timestamp",
    times: str = "id",
    heading: Callable[[Ask], str] = lambda ask: ask.label,
    quiz: bool = False,
) -> Rows:
    """`heading` makes the column title of a rating question."""
    headers: list[object] = [stamp, "Email Address" if stamp == "Timestamp" else "Alamat Email"]
    columns: list[Sequence[object]] = [[STAMPS[times](p.waktu) for p in found], ["budi@contoh.id" for _ in found]]
    if quiz:
        headers.append("Skor")
        columns.append(["0 / 0" for _ in found])
    return rows_of(
        [*headers, *(heading(ask) if ask.rating else ask.label for ask in asks)],
        [*columns, *(ask.cells for ask in asks)],
    )


def grid(ask: Ask) -> str:
    return f"{ask.grup} [{ask.label}]"


def edited(rows: Rows) -> Rows:
    """A question was edited half-way: the answers before stand in a new last column."""
    title = next(str(h) for h in rows[0] if "sarana" in str(h).lower())
    index, half = rows[0].index(title), len(rows) // 2
    out = [[*rows[0], title]]
    for number, row in enumerate(rows[1:], 1):
        kept = list(row)
        if number < half:
            kept[index] = ""
        out.append([*kept, row[index] if number < half else ""])
    return out


def branched(rows: Rows) -> Rows:
    """Sections per kecamatan: the question Kelurahan stands once in each, one of them filled."""
    index = rows[0].index("Kelurahan")
    out = [[*rows[0][:index], "Kecamatan", "Kelurahan", "Kelurahan", *rows[0][index + 1 :]]]
    for row in rows[1:]:
        kecamatan = PLACES[str(row[index])][0]
        spread = [row[index], ""] if kecamatan == "Cengkareng" else ["", row[index]]
        out.append([*row[:index], kecamatan, *spread, *row[index + 1 :]])
    return out


# -- KoboToolbox -------------------------------------------------------------------------------------------------


def kobo(
    found: Sequence[Person],
    asks: Sequence[Ask],
    *,
    xml: bool = False,
    groups: str = "",
    hxl: bool = False,
    old: bool = False,
    start: bool = True,
) -> Rows:
    """`groups`: separator between group name and question, "" without groups; `old`: before `__version__`."""
    names = []
    for ask in asks:
        name = ask.kode if xml else ask.label
        names.append(f"{ask.grup_kode if xml else ask.grup}{groups}{name}" if groups else name)
    begin = ["start", "end"] if start else []
    tail = ["_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status", "_submitted_by"]
    tail += ([] if old else ["__version__"]) + ["_tags", "_index"]
    local = [p.waktu.isoformat() + ".000+07:00" for p in found]
    utc = [(p.waktu - timedelta(hours=7)).isoformat() for p in found]
    columns: list[Sequence[object]] = [local, local] if start else []
    columns += [ask.cells for ask in asks]
    columns += [[60 + p.nomor for p in found], [p.uuid for p in found], utc, ["" for _ in found], ["" for _ in found]]
    columns += [["submitted_via_web" for _ in found], ["petugas" for _ in found]]
    columns += ([] if old else [["vQ7" for _ in found]]) + [["" for _ in found], [p.nomor for p in found]]
    rows = rows_of([*begin, *names, *tail], columns)
    if hxl:
        rows.insert(1, ["#date" if h == "start" else "#adm4" if h == "Kelurahan" else "" for h in rows[0]])
    return rows


def kobo_csv(rows: Rows) -> bytes:
    """Every cell quoted, semicolons, CRLF, no byte order mark."""
    lines = (";".join('"' + str(cell).replace('"', '""') + '"' for cell in row) for row in rows)
    return "".join(line + "\r\n" for line in lines).encode()


# -- LimeSurvey --------------------------------------------------------------------------------------------------

LIME = {
    "id": "Response ID",
    "submitdate": "Date submitted",
    "lastpage": "Last page",
    "startlanguage": "Start language",
    "seed": "Seed",
    "startdate": "Date started",
    "datestamp": "Date last action",
}


def lime(
    found: Sequence[Person],
    asks: Sequence[Ask],
    *,
    headings: str = "kode dan teks",
    array: str = "",
    unfinished: int = 2,
    dated: bool = True,
) -> Rows:
    """`headings`: 'kode', 'teks' or 'kode dan teks'. `array`: 'satu' (U[SQ001]), 'layanan' (one array per service)."""
    names, count = [], dict.fromkeys(SERVICES, 0) | {"unsur": 0}
    for number, ask in enumerate(asks, 1):
        code, text = ask.kode, ask.label
        if ask.rating and array:
            count[ask.grup_kode] += 1
            code, text = f"{ask.grup_kode}[SQ{count[ask.grup_kode]:03d}]", f"{ask.grup} [{ask.label}]"
        elif headings != "kode":
            code = f"G01Q{number:02d}"
        names.append({"kode": code, "teks": text}.get(headings, f"{code}. {text}"))
    own = {"kode": list(LIME), "teks": list(LIME.values())}.get(headings, [f"{k}. {v}" for k, v in LIME.items()])
    time = [str(p.waktu) if dated else "1980-01-01 00:00:00" for p in found]
    n = len(found)
    columns: list[Sequence[object]] = [[p.nomor for p in found], time, [5] * n, ["id"] * n]
    columns += [[1_700_000_000 + 977 * p.nomor for p in found], time, time, *(ask.cells for ask in asks)]
    rows = rows_of([*own, *names], columns)
    for number in range(unfinished):
        begun = list(rows[1 + number])
        begun[0], begun[1], begun[2] = 900 + number, "", 2
        rows.insert(3 + 2 * number, begun)
    return rows


# -- SurveyMonkey ------------------------------------------------------------------------------------------------


def monkey(found: Sequence[Person], asks: Sequence[Ask], *, layout: str = "kisi") -> Rows:
    """`layout`: 'kisi' (a grid: question over its rows), 'satuan' (single questions), 'melebar' (a column a choice)."""
    top: list[object] = ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Email Address"]
    top += ["First Name", "Last Name", "Custom Data 1"]
    below: list[object] = [""] * len(top)
    time = [p.waktu.strftime("%m/%d/%Y %I:%M:%S %p") for p in found]
    columns: list[Sequence[object]] = [[114_000_000_000 + p.nomor for p in found], [402_345_678 for _ in found]]
    columns += [time, time, ["36.68.1.2" for _ in found]] + [["" for _ in found] for _ in range(4)]
    last = ""
    for number, ask in enumerate(asks):
        if ask.rating and layout == "kisi":
            top.append("" if ask.grup == last else ask.grup)
            below.append(ask.label)
            columns.append(ask.cells)
            last = ask.grup
        elif ask.rating and layout == "melebar":
            key = ASKED[[other for other in asks if other.rating].index(ask) % 9]
            for place, label in enumerate(LABELS[key]):
                top.append("" if place else ask.label)
                below.append(label)
                columns.append([cell if cell == label else "" for cell in ask.cells])
        else:
            top.append(ask.label)
            below.append("Open-Ended Response" if number in (0, 3, len(asks) - 1) else "Response")
            columns.append(ask.cells)
            last = ""
    return [top, *rows_of(below, columns)]


def zipped(*files: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, content in files:
            packed.writestr(name, content)
    return out.getvalue()


# -- Microsoft Forms ---------------------------------------------------------------------------------------------


def microsoft(
    found: Sequence[Person],
    asks: Sequence[Ask],
    *,
    indonesian: bool = False,
    nbsp: bool = False,
    quiz: bool = False,
    heading: Callable[[Ask], str] = lambda ask: ask.label,
) -> Rows:
    """Workbook rows with true dates."""
    own = ["Id", "Waktu mulai", "Waktu penyelesaian", "Email", "Nama"]
    if not indonesian:
        own = ["ID", "Start time", "Completion time", "Email", "Name", "Last modified time"]
    headers: list[object] = [*own]
    columns: list[Sequence[object]] = [[p.nomor for p in found], [p.waktu for p in found]]
    columns += [[p.waktu + timedelta(minutes=4) for p in found], ["anonymous" for _ in found], ["" for _ in found]]
    if not indonesian:
        columns.append(["" for _ in found])
    if quiz:
        headers += ["Total points", "Quiz feedback"]
        columns += [[0 for _ in found], ["" for _ in found]]
    for ask in asks:
        headers.append(heading(ask) if ask.rating else ask.label)
        columns.append([int(c) if c.isdigit() else c for c in ask.cells])
        if quiz:
            headers += [f"Points - {ask.label}", f"Feedback - {ask.label}"]
            columns += [["" for _ in found], ["" for _ in found]]
    if nbsp:
        headers = [str(header).replace(" ", "\u00a0") for header in headers]
    return rows_of(headers, columns)


def merged_groups(found: Sequence[Person], asks: Sequence[Ask], *, numbers: bool = False) -> bytes:
    """A table of one's own: services as merged titles, the unsur (or U1 to U9) under each, comments after them."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    rating = [ask for ask in asks if ask.rating]
    start = next(i for i, ask in enumerate(asks) if ask.rating) + 1
    sheet.append(["Tanggal", *(ask.label if not ask.rating else None for ask in asks)])
    headers: list[object] = [None, *(ask.label if ask.rating else None for ask in asks)]
    if numbers:
        headers = [None] * len(headers)
        for index, ask in enumerate(rating):
            headers[start + index] = f"U{RULE.index(ASKED[index % 9]) + 1}"
            assert ask.rating
    sheet.append(headers)
    for index in range(0, len(rating), 9):
        left = start + index + 1
        sheet.cell(1, left, rating[index].grup)
        sheet.merge_cells(start_row=1, start_column=left, end_row=1, end_column=left + 8)
    for number, person in enumerate(found):
        cells = [ask.cells[number] or None for ask in asks]
        sheet.append([person.waktu.date(), *(int(c) if c and c.isdigit() else c for c in cells)])
    return xlsx(book)


def book(rows: Rows, title: str) -> bytes:
    return book_of(rows, title)


def csv(rows: Rows, **how: str) -> bytes:
    return table(rows, **how)
