"""The sections of the page in their order; each is "" where it has nothing to say."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from skm_core.reports import figure
from skm_core.reports.content import Content
from skm_core.reports.headline import headline
from skm_core.reports.laporan.charts import short_ikm, short_nrr
from skm_core.reports.profile import untold_note
from skm_core.reports.publication_page.strips import Strip, course, strips
from skm_core.reports.publication_page.tables import behind, cells, heads, table, withheld
from skm_core.reports.ranked import TEBAL, alike, lowest_first
from skm_core.reports.scope import KOTA, LAYANAN, NAMA_KOTA
from skm_core.results import showing, statements
from skm_core.results.measured import Measured, MeasuredUnsur
from skm_core.results.wording import inside, range_of, weakest
from skm_core.rules import N_SEMBUNYI, RULE_SETS, RuleSet, share_pct
from skm_core.writing import angka


def statement(c: Content) -> str:
    """The finding of the whole, for the head of the page."""
    layanan = c.layanan[0].layanan.nama if c.scope.jenis == LAYANAN and c.layanan else ""
    place = NAMA_KOTA if c.scope.jenis in (KOTA, LAYANAN) else c.nama
    return statements.summary(c.hasil, place, layanan)


def total(c: Content) -> str:
    """The figure with its ±, mutu, n, what it means, target and change."""
    main = headline(c)
    if not main.nilai:
        return f'<p class="none">{escape(main.keterangan)}</p><p class="small">n {escape(main.n)}</p>'
    sure, mark = ("", "") if main.pasti else (" hollow", "?")
    chip = f'<span class="chip {main.huruf}{sure}">{main.huruf}{mark}</span>' if main.huruf else ""
    grade = f'<p class="grade">{chip}{escape(main.mutu)}</p>' if main.mutu else ""
    note = main.keterangan if c.score.rentang is None else ""  # with an interval the sentence below says it
    said = _paragraphs(c, "hasil") + _paragraphs(c, "tren") + _paragraphs(c, "pembanding")
    return (
        f'<p class="big"><span>{main.nilai}</span> <small>{escape(main.margin)}</small></p>{grade}'
        f'<p class="small">{escape(main.label)}, skala 25 sampai 100. n {escape(main.n)}. {escape(note)}</p>{said}'
    )


def services(c: Content) -> str:
    """IKM per layanan."""
    if len(c.layanan) < 2:
        return ""
    what = "pejabat" if c.score.panel else "layanan"
    scores = [(one.layanan.kode, one.layanan.nama, one.score) for one in c.layanan]
    return _places(c, range_of(c.hasil.urutan, scores, what), what, scores)


def places(c: Content) -> str:
    """IKM per kecamatan or kelurahan."""
    if len(c.tempat) < 2:
        return ""
    level = c.tempat[0].wilayah.tingkat
    scores = [(one.wilayah.kode, one.wilayah.nama, one.score) for one in c.tempat]
    return _places(c, range_of(c.rincian.urutan, scores, level), level, scores)


def _places(c: Content, finding: str, what: str, scores: Sequence[tuple[str, str, Measured | None]]) -> str:
    ranked = showing.highest_first(scores, lambda one: one[2])
    rows = [
        Strip(
            name,
            showing.visible(score),
            score.rentang if score and showing.visible(score) is not None else None,
            short_ikm(score),
            score.mutu.huruf if score and score.mutu else "",
            score.mutu_pasti if score else True,
        )
        for _, name, score in ranked
    ]
    measured = "Nilai" if c.score.panel else "IKM dengan rentang 95%"
    alt = f"{finding}. {'; '.join(f'{name} {figure.ikm(score)}' for _, name, score in ranked)}."
    unsure = any(row.nilai is not None and not row.pasti for row in rows)
    hollow = " Titik kosong dan tanda ?: mutunya belum pasti." if unsure else ""
    return _section(
        finding,
        f"{measured} per {what}, dari yang tertinggi.{hollow}",
        strips(rows, most=(25, 100), step=5, aturan=_rules(c), alt=alt),
        behind(
            table(
                f"{measured} per {what}, {c.periode.nama}",
                (what.capitalize(), *heads(c)),
                [(name, *cells(score)) for _, name, score in ranked],
                note=withheld(score for _, _, score in ranked),
            ),
            what,
        ),
    )


def unsur(c: Content) -> str:
    """NRR per unsur, lowest first; figures that may not be shown follow in the rule's order."""
    shown = [one for one in c.unsur if showing.visible_nrr(one.score) is not None]
    if not shown:
        return ""
    ranked = lowest_first(c)
    what = "variabel" if c.score.panel else "unsur"
    apart = not alike(c)
    tied = [one.pendek for one in c.unsur if one.setara_terendah]
    finding = f"Nilai per {what}" if c.score.panel else weakest(tied, len(shown), c.score)
    rows = [
        Strip(
            one.nama,
            value := showing.visible_nrr(one.score),
            one.score.rentang if value is not None else None,
            short_nrr(one.score),
            utama=one.setara_terendah and apart,
        )
        for one in ranked
    ]
    alt = f"{finding}. {'; '.join(f'{one.nama} {showing.nrr_text(one.score)}' for one in ranked)}."
    strong = "" if not apart else f" {TEBAL}"
    return _section(
        finding,
        f"Nilai rata-rata (NRR) antara 1 dan 4, dari yang terendah.{strong}",
        strips(rows, most=(1, 4), step=0.25, aturan=None, alt=alt),
        behind(
            table(
                f"NRR per {what}, {c.periode.nama}",
                (what.capitalize(), "NRR", "Rentang 95%", "n"),
                [(one.nama, *_nrr_cells(one.score)) for one in ranked],
                note=f"Nilai dari kurang dari {N_SEMBUNYI} jawaban tidak ditampilkan (–)."
                if len(shown) < len(ranked)
                else "",
            ),
            what,
        ),
    )


