"""Reads the quarter, half year, month, span of months or year a title speaks of, and no time that is no survey's."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, field

from skm_core.intake.wording import plain
from skm_core.writing import BULAN

MAX_TITLE = 500
"""Letters of a title that are read."""
_ALSO = {
    1: "january", 2: "february pebruari", 3: "march", 5: "may", 6: "june", 7: "july", 8: "august", 10: "october",
    11: "nopember", 12: "december",
}  # fmt: skip
_SHORT = {
    1: "jan", 2: "feb peb", 3: "mar mrt", 4: "apr", 6: "jun", 7: "jul", 8: "agu ags agt aug", 9: "sep sept",
    10: "okt oct", 11: "nov nop", 12: "des dec",
}  # fmt: skip
_MONTH = {name.casefold(): number for number, name in enumerate(BULAN, 1)}
_MONTH |= {name: number for number, names in _ALSO.items() for name in names.split()}
_WHOLE = "|".join(_MONTH)
"""Months written out: one of them stands for itself, also where its year stands elsewhere."""
_MONTH |= {name: number for number, names in _SHORT.items() for name in names.split()}
_NUMBER = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "pertama": 1, "kedua": 2}
_NUMBER |= {"ketiga": 3, "keempat": 4} | {f"{zero}{n}": n for n in range(1, 5) for zero in ("", "0")}

_M, _Y, _N = f"(?:{'|'.join(sorted(_MONTH, key=len, reverse=True))})", r"20\d\d", f"(?:{'|'.join(_NUMBER)})"
_QUARTER, _HALF = r"(?:triwulan|tri wulan|triw|tw|kuartal)", r"(?:semester|smt|sem)"
_YEARLY = r"(?:tahun(?: anggaran)?|thn|th|ta|t a)"
_OF_YEAR = rf"(?: [,/-])?(?: {_YEARLY})? (?P<{{}}>{_Y})\b"
_MORE = r"(?:(?: (?:dan|serta|[,&/-]))+ "

_LINE = tuple(
    (re.compile(pattern), text)
    for pattern, text in (
        (r"\bs ?[./] ?d\b\.?|\bs\.d\.|\b(?:s d|sd|sampai dengan|sampai|hingga)\b|[‐–—−-]", " - "),
        (r"([,&/|])", r" \1 "),
        (r"[^\w\s,&/|-]|_", " "),
        (r"\s+", " "),
    )
)
_DATE = re.compile(rf"\b(?P<y>{_Y})-(?P<m>\d\d?)-(?P<d>\d\d?)\b|\b(?P<d2>\d\d?)[/.-](?P<m2>\d\d?)[/.-](?P<y2>{_Y})\b")


def _until_year(first: str, between: str, most: int) -> str:
    return rf"\b(?:{first})\b(?: {between}){{0,{most}}}? (?:{_YEARLY} )?{_Y}\b(?: - {_Y}\b)?"


_ANY = rf"(?!periode\b|survei\b|survey\b|skm\b|{_QUARTER}\b|{_HALF}\b)[^\s|]+"
_NO_SURVEY = re.compile(
    "|".join(
        (
            # a rule, a decree, a number of one: "PermenPANRB Tahun 2017", "Nomor 14/2017"
            _until_year(
                r"permen\w*|peraturan|per(?:da|gub|pres|wali|wal)|(?:kep|in)(?:men\w*|gub|pres)|keputusan|kep|sk|uu|undang"
                r"|pp (?=no|\d)\S+|edaran|instruksi|se (?=men|no|gub|sek)\S+|dasar hukum|(?:nomor|nmr|no) \w*\d\w*",
                _ANY,
                9,
            ),
            # when a paper was made: "Dicetak Juli 2026"; a single point of time: "per Desember 2019"
            _until_year(
                r"(?:di |ter)?(?:di)?(?:cetak|unduh|ekspor|buat|susun|perbarui|sahkan|tetapkan|tandatangani|terbitkan"
                r"|olah|input|laporkan)|unduhan|export(?:ed)?|print(?:ed)?|created|generated|pembaruan|pemutakhiran|updated?"
                r"|versi|edisi|revisi|berlaku|rilis|sejak|per",
                rf"(?:pada|tanggal|tgl|bulan|hari|di|jakarta|barat|wib|[,-]|{_M}|\d\d?)",
                8,
            ),
            rf"\b(?:(?:tanggal|tgl)(?: bulan)?|jakarta(?: barat)? ,) {_M} {_Y}\b",
            # what a survey is only measured against: people living there, plans, targets
            _until_year(r"penduduk|kependudukan|populasi|jiwa|(?:dis)?dukcapil|bps|sensus|dpt|jumlah kk", _ANY, 5),
            _until_year(
                r"target|renstra|rpjm[dn]?|rkpd|rencana strategis|perjanjian kinerja|iso|pedoman|standar|berdiri|hut"
                r"|lahir",
                _ANY,
                5,
            ),
        )
    )
)
_TIME = re.compile(
    "|".join(
        (
            rf"\b(?P<d1>\d\d?)(?: (?P<dm1>{_M})(?: (?P<dy1>{_Y}))?)? - (?P<d2>\d\d?) (?P<dm2>{_M}) (?P<dy2>{_Y})\b",
            rf"\b\d\d? {_M}\b(?: {_Y}\b)?",
            rf"\b(?P<jenis>{_QUARTER}|{_HALF}) ?(?:ke )?(?:- )?(?P<ke>{_N})\b"
            rf"(?P<lagi>{_MORE}(?:(?:{_QUARTER}|{_HALF}) )?{_N}\b)+)?(?:{_OF_YEAR.format('y')})?",
            rf"\bq(?P<q>[1-4]){_OF_YEAR.format('qy')}",
            rf"\b(?P<m1>{_M})(?: (?P<my1>{_Y}))? - (?P<m2>{_M})\b(?:{_OF_YEAR.format('my2')})?",
            rf"\b(?P<daftar>{_M}(?:{_MORE}{_M})\b)+)(?:{_OF_YEAR.format('ly')})?",
            rf"\b(?P<satu>{_M}){_OF_YEAR.format('sy')}|\b(?P<polos>{_WHOLE})\b",
            rf"\b\d+ tahun {_Y}\b",
            rf"\b(?:{_YEARLY}|periode|skm|ikm|survei|survey|masyarakat) (?P<tahun>{_Y})\b"
            rf"(?P<tahun_lagi>{_MORE}(?:{_YEARLY} )?{_Y}\b)+)?",
            rf"\b(?P<saja>{_Y})\b",
        )
    )
)
_TILL = r"(?:s ?[./] ?d\b\.?|sd\b|sampai dengan|sampai|hingga)"
_OPEN = re.compile(
    rf"(?:^|[^\w .] ?|\b(?!(?:{_M}|{_N})\b)[^\W\d]+ ){_TILL} (?:(?:akhir|bulan) )*(?:{_M}|{_QUARTER}|{_HALF})\b"
)
"""A time without a beginning: "s.d. Juni 2026"."""
_HANGING = re.compile(
    rf"\b{_Y} {_TILL} (?:(?:akhir|bulan) )*{_M}\b(?! {_Y})|\b{_TILL} (?:sekarang|kini|saat ini|selesai|seterusnya)\b"
    rf"|- (?:sekarang|kini|saat ini|selesai|seterusnya)\b|\bmulai\b(?!.*(?:\b{_TILL}|[‐–—−-]))"
)
"""One without an end, or with one that belongs to no beginning: "mulai April 2026", "2026 s.d. Mei"."""
_BESIDE = re.compile(r"\b(?:periode|survei|survey|skm|bulan|masa|waktu|pelaksanaan|pengisian)\b|[,&/|-]")
"""Words that may stand beside a month without a year that still means the survey's."""
_YEARS = re.compile(rf"\b{_Y} [/-] {_Y}\b")
_LOOSE = re.compile(rf"\b(?:{_QUARTER}|{_HALF}|catur ?wulan)\b")


