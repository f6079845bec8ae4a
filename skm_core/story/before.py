"""What is settled before a survey begins: schedule, kelurahan, tasks; and what became of the survey before it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime

from skm_core.reports.content import Content
from skm_core.reports.parts import BarisRtl
from skm_core.reports.scope import KECAMATAN, KELURAHAN, KOTA, Scope
from skm_core.results.wording import kata
from skm_core.sampling.plan import Rencana
from skm_core.story import parties
from skm_core.story.future import begun, done_rows
from skm_core.story.hasil import headline
from skm_core.story.steps import Absent, Rows, Step, Tile, Tiles
from skm_core.terms import Layanan, Periode, Wilayah
from skm_core.writing import WIB, angka, jangka, tanggal

AKAN, SEDANG, TELAH = "akan", "sedang", "telah"
"""Whether a survey is to come, under way, or over."""
MOST_NAMED = 3
"""Kelurahan of one kecamatan that are named on a step; more are counted."""


def tense(periode: Periode, pada: date) -> str:
    """Whether the survey of a periode is to come, under way or over on a day; to come where its dates are not known."""
    if periode.mulai is None or periode.selesai is None or pada < periode.mulai:
        return AKAN
    return SEDANG if pada <= periode.selesai else TELAH


def when(periode: Periode, pada: date) -> str:
    """The same in a sentence: "Survei akan berlangsung 1 April – 30 Juni 2019"; "" without dates."""
    if periode.mulai is None or periode.selesai is None:
        return ""
    if (now := tense(periode, pada)) == SEDANG:
        return f"Survei sedang berlangsung, sampai {tanggal(periode.selesai)}"
    return f"Survei {now} berlangsung {jangka(periode.mulai, periode.selesai)}"


def before_this(periode: Periode, pada: date) -> str:
    """What the survey before is called: the last one, or of a survey that is over the one before it."""
    return "sebelumnya" if tense(periode, pada) == TELAH else "terakhir"


def schedule(periode: Periode, rencana: Rencana | None, pada: date) -> Step | Absent:
    """When kelurahan were drawn and when questionnaires are filled, as seen on a day."""
    name = "Jadwal"
    if periode.mulai is None or periode.selesai is None:
        return Absent("jadwal", name, "Tanggal periode ini belum diisi di Pengaturan.")
    now = tense(periode, pada)
    rows = [("Pengisian kuesioner", jangka(periode.mulai, periode.selesai))]
    if rencana:
        rows.insert(0, ("Undian kelurahan" if rencana.diundi else "Rencana sampel", _day(rencana.waktu)))
    return Step(
        "jadwal",
        "jadwal",
        name,
        f"Kuesioner {now} diisi{',' if now == SEDANG else ''} {jangka(periode.mulai, periode.selesai)}",
        Rows(("Kegiatan", "Waktu"), tuple(rows)),
        "Pengisian sudah berakhir. Kuesioner yang belum dimasukkan perlu segera dikirim, supaya ikut dihitung."
        if now == TELAH
        else "Data dimasukkan segera setelah diisi, supaya kekurangan terlihat selagi masih ada waktu.",
    )


def places(what: Scope, nama: str, rencana: Rencana | None, known: Mapping[str, Wilayah]) -> Step | Absent:
    """The kelurahan where the city's sample is taken, of the scope."""
    name = "Kelurahan terundi"
    if rencana is None or not rencana.terpilih:
        return Absent("kelurahan", name, "Belum ada rencana sampel untuk periode ini (halaman Sampel).")
    drawn = [one for one in rencana.terpilih if what.jenis == KOTA or one.kelurahan.startswith(what.kode)]
    verb = "terundi" if rencana.diundi else "ikut"
    said = f"{kata(len(drawn)).capitalize()} kelurahan {verb} untuk sampel kota"
    tiles: tuple[Tile, ...]
    if what.jenis == KELURAHAN:
        said = f"{nama} {verb if drawn else f'tidak {verb}'} untuk sampel kota"
        tiles = (Tile(nama, f"{angka(_target(rencana, what.kode))} kuesioner" if drawn else "Mengumpulkan sendiri"),)
    elif what.jenis == KECAMATAN:
        if not drawn:
            return Absent("kelurahan", name, f"Tidak ada kelurahan {verb} di {nama}.")
        tiles = tuple(Tile(one.nama, f"{angka(_target(rencana, one.kelurahan))} kuesioner") for one in drawn)
    else:
        tiles = tuple(
            Tile(known[kode].nama, _names([one.nama for one in drawn if one.kecamatan == kode]))
            for kode in dict.fromkeys(one.kecamatan for one in drawn)
        )
    note = "Kelurahan diundi dengan angka acak yang dapat diulang; berita acaranya ada di halaman Sampel."
    return Step(
        "kelurahan",
        "kelurahan",
        name,
        said,
        Tiles(tiles, kolom=4 if len(tiles) > 6 else min(3, len(tiles))),
        f"{note if rencana.diundi else 'Semua kelurahan ikut.'} Direncanakan {angka(rencana.n_kuesioner)} kuesioner.",
    )