def _nrr_cells(score: MeasuredUnsur) -> tuple[str, str, str]:
    value, n = showing.visible_nrr(score), angka(showing.answers(score))
    if value is None:
        return figure.KOSONG, figure.KOSONG, n
    if score.rentang is None:
        return angka(value), showing.TANPA_RENTANG, n
    return f"{angka(value)} {showing.margin(score)}", figure.span(score), n


def trend(c: Content) -> str:
    """The index over periode up to this one."""
    if c.score.panel or len(c.tren) < 2:
        return ""
    if c.perubahan:
        verb = "" if c.perubahan.certain else "berubah "
        finding = f"Sejak {c.perubahan.sejak.nama} IKM {verb}{c.perubahan.kata}"
    else:
        finding = "Belum ada periode yang sebanding dengan yang terakhir"
    alt = f"{finding}. {'; '.join(f'{one.periode.nama} {figure.ikm(one.score)}' for one in c.tren)}."
    picture = course(c.tren, alt)
    if not picture:
        return ""
    return _section(
        finding,
        "IKM dengan rentang 95% per periode. Garis hanya menghubungkan periode yang sebanding.",
        picture,
        behind(
            table(
                "IKM menurut periode",
                ("Periode", *heads(c)),
                [(one.periode.nama, *cells(one.score)) for one in c.tren],
                note=withheld(one.score for one in c.tren),
            ),
            "periode",
        ),
    )


def people(c: Content) -> str:
    """Who answered, each person once; nothing below ten people, who could be told by it."""
    if c.n_responden < N_SEMBUNYI:
        return ""
    rows = [
        (
            f"{one.judul}: {inside(words)}",
            *((figure.KOSONG,) * 2 if n is None else (angka(n), f"{angka(share_pct(n, c.n_responden))}%")),
        )
        for one in c.profil
        for words, n in one.semua
    ]
    return _section(
        f"{angka(c.n_responden)} orang menjawab",
        f"Mereka mengisi {angka(c.n_kuesioner)} kuesioner ({c.pengumpul}). Setiap orang dihitung satu kali.",
        behind(
            table("Responden menurut profil", ("Profil", "Orang", "Bagian"), rows, note=untold_note(c.profil)), "profil"
        ),
    )


def follow_up(c: Content) -> str:
    """What became of the last plan, and what is planned."""
    items = "".join(
        f'<li>{escape(one.program)} <span class="small">({escape(one.unsur)}; {escape(inside(one.status))})</span></li>'
        for one in c.rtl
    )
    if not items and not c.capaian:
        return ""
    done = f"<p>{escape(c.capaian)}</p>" if c.capaian else ""
    return _section("Yang dikerjakan sesudah survei ini", "", done, f'<ul class="plain">{items}</ul>' if items else "")


def method(c: Content) -> str:
    """How the figures were computed, and where the rule is found."""
    lines = "".join(f"<li>{escape(one)}</li>" for one in (*c.metode, *c.penetapan))
    rules = "" if c.score.panel else f" Aturannya: {', '.join(RULE_SETS[one].nama for one in c.score.aturan)}."
    keeper = c.instansi.unit or c.instansi.nama
    where = f"Cara lengkapnya ada di Laporan SKM {c.judul}, Lampiran 3, dari {keeper}.{rules}"
    return _section("Cara menghitung", "", f'<ul class="plain">{lines}</ul><p>{escape(where)}</p>')


def _rules(c: Content) -> RuleSet | None:
    return RULE_SETS[c.score.aturan[0]] if len(c.score.aturan) == 1 and not c.score.panel else None


def _paragraphs(c: Content, key: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in c.kalimat(key).splitlines() if line.strip())


def _section(title: str, sub: str, *parts: str) -> str:
    below = f'<p class="sub">{escape(sub)}</p>' if sub else ""
    return f"<section><h2>{escape(title)}</h2>{below}{''.join(parts)}</section>"
