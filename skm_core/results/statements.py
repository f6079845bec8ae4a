"""One sentence per picture: what the figures show, stated as observed. Used as title of a page or of a chart.

Only figures that a screen may show take part (ten questionnaires or more). Whether a difference is more than chance is
said where the precision stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction

from skm_core.results.attention import kata
from skm_core.results.layanan import LayananDetail
from skm_core.results.ringkasan import Ringkasan
from skm_core.results.tren import Point, UnsurPoint
from skm_core.results.wilayah import Peta, Petak
from skm_core.rules import N_SEMBUNYI
from skm_core.scoring import Score, UnsurScore

MOST_NAMES = 2


def shown(score: Score | None) -> bool:
    """True if a screen may show the figure."""
    return score is not None and score.ikm is not None and score.n_kuesioner >= N_SEMBUNYI


def inside(name: str) -> str:
    """A name inside a sentence: "Ketertiban umum" → "ketertiban umum", but PKK and RPTRA stay."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def listed(names: Sequence[str]) -> str:
    """PKK; PKK dan posyandu; PKK, posyandu, dan PPSU."""
    if len(names) < 3:
        return " dan ".join(names)
    return f"{', '.join(names[:-1])}, dan {names[-1]}"


def summary(found: Ringkasan, place: str, layanan: str = "") -> str:
    """The statement of the front page on a place, or on one layanan there."""
    about = f" atas {inside(layanan)}" if layanan else ""
    if not shown(found.score):
        return f"Kuesioner dari {place} belum cukup untuk dinilai"
    if found.score.panel:
        best, worst = ends([(inside(part.layanan.nama), part.score) for part in found.layanan])
        if best == worst:
            return f"Panel undangan menilai {best} di {place}"
        return f"Panel undangan menilai {best} tertinggi, {worst} terendah"
    if found.score.mutu is None:
        return f"Kepuasan warga {place}{about}, gabungan beberapa aturan"
    said = f"Kepuasan warga {place}{about} {found.score.mutu.kinerja.lower()}"
    grade = found.score.mutu.persepsi
    graded = [(part, part.score.mutu) for part in found.layanan if part.score and part.score.mutu and shown(part.score)]
    below = [inside(part.layanan.nama) for part, mutu in graded if mutu.persepsi < grade]
    above = [inside(part.layanan.nama) for part, mutu in graded if mutu.persepsi > grade]
    if below and len(below) <= MOST_NAMES:
        return f"{said}, kecuali {listed(below)}"
    if below:
        return f"{said}, tetapi {kata(len(below))} dari {kata(len(graded))} layanan di bawahnya"
    if above and len(above) <= MOST_NAMES:
        return f"{said}, {listed(above)} sangat baik" if grade == 3 else f"{said}, {listed(above)} lebih baik"
    return said


def ends(scores: Iterable[tuple[str, Score | None]]) -> tuple[str, str]:
    """Names of the highest and the lowest figure ("" and "" for none); of equals the first."""
    ranked = [
        (score.ikm_exact, name) for name, score in scores if score and score.ikm_exact is not None and shown(score)
    ]
    if not ranked:
        return "", ""
    return max(ranked, key=lambda item: item[0])[1], min(ranked, key=lambda item: item[0])[1]


def range_of(scores: Iterable[tuple[str, Score | None]], what: str) -> str:
    """Posyandu tertinggi, ketertiban umum terendah."""
    found = list(scores)
    best, worst = ends(found)
    if not best:
        return f"Belum ada {what} yang dapat dinilai"
    if best == worst:
        return f"Hanya {best} yang dapat dinilai"
    return f"{best} tertinggi, {worst} terendah"


def weakest(unsur: Iterable[tuple[str, UnsurScore]]) -> str:
    """Pengaduan dan sarana paling lemah. Ties with the second are kept together."""
    ranked = sorted(((part.nrr, name) for name, part in unsur if part.nrr is not None), key=lambda item: item[0])
    if not ranked:
        return "Belum ada unsur yang dijawab"
    lowest = [name for value, name in ranked if value == ranked[0][0]]
    names = lowest if len(lowest) > 1 or len(ranked) < 3 else [ranked[0][1], inside(ranked[1][1])]
    return f"{listed(names)} paling rendah"


def service(found: LayananDetail, layanan: str, place: str) -> str:
    """The statement of the page on one layanan (or all, "" ) at a place."""
    name = layanan or ("Semua pejabat" if found.score.panel else "Semua layanan")
    if not shown(found.score):
        return f"{name} di {place}: kuesioner belum cukup untuk dinilai"
    lowest = sorted(
        ((part.nrr, unsur.pendek) for unsur, part, _ in found.unsur if unsur and part.nrr is not None),
        key=lambda item: item[0],
    )
    weak = f", paling lemah pada {inside(lowest[0][1])}" if lowest else ""
    if found.score.mutu is None:
        return f"{name} di {place}{weak}" if weak else f"{name} di {place} menurut panel undangan"
    return f"{name} di {place} {found.score.mutu.kinerja.lower()}{weak}"


