"""The documents that are offered, as a table: adding one means adding an entry."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from skm_core.reports.content import Content
from skm_core.reports.laporan import paper, word
from skm_core.reports.letters import paper as letter_paper
from skm_core.reports.open_data.package import open_data
from skm_core.reports.paparan.deck import deck
from skm_core.reports.poster import message
from skm_core.reports.poster import paper as poster_paper
from skm_core.reports.publication_page import page
from skm_core.reports.scope import JENIS, KELURAHAN, KOTA, Scope
from skm_core.reports.slides.deck import pptx
from skm_core.reports.workbook.book import workbook
from skm_core.store import Store
from skm_core.story.tell import told_results

GROUPS = {"resmi": "Dokumen resmi", "warga": "Untuk warga", "data": "Data"}
"""The groups in which the page Laporan offers the documents, in its order."""
Progress = Callable[[int, int, str], None]
"""Told after each scope: done, of how many, its name."""
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF, PNG, HTML, TEXT = "application/pdf", "image/png", "text/html", "text/plain"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind: key, title and what it is for, name and ending of its file, media type, and what makes the bytes.

    make: from the store and the content of a scope; the same content gives the same bytes. lingkup: the kinds of scope
    it exists for. kelompok: key of GROUPS. The title up to its comma names the document, the rest its form.
    gabung: one file of many scopes, where the kind has one. kosong: the file of a scope without a questionnaire, where
    the kind has something to say of it.
    """

    kunci: str
    judul: str
    untuk: str
    awalan: str
    akhiran: str
    media: str
    make: Callable[[Store, Content], bytes]
    lingkup: tuple[str, ...] = JENIS
    kelompok: str = "resmi"
    gabung: Callable[[Store, Sequence[Scope], date, Progress], bytes] | None = None
    kosong: Callable[[Store, Scope, date], bytes] | None = None

    @property
    def nama(self) -> str:
        """The document without its form: "Laporan SKM"."""
        return self.judul.partition(",")[0]

    @property
    def bentuk(self) -> str:
        """Its form alone: "PDF"."""
        return self.judul.partition(", ")[2] or self.judul

    def file_name(self, c: Content) -> str:
        """Name of the file for a scope: "laporan-skm-2019-q2-posyandu.pdf"; demo data say so."""
        return self._named(c.berkas, contoh=c.contoh)

    def name(self, what: Scope, *, contoh: bool) -> str:
        """The same for a scope without content."""
        return self._named(what.berkas, contoh=contoh)

    def _named(self, berkas: str, *, contoh: bool) -> str:
        return f"{'CONTOH-' if contoh else ''}{self.awalan}-{berkas}.{self.akhiran}"


def _poster(make: Callable[[Content, str], bytes], kertas: str) -> Callable[[Store, Content], bytes]:
    return lambda _, c: make(c, kertas)


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
            "surat-pdf",
            "Surat umpan balik, PDF",
            "Satu halaman untuk lurah: angkanya, unsur terendah, dan yang perlu dilakukan.",
            "surat-umpan-balik",
            "pdf",
            PDF,
            lambda _, c: letter_paper.one(c),
            lingkup=(KELURAHAN,),
            gabung=letter_paper.together,
            kosong=letter_paper.none,
        ),
        *(
            Kind(
                f"poster-{kertas}-{akhiran}",
                f"Poster IKM, {akhiran.upper()} {kertas.upper()}",
                "Untuk dipasang di tempat pelayanan: nilai, mutu, responden, dan periode survei.",
                f"poster-ikm-{kertas}",
                akhiran,
                media,
                _poster(make, kertas),
                kelompok="warga",
            )
            for akhiran, media, make in (("pdf", PDF, poster_paper.pdf), ("png", PNG, poster_paper.png))
            for kertas in poster_paper.KERTAS
        ),
        Kind(
            "whatsapp-png",
            "WhatsApp, gambar persegi",
            "Gambar 1080 × 1080 dan teks siap kirim.",
            "whatsapp-ikm",
            "png",
            PNG,
            lambda _, c: poster_paper.square(c),
            kelompok="warga",
        ),
        Kind(
            "whatsapp-txt",
            "WhatsApp, teks",
            "Gambar 1080 × 1080 dan teks siap kirim.",
            "whatsapp-ikm",
            "txt",
            TEXT,
            lambda _, c: message.message(c).encode(),
            kelompok="warga",
        ),
        Kind(
            "publikasi-html",
            "Publikasi, HTML",
            "Satu berkas untuk situs instansi. Terbaca di telepon, tanpa internet lain.",
            "publikasi-skm",
            "html",
            HTML,
            lambda _, c: page.html(c),
            kelompok="warga",
        ),
        Kind(
            "paparan-html",
            "Paparan hasil, satu berkas HTML",
            "Untuk layar lebar. Dibuka dengan klik dua kali, tanpa jaringan.",
            "paparan-hasil",
            "html",
            HTML,
            lambda store, c: deck(told_results(store, c)),
            kelompok="warga",
        ),
        Kind(
            "paparan-pptx",
            "Paparan hasil, PowerPoint",
            "Slide dengan grafik yang dapat disunting dan catatan pembicara.",
            "paparan-hasil",
            "pptx",
            PPTX,
            lambda store, c: pptx(told_results(store, c)),
            kelompok="warga",
        ),
        Kind(
            "buku-kerja",
            "Buku kerja, Excel",
            "Lembar pengolahan per layanan dengan rumus dan grafik. Kertas kerja petugas, tidak untuk diterbitkan.",
            "pengolahan-skm",
            "xlsx",
            XLSX,
            workbook,
            kelompok="data",
        ),
        Kind(
            "data-terbuka",
            "Data terbuka, CSV dan Parquet",
            "Untuk diterbitkan: jawaban tanpa identitas, isian kurang dari 10 orang digabung, dengan kamus dan sitasi.",
            "data-terbuka-skm",
            "zip",
            "application/zip",
            open_data,
            (KOTA,),
            kelompok="data",
        ),
    )
}