@dataclass(slots=True)
class _Told:
    """What some lines speak of: spans of months with their years, where one is told, and the years by themselves."""

    spans: set[tuple[int | None, int, int]] = field(default_factory=set)
    years: set[int] = field(default_factory=set)
    """Years named as such ("Tahun 2026")."""
    numbers: set[int] = field(default_factory=set)
    """Every year met, also one that only stands there ("TW II, Kapuk 2026")."""
    torn: bool = False
    """True if several times, or part of one, stand there."""
    rest: str = ""

    def add(self, line: str) -> None:
        """Take up one line."""
        raw = plain(line[:MAX_TITLE])
        self.torn |= _OPEN.search(raw) is not None or _HANGING.search(raw) is not None
        line = _NO_SURVEY.sub(" | ", _level(line))
        self.torn |= _YEARS.search(line) is not None
        rest = _TIME.sub(" ", line)
        for found in _TIME.finditer(line):
            told = {name: text for name, text in found.groupdict().items() if text}
            # "Responden bulan Mei" beside "SKM Tahun 2026": perhaps the survey's month, perhaps not
            self.torn |= "polos" in told and bool(_BESIDE.sub(" ", rest).strip()) and not re.search(_Y, line)
            self._take(told)
        self.torn |= _LOOSE.search(rest) is not None
        self.rest += rest

    def _take(self, told: dict[str, str]) -> None:
        if "d2" in told:
            self._days(told)
        elif "jenis" in told:
            length = 6 if re.fullmatch(_HALF, told["jenis"]) else 3
            self._span(length * (_NUMBER[told["ke"]] - 1) + 1, length, told.get("y"))
            self.torn |= "lagi" in told
        elif "q" in told:
            self._span(3 * int(told["q"]) - 2, 3, told["qy"])
        elif "m1" in told:
            first, last = _MONTH[told["m1"]], _MONTH[told["m2"]]
            self.torn |= told.get("my1") not in (None, told.get("my2"))
            self._span(first, last - first + 1, told.get("my2"))
        elif "daftar" in told:
            months = [_MONTH[name] for name in re.findall(_M, told["daftar"])]
            self.torn |= len(months) < 3 or months != list(range(months[0], months[-1] + 1))
            self._span(months[0], len(months), told.get("ly"))
        elif "satu" in told or "polos" in told:
            self._span(_MONTH[told.get("satu") or told["polos"]], 1, told.get("sy"))
        elif "tahun" in told:
            self.years.add(int(told["tahun"]))
            self.torn |= "tahun_lagi" in told
        elif "saja" in told:
            self.numbers.add(int(told["saja"]))

    def _days(self, told: dict[str, str]) -> None:
        """A span of days counts where it is one of whole months; any other is no name of a periode."""
        last, year = _MONTH[told["dm2"]], int(told["dy2"])
        first = _MONTH[told.get("dm1", told["dm2"])]
        whole = int(told["d1"]) == 1 and int(told["d2"]) == monthrange(year, last)[1]
        if whole and int(told.get("dy1", year)) == year:
            self._span(first, last - first + 1, told["dy2"])

    def _span(self, first: int, length: int, year: str | None) -> None:
        self.spans.add((int(year) if year else None, first, first + length - 1))
        self.torn |= length < 1 or first + length > 13

    def code(self) -> str | None:
        """The one code told; None if nothing, several things, or what has no code."""
        years = self.years | {year for year, _, _ in self.spans if year}
        if self.torn or len(years or self.numbers) != 1:
            return None
        (year,) = years or self.numbers
        spans = {(first, last) for _, first, last in self.spans}
        if not spans:
            return str(year) if years else None
        return _code(year, *spans.pop()) if len(spans) == 1 else None