def _target(rencana: Rencana, kelurahan: str) -> int:
    return sum(n for (place, _), n in rencana.target.items() if place == kelurahan)


def _names(names: list[str]) -> str:
    return ", ".join(names) if len(names) <= MOST_NAMED else f"{kata(len(names))} kelurahan"


def tasks(layanan: Iterable[Layanan]) -> Step:
    """What each party is asked to do."""
    return Step(
        "tugas",
        "tugas",
        "Tugas masing-masing",
        "Setiap pihak punya tugas",
        Tiles(parties.tasks(one for one in layanan if one.jenis == "layanan"), kolom=4),
        "Usulan pembagian tugas; sesuaikan dengan surat tugas. Yang sama bagi semua: ajak warga yang benar-benar "
        "dilayani, jangan mengisi atau mengarahkan jawaban, dan jangan memilih hanya yang puas.",
    )


def last_result(lalu: Content | None, sebutan: str) -> Step | Absent:
    """The index of the survey before, called as `before_this` says."""
    name = f"Hasil survei {sebutan}"
    if lalu is None:
        return Absent("hasil-lalu", name, "Belum ada survei sebelumnya yang hasilnya boleh ditampilkan.")
    return Step(
        "hasil-lalu",
        "hasil-lalu",
        name,
        f"Survei {sebutan}, {lalu.periode.nama}",
        headline(lalu),
        "\n".join(part for part in (lalu.kalimat("hasil"), lalu.kalimat("unsur")) if part),
        lalu.catatan_kaki,
    )


def last_follow_up(items: tuple[BarisRtl, ...], progress: str, sebutan: str) -> Step | Absent:
    """What was done about it."""
    name = f"Tindak lanjut survei {sebutan}"
    if not items:
        return Absent("tindak-lanjut", name, "Belum ada tindak lanjut dari periode sebelumnya.")
    rows = done_rows(items)
    effects = "\n".join(f"{one.program}: {one.pengaruh}" for one in items if one.pengaruh)
    return Step(
        "tindak-lanjut",
        "tindak-lanjut",
        name,
        _progress(items),
        rows,
        "\n".join(part for part in (progress, effects) if part),
    )


def _progress(items: tuple[BarisRtl, ...]) -> str:
    """How many are done, else how many are under way, else that none is done."""
    done, going = begun(items)
    if not done and not going:
        return "Belum ada tindak lanjut yang selesai"
    some, word = (done, "selesai") if done else (going, "sedang dikerjakan")
    if some == len(items) and not done:
        return f"{kata(some).capitalize()} tindak lanjut {word}"
    return f"{kata(some).capitalize()} dari {kata(len(items))} tindak lanjut {word}"


def _day(moment: datetime) -> str:
    return tanggal(moment.replace(tzinfo=UTC).astimezone(WIB).date())
