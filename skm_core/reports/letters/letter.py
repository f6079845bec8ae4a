"""What stands in the letter to a kelurahan, in words, no layout."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from skm_core import registry
from skm_core.errors import NoDataError
from skm_core.reports import figure
from skm_core.reports import scope as scopes
from skm_core.reports.content import Content, content
from skm_core.reports.headline import Headline, headline
from skm_core.reports.letters import sentences
from skm_core.reports.pictures.course import short
from skm_core.reports.ranked import TEBAL, alike, lowest_first
from skm_core.reports.scope import Scope
from skm_core.results import showing
from skm_core.rules import IKM_MAX, IKM_MIN
from skm_core.store import Store
from skm_core.writing import angka

MOST_POINTS = 5
"""Periode of the trend that a letter of one page names."""
NRR = (Decimal(1), Decimal(4))
"""The scale of an NRR."""
Bar = tuple[float, float, float]
"""Where lower end, figure and upper end stand on the scale: 0 its low end, 1 its high end. For drawing only."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of figures: name, figure as text, its place on the scale if it may be shown, set strong or not."""

    nama: str
    teks: str
    letak: Bar | None
    tebal: bool = False


@dataclass(frozen=True, slots=True)
class Surat:
    """The letter in words. utama None: the kelurahan has no questionnaire in the periode.

    unsur: lowest first, those that share the lowest place strong. tren: oldest first, this periode strong.
    paragraf: what is said under the trend. tindak_lanjut, lakukan and kutipan: items of lists.
    """

    kepada: str
    kecamatan: str
    hal: str
    periode: str
    instansi: str
    unit: str
    tempat: str
    jabatan: str
    nama: str
    nip: str
    pembuka: str
    utama: Headline | None
    unsur: tuple[Row, ...]
    judul_unsur: str
    catatan_unsur: str
    tren: tuple[Row, ...]
    paragraf: tuple[str, ...]
    tindak_lanjut: tuple[str, ...]
    lakukan: tuple[str, ...]
    kutipan: tuple[str, ...]
    kaki: str
    contoh: bool
    tanggal: date


def letter(c: Content) -> Surat:
    """The letter of a kelurahan with questionnaires; the same content gives an equal letter."""
    place = c.wilayah[c.scope.kode]
    panel = c.score.panel
    return Surat(
        **_frame(c.wilayah[place.kecamatan_kode or ""].nama, place.nama, c.periode.nama),
        instansi=c.instansi.nama,
        unit=c.instansi.unit,
        tempat=f"Jakarta, {figure.day(c.tanggal)}",
        jabatan=c.instansi.penanda_tangan_jabatan,
        nama=c.instansi.penanda_tangan_nama,
        nip=c.instansi.penanda_tangan_nip,
        pembuka=f"Terima kasih atas bantuan {c.nama} dalam survei {c.periode.nama}. Lembar ini merangkum penilaian "
        f"{'panel undangan' if panel else 'warga'} atas layanan di kelurahan Bapak/Ibu.",
        utama=headline(c),
        unsur=tuple(_unsur(c)),
        judul_unsur=f"{'Variabel' if panel else 'Unsur'}, dari yang terendah",
        catatan_unsur=_note(c),
        tren=() if panel else tuple(_trend(c)),
        paragraf=tuple(sentences.beside(c)),
        tindak_lanjut=tuple(sentences.follow_up(c)),
        lakukan=tuple(sentences.advice(c)),
        kutipan=tuple(sentences.cut(one) for one in c.kutipan) if showing.visible(c.score) is not None else (),
        kaki=c.catatan_kaki,
        contoh=c.contoh,
        tanggal=c.tanggal,
    )


def heard(store: Store, what: Scope, *, tanggal: date) -> Content:
    """The content of the kelurahan as asked, or of its other questionnaires where the pengumpul asked for has none.

    A letter must not say that nothing came while something did. Raises NoDataError if there is no questionnaire at all.
    """
    try:
        return content(store, what, tanggal=tanggal)
    except NoDataError:
        return content(store, replace(what, pengumpul=None), tanggal=tanggal)


