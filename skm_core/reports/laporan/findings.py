"""BAB III and IV: respondents, index, unsur; and what they mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from skm_core.reports import figure
from skm_core.reports.blocks import Block, Figure, Heading, Items, Table, Text
from skm_core.reports.content import Content
from skm_core.reports.laporan import charts
from skm_core.reports.passage import passage
from skm_core.reports.profile import untold_note
from skm_core.results import showing
from skm_core.results.measured import Measured
from skm_core.rules import N_SEMBUNYI, share_pct
from skm_core.writing import angka

MOST_COMMENTS = 12


def chapter(c: Content) -> Iterator[Block]:
    """BAB III, and the analysis of BAB IV before the follow-up."""
    yield Heading(1, "BAB III", "Hasil survei")
    yield Heading(2, "3.1", "Responden")
    yield _respondents(c)
    yield Heading(2, "3.2", f"{'Nilai' if c.score.panel else 'IKM'} {c.nama}")
    yield Text(figure.ikm(c.score), "hasil")
    yield from passage(c.kalimat("hasil"))
    yield from passage(c.kalimat("pembanding"))
    if len(c.penetapan) > 1:  # revised since it was fixed: both figures must be read together
        yield Text(" ".join(c.penetapan))
    number = 3
    if len(c.layanan) > 1:
        yield Heading(2, f"3.{number}", "Menurut pejabat" if c.score.panel else "Menurut layanan")
        yield from passage(c.kalimat("layanan"))
        yield from _shown(charts.layanan(c))
        yield _layanan(c)
        number += 1
    yield Heading(2, f"3.{number}", "Menurut variabel" if c.score.panel else "Menurut unsur")
    yield from _shown(charts.unsur(c))
    yield _unsur(c)
    if len(c.tempat) > 1:
        yield Heading(2, f"3.{number + 1}", f"Menurut {c.tempat[0].wilayah.tingkat}")
        yield from passage(c.kalimat("tempat"))
        yield from _shown(charts.tempat(c))
        yield _tempat(c)
    yield Heading(1, "BAB IV", "Analisis dan tindak lanjut")
    yield Heading(2, "4.1", f"{'Variabel' if c.score.panel else 'Unsur'} terendah dan tertinggi")
    yield from passage(c.kalimat("unsur"))
    yield from _comments(c)
    if not c.score.panel:
        yield Heading(2, "4.2", "Tren")
        yield from passage(c.kalimat("tren"))
        yield from _shown(charts.tren(c))
        yield from _trend(c)


def _shown(picture: Figure | None) -> Iterator[Block]:
    if picture:
        yield picture


def _respondents(c: Content) -> Table:
    rows: list[tuple[str, ...]] = []
    for one in c.profil:
        for place, (words, n) in enumerate(one.semua):
            told = (figure.KOSONG,) * 2 if n is None else (angka(n), f"{angka(share_pct(n, c.n_responden))}%")
            rows.append(("" if place else one.judul, words, *told))
    return Table(
        "Responden menurut profil",
        ("Profil", "Jawaban", "Orang", "Bagian"),
        tuple(rows),
        "llrr",
        (2.5, 4, 1.5, 1.5),
        catatan=f"Setiap orang dihitung satu kali; jumlahnya {angka(c.n_responden)} responden di setiap profil. Bagian "
        f"dibulatkan, sehingga jumlahnya dapat berbeda sedikit dari 100%. {untold_note(c.profil)}".strip(),
    )


def _figures(score: Measured | None) -> tuple[str, ...]:
    """n, IKM, ±, interval and mutu as cells; the value is withheld below ten questionnaires."""
    if score is None or score.ikm is None:
        return ("0", *[figure.KOSONG] * 4)
    n, value = angka(score.n_kuesioner), showing.visible(score)
    if value is None:
        return (n, *[figure.KOSONG] * 4)
    margin = figure.KOSONG if score.plus_minus is None else angka(score.plus_minus)
    return (n, angka(value), margin, figure.span(score), figure.grade(score) or figure.KOSONG)


def _heads(c: Content) -> tuple[str, ...]:
    return ("n", "Nilai" if c.score.panel else "IKM", "±", "Rentang 95%", "Mutu")


def _withheld(scores: Iterable[Measured | None]) -> str:
    """The note under a table in which a value is withheld or missing."""
    if any(score is not None and score.ikm is not None and showing.visible(score) is None for score in scores):
        return f"Nilai dari kurang dari {N_SEMBUNYI} kuesioner tidak ditampilkan (–)."
    return ""


def _layanan(c: Content) -> Table:
    rows = [
        (
            str(place),
            row.layanan.nama,
            *_figures(row.score),
            figure.KOSONG if row.layanan.target_ikm is None else angka(row.layanan.target_ikm),
        )
        for place, row in enumerate(c.layanan, 1)
    ]
    rows.append(("", "Semua digabung", *_figures(c.score), ""))
    return Table(
        f"{'Nilai per pejabat' if c.score.panel else 'IKM per layanan'}, {c.periode.nama}",
        ("No", "Pejabat" if c.score.panel else "Layanan", *_heads(c), "Target"),
        tuple(rows),
        "rlrrrclr",
        (0.6, 3, 1.1, 1.4, 0.9, 2, 1.8, 1.2),
        tebal=(len(rows) - 1,),
        catatan=_withheld(row.score for row in c.layanan),
    )


def _unsur(c: Content) -> Table:
    what = "Variabel" if c.score.panel else "Unsur"
    rows = [
        (
            str(row.nomor),
            row.nama,
            angka(showing.answers(row.score)),
            figure.KOSONG if (value := showing.visible_nrr(row.score)) is None else angka(value),
            figure.KOSONG if value is None or row.score.plus_minus is None else angka(row.score.plus_minus),
            figure.KOSONG if value is None else figure.span(row.score),
            figure.KOSONG if value is None or row.peringkat is None else str(row.peringkat),
        )
        for row in c.unsur
    ]
    return Table(
        f"Nilai rata-rata (NRR) per {what.lower()}",
        ("No", what, "n", "NRR", "±", "Rentang 95%", "Urutan dari terendah"),
        tuple(rows),
        "rlrrrcr",
        (0.6, 4.4, 1.1, 1.2, 1, 2, 1.6),
        catatan="NRR antara 1 dan 4. Urutan yang sama berarti NRR terbit yang sama."
        + (
            f" Nilai dari kurang dari {N_SEMBUNYI} jawaban tidak ditampilkan (–)."
            if any(0 < showing.answers(row.score) < N_SEMBUNYI for row in c.unsur)
            else ""
        ),
    )


def _tempat(c: Content) -> Table:
    level = c.tempat[0].wilayah.tingkat
    rows = [(str(place), row.wilayah.nama, *_figures(row.score)) for place, row in enumerate(c.tempat, 1)]
    return Table(
        f"{'Nilai' if c.score.panel else 'IKM'} per {level}, {c.periode.nama}",
        ("No", level.capitalize(), *_heads(c)),
        tuple(rows),
        "rlrrrcl",
        (0.6, 3.6, 1.1, 1.6, 1, 2, 2),
        catatan=_withheld(row.score for row in c.tempat),
    )


def _trend(c: Content) -> Iterator[Block]:
    if len(c.tren) < 2:
        return
    now = c.tren[-1].rangkaian
    rows = [(point.periode.nama, point.pengumpul, *_figures(point.score)) for point in c.tren]
    notes = [
        "Pengumpul: kota berarti sampel kota, kelurahan berarti kumpulan kelurahan sendiri.",
        _withheld(point.score for point in c.tren),
        "Periode dengan layanan, pengumpul, kuesioner, atau aturan yang lain tidak sebanding; garis pada gambar tidak "
        "menghubungkannya."
        if any(point.rangkaian != now for point in c.tren)
        else "",
    ]
    yield Table(
        "IKM menurut periode",
        ("Periode", "Pengumpul", *_heads(c)),
        tuple(rows),
        "llrrrcl",
        (3.4, 1.8, 1.1, 1.4, 0.9, 2, 2),
        tebal=(len(rows) - 1,),
        catatan=" ".join(note for note in notes if note),
    )


def _comments(c: Content) -> Iterator[Block]:
    """The newest comments as written; the same words from several people once, with how many wrote them."""
    if not c.saran:
        return
    counted = Counter(one.teks for one in c.saran)
    chosen = [words if n == 1 else f"{words} ({n} orang)" for words, n in list(counted.items())[:MOST_COMMENTS]]
    which = "Isinya" if len(counted) <= MOST_COMMENTS and len(c.saran) == c.n_saran else "Yang terbaru"
    yield Text(f"Warga menulis {angka(c.n_saran)} saran. {which}, seperti ditulis:")
    yield Items(tuple(chosen))
