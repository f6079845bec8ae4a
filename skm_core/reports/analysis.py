"""The passages of a report, written by rules from the content. Nothing is claimed that the survey cannot vouch for.

A passage is one or more paragraphs, one a line; a line that starts with "- " is an item of a list. A person may
rewrite every passage before the report is printed (`texts`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skm_core.reports import closing, figure, targets
from skm_core.reports.closing import MOST_NAMED, all_equal, named
from skm_core.reports.parts import BarisUnsur, Teks
from skm_core.results import showing
from skm_core.results.measured import Measured
from skm_core.results.wording import inside, kata, listed, range_of, shown
from skm_core.rules import share_pct
from skm_core.writing import angka

if TYPE_CHECKING:
    from skm_core.reports.content import Content

ONE_PARAGRAPH = ("hasil", "layanan", "tempat", "tren", "kesimpulan")
"""Passages whose sentences belong together."""


def passages(c: Content) -> tuple[Teks, ...]:
    """Every passage in the order of the report; one that has nothing to say is left out."""
    found = (
        ("latar", "Latar belakang", _background(c)),
        ("tujuan", "Maksud dan tujuan", _purpose(c)),
        ("hasil", "Hasil keseluruhan", _result(c)),
        ("layanan", "IKM per layanan", _services(c)),
        ("unsur", "Unsur terendah dan tertinggi", _unsur(c)),
        ("tempat", "Menurut tempat", _places(c)),
        ("tren", "Perubahan dari waktu ke waktu", _trend(c)),
        ("pembanding", "Dua jenis data", _other(c)),
        ("tindak_lanjut", "Tindak lanjut", closing.follow_up(c)),
        ("kesimpulan", "Kesimpulan", closing.conclusion(c)),
        ("saran", "Saran", closing.advice(c)),
    )
    return tuple(Teks(key, title, text, text) for key, title, lines in found if (text := _joined(key, lines)))


def _joined(key: str, lines: list[str]) -> str:
    return (" " if key in ONE_PARAGRAPH else "\n").join(lines)


def _background(c: Content) -> list[str]:
    who = c.instansi.nama or "Instansi ini"
    return [
        f"{who} wajib memberikan pelayanan publik yang sesuai dengan harapan warga. Untuk mengetahui sejauh mana "
        "harapan itu terpenuhi, pendapat warga yang menerima layanan ditanyakan lewat Survei Kepuasan Masyarakat "
        "(SKM), yang dilakukan sekurang-kurangnya satu kali setahun.",
        f"Laporan ini menyajikan hasil SKM {c.nama} pada {c.periode.nama}, dari {c.pengumpul}.",
    ]


def _purpose(c: Content) -> list[str]:
    return [
        "Maksud survei ini adalah mengukur kepuasan warga sebagai pengguna layanan. Tujuannya:",
        "- mengetahui nilai dan mutu layanan menurut warga yang menerimanya;",
        "- menemukan unsur yang paling perlu diperbaiki;",
        "- mengikuti perubahan kepuasan dari waktu ke waktu;",
        "- mendorong partisipasi warga dan inovasi dalam pelayanan.",
    ]


def _result(c: Content) -> list[str]:
    value = showing.visible(c.score)
    n = f"{angka(c.n_kuesioner)} kuesioner yang diisi {angka(c.n_responden)} responden"
    if value is None:
        return [f"{c.nama} pada {c.periode.nama} baru punya {n}, sehingga nilainya belum dapat ditampilkan."]
    if c.score.panel:
        return [
            f"Nilai {c.nama} pada {c.periode.nama} adalah {angka(value)}, dari {n}. Angka ini berasal dari panel "
            "undangan, bukan sampel, sehingga tidak diberi mutu dan rentang."
        ]
    lines = [
        f"IKM {c.nama} pada {c.periode.nama} adalah {angka(value)}{_interval(c.score)}{_grade(c.score)}, dari {n}."
    ]
    target = targets.target(c)
    if target is not None:
        lines.append(targets.against(c.score, value, target))
    return lines


def _interval(score: Measured) -> str:
    if score.rentang is None:
        return ""
    low, high = score.rentang
    return f"\N{NO-BREAK SPACE}{showing.margin(score)}, jadi diperkirakan antara {angka(low)} dan {angka(high)}"


def _grade(score: Measured) -> str:
    if score.mutu is None:
        return ""
    said = f", dengan mutu {score.mutu.huruf} ({score.mutu.kinerja.lower()})"
    if score.mutu_pasti:
        return said
    if score.mutu_mungkin:
        return f"{said}, walaupun mutu {score.mutu_mungkin} masih mungkin"
    return f"{said}, walaupun mutunya belum pasti"


def _services(c: Content) -> list[str]:
    if len(c.layanan) < 2:
        return []
    scores = [(one.layanan.kode, one.layanan.nama, one.score) for one in c.layanan]
    what = "pejabat" if c.score.panel else "layanan"
    lines = [f"{range_of(c.hasil.urutan, scores, what)}."]
    below, above = targets.apart_from_target(c)
    if below:
        lines.append(f"Di bawah targetnya, di luar batas kebetulan survei: {listed(below)}.")
    if above:
        lines.append(f"Sudah melampaui targetnya, di luar batas kebetulan survei: {listed(above)}.")
    if c.rata_bagian and c.rata_bagian.ikm is not None and all(shown(one.score) for one in c.layanan):
        lines.append(
            f"Angka keseluruhan menggabungkan semua kuesioner; rata-rata biasa dari {kata(len(c.layanan))} {what} "
            f"adalah {angka(c.rata_bagian.ikm)}."
        )
    return lines


def _unsur(c: Content) -> list[str]:
    if not c.terendah:
        return [f"Jawaban {'per variabel' if c.score.panel else 'per unsur'} belum cukup untuk ditampilkan."]
    what = "variabel" if c.score.panel else "unsur"
    if all_equal(c):
        return [f"Semua {what} bernilai sama: {_nrr(c.terendah[0])}."]
    lines = []
    for word, rows in (("terendah", c.terendah), ("tertinggi", c.tertinggi)):
        names = named([f"{one.nama} ({_nrr(one)})" for one in rows])
        lines.append(f"{kata(len(rows)).capitalize()} {what} dengan nilai {word}: {names}.")
    tied = [one.nama for one in c.unsur if one.setara_terendah]
    if not c.score.panel and len(tied) > 1:
        what_tied = named(tied) if len(tied) <= MOST_NAMED else f"{kata(len(tied))} unsur"
        lines.append(f"Survei ini belum dapat membedakan mana yang paling rendah di antara {what_tied}.")
    lowest = c.terendah[0]
    low = lowest.sebaran.n[0] + lowest.sebaran.n[1]
    if lowest.sebaran.n_jawaban and low:
        share = angka(share_pct(low, lowest.sebaran.n_jawaban))
        lines.append(f"Pada {lowest.nama}, {share}% jawaban bernilai 1 atau 2.")
    return lines


def _nrr(one: BarisUnsur) -> str:
    value = showing.visible_nrr(one.score)
    return figure.KOSONG if value is None else angka(value)


def _places(c: Content) -> list[str]:
    if len(c.tempat) < 2:
        return []
    level = c.tempat[0].wilayah.tingkat
    scores = [(one.wilayah.kode, one.wilayah.nama, one.score) for one in c.tempat]
    lines = [f"{range_of(c.rincian.urutan, scores, level)}."]
    silent = [place.nama for place in c.hasil.belum_lapor]
    if silent and c.pilihan.pengumpul == "kelurahan":
        named = f": {listed(silent)}" if len(silent) <= MOST_NAMED else ""
        lines.append(f"{kata(len(silent)).capitalize()} kelurahan belum mengirim data{named}.")
    return lines


def _trend(c: Content) -> list[str]:
    if c.score.panel:
        return []
    if c.perubahan is None or not shown(c.perubahan.sebelum) or not shown(c.perubahan.sesudah):
        return ["Belum ada periode sebelumnya yang sebanding, sehingga perubahan belum dapat dinilai."]
    change = c.perubahan
    verb = "" if change.certain else "berubah "
    lines = [f"Dibandingkan {change.sejak.nama}, IKM {c.nama} {verb}{change.kata}."]
    for word in ("turun", "naik"):
        names = [
            inside(one.layanan.nama)
            for one in c.layanan
            if one.perubahan and one.perubahan.putusan.kunci == word and shown(one.score)
        ]
        if names and len(c.layanan) > 1:
            lines.append(f"Layanan yang {word}, di luar batas kebetulan survei: {listed(names)}.")
    return lines


def _other(c: Content) -> list[str]:
    if c.pembanding is None or showing.visible(c.pembanding) is None:
        return []
    here, other = ("sampel kota", "kumpulan kelurahan sendiri")
    if c.pilihan.pengumpul == "kelurahan":
        here, other = other, here
    return [
        f"Selain {here}, ada {other} untuk periode yang sama: {figure.ikm(c.pembanding)}. Keduanya dikumpulkan dengan "
        "cara yang berbeda dan tidak digabung dalam satu angka."
    ]
