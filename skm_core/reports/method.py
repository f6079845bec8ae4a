"""How the figures of a document were computed, in the sentences it prints."""

from __future__ import annotations

from fractions import Fraction

from skm_core.results.measured import Measured
from skm_core.rules import DESIMAL_IKM, DESIMAL_NRR, KONVERSI, N_SEMBUNYI, RULE_SETS


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


def _weight(score: Measured) -> str:
    weights = {part.bobot for part in score.unsur if part.nrr is not None}
    if score.bobot_sendiri or len(weights) != 1:
        return "Unsur memakai bobot sendiri yang berjumlah 1."
    return f"Setiap unsur berbobot sama, tepat {Fraction(weights.pop())}."


def _grades(score: Measured) -> tuple[str, ...]:
    if score.panel or len(score.aturan) != 1:
        return ()
    return (f"Mutu menurut {RULE_SETS[score.aturan[0]].nama}, dari angka terbit dua desimal.",)
