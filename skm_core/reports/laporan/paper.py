"""The report as PDF/A with embedded fonts, and its pages as pictures."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from skm_core.reports import printing
from skm_core.reports.blocks import Block, Document, Figure, Heading, Items, PageBreak, Signature, Table, Text
from skm_core.reports.content import Content
from skm_core.reports.laporan.document import laporan

TEMPLATE = Path(__file__).with_name("laporan.typ")


def pdf(c: Content) -> bytes:
    """The report; the same bytes for the same content."""
    return printing.pdf(TEMPLATE, words(laporan(c), c.instansi.unit))


def pages(c: Content, *, ppi: int = 80) -> list[bytes]:
    """Every page of the PDF as a PNG."""
    return printing.pages(TEMPLATE, words(laporan(c), c.instansi.unit), ppi=ppi)


def words(document: Document, unit: str) -> dict[str, Any]:
    """The document as the template takes it."""
    day = document.tanggal
    return {
        "judul": document.judul,
        "sampul": list(document.sampul),
        "penulis": document.penulis,
        "unit": unit,
        "kaki": document.kaki,
        "contoh": document.contoh,
        "tanda_contoh": printing.TANDA_CONTOH,
        "pita_contoh": printing.PITA_CONTOH,
        "tanggal": {"year": day.year, "month": day.month, "day": day.day},
        "blok": [_block(block) for block in document.blok],
    }


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading():
            return {"jenis": "judul", "tingkat": block.tingkat, "nomor": block.nomor, "teks": block.teks}
        case Text():
            return {"jenis": "teks", "teks": block.teks, "gaya": block.gaya}
        case Items():
            return {"jenis": "daftar", "butir": list(block.butir), "bernomor": block.bernomor}
        case Table():
            return {
                "jenis": "tabel",
                "keterangan": block.keterangan,
                "kepala": list(block.kepala),
                "baris": [list(row) for row in block.baris],
                "rata": list(block.rata),
                "lebar": list(block.lebar),
                "tebal": list(block.tebal),
                "catatan": block.catatan,
                "tinggi": block.tinggi,
                "rapat": block.rapat,
                "utuh": block.utuh,
            }
        case Figure():
            return {"jenis": "gambar", "keterangan": block.keterangan, "alt": block.alt, "svg": block.gambar.svg}
        case Signature():
            return {
                "jenis": "tanda_tangan",
                "tempat": block.tempat,
                "jabatan": block.jabatan,
                "nama": block.nama,
                "nip": block.nip,
            }
        case PageBreak():
            return {"jenis": "halaman"}
