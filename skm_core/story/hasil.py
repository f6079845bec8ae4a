"""The story of the results: who was asked, the result, services, unsur, where, voices, what will be done, thanks."""

from __future__ import annotations

from skm_core.follow_up import STATUS
from skm_core.reports import closing
from skm_core.reports.content import Content
from skm_core.reports.coverage import PENGUMPUL
from skm_core.reports.figure import whole
from skm_core.reports.headline import headline as parts_of_headline
from skm_core.reports.scope import KELURAHAN, KOTA, LAYANAN
from skm_core.results import showing, statements
from skm_core.results.wording import range_of, shown, weakest
from skm_core.rules import N_TANDA, share_pct
from skm_core.story import pictures
from skm_core.story.future import planned, planned_rows
from skm_core.story.steps import HASIL, Absent, LargeFigure, Lines, Quote, Quotes, Step, Story, Tile, Tiles, told
from skm_core.writing import angka

MOST_WORDS = 34
"""Words of quotes on one step; a longer quote stands alone, because a person's words are never cut."""
MOST_QUOTES = 3


def hasil(c: Content, kutipan: tuple[Quote, ...] = ()) -> Story:
    """The story of the results of a scope. kutipan: the quotes staff chose for the public, in their order."""
    steps, absent = told(
        [_opening(c), _asked(c), _result(c), _services(c), _unsur(c), _places(c), _voices(c, kutipan), _plan(c)]
    )
    return Story(
        kunci=HASIL,
        judul=f"Hasil SKM {c.judul}",
        berkas=c.berkas,
        penulis=c.instansi.nama,
        tanggal=c.tanggal,
        contoh=c.contoh,
        langkah=(*steps, _thanks(c)),
        absen=absent,
    )


def _opening(c: Content) -> Step:
    return Step(
        "pembuka",
        "pembuka",
        "Pembuka",
        "Hasil Survei Kepuasan Masyarakat",
        Lines(tuple(line for line in (c.nama, c.periode.nama, c.instansi.nama) if line)),
        f"Perkenalkan diri, lalu sebutkan lingkupnya: {c.saringan}. Semua angka sama dengan laporan dan dasbor.",
    )


def _asked(c: Content) -> Step:
    here = c.hasil.susunan
    tiles = [Tile(whole(c.n_kuesioner), "kuesioner terisi")]
    if here.n_kelurahan and c.scope.jenis != KELURAHAN:
        tiles.append(Tile(whole(here.n_kelurahan), "kelurahan"))
    if len(c.layanan) > 1:
        tiles.append(Tile(whole(len(c.layanan)), "pejabat dinilai" if c.score.panel else "layanan dinilai"))
    gender = next(one for one in c.profil if one.kunci == "jenis_kelamin")
    filled = sum(n for _, n in gender.terbuka)
    of = " dari yang mengisi" if gender.tanpa else ""
    tiles += [Tile(f"{angka(share_pct(n, filled, 0))}%", f"{word.lower()}{of}") for word, n in gender.terbuka]
    people = f"{whole(c.n_responden)} {'undangan' if c.score.panel else 'warga'} menjawab"
    return Step(
        "responden",
        "responden",
        "Siapa yang ditanya",
        people,
        Tiles(tuple(tiles), kolom=3),
        _note([_who_answered(c), "Bila ditanya cara menghitungnya: " + " ".join(c.metode)]),
        c.catatan_kaki,
    )


def _who_answered(c: Content) -> str:
    several = " Satu orang dapat mengisi beberapa kuesioner." if c.n_responden < c.n_kuesioner else ""
    return (
        f"Datanya {c.pengumpul}.{several} Tanda ± di samping angka: sejauh itu angkanya dapat bergeser seandainya "
        f"{'undangan' if c.score.panel else 'warga'} lain yang ditanya."
    )


def _result(c: Content) -> Step:
    one_service = c.layanan[0].layanan.nama if c.scope.jenis == LAYANAN and c.layanan else ""
    place = "Jakarta Barat" if c.scope.jenis in (KOTA, LAYANAN) else c.nama
    notes = [c.kalimat("hasil"), c.kalimat("tren"), c.kalimat("pembanding")]
    change = c.perubahan
    moved = ""
    if change and shown(change.sebelum) and shown(change.sesudah):
        moved = f"Sejak {change.sejak.nama}: {change.kata}"
    return Step(
        "hasil",
        "hasil",
        "Hasil keseluruhan",
        statements.summary(c.hasil, place, one_service),
        headline(c, moved),
        _note(notes),
        c.catatan_kaki,
    )


def headline(c: Content, tambahan: str = "") -> LargeFigure:
    """The figure of poster and letter, in fewer words for a hall; nothing but the reason where it may not be shown."""
    score, parts, text = c.score, parts_of_headline(c), showing.ikm_text(c.score)
    if not parts.nilai:
        return LargeFigure("", "", "", False, "", "", text, score.acuan)
    words = [showing.PANEL] if score.panel else [score.mutu.kinerja if score.mutu else "", showing.doubt(score)]
    grade = ", ".join(word for word in words if word)
    few = f" · {showing.SEDIKIT}" if score.n_kuesioner < N_TANDA else ""
    return LargeFigure(
        nilai=parts.nilai,
        batas=showing.reasoned_margin(score),
        huruf=parts.huruf,
        pasti=parts.pasti,
        kata=grade[:1].upper() + grade[1:],
        n=f"n {angka(score.n_kuesioner)}{few}",
        teks=text,
        acuan=score.acuan,
        tambahan=tambahan,
    )


