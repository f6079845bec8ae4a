"""One sentence per picture, and no more than the survey can vouch for. Used as title of a page or of a chart.

Only figures that a screen may show take part (ten questionnaires or more). An order, a change or a lowest unsur is
named only as far as it is more than chance; parts that cannot be told apart are called "setara". A closed panel is no
sample: what it said is reported as it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from skm_core.results.change import Change
from skm_core.results.coverage import according_to
from skm_core.results.layanan import LayananDetail
from skm_core.results.ringkasan import Ringkasan
from skm_core.results.tren import Point, Tren
from skm_core.results.wilayah import Peta, Petak
from skm_core.results.wording import MOST_NAMES, ends, in_words, inside, kata, listed, opening, shown
from skm_core.rules import N_SEMBUNYI

BAIK = frozenset("AB")
"""The good grades; C and D are poor."""


def summary(found: Ringkasan, place: str, layanan: str = "") -> str:
    """The statement of the front page on a place, or on one layanan there."""
    about = f" atas {inside(layanan)}" if layanan else ""
    if not shown(found.score):
        return f"Kuesioner dari {place} belum cukup untuk dinilai"
    if found.score.panel:
        names = {part.layanan.kode: inside(part.layanan.nama) for part in found.layanan if shown(part.score)}
        best, worst = ends(found.urutan, names)
        if best == worst:
            return f"Panel undangan menilai {listed(best)} di {place}"
        return f"Panel undangan menilai {listed(best)} tertinggi, {listed(worst)} terendah"
    if found.score.mutu is None:
        return f"Kepuasan warga {place}{about}, gabungan beberapa aturan"
    heat = {where for where, _ in found.heat}
    kecamatan = [row.kode in heat for row in found.baris if row.tingkat == "kecamatan"]
    covered = according_to(found.susunan, found.n_wilayah_kelurahan, kecamatan)
    said = f"Kepuasan warga {place}{about} {in_words(found.score)}{covered}"
    exceptions = _exceptions(found)
    since = ""
    if found.change and found.change.certain and shown(found.change.sebelum):
        joint = _joint(found, found.change) or (", dan" if found.change.turun or exceptions else " dan")
        since = f"{joint} {found.change.putusan_kata} sejak {found.change.sejak.nama}"
    return f"{said}{exceptions}{since}"


def _joint(found: Ringkasan, change: Change) -> str:
    """ ", tetapi" where the movement goes against the grade: a good one that fell, a poor one that rose."""
    score = found.score
    if score.mutu is None or not (score.mutu_pasti or score.mutu_mungkin):
        return ""
    grades = {score.mutu.huruf, score.mutu_mungkin or score.mutu.huruf}
    against = grades <= BAIK if change.turun else not grades & BAIK
    return ", tetapi" if against else ""


def _exceptions(found: Ringkasan) -> str:
    """Services whose grade is for certain below or above the grade of the whole, which must be certain too."""
    if found.score.mutu is None or not found.score.mutu_pasti:
        return ""
    grade = found.score.mutu.persepsi
    graded = [
        (inside(part.layanan.nama), part.score.mutu.persepsi)
        for part in found.layanan
        if part.score and part.score.mutu and shown(part.score) and part.score.mutu_pasti
    ]
    below = [name for name, persepsi in graded if persepsi < grade]
    above = [name for name, persepsi in graded if persepsi > grade]
    if below and len(below) <= MOST_NAMES:
        return f", kecuali {listed(below)}"
    if below:
        return f", tetapi {kata(len(below))} dari {kata(len(found.layanan))} layanan di bawahnya"
    if above and len(above) <= MOST_NAMES:
        return f", {listed(above)} {'sangat baik' if grade == 3 else 'lebih baik'}"
    return ""


def cells(found: Ringkasan) -> str:
    """Which pairs of place and service lie below the whole for certain. Of a panel, which has the lowest value."""
    names = {part.layanan.kode: part.layanan.nama for part in found.layanan}
    places = {row.kode: row.nama for row in found.baris}
    kept = {key: score for key, score in found.heat.items() if shown(score) and key[0] in places}
    if not kept:
        return "Belum ada tempat dengan cukup kuesioner"
    if found.score.panel:
        place, service = min(kept, key=lambda key: kept[key].ikm_exact or 0)
        return f"Nilai panel terendah: {inside(names[service])} di {places[place]}"
    low = [key for key in kept if key in found.sel and found.sel[key].putusan.kunci == "turun"]
    if not low:
        return "Belum ada yang dapat dipastikan di bawah keseluruhan"
    services = {service for _, service in low}
    if len(services) == 1:
        where = places[low[0][0]] if len(low) == 1 else f"{kata(len(low))} {found.baris[0].tingkat}"
        return f"{names[low[0][1]]} di {where} di bawah keseluruhan"
    return f"{kata(len(low)).capitalize()} pasangan wilayah dan layanan di bawah keseluruhan"


def service(found: LayananDetail, layanan: str, place: str) -> str:
    """The statement of the page on one layanan (or all, "" ) at a place."""
    # "semua layanan baik" would claim the grade for each of them
    name = layanan or ("Keseluruhan pejabat" if found.score.panel else "Keseluruhan layanan")
    if not shown(found.score):
        return f"{name} di {place}: kuesioner belum cukup untuk dinilai"
    names = {part.kunci: unsur.pendek for unsur, part, _ in found.unsur if unsur}
    lowest = [inside(names[kunci]) for kunci in found.terendah if kunci in names]
    weak = f", paling lemah pada {listed(lowest)}" if 1 <= len(lowest) <= MOST_NAMES else ""
    if found.score.mutu is None:
        return f"{name} di {place}{weak}" if weak else f"{name} di {place} menurut panel undangan"
    kecamatan = [score is not None for where, score in found.tempat if where.tingkat == "kecamatan"]
    covered = according_to(found.susunan, found.n_wilayah_kelurahan, kecamatan)
    return f"{name} di {place} {in_words(found.score)}{covered}{weak}"


def place(item: Petak) -> str:
    """The statement on one kelurahan, by its own data and by the city's if both speak."""
    grades = {
        who: in_words(score)
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
        item.tampil.mutu.huruf if item.tampil.mutu_pasti else ""
        for item in petak
        if item.tampil and item.tampil.mutu and shown(item.tampil)
    )
    empty = sum(item.tampil is None for item in petak)
    ranked = sorted(grades.items(), key=lambda item: (not item[0], -item[1], item[0]))
    said = [f"{n} bermutu\N{NO-BREAK SPACE}{letter}" if letter else f"{n} belum pasti mutunya" for letter, n in ranked]
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


