"""How the figures of a document were computed, in the sentences it prints."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC
from fractions import Fraction

from skm_core.publication import FixedFigure, Penetapan, Revision
from skm_core.reports.figure import day
from skm_core.results.measured import Measured
from skm_core.rules import DESIMAL_IKM, DESIMAL_NRR, KONVERSI, N_SEMBUNYI, RULE_SETS
from skm_core.writing import WIB, angka


def sentences(score: Measured) -> tuple[str, ...]:
    """Weight, index, rounding, mutu, interval and its limits, small n, and the notes of the figure itself."""
    interval = score.presisi.catatan if score.presisi else ()
    notes = [note for note in score.catatan if note not in interval]
    return (
        f"{_weight(score)} IKM = jumlah NRR tertimbang × {KONVERSI}.",
        "Jawaban kosong tidak dihitung sebagai 0: NRR dibagi banyaknya jawaban untuk unsur itu.",
        f"Semua hitungan tepat; pembulatan sekali saja di akhir: IKM {DESIMAL_IKM} desimal, NRR {DESIMAL_NRR} desimal, "
        "angka 5 ke atas.",
        *_grades(score),
        *interval,
        *notes,
        f"Nilai dari kurang dari {N_SEMBUNYI} kuesioner tidak ditampilkan.",
    )


def fixed(penetapan: Penetapan | None, revisions: Sequence[Revision]) -> tuple[str, ...]:
    """When and by whom the results were fixed, and every printed figure that has been revised since."""
    if penetapan is None:
        return ()
    when = day(penetapan.waktu.replace(tzinfo=UTC).astimezone(WIB).date())
    said = [f"Hasil periode ini ditetapkan pada {when} oleh {penetapan.oleh}."]
    for one in revisions:
        why = f" Alasan: {'; '.join(one.alasan)}." if one.alasan else ""
        now = one.sekarang.ikm if one.sekarang and one.sekarang.n_kuesioner >= N_SEMBUNYI else None
        if one.hanya_nrr:
            unsur = ", ".join(part.unsur for part in one.nrr)
            said.append(f"Sejak itu IKM tetap, tetapi NRR direvisi untuk: {unsur}.{why}")
        elif one.ditetapkan is None:
            spoke = f" Yang ditetapkan waktu itu {_whose(one.bicara)}." if one.bicara else ""
            said.append(f"Angka di laporan ini belum ada saat hasil ditetapkan.{spoke}{why}")
        elif one.ditetapkan.n < N_SEMBUNYI or now is None:
            said.append("Sejak itu datanya direvisi.")
        else:
            said.append(
                f"Sejak itu direvisi: ditetapkan {angka(one.ditetapkan.terbit)} dari {angka(one.ditetapkan.n)} "
                f"kuesioner, sekarang {angka(now)}.{why}"
            )
    return tuple(said)


def _whose(figure: FixedFigure) -> str:
    """A frozen figure with whose data it came from."""
    data = "sampel kota" if figure.pengumpul == "kota" else "data yang dikumpulkan kelurahan"
    value = f"{angka(figure.terbit)} dari " if figure.n >= N_SEMBUNYI else ""
    return f"{data}: {value}{angka(figure.n)} kuesioner"


def _weight(score: Measured) -> str:
    weights = {part.bobot for part in score.unsur if part.nrr is not None}
    if score.bobot_sendiri or len(weights) != 1:
        return "Unsur memakai bobot sendiri yang berjumlah 1."
    return f"Setiap unsur berbobot sama, tepat {Fraction(weights.pop())}."


def _grades(score: Measured) -> tuple[str, ...]:
    if score.panel or len(score.aturan) != 1:
        return ()
    return (f"Mutu menurut {RULE_SETS[score.aturan[0]].nama}, dari angka terbit dua desimal.",)
