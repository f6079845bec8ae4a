"""The form services whose exports are recognised, as a table: adding one means adding an entry."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from skm_core.intake.wording import words

IGNORED = "diabaikan"


@dataclass(frozen=True, slots=True)
class Source:
    """One form service. All patterns are for a whole header in the form `words` gives.

    `tanda`: each must fit some header. `kolom`: what the service's own columns mean, first fit counts. `kunci_jawaban`:
    the columns that together name one response for good. `selesai`: the column that is blank in unfinished responses.
    `tanggal`: its date columns, best first.
    """

    kunci: str
    nama: str
    tanda: tuple[str, ...]
    kolom: tuple[tuple[str, str], ...]
    kunci_jawaban: tuple[str, ...] = ()
    selesai: str | None = None
    tanggal: tuple[str, ...] = ()
    utc: str | None = None
    """Its date column in UTC, if there is one."""
    heading: str = "biasa"
    """How its headings are put together: 'biasa', 'grup' (group/question), 'kode' (code. Text), 'dua_baris'."""

    def meaning(self, header: str) -> str | None:
        """Target of one of the service's own columns, 'diabaikan' if it has none here; None for any other header."""
        text = _bare(header)
        return next((target for pattern, target in self.kolom if re.fullmatch(pattern, text)), None)

    def column(self, pattern: str, headers: Sequence[str]) -> int | None:
        """Index of the first column that fits a pattern."""
        return next((i for i, header in enumerate(headers) if re.fullmatch(pattern, _bare(header))), None)


_LIME_ID = r"(id )?(response id|id (tanggapan|respons|respon))|id"
_LIME_SUBMIT = r"(submitdate )?(date submitted|tanggal (dikirim|pengiriman))|submitdate"
_LIME_START = r"(startdate )?(date started|tanggal (dimulai|mulai))|startdate"
_LIME_LAST = r"(datestamp )?(date last action|tanggal (tindakan|aksi) terakhir)|datestamp"
_LIME_PAGE = r"(lastpage )?(last page|halaman terakhir)|lastpage"
_LIME_LANGUAGE = r"(startlanguage )?(start language|bahasa awal)|startlanguage"
_LIME_SEED = r"seed( seed)?"

SOURCES = (
    Source(
        "kobo",
        "ekspor KoboToolbox",
        (r"uuid|meta instanceid|meta rootuuid", r"submission time|id|index|start|submitted by"),
        (
            (r"uuid", "responden"),
            (r"start|end|today|submission time", "tanggal"),
            (r"id|index|tags|notes|status|validation status|version|parent (table name|index)|submission .*|meta .*"
             r"|deviceid|phonenumber|simserial|subscriberid|username|audit", IGNORED),
        ),
        kunci_jawaban=(r"uuid",),
        tanggal=(r"today", r"start", r"end", r"submission time"),
        utc=r"submission time",
        heading="grup",
    ),
    Source(
        "limesurvey",
        "ekspor LimeSurvey",
        (_LIME_ID, rf"{_LIME_PAGE}|{_LIME_LANGUAGE}"),
        (
            (_LIME_ID, "responden"),
            (rf"{_LIME_START}|{_LIME_SUBMIT}|{_LIME_LAST}", "tanggal"),
            (rf"{_LIME_PAGE}|{_LIME_LANGUAGE}|{_LIME_SEED}|(refurl )?referrer url|refurl|token( (token|access code))?"
             r"|(interview|group|question)time.*|.* (total|group|question) time.*", IGNORED),
        ),
        kunci_jawaban=(_LIME_ID, _LIME_SEED, _LIME_SUBMIT),
        selesai=_LIME_SUBMIT,
        tanggal=(_LIME_START, _LIME_SUBMIT, _LIME_LAST),
        heading="kode",
    ),
    Source(
        "surveymonkey",
        "ekspor SurveyMonkey",
        (r"respondent id|id responden", r"collector id|id kolektor|id pengumpul"),
        (
            (r"respondent id|id responden", "responden"),
            (r"start date|tanggal mulai|end date|tanggal (selesai|akhir)", "tanggal"),
            (r"collector id|id kolektor|id pengumpul|custom data.*|data kustom.*", IGNORED),
        ),
        kunci_jawaban=(r"respondent id|id responden",),
        tanggal=(r"start date|tanggal mulai", r"end date|tanggal (selesai|akhir)"),
        heading="dua_baris",
    ),
    Source(
        "microsoft_forms",
        "ekspor Microsoft Forms",
        (r"start time|waktu mulai", r"completion time|waktu (penyelesaian|selesai)"),
        (
            (r"id", "responden"),
            (r"start time|waktu mulai|completion time|waktu (penyelesaian|selesai)", "tanggal"),
            (r"last modified time|waktu (terakhir dimodifikasi|modifikasi terakhir)|total points|total poin|jumlah poin"
             r"|quiz feedback|umpan balik (kuis|tes)|(points|poin|feedback|umpan balik) .*", IGNORED),
        ),
        kunci_jawaban=(r"id", r"start time|waktu mulai"),
        tanggal=(r"start time|waktu mulai", r"completion time|waktu (penyelesaian|selesai)"),
    ),
    Source(
        "google_forms",
        "ekspor Google Forms",
        (r"timestamp|cap waktu|stempel waktu",),
        ((r"timestamp|cap waktu|stempel waktu", "tanggal"), (r"score|skor|total score", IGNORED)),
        tanggal=(r"timestamp|cap waktu|stempel waktu",),
    ),
)  # fmt: skip


@lru_cache(maxsize=4096)
def _bare(header: str) -> str:
    return words(header)


def source_of(headers: Sequence[str]) -> Source | None:
    """The service whose signs all stand among the headers; None for a table of any other origin."""
    texts = [_bare(header) for header in headers if header.strip()]
    return next(
        (one for one in SOURCES if all(any(re.fullmatch(sign, text) for text in texts) for sign in one.tanda)), None
    )


@lru_cache(maxsize=4096)
def belongs_to_a_source(header: str) -> bool:
    """True for a column that only a form service writes, such as `_submission_time`; "id" alone is not enough."""
    text = _bare(header)
    return len(text) > 3 and any(re.fullmatch(pattern, text) for one in SOURCES for pattern, _ in one.kolom)
