"""Every form service in every variant, from one set of answers: name → file, form and layout expected."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from tests.intake import services as s
from tests.intake.services import Ask, Rows


class Case(NamedTuple):
    """One file of the corpus; `six`: several services a row; `tanggal`: whether it dates its responses.

    `kode1`: what has to be said of its codes, the only thing any of these files asks of a person.
    """

    name: str
    data: Callable[[], bytes]
    file: str
    layout: str
    six: bool = False
    tanggal: bool = True
    kode1: str | None = None


@dataclass(frozen=True)
class Writer:
    """A way from the questions to rows, and from rows to bytes."""

    name: str
    rows: Callable[[list[Ask]], Rows]
    pack: Callable[[Rows], bytes]
    file: str
    layout: str
    mode: str = "label"
    tanggal: bool = True


FOUND = s.people()


def _suffix(ask: Ask) -> str:
    return f"{ask.label} ({ask.grup.removeprefix('Penilaian layanan ')})"


def _google_zip(rows: Rows) -> bytes:
    return s.zipped(("Survei Kepuasan.csv", s.csv(rows, end="\r\n")))


def _monkey_zip(rows: Rows) -> bytes:
    return s.zipped(("CSV/Survei.csv", s.csv(rows, encoding="utf-8-sig")), ("Excel/Survei.xlsx", s.book(rows, "Sheet")))


def _book(title: str) -> Callable[[Rows], bytes]:
    return lambda rows: s.book(rows, title)


G, K, L, M, F = "google_forms", "kobo", "limesurvey", "surveymonkey", "microsoft_forms"
SINGLE = [
    Writer("google en csv", lambda a: s.google(FOUND, a, times="us"), lambda r: s.csv(r, end="\r\n"), "a.csv", G),
    Writer("google id csv", lambda a: s.google(FOUND, a, stamp="Stempel waktu"), s.csv, "a.csv", G),
    Writer("google id xlsx", lambda a: s.google(FOUND, a, stamp="Cap waktu"), _book("Respons Formulir 1"), "a.xlsx", G),
    Writer("google zip", lambda a: s.google(FOUND, a, times="zip"), _google_zip, "a.zip", G),
    Writer("google kisi", lambda a: s.google(FOUND, a, heading=s.grid), s.csv, "a.csv", G),
    Writer("google kisi angka", lambda a: s.google(FOUND, a, heading=s.grid), s.csv, "a.csv", G, "angka"),
    Writer("google kuis", lambda a: s.google(FOUND, a, quiz=True), s.csv, "a.csv", G, "bernomor"),
    Writer("google disunting", lambda a: s.edited(s.google(FOUND, a)), s.csv, "a.csv", G),
    Writer("google bercabang", lambda a: s.branched(s.google(FOUND, a)), s.csv, "a.csv", G),
    Writer("kobo label", lambda a: s.kobo(FOUND, a), s.kobo_csv, "a.csv", K),
    Writer("kobo label grup", lambda a: s.kobo(FOUND, a, groups="/"), s.kobo_csv, "a.csv", K),
    Writer("kobo xml kode", lambda a: s.kobo(FOUND, a, xml=True), s.kobo_csv, "a.csv", K, "kode"),
    Writer("kobo xml grup kode", lambda a: s.kobo(FOUND, a, xml=True, groups="/"), s.kobo_csv, "a.csv", K, "kode"),
    Writer("kobo xml grup %", lambda a: s.kobo(FOUND, a, xml=True, groups="%"), s.kobo_csv, "a.csv", K, "angka"),
    Writer("kobo xml grup .", lambda a: s.kobo(FOUND, a, xml=True, groups="."), s.kobo_csv, "a.csv", K, "kode"),
    Writer("kobo hxl", lambda a: s.kobo(FOUND, a, hxl=True), s.kobo_csv, "a.csv", K),
    Writer("kobo xml hxl", lambda a: s.kobo(FOUND, a, xml=True, hxl=True), s.kobo_csv, "a.csv", K, "kode"),
    Writer("kobo lama", lambda a: s.kobo(FOUND, a, old=True, start=False), s.kobo_csv, "a.csv", K),
    Writer("kobo xlsx", lambda a: s.kobo(FOUND, a, groups="/"), _book("SKM 2019"), "a.xlsx", K),
    Writer("lime kode teks", lambda a: s.lime(FOUND, a), s.csv, "a.csv", L),
    Writer("lime kode teks ;", lambda a: s.lime(FOUND, a), lambda r: s.csv(r, delimiter=";"), "a.csv", L, "angka"),
    Writer("lime teks", lambda a: s.lime(FOUND, a, headings="teks"), s.csv, "a.csv", L),
    Writer("lime kode", lambda a: s.lime(FOUND, a, headings="kode"), s.csv, "a.csv", L, "A1"),
    Writer("lime kode AO", lambda a: s.lime(FOUND, a, headings="kode"), s.csv, "a.csv", L, "AO01"),
    Writer("lime larik", lambda a: s.lime(FOUND, a, array="satu"), s.csv, "a.csv", L, "A1"),
    Writer("lime larik teks", lambda a: s.lime(FOUND, a, headings="teks", array="satu"), s.csv, "a.csv", L),
    Writer("lime larik kode", lambda a: s.lime(FOUND, a, headings="kode", array="satu"), s.csv, "a.csv", L),
    Writer("lime tanpa waktu", lambda a: s.lime(FOUND, a, dated=False), s.csv, "a.csv", L, tanggal=False),
    Writer("lime bom", lambda a: s.lime(FOUND, a), lambda r: s.csv(r, encoding="utf-8-sig"), "a.csv", L),
    Writer("monkey kisi", lambda a: s.monkey(FOUND, a), lambda r: s.csv(r, encoding="utf-8-sig"), "a.csv", M),
    Writer("monkey kisi angka", lambda a: s.monkey(FOUND, a), lambda r: s.csv(r, delimiter=";"), "a.csv", M, "angka"),
    Writer("monkey satuan", lambda a: s.monkey(FOUND, a, layout="satuan"), s.csv, "a.csv", M),
    Writer("monkey melebar", lambda a: s.monkey(FOUND, a, layout="melebar"), s.csv, "a.csv", M),
    Writer("monkey xlsx", lambda a: s.monkey(FOUND, a), _book("Sheet"), "a.xlsx", M),
    Writer("monkey zip", lambda a: s.monkey(FOUND, a), _monkey_zip, "a.zip", M),
    Writer("microsoft en", lambda a: s.microsoft(FOUND, a), _book("Sheet1"), "a.xlsx", F),
    Writer("microsoft id", lambda a: s.microsoft(FOUND, a, indonesian=True), _book("Sheet1"), "a.xlsx", F),
    Writer("microsoft nbsp", lambda a: s.microsoft(FOUND, a, nbsp=True), _book("Sheet1"), "a.xlsx", F, "angka"),
    Writer("microsoft kuis", lambda a: s.microsoft(FOUND, a, quiz=True), _book("Sheet1"), "a.xlsx", F),
]  # fmt: skip
SIX = [
    Writer("google kisi", lambda a: s.google(FOUND, a, heading=s.grid), s.csv, "a.csv", G),
    Writer("google akhiran", lambda a: s.google(FOUND, a, heading=_suffix), s.csv, "a.csv", G, "angka"),
    Writer("google awalan", lambda a: s.google(FOUND, a, heading=lambda q: f"{q.grup}: {q.label}"), s.csv, "a.csv", G),
    Writer("kobo label grup", lambda a: s.kobo(FOUND, a, groups="/"), s.kobo_csv, "a.csv", K),
    Writer("kobo xml", lambda a: s.kobo(FOUND, a, xml=True), s.kobo_csv, "a.csv", K, "kode"),
    Writer("kobo xml grup", lambda a: s.kobo(FOUND, a, xml=True, groups="/"), s.kobo_csv, "a.csv", K, "kode"),
    Writer("lime larik kode", lambda a: s.lime(FOUND, a, headings="kode", array="layanan"), s.csv, "a.csv", L),
    Writer("lime larik kode teks", lambda a: s.lime(FOUND, a, array="layanan"), s.csv, "a.csv", L, "A1"),
    Writer("lime larik teks", lambda a: s.lime(FOUND, a, headings="teks", array="layanan"), s.csv, "a.csv", L),
    Writer("monkey kisi", lambda a: s.monkey(FOUND, a), s.csv, "a.csv", M),
    Writer("microsoft", lambda a: s.microsoft(FOUND, a, heading=_suffix), _book("Sheet1"), "a.xlsx", F),
]  # fmt: skip
NUMBERED = ("lime larik kode",)
"""Headings that are only numbers: nothing to shuffle by and nothing to paraphrase."""
CODES_ONLY = ("kobo xml", "lime kode", *NUMBERED)


def cases(wording: str, *, shuffled: bool = False) -> list[Case]:
    """All files with the questions worded like this; `shuffled`: columns in another order."""
    found: list[Case] = []
    mix: Callable[[Rows], Rows] = s.shuffled if shuffled else lambda rows: rows
    for six, writers in ((False, SINGLE), (True, SIX)):
        for one in writers:
            if (shuffled and one.layout == M) or (wording != "baku" and one.name.startswith(CODES_ONLY)):
                continue
            asks = s.sixfold(FOUND, wording, one.mode) if six else s.single(FOUND, wording, one.mode)
            name = f"{'enam, ' if six else ''}{one.name}"
            make = lambda one=one, asks=asks: one.pack(mix(one.rows(asks)))  # noqa: E731
            kode1 = "terburuk" if one.mode in ("A1", "AO01") else None
            found.append(Case(name, make, one.file, one.layout, six, one.tanggal, kode1))
    if not shuffled and wording != "bebas":
        asks = s.sixfold(FOUND, wording)
        for name, layout, numbers in (("judul gabungan", "tabel_teks", False), ("nomor", "tabel_nomor", True)):
            make = lambda numbers=numbers: s.merged_groups(FOUND, asks, numbers=numbers)  # noqa: E731
            found.append(Case(f"enam, {name}", make, "a.xlsx", layout, six=True))
    return found