def _services(c: Content) -> Step | Absent:
    what = "pejabat" if c.score.panel else "layanan"
    name = f"Setiap {what}"
    chart = pictures.index_chart(c, [(one.layanan.nama, one.score) for one in c.layanan])
    if chart is None:
        why = f"Kurang dari dua {what} yang nilainya boleh ditampilkan."
        return Absent("layanan", name, f"{why}{_elsewhere(c)}")
    scores = [(one.layanan.kode, one.layanan.nama, one.score) for one in c.layanan]
    said = range_of(c.hasil.urutan, scores, what)
    return Step("layanan", "layanan", name, said, chart, _note([c.kalimat("layanan")]), c.catatan_kaki)


def _elsewhere(c: Content) -> str:
    """That the other kind of data holds more, where the choice was left to the rule."""
    other = c.pembanding
    if other is None or c.scope.pengumpul or other.n_kuesioner <= c.n_kuesioner:
        return ""
    return (
        f" Di sini {c.pengumpul}, n {angka(c.n_kuesioner)}; {PENGUMPUL[other.pengumpul]} berisi "
        f"{angka(other.n_kuesioner)} kuesioner: pilih pengumpul data itu bila ingin menunjukkannya."
    )


def _unsur(c: Content) -> Step | Absent:
    what = "variabel" if c.score.panel else "unsur"
    name = f"{what.capitalize()} terlemah dan terkuat"
    chart = pictures.unsur_chart(c)
    if chart is None:
        return Absent("unsur", name, f"Jawaban per {what} belum cukup untuk ditampilkan.")
    names = [one.pendek for one in c.unsur if one.setara_terendah]
    known = sum(showing.visible_nrr(one.score) is not None for one in c.unsur)
    said = f"Nilai per {what}, dari yang terendah" if c.score.panel else weakest(names, known, c.score)
    return Step("unsur", "unsur", name, said, chart, _note([c.kalimat("unsur")]), c.catatan_kaki)


def _places(c: Content) -> Step | Absent:
    if c.scope.jenis == KELURAHAN:
        return Absent("tempat", "Di mana", "Satu kelurahan tidak dibagi lagi menurut tempat.")
    level = c.tempat[0].wilayah.tingkat if c.tempat else "tempat"
    chart = pictures.index_chart(c, [(one.wilayah.nama, one.score) for one in c.tempat])
    if chart is None:
        return Absent("tempat", "Di mana", f"Kurang dari dua {level} yang nilainya boleh ditampilkan.")
    scores = [(one.wilayah.kode, one.wilayah.nama, one.score) for one in c.tempat]
    said = range_of(c.rincian.urutan, scores, level)
    tied = any(one.setara for one in c.rincian.urutan)
    notes = [
        c.kalimat("tempat"),
        f"Jangan menyebut satu {level} lebih baik daripada yang setara dengannya: selisih sebesar itu dapat terjadi "
        "karena kebetulan survei."
        if tied
        else "",
    ]
    return Step("tempat", "tempat", "Di mana", said, chart, _note(notes), c.catatan_kaki)


def _voices(c: Content, kutipan: tuple[Quote, ...]) -> Step | Absent:
    if not kutipan:
        return Absent("suara", "Suara warga", "Belum ada kutipan yang dipilih untuk umum.")
    kept: list[Quote] = []
    for one in kutipan[:MOST_QUOTES]:
        words = sum(len(quote.teks.split()) for quote in (*kept, one))
        if kept and words > MOST_WORDS:
            break
        kept.append(one)
    return Step(
        "suara",
        "suara",
        "Suara warga",
        "Kata warga",
        Quotes(tuple(kept)),
        "Kutipan dipilih petugas untuk umum. Satu kutipan bukan ukuran; ukurannya angka pada langkah sebelumnya.",
    )


def _plan(c: Content) -> Step | Absent:
    name = "Yang akan dikerjakan"
    kept = [one for one in c.rtl if one.status != STATUS["batal"]]
    if not kept:
        left = "Semua tindak lanjut dibatalkan." if c.rtl else "Belum ada rencana tindak lanjut untuk periode ini."
        return Absent("rencana", name, left)
    first = closing.first_to_mend(c)
    notes = [c.kalimat("tindak_lanjut"), "; ".join(f"{one.program} ({one.unsur})" for one in kept)]
    if first:
        notes.insert(0, f"Yang didahulukan: {closing.named(first)}.")
    return Step("rencana", "rencana", name, planned(kept), planned_rows(kept), _note(notes))


def _thanks(c: Content) -> Step:
    link = c.instansi.tautan_publikasi
    place = c.nama if c.scope.jenis != LAYANAN else "Jakarta Barat"
    lines = ("Setiap jawaban ikut dihitung.", *(("Hasil lengkap:",) if link else ()))
    return Step(
        "penutup",
        "penutup",
        "Terima kasih",
        "Terima kasih, para undangan" if c.score.panel else f"Terima kasih, warga {place}",
        Lines(lines, link),
        _note([c.kalimat("saran"), "Buka tanya jawab."]),
    )


def _note(parts: list[str]) -> str:
    """Passages of the report as one text to speak from."""
    lines = "\n".join(part for part in parts if part).splitlines()
    return "\n".join(f"• {line[2:]}" if line.startswith("- ") else line for line in lines)
