"""The documents that are offered, as a table: adding one means adding an entry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from skm_core.reports.content import Content
from skm_core.reports.laporan import paper, word
from skm_core.reports.paparan.deck import deck
from skm_core.reports.scope import JENIS
from skm_core.reports.slides.deck import pptx
from skm_core.store import Store
from skm_core.story.tell import told_results

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"
HTML = "text/html"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind: key, title and what it is for, name and ending of its file, media type, and what makes the bytes.

    make: from the store and the content of a scope; the same content gives the same bytes. lingkup: the kinds of scope
    it exists for.
    """

    kunci: str
    judul: str
    untuk: str
    awalan: str
    akhiran: str
    media: str
    make: Callable[[Store, Content], bytes]
    lingkup: tuple[str, ...] = JENIS

    def file_name(self, c: Content) -> str:
        """Name of the file for a scope: "laporan-skm-2019-q2-posyandu.pdf"; demo data say so."""
        return f"{'CONTOH-' if c.contoh else ''}{self.awalan}-{c.scope.berkas}.{self.akhiran}"


KINDS = {
    kind.kunci: kind
    for kind in (
        Kind(
            "laporan-pdf",
            "Laporan SKM, PDF",
            "Siap dicetak dan ditandatangani.",
            "laporan-skm",
            "pdf",
            PDF,
            lambda _, c: paper.pdf(c),
        ),
        Kind(
            "laporan-docx",
            "Laporan SKM, Word",
            "Untuk disunting lebih jauh. Buka, lalu perbarui daftar isi bila diminta.",
            "laporan-skm",
            "docx",
            DOCX,
            lambda _, c: word.docx(c),
        ),
        Kind(
            "paparan-html",
            "Paparan hasil, satu berkas HTML",
            "Untuk layar lebar. Dibuka dengan klik dua kali, tanpa jaringan.",
            "paparan-hasil",
            "html",
            HTML,
            lambda store, c: deck(told_results(store, c)),
        ),
        Kind(
            "paparan-pptx",
            "Paparan hasil, PowerPoint",
            "Slide dengan grafik yang dapat disunting dan catatan pembicara.",
            "paparan-hasil",
            "pptx",
            PPTX,
            lambda store, c: pptx(told_results(store, c)),
        ),
    )
}
