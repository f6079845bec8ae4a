"""The follow-up plan of a scope, and what became of the plan before it."""

from __future__ import annotations

from datetime import date

from skm_core import registry
from skm_core.follow_up import JENIS, STATUS, Rtl, achievement, plan, report_day
from skm_core.reports.figure import day
from skm_core.reports.parts import BarisRtl
from skm_core.reports.scope import KOTA, LAYANAN, Scope
from skm_core.results.tindak_lanjut import Pengaruh, effects
from skm_core.rules import share_pct
from skm_core.store import Store
from skm_core.writing import angka


def planned(store: Store, what: Scope) -> tuple[BarisRtl, ...]:
    """The items planned after this periode, cancelled ones left out; of a layanan also those that concern all."""
    return tuple(_row(store, one, "") for one in _items(store, what, what.periode))


def before(store: Store, what: Scope, tanggal: date) -> tuple[tuple[BarisRtl, ...], str]:
    """The items of the latest earlier periode that has any, and how far they are on a day, in a sentence.

    The effect of an item is what the surveys up to this periode show; it is of the city, so that a place has none.
    """
    order = list(registry.periode(store))
    for kode in reversed(order[: order.index(what.periode)]):
        if items := _items(store, what, kode):
            break
    else:
        return (), ""
    found = effects(store, items) if what.jenis in (KOTA, LAYANAN) else {}
    rows = tuple(_row(store, one, _effect(found.get(one.rtl_id), order, what.periode)) for one in items)
    return rows, _progress(store, items, kode, tanggal)


def _items(store: Store, what: Scope, periode: str) -> tuple[Rtl, ...]:
    return plan(store, periode, what.kode if what.jenis == LAYANAN else None, batal=False)


def _row(store: Store, one: Rtl, effect: str) -> BarisRtl:
    isian = one.isian
    unsur, services = registry.unsur(store).get(isian.unsur), registry.layanan(store)
    done = f"Selesai {day(isian.selesai_pada)}" if isian.selesai_pada else STATUS[isian.status]
    return BarisRtl(
        unsur=unsur.nama if unsur else isian.unsur,
        layanan=services[isian.layanan].nama if isian.layanan else "",
        program=isian.program,
        jenis=JENIS[isian.jenis],
        tw=isian.tw,
        tahun=isian.tahun,
        penanggung_jawab=isian.penanggung_jawab,
        status=done,
        kemajuan=f"{isian.kemajuan_pct}%" if isian.status == "berjalan" else "",
        pengaruh=effect,
    )


def _effect(found: Pengaruh | None, order: list[str], periode: str) -> str:
    """What the survey shows of an item; nothing of a survey that comes after the document."""
    if found is None or found.ke is None or order.index(found.ke.kode) > order.index(periode):
        return ""
    return found.kalimat


def _progress(store: Store, items: tuple[Rtl, ...], periode: str, tanggal: date) -> str:
    """Share done, how fast, and how many are late, as evaluators of public service ask."""
    found = achievement(items, report_day(store, periode), tanggal)
    name = registry.periode(store)[periode].nama
    share = angka(share_pct(found.n_selesai, found.n))
    said = f"Dari {found.n} tindak lanjut hasil {name}, {found.n_selesai} selesai ({share}%)"
    if found.hari_selesai is not None and found.laporan.tanggal:
        start = "laporannya" if found.laporan.dicatat else "surveinya berakhir"
        said += f", separuhnya paling lama {found.hari_selesai} hari sesudah {start}"
    late = f" {found.n_terlambat} melewati waktunya." if found.n_terlambat else ""
    return f"{said}.{late}"
