"""The tables of the page Unsur."""

from __future__ import annotations

from skm_core.results.unsur import Baris, UnsurPage
from skm_core.rules import round_half_up
from skm_ui.format import NO_DATA
from skm_ui.table import Cell, Column, Table
from skm_ui.views.unsur import column_name, level, unsur_name

POINTS = (Column("IKM bila naik 0,1", "points"), Column("IKM bila sasaran tercapai", "points"))


def tables(found: UnsurPage) -> tuple[tuple[str, Table], ...]:
    """The figures of the page, for reading and for download."""
    shown = [("Unsur", _unsur(found))]
    if found.kolom:
        shown.append((f"Unsur × {level(found)}", _cells(found)))
    if found.utama:
        shown.append(("Urutan pembenahan", _order(found)))
    if len(found.tanpa_biaya) > 1:
        shown.append(("IKM tanpa biaya", _without_biaya(found)))
    return tuple(shown)


def _unsur(found: UnsurPage) -> Table:
    columns: tuple[Column, ...] = (Column("Unsur"), Column("NRR", "nrr"))
    rows: list[tuple[Cell, ...]] = [(row.unsur.nama if row.unsur else unsur_name(row), row.part) for row in found.baris]
    if found.score.panel:
        return Table(columns, tuple(rows))
    return Table(
        (*columns, Column("Urutan dari bawah"), *POINTS),
        tuple(
            (*cells, _place(row), round_half_up(row.poin, 2), round_half_up(row.perolehan, 2))
            for cells, row in zip(rows, found.baris, strict=True)
        ),
    )


def _cells(found: UnsurPage) -> Table:
    def part(row: Baris, kolom: str) -> Cell:
        cell = found.sel.get((row.part.kunci, kolom))
        return cell.part if cell else None

    return Table(
        (Column("Unsur"), *(Column(item.nama, "nrr") for item in found.kolom)),
        tuple((unsur_name(row), *(part(row, item.kode) for item in found.kolom)) for row in found.baris),
    )


def _order(found: UnsurPage) -> Table:
    return Table(
        (Column("Unsur"), Column(level(found).capitalize()), Column("NRR", "nrr"), *POINTS, Column("Jarak")),
        tuple(
            (
                unsur_name(one),
                column_name(found, one.kolom),
                one.part,
                round_half_up(one.poin, 2),
                round_half_up(one.perolehan, 2),
                "di luar batas kebetulan survei" if one.pasti else "masih mungkin karena kebetulan survei",
            )
            for one in found.utama
        ),
    )


def _without_biaya(found: UnsurPage) -> Table:
    return Table(
        (Column(level(found).capitalize()), Column("IKM resmi", "ikm"), Column("Tanpa biaya (analisis)", "ikm")),
        tuple(
            (column_name(found, key) if key else "Semua", official, without)
            for key, (official, without) in found.tanpa_biaya.items()
        ),
    )


def _place(row: Baris) -> str:
    one = row.urutan
    if one is None:
        return NO_DATA
    return str(one.dari) if one.dari == one.sampai else f"{one.dari}–{one.sampai} (setara)"
