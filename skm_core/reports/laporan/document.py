"""The report in its order: what the practice of Permenpan RB 14/2017 expects, from the content of a scope."""

from __future__ import annotations

from collections.abc import Iterator

from skm_core.reports import figure
from skm_core.reports.blocks import Block, Document, Heading, Items, Signature, Text
from skm_core.reports.content import Content
from skm_core.reports.laporan import annexes, findings, follow_up, survey
from skm_core.reports.passage import passage

TITLE = "Laporan Survei Kepuasan Masyarakat"
DASAR_HUKUM = {
    "permenpan-14-2017": (
        "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik.",
        "Peraturan Pemerintah Nomor 96 Tahun 2012 tentang Pelaksanaan Undang-Undang Nomor 25 Tahun 2009.",
        "Peraturan Menteri PANRB Nomor 14 Tahun 2017 tentang Pedoman Penyusunan Survei Kepuasan Masyarakat Unit "
        "Penyelenggara Pelayanan Publik.",
    ),
    "kepmenpan-25-2004": (
        "Keputusan Menteri PAN Nomor KEP/25/M.PAN/2/2004 tentang Pedoman Umum Penyusunan Indeks Kepuasan Masyarakat "
        "Unit Pelayanan Instansi Pemerintah.",
    ),
}
"""The rules a survey rests on, by the rule set of its periode."""


def laporan(c: Content) -> Document:
    """The whole report of a scope as blocks; the same content gives an equal document."""
    return Document(
        judul=TITLE,
        sampul=(c.nama, c.periode.nama),
        penulis=c.instansi.nama,
        kaki=c.catatan_kaki,
        contoh=c.contoh,
        tanggal=c.tanggal,
        blok=tuple(_blocks(c)),
    )


def _blocks(c: Content) -> Iterator[Block]:
    yield from _summary(c)
    yield from _introduction(c)
    yield from survey.chapter(c)
    yield from findings.chapter(c)
    yield from follow_up.chapter(c)
    yield from _closing(c)
    yield from annexes.annexes(c)


def _summary(c: Content) -> Iterator[Block]:
    yield Heading(1, "", "Ringkasan")
    yield Text(figure.ikm(c.score), "hasil")
    yield Text(c.saringan, "catatan")
    for key in ("hasil", "layanan", "unsur", "tren"):
        yield from passage(c.kalimat(key))


def _introduction(c: Content) -> Iterator[Block]:
    yield Heading(1, "BAB I", "Pendahuluan")
    yield Heading(2, "1.1", "Latar belakang")
    yield from passage(c.kalimat("latar"))
    yield Heading(2, "1.2", "Dasar hukum")
    yield Items(DASAR_HUKUM[c.periode.aturan], bernomor=True)
    yield Heading(2, "1.3", "Maksud dan tujuan")
    yield from passage(c.kalimat("tujuan"))


def _closing(c: Content) -> Iterator[Block]:
    yield Heading(1, "BAB V", "Penutup")
    yield Heading(2, "5.1", "Kesimpulan")
    yield from passage(c.kalimat("kesimpulan"))
    yield Heading(2, "5.2", "Saran")
    yield from passage(c.kalimat("saran"))
    signer = c.instansi
    yield Signature(
        f"Jakarta, {figure.day(c.tanggal)}",
        signer.penanda_tangan_jabatan,
        signer.penanda_tangan_nama,
        signer.penanda_tangan_nip,
    )
