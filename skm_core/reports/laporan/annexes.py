"""The annexes: questionnaire, processing sheet, and how the figures were computed."""

from __future__ import annotations

from collections.abc import Iterator

from skm_core.reports import figure
from skm_core.reports.blocks import Block, Heading, Items, Table, Text
from skm_core.reports.content import Content
from skm_core.reports.figure import KOSONG
from skm_core.results import showing
from skm_core.rules import KONVERSI, N_SEMBUNYI, RULE_SETS, publish_nrr
from skm_core.writing import angka


def annexes(c: Content) -> Iterator[Block]:
    """Lampiran 1 to 3."""
    yield Heading(1, "Lampiran 1", "Kuesioner")
    yield _questionnaire(c)
    yield Heading(1, "Lampiran 2", "Lembar pengolahan")
    yield from _processing(c)
    yield Heading(1, "Lampiran 3", "Cara menghitung")
    yield Items((*c.metode, *c.penetapan))
    yield Text(f"Data: {c.saringan}; {angka(c.n_kuesioner)} kuesioner; versi data {angka(c.versi_data)}.", "catatan")


def _questionnaire(c: Content) -> Table:
    asked = sorted((one for one in c.unsur if one.butir), key=lambda one: one.butir.urutan if one.butir else 0)
    rows = [
        (str(at), one.butir.teks, *(f"{value}. {label}" for value, label in enumerate(one.butir.label, 1)))
        for at, one in enumerate(asked, 1)
        if one.butir
    ]
    return Table(
        "Pertanyaan dan pilihan jawaban",
        ("No", "Pertanyaan", "Nilai 1", "Nilai 2", "Nilai 3", "Nilai 4"),
        tuple(rows),
        "rlllll",
        (0.6, 4.4, 1.8, 1.8, 1.8, 1.8),
        rapat=True,
    )


def _processing(c: Content) -> Iterator[Block]:
    """Sums, NRR, weighted NRR and index in the layout of the rule's annex; the rows per respondent are in Excel."""
    if c.n_kuesioner < N_SEMBUNYI:
        yield Text(f"Kuesioner {showing.TERSEMBUNYI}.")
        return
    letter = "V" if c.score.panel else "U"
    heads = [f"{letter}{one.nomor}" for one in c.unsur]
    parts = [one.score for one in c.unsur]
    weighted = c.score.tertimbang
    total = KOSONG if weighted is None else angka(publish_nrr(weighted))
    index = showing.visible(c.score)
    blank = [""] * len(heads)
    rows = (
        ("Jumlah nilai", *(angka(part.jumlah_nilai) for part in parts), ""),
        ("Banyaknya jawaban", *(angka(part.n_jawaban) for part in parts), ""),
        ("NRR", *(KOSONG if part.nrr_terbit is None else angka(part.nrr_terbit) for part in parts), ""),
        ("NRR tertimbang", *(figure.weighted(part) for part in parts), f"*) {total}"),
        ("IKM", *blank, f"**) {KOSONG if index is None else angka(index)}"),
    )
    yield Table(
        f"Pengolahan data per unsur, {angka(c.n_kuesioner)} kuesioner",
        ("", *heads, "Jumlah"),
        rows,
        "l" + "r" * (len(heads) + 1),
        (2.3, *[1.0] * len(heads), 1.7),
        tebal=(len(rows) - 1,),
        rapat=True,
        catatan=f"*) Jumlah NRR tertimbang. **) IKM = jumlah NRR tertimbang × {KONVERSI}. Semua dihitung tepat dan "
        "baru dibulatkan di sini, sehingga jumlah angka yang tercetak dapat berbeda di desimal terakhir. Jawaban per "
        "responden ada di buku kerja Excel.",
    )
    yield Table(
        "Arti kolom",
        ("Kolom", "Variabel" if c.score.panel else "Unsur"),
        tuple((f"{letter}{one.nomor}", one.nama) for one in c.unsur),
        "ll",
        (1, 9),
    )
    if len(c.score.aturan) == 1 and not c.score.panel:
        rules = RULE_SETS[c.score.aturan[0]]
        yield Table(
            f"Mutu pelayanan menurut {rules.nama}",
            ("Nilai persepsi", "Nilai interval", "Nilai interval konversi", "Mutu", "Kinerja"),
            tuple((str(g.persepsi), g.interval_nrr, g.interval_ikm, g.huruf, g.kinerja) for g in reversed(rules.mutu)),
            "cccll",
            (1.6, 2.4, 2.8, 1, 2.4),
        )