def silent(store: Store, what: Scope, tanggal: date) -> Surat:
    """The letter to a kelurahan without any questionnaire in the periode: what that means, and what to do."""
    place, periode = registry.wilayah(store)[what.kode], registry.periode(store)[what.periode]
    known, name = registry.settings(store), scopes.name(store, what)
    return Surat(
        **_frame(registry.wilayah(store)[place.kecamatan_kode or ""].nama, place.nama, periode.nama),
        instansi=known.get("instansi_nama", ""),
        unit=known.get("unit_nama", ""),
        tempat=f"Jakarta, {figure.day(tanggal)}",
        jabatan=known.get("penanda_tangan_jabatan", ""),
        nama=known.get("penanda_tangan_nama", ""),
        nip=known.get("penanda_tangan_nip", ""),
        pembuka=f"Sampai {figure.day(tanggal)} belum ada kuesioner dari {name} untuk {periode.nama}. Karena itu "
        "penilaian warga atas layanan di kelurahan Bapak/Ibu belum dapat disampaikan.",
        utama=None,
        unsur=(),
        judul_unsur="",
        catatan_unsur="",
        tren=(),
        paragraf=(),
        tindak_lanjut=(),
        lakukan=(
            "Bila kuesioner sudah terkumpul, kirim berkasnya kepada kami. Surat ini akan disusun lagi dari datanya.",
            "Bila survei belum dilakukan, sampaikan kendalanya, agar survei berikutnya dapat didampingi.",
        ),
        kutipan=(),
        kaki=f"{name} · {periode.nama} · n 0 kuesioner · versi data {angka(store.data_version[1])} · "
        f"{figure.day(tanggal)}",
        contoh=registry.is_demo(store),
        tanggal=tanggal,
    )


def _frame(kecamatan: str, kelurahan: str, periode: str) -> dict[str, str]:
    return {
        "kepada": f"Lurah {kelurahan}",
        "kecamatan": f"Kecamatan {kecamatan}",
        "hal": "Umpan balik Survei Kepuasan Masyarakat",
        "periode": periode,
    }


def _unsur(c: Content) -> Iterator[Row]:
    """The lines in the order of `lowest_first`; none where no figure may be shown."""
    if not any(showing.visible_nrr(one.score) is not None for one in c.unsur):
        return
    for one in lowest_first(c):
        value = showing.visible_nrr(one.score)
        if value is None:
            yield Row(one.nama, figure.KOSONG, None)
            continue
        yield Row(
            one.nama,
            f"{angka(value)} {showing.margin(one.score) if one.score.rentang else ''}".strip(),
            _bar(value, one.score.rentang, *NRR),
            one.setara_terendah and not alike(c),
        )


def _note(c: Content) -> str:
    """How the lines of unsur are read, as far as it concerns them."""
    shown = [one.score for one in c.unsur if showing.visible_nrr(one.score) is not None]
    if not shown:
        return ""
    bare = any(one.rentang is None for one in shown)
    parts = (
        "NRR antara 1 dan 4"
        + ("." if c.score.panel or all(one.rentang is None for one in shown) else "; ±: rentang 95%."),
        "Tanpa ±: rentangnya tidak dapat dihitung." if bare and not c.score.panel else "",
        TEBAL if not alike(c) else "",
    )
    return " ".join(part for part in parts if part)


def _trend(c: Content) -> Iterator[Row]:
    if all(showing.visible(point.score) is None for point in c.tren):
        return
    for point in c.tren[-MOST_POINTS:]:
        name = " ".join(short(point.periode)).strip()
        score, last = point.score, point.periode.kode == c.periode.kode
        value = showing.visible(score)
        if value is None:
            yield Row(name, figure.KOSONG, None, last)
            continue
        grade = f"{score.mutu.huruf}{'' if score.mutu_pasti else '?'}" if score.mutu else ""
        yield Row(
            name,
            f"{angka(value)} {showing.margin(score) if score.rentang else ''} {grade}".replace("  ", " ").strip(),
            _bar(value, score.rentang, IKM_MIN, IKM_MAX),
            last,
        )


def _bar(value: Decimal, ends: tuple[Decimal, Decimal] | None, low: Decimal, high: Decimal) -> Bar:
    lower, upper = ends or (value, value)
    first, centre, last = (float((one - low) / (high - low)) for one in (lower, value, upper))
    return first, centre, last