def spoken(*lines: str) -> str | None:
    """Code of the one time that titles of a survey name together; None if none or several.

    "Triwulan II Tahun 2026", "1 April - 30 Juni 2026" and the two lines "SKM Tahun 2026", "April s.d. Juni" all say
    2026-q2. A rule of 2017, the day of a print, the people living somewhere in 2019 and a span that is no quarter, half
    year, month or year say nothing.
    """
    told = _Told()
    for line in lines:
        told.add(line)
    return told.code()


def speaks(line: str) -> bool:
    """Whether a title speaks of any time of a survey."""
    told = _Told()
    told.add(line)
    return bool(told.spans or told.years)


def named(text: str) -> str | None:
    """As `spoken`, for a text that is the name of a time and nothing else: not "TW II 2026 percobaan"."""
    told = _Told()
    told.add(text)
    bare = re.sub(r"\b(?:periode|bulan|tahun)\b|[,&/|-]", " ", told.rest)
    return None if bare.strip() else told.code()


def _level(line: str) -> str:
    text = _DATE.sub(_day, plain(line[:MAX_TITLE]))
    for pattern, instead in _LINE:
        text = pattern.sub(instead, text)
    return text.strip()


def _day(found: re.Match[str]) -> str:
    """ "01/04/2026" as "1 april 2026"; what is no date becomes a gap."""
    day, month, year = (found[name] or found[f"{name}2"] for name in "dmy")
    return f"{int(day)} {BULAN[int(month) - 1].casefold()} {year}" if 1 <= int(month) <= 12 else " | "


def _code(year: int, first: int, last: int) -> str | None:
    span = last - first + 1
    kind = {1: "", 3: "q", 6: "s", 12: ""}.get(span)
    if kind is None or (first - 1) % span:
        return None
    if span == 1:
        return f"{year}-{first:02d}"
    return f"{year}-{kind}{(first - 1) // span + 1}" if kind else str(year)