def course(found: Tren) -> str:
    """How the newest figure stands to the first comparable one."""
    points = [point for point in found.semua if shown(point.score)]
    if not points:
        return "Belum ada periode yang dapat dinilai"
    if len(points) == 1:
        return f"Baru {points[0].periode.nama} yang dapat dinilai"
    change = found.perubahan
    if change is None or not shown(change.sebelum) or not shown(change.sesudah):
        return f"Belum ada periode yang sebanding dengan {found.semua[-1].periode.nama}"
    span = f"dari {change.sejak.nama} ke {found.semua[-1].periode.nama}"
    if change.certain or change.putusan.kunci == "tetap":
        return f"Kepuasan warga {change.putusan_kata} {span}"
    return f"Perubahan {span} belum dapat dipastikan"


def extremes(points: Sequence[Point]) -> tuple[Point, Point] | None:
    """The lowest and the highest point by the published figure; of equals the latest. None if nothing may be shown."""
    ranked = [(point.score.ikm, place, point) for place, point in enumerate(points) if shown(point.score)]
    if not ranked:
        return None
    lowest = min(ranked, key=lambda item: (item[0] or 0, -item[1]))
    return lowest[2], max(ranked, key=lambda item: (item[0] or 0, item[1]))[2]


def moved(changes: Sequence[tuple[str, Change]], what: str) -> str:
    """Which lines rose or fell for certain since the start of their comparable stretch; by name if few."""
    seen = [(name, one) for name, one in changes if shown(one.sebelum) and shown(one.sesudah)]
    if not seen:
        return f"Belum ada {what} dengan dua periode yang sebanding"
    since = seen[0][1].sejak.nama
    groups = [(word, [name for name, one in seen if one.putusan.kunci == word]) for word in ("turun", "naik")]
    said = [_moved(names, what, word, len(seen)) for word, names in groups if names]
    if said:
        return f"{', '.join(opening(said))} sejak {since}"
    if all(one.putusan.kunci == "tetap" for _, one in seen):
        return f"Tidak ada {what} yang berubah berarti sejak {since}"
    return f"Perubahan {what} sejak {since} belum dapat dipastikan"


def _moved(names: Sequence[str], what: str, word: str, total: int) -> str:
    if len(names) == total > 1:
        return f"Semua {what} {word}"
    if len(names) > MOST_NAMES:
        return f"{kata(len(names)).capitalize()} dari {kata(total)} {what} {word}"
    return f"{listed(opening(names) if what == 'layanan' else names)} {word}"


def always_lowest(found: Tren, names: Mapping[str, str]) -> str:
    """Which unsur is lowest for certain in how many periode, or only among the lowest."""
    shown_codes = {point.periode.kode for point in found.semua if shown(point.score)}
    lowest = {kode: keys for kode, keys in found.terendah.items() if kode in shown_codes}
    if not lowest:
        return "Belum ada unsur yang dapat dinilai"
    alone = Counter(keys[0] for keys in lowest.values() if len(keys) == 1)
    if alone:
        kunci, n = alone.most_common(1)[0]
        return f"{names[kunci]} terendah {_when(n, len(lowest))}"
    kunci, n = Counter(kunci for keys in lowest.values() for kunci in keys).most_common(1)[0]
    return f"{names[kunci]} termasuk yang terendah {_when(n, len(lowest))}"


def _when(n: int, of: int) -> str:
    if n == of:
        return "pada setiap periode" if of > 1 else "pada periode ini"
    return f"pada {kata(n)} dari {kata(of)} periode"
