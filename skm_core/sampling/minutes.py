"""The berita acara of a draw: everything somebody needs who was not there and wants to check it."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from html import escape
from itertools import groupby

from skm_core import registry
from skm_core.rules import round_half_up
from skm_core.sampling import paper, wording
from skm_core.sampling.draw import Terundi
from skm_core.sampling.map import svg
from skm_core.sampling.plan import Rencana
from skm_core.store import Store
from skm_core.terms import Wilayah
from skm_core.writing import angka, saat

TITLE = "Berita acara pengundian kelurahan"
ROLES = ("Yang mengundi", "Saksi", "Mengetahui")
DIGITS = 6
"""Digits of a random number on paper; the order never hangs on more."""


def digits(value: float) -> str:
    """0.134364… → "0,134364"."""
    return angka(round_half_up(Fraction(value), DIGITS))


def minutes(store: Store, rencana: Rencana, *, contoh: bool = False) -> str:
    """The berita acara of a recorded plan as an HTML file to print and sign."""
    periode = registry.periode(store)[rencana.usulan.periode]
    places = registry.wilayah(store)
    agency = registry.settings(store)
    body = (
        f'<p class="lead">{escape(agency.get("instansi_nama", ""))}<br>{escape(agency.get("unit_nama", ""))}</p>'
        f"<h1>{TITLE if rencana.diundi else 'Rencana sampel'}</h1>"
        f'<p class="lead">Survei Kepuasan Masyarakat, {escape(periode.nama)} · rencana nomor {rencana.rencana_id}</p>'
        f"{_status(rencana)}{_how(rencana)}{_result(rencana, places)}{_draw(rencana, places)}"
        f"{_repeat(rencana)}{_targets(store, rencana, places)}{paper.signatures(ROLES)}"
    )
    return paper.sheet(f"{TITLE} {periode.nama}", body, contoh=contoh)


def _status(rencana: Rencana) -> str:
    if rencana.berlaku:
        return ""
    return (
        f'<p class="mark">TIDAK BERLAKU LAGI: diganti {saat(rencana.status_waktu)} oleh '
        f"{escape(rencana.status_oleh)}. Alasan: {escape(rencana.alasan)}</p>"
    )


def _how(rencana: Rencana) -> str:
    usulan = rencana.usulan
    seed = f" Benih acak <b>{usulan.benih}</b> (asal: {escape(usulan.benih_asal)})." if usulan.benih is not None else ""
    verb = "diundi" if rencana.diundi else "dicatat"
    return (
        f"<p>Pada {saat(rencana.waktu)}, {verb} oleh <b>{escape(rencana.pengundi)}</b>. "
        f"Cara: {wording.CARA[usulan.cara]}.{seed}</p><p>{escape(wording.how(rencana))}</p>"
    )


def _result(rencana: Rencana, places: Mapping[str, Wilayah]) -> str:
    rows = [
        paper.row([places[kecamatan].nama, ", ".join(one.nama for one in members)], text=(0, 1))
        for kecamatan, members in _by_kecamatan(rencana.terpilih)
    ]
    n = len(rencana.terpilih)
    picture = svg(places.values(), {one.kelurahan for one in rencana.terpilih}, alt="Peta kelurahan terpilih")
    if not rencana.diundi:
        return ""
    return (
        f"<h2>Hasil: {n} kelurahan</h2>{paper.table(['Kecamatan', 'Kelurahan terpilih'], rows, text=(0, 1))}{picture}"
    )


def _draw(rencana: Rencana, places: Mapping[str, Wilayah]) -> str:
    """Every kelurahan in the order of its random number; for pps also the cumulated chance."""
    again = rencana.undian()
    if again is None:
        return ""
    starts = dict(again.awal)
    heads = ["Urut", "Kelurahan", "Kode", "Penduduk", "Angka acak", "Peluang", *(["Kumulatif"] if starts else []), ""]
    text = (0, 1, 2, len(heads) - 1)
    rows: list[str] = []
    for kecamatan, members in _by_kecamatan(rencana.daftar):
        start = f" · titik awal {digits(starts[kecamatan])}" if kecamatan in starts else ""
        rows.append(paper.group(f"{places[kecamatan].nama}{start}", len(heads)))
        total = Fraction(0)
        for place, one in enumerate(members, 1):
            total += one.peluang
            cells = [
                str(place),
                one.nama,
                one.kelurahan,
                "" if one.n_penduduk is None else angka(one.n_penduduk),
                "" if one.angka is None else digits(one.angka),
                angka(round_half_up(one.peluang, 3)),
                *([angka(round_half_up(total, 3))] if starts else []),
                "terpilih" if one.terpilih else "",
            ]
            rows.append(paper.row(cells, kind="on" if one.terpilih else "", text=text))
    return f"<h2>Undian selengkapnya</h2>{paper.table(heads, rows, text=text)}"


def _repeat(rencana: Rencana) -> str:
    if not rencana.diundi:
        return ""
    return (
        "<h2>Mengulang undian ini</h2><p>Siapa pun yang memasang program ini mendapat hasil yang sama dengan perintah "
        f"<code>{escape(wording.command(rencana))}</code>.</p><p>Tanpa program ini: angka acak dibuat dengan "
        f"{escape(wording.ALAT)}, kecamatan demi kecamatan, kelurahan berurutan menurut kodenya"
        f"{'; sesudah itu satu angka lagi untuk titik awal kecamatan' if rencana.usulan.cara == 'pps' else ''}.</p>"
    )


def _targets(store: Store, rencana: Rencana, places: Mapping[str, Wilayah]) -> str:
    names = registry.layanan(store)
    layanan = list(dict.fromkeys(one.layanan for one in rencana.sasaran))
    target = rencana.target
    rows: list[str] = []
    for kecamatan, members in _by_kecamatan(rencana.terpilih):
        rows.append(paper.group(places[kecamatan].nama, len(layanan) + 2))
        for one in members:
            values = [target[one.kelurahan, kode] for kode in layanan]
            rows.append(paper.row([one.nama, *map(angka, values), angka(sum(values))]))
    sums = [sum(target[one.kelurahan, kode] for one in rencana.terpilih) for kode in layanan]
    rows.append(paper.row(["Jumlah", *map(angka, sums), angka(sum(sums))], kind="sum"))
    heads = ["Kelurahan", *(names[kode].nama for kode in layanan), "Jumlah"]
    changed = sum(one.target != one.target_awal for one in rencana.sasaran)
    note = f" {changed} target diubah sesudah rencana dicatat." if changed else ""
    return (
        f"<h2>Target kuesioner</h2><p>{angka(rencana.usulan.kuota)} responden per kelurahan; "
        f"{wording.PENILAIAN[rencana.usulan.penilaian]}.{note}</p>{paper.table(heads, rows)}"
    )


def _by_kecamatan(members: tuple[Terundi, ...]) -> list[tuple[str, list[Terundi]]]:
    return [(kode, list(found)) for kode, found in groupby(members, key=lambda one: one.kecamatan)]
