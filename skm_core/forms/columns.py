"""The columns of a form's answers, the same in the entry sheet, the XLSForm and Google Forms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from skm_core.forms.blank import ALL, CHOOSE, COLLECTOR, Blank, Question
from skm_core.terms import Layanan

PERIODE, LAYANAN, KELURAHAN = "Periode", "Jenis layanan", "Kelurahan"
PENGUMPUL, KODE_KUESIONER = "Pengumpul data", "Kode kuesioner"
TANGGAL, JENIS_KELAMIN, USIA = "Tanggal", "Jenis kelamin", "Usia"
PENDIDIKAN, PEKERJAAN, SARAN = "Pendidikan", "Pekerjaan", "Saran dan masukan"


@dataclass(frozen=True, slots=True)
class Context:
    """One thing a form says of every answer: its title, its XML name, and what may stand there (key, word)."""

    judul: str
    nama: str
    pilihan: tuple[tuple[str, str], ...]

    @property
    def tetap(self) -> bool:
        """True if there is nothing to choose."""
        return len(self.pilihan) == 1


def contexts(form: Blank, *, code: bool) -> list[Context]:
    """Periode, layanan (unless every layanan is asked), kelurahan, collector and, if asked for, the questionnaire."""

    def named(kinds: Sequence[str]) -> tuple[tuple[str, str], ...]:
        return tuple((kode, form.sebutan[kode]) for kode in kinds)

    found = [
        Context(PERIODE, "periode", named([form.periode.kode])),
        Context(LAYANAN, "layanan", named([one.kode for one in form.layanan])),
        Context(KELURAHAN, "kelurahan", named([one.kode for one in form.kelurahan])),
        Context(PENGUMPUL, "pengumpul", ((form.pengumpul, COLLECTOR[form.pengumpul]),)),
        Context(KODE_KUESIONER, "kode_kuesioner", ((form.instrumen.kode, form.instrumen.kode),)),
    ]
    left_out = {LAYANAN} if form.cara == ALL else set()
    return [one for one in found if one.judul not in left_out and (code or one.judul != KODE_KUESIONER)]


def blocks(form: Blank) -> Iterator[tuple[Layanan | None, Sequence[Question]]]:
    """The questions once (layanan None), or once for every layanan of a form that asks all."""
    if form.cara == ALL:
        for one in form.layanan:
            yield one, form.pertanyaan
    else:
        yield None, form.pertanyaan


def question_title(question: Question, layanan: Layanan | None) -> str:
    """What is asked; in a form of several layanan the layanan comes first: "Posyandu: Bagaimana pendapat …"."""
    return f"{layanan.nama}: {question.teks}" if layanan else question.teks


def saran_title(layanan: Layanan | None) -> str:
    """Title of the comments: one for the form, or one for every layanan of a form that asks several."""
    return f"{SARAN} untuk {layanan.nama}" if layanan else SARAN


def chosen(form: Blank) -> str:
    """What a respondent has to choose beside the answers, in words; empty if nothing."""
    parts = (["jenis layanan"] if form.cara == CHOOSE else []) + (["kelurahan"] if len(form.kelurahan) > 1 else [])
    return " dan ".join(parts)
