"""The three sentences "yang perlu diperhatikan": chosen and worded by rules from the figures, most urgent first.

A fall, a weakest unsur or cell, and two kinds of data apart are named only where the survey can vouch for it. No
sentence gives an IKM or NRR: those stand in figures that carry their certainty.
"""

from __future__ import annotations

from collections.abc import Set

from skm_core import rules
from skm_core.compare import PUTUSAN
from skm_core.results.sasaran import PANEL, PASTI
from skm_core.results.seen import Seen, Sentence, end_of_unsur, enough, farthest_cell, moved_most
from skm_core.results.wording import kata, listed
from skm_core.writing import angka

N_KALIMAT = 3


def sentences(seen: Seen) -> tuple[Sentence, ...]:
    """At most three sentences, in order of urgency.

    A fall, a target missed for certain, the weakest unsur, kelurahan that sent nothing, the lowest cell, the two kinds
    of data apart, a target missed perhaps, cells with too few questionnaires.
    """
    falls = moved_most(seen, "turun")
    said = {sentence.kunci["layanan"] for sentence in falls}
    found = [
        *falls,
        *_target(seen, said, certain=True),
        *end_of_unsur(seen, seen.weakest, "terendah"),
        *_silent(seen),
        *farthest_cell(seen, "turun"),
        *_apart(seen),
        *_target(seen, said, certain=False),
        *_thin(seen),
    ]
    return tuple(found[:N_KALIMAT])


def _target(seen: Seen, said: Set[str], *, certain: bool) -> list[Sentence]:
    """The service farthest below its target that is not in `said`: of those below it for certain, or of the others.

    certain: the whole interval lies below the target, or the figure is of a panel, which has none to doubt.
    """
    below = [part.sasaran for part in seen.services if part.sasaran and part.sasaran.poin < 0]
    sure = [one for one in below if one.tercapai is False]
    if not certain and any(one.layanan.kode not in said for one in sure):
        return []
    missed = sorted(sure if certain else [one for one in below if one not in sure], key=lambda one: one.poin)
    unsaid = [one for one in missed if one.layanan.kode not in said]  # one sentence per service
    if not unsaid:
        return []
    layanan, gap = unsaid[0].layanan, -unsaid[0].poin
    assert layanan.target_ikm is not None
    more = (
        f"; {kata(len(missed) - 1)} layanan lain juga belum mencapai targetnya" if len(missed) > 1 and certain else ""
    )
    verdict = PANEL if unsaid[0].score.panel else PASTI if certain else PUTUSAN["ragu"].perubahan
    return [
        Sentence(
            f"{layanan.nama} masih {angka(gap)} poin di bawah target {angka(layanan.target_ikm)}, {verdict}{more}.",
            "layanan",
            {"periode": seen.here.periode.kode, "layanan": layanan.kode},
        )
    ]


def _silent(seen: Seen) -> list[Sentence]:
    names = [place.nama for place in seen.silent]
    if not names or not seen.total.n_kuesioner:
        return []
    if len(names) > N_KALIMAT:
        return [
            Sentence(
                f"{len(names)} kelurahan belum mengirim datanya sendiri.",
                "wilayah",
                {"periode": seen.here.periode.kode},
            )
        ]
    said = f"{kata(len(names)).capitalize()} kelurahan belum mengirim datanya sendiri: {listed(names)}."
    return [Sentence(said, "wilayah", {"periode": seen.here.periode.kode})]


def _apart(seen: Seen) -> list[Sentence]:
    if seen.apart is None or not enough(seen.other) or not enough(seen.total):
        return []
    if seen.apart.putusan.kunci not in ("naik", "turun"):
        return []
    figures = {figure.pengumpul: figure.ikm for figure in (seen.total, seen.other) if figure and figure.ikm is not None}
    gap = abs(figures["kelurahan"] - figures["kota"])
    return [
        Sentence(
            f"Kumpulan kelurahan {angka(gap)} poin {seen.apart.kata} daripada sampel kota, {PASTI}.",
            "wilayah",
            {"periode": seen.here.periode.kode},
        )
    ]


def _thin(seen: Seen) -> list[Sentence]:
    thin = sorted(key for key, figure in seen.heat.items() if not enough(figure))
    if not thin:
        return []
    place, service = thin[0]
    more = f" dan {kata(len(thin) - 1)} pasangan lain" if len(thin) > 1 else ""
    return [
        Sentence(
            f"{seen.layanan[service].nama} di {seen.places[place].nama}{more} punya kurang dari {rules.N_SEMBUNYI} "
            "kuesioner, sehingga nilainya tidak ditampilkan.",
            "wilayah",
            {"periode": seen.here.periode.kode},
        )
    ]