def place(item: Petak) -> str:
    """The statement on one kelurahan, by its own data and by the city's if both speak."""
    grades = {
        who: score.mutu.kinerja.lower()
        for who, score in (("kelurahan", item.sendiri), ("sampel kota", item.kota))
        if score and score.mutu and shown(score)
    }
    name = f"Kelurahan {item.wilayah.nama}"
    if not grades:
        return f"{name} belum dapat dinilai" if not shown(item.tampil) else f"{name} menurut panel undangan"
    said = [f"{grade} menurut {who}" for who, grade in grades.items()]
    if len(set(grades.values())) > 1:
        return f"{name} {', '.join(said)}"
    both = "kelurahan dan sampel kota" if len(grades) > 1 else next(iter(grades))
    return f"{name} {next(iter(grades.values()))} menurut {both}"


def places(found: Peta, kecamatan: str = "") -> str:
    """The statement of the map: how many kelurahan (of one kecamatan) have which mutu, and how many sent nothing."""
    petak = [item for item in found.petak if item.wilayah.kode.startswith(kecamatan)]
    where = f" di {petak[0].kecamatan.nama}" if kecamatan and petak else ""
    total = len(petak)
    grades = Counter(
        item.tampil.mutu.huruf for item in petak if item.tampil and item.tampil.mutu and shown(item.tampil)
    )
    empty = sum(item.tampil is None for item in petak)
    said = [f"{n} bermutu {letter}" for letter, n in sorted(grades.items(), key=lambda item: (-item[1], item[0]))]
    few = sum(item.tampil is not None and not shown(item.tampil) for item in petak)
    if few:
        said.append(f"{few} dengan kurang dari {N_SEMBUNYI} kuesioner")
    if empty:
        said.append(f"{empty} tanpa data")
    if not grades:
        scored = sum(shown(item.tampil) for item in petak)
        if not scored:
            return f"Kuesioner per kelurahan{where} belum cukup untuk dinilai"
        return f"{scored} dari {total} kelurahan{where} punya nilai"
    return f"Dari {total} kelurahan{where}, {listed(said)}"


def course(points: Sequence[Point]) -> str:
    """Where the line is highest and lowest."""
    found = extremes(points)
    if found is None:
        return "Belum ada periode yang dapat dinilai"
    lowest, highest = found
    if lowest.score.ikm == highest.score.ikm:
        return f"Baru {highest.periode.nama} yang dapat dinilai" if lowest is highest else "Sama pada setiap periode"
    return f"Terendah pada {lowest.periode.nama}, tertinggi pada {highest.periode.nama}"


def extremes(points: Sequence[Point]) -> tuple[Point, Point] | None:
    """The lowest and the highest point by the published figure; of equals the latest. None if nothing may be shown."""
    ranked = [(point.score.ikm, place, point) for place, point in enumerate(points) if shown(point.score)]
    if not ranked:
        return None
    lowest = min(ranked, key=lambda item: (item[0] or 0, -item[1]))
    return lowest[2], max(ranked, key=lambda item: (item[0] or 0, item[1]))[2]


def moved(lines: Sequence[tuple[str, Sequence[Point]]], what: str) -> str:
    """How many lines stand higher now than at the start of their comparable stretch; the exceptions by name if few."""
    pairs, exceptions = [], []
    for name, points in lines:
        same = [point for point in points if shown(point.score) and point.rangkaian == points[-1].rangkaian]
        if len(same) > 1:
            pairs.append((same[0], same[-1]))
            if (same[-1].score.ikm_exact or 0) <= (same[0].score.ikm_exact or 0):
                exceptions.append(inside(name) if what == "layanan" else name)
    if not pairs:
        return f"Belum ada {what} dengan dua periode yang sebanding"
    higher = len(pairs) - len(exceptions)
    start = pairs[0][0].periode.nama
    if len(pairs) == 1:
        return f"Nilainya {'lebih tinggi' if higher else 'tidak lebih tinggi'} daripada {start}"
    if higher in (0, len(pairs)):
        return f"{'Semua' if higher else 'Tidak satu pun'} {what} lebih tinggi daripada {start}"
    if len(exceptions) <= MOST_NAMES:
        return f"Semua {what} lebih tinggi daripada {start}, kecuali {listed(exceptions)}"
    return f"{kata(higher).capitalize()} dari {kata(len(pairs))} {what} lebih tinggi daripada {start}"


def always_lowest(lines: Sequence[tuple[str, Sequence[UnsurPoint]]]) -> str:
    """Which unsur is lowest in how many periode."""
    lowest: dict[str, tuple[Fraction, str]] = {}
    for name, points in lines:
        for point in points:
            value = point.score.nrr
            if value is not None and (point.periode.kode not in lowest or value < lowest[point.periode.kode][0]):
                lowest[point.periode.kode] = (value, name)
    if not lowest:
        return "Belum ada unsur yang dijawab"
    name, n = Counter(name for _, name in lowest.values()).most_common(1)[0]
    when = "pada setiap periode" if n == len(lowest) else f"pada {kata(n)} dari {kata(len(lowest))} periode"
    return f"{name} terendah {when}"
