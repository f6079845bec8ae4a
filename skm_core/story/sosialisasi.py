"""The story before a survey: what SKM is, its rules, unsur, services, schedule, kelurahan, tasks, and what became of
the last one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from skm_core import registry
from skm_core.errors import NoDataError
from skm_core.reports import rtl, scope
from skm_core.reports.content import Content, content
from skm_core.reports.scope import Scope
from skm_core.results import rounds
from skm_core.results.wording import shown
from skm_core.sampling.plan import Rencana, plan
from skm_core.store import Store
from skm_core.story import before, questions
from skm_core.story.example import first_items
from skm_core.story.steps import SOSIALISASI, Absent, Lines, Step, Story, Tile, Tiles, told
from skm_core.terms import Instrumen, Layanan, Periode, Pilihan

OVER = (
    "Survei ini sudah selesai. Untuk sosialisasi survei berikutnya, pilih periodenya di halaman Paparan, atau "
    "tambahkan dahulu di Pengaturan.\n"
)


@dataclass(frozen=True, slots=True)
class Survey:
    """The survey that is to come, as far as the store knows it, and the last one with results of the same scope."""

    scope: Scope
    nama: str
    periode: Periode
    instansi: str
    tautan: str
    layanan: tuple[Layanan, ...]
    instrumen: Instrumen | None
    rencana: Rencana | None
    lalu: Content | None


def sosialisasi(store: Store, what: Scope, *, tanggal: date) -> Story:
    """The story of a periode that is to come or has begun, for the city, a kecamatan or a kelurahan.

    tanggal: the day it is told, which decides whether the survey is to come, under way or over. Raises
    UnknownKeyError for a periode or place that does not exist. A layanan as scope tells the story of the city.
    """
    asked = replace(scope.scope(store, what.lingkup, what.periode, what.pengumpul), pengumpul=None)
    asked = asked if asked.jenis != scope.LAYANAN else replace(asked, jenis=scope.KOTA, kode="")
    survey = _survey(store, asked, tanggal)
    done, panel = rtl.before(store, asked, tanggal), survey.periode.panel
    called = before.before_this(survey.periode, tanggal)
    steps, absent = told(
        [
            _opening(survey, tanggal),
            _purpose(),
            *(_of_no_panel() if panel else [_law(survey)]),
            *([] if panel else questions.steps(survey.instrumen, registry.unsur(store))),
            _services(survey),
            before.schedule(survey.periode, survey.rencana, tanggal),
            before.places(asked, survey.nama, survey.rencana, registry.wilayah(store)),
            before.tasks(survey.layanan),
            *([] if panel else [questions.live(survey.instrumen, registry.unsur(store), survey.periode.aturan)]),
            before.last_result(survey.lalu, called),
            before.last_follow_up(*done, called),
        ]
    )
    return Story(
        kunci=SOSIALISASI,
        judul=f"Sosialisasi SKM {survey.nama}, {survey.periode.nama}",
        berkas=asked.berkas,
        penulis=survey.instansi,
        tanggal=tanggal,
        contoh=registry.is_demo(store),
        langkah=(*steps, _closing(survey, tanggal)),
        absen=absent,
    )


def _survey(store: Store, what: Scope, dated: date) -> Survey:
    settings, periode = registry.settings(store), registry.periode(store)[what.periode]
    kind = "pejabat" if periode.panel else "layanan"
    return Survey(
        scope=what,
        nama=scope.name(store, what),
        periode=periode,
        instansi=settings.get("instansi_nama", ""),
        tautan=settings.get("tautan_publikasi", ""),
        layanan=tuple(one for one in registry.layanan(store).values() if one.aktif and one.jenis == kind),
        instrumen=_questionnaire(store, periode),
        rencana=plan(store, what.periode, "kota"),
        lalu=_last(store, what, dated),
    )


def _questionnaire(store: Store, periode: Periode) -> Instrumen | None:
    """The one this periode or the newest of its rules used, else the first of these rules; one with unsur."""
    known = {
        kode: one
        for kode, one in registry.instrumen(store).items()
        if one.aturan == periode.aturan and first_items(one)
    }
    parts = rounds.composition(store, Pilihan())
    used = [part for part in parts if part.periode.kode == periode.kode] + list(reversed(parts))
    for part in used:
        if found := next((known[kode] for kode in part.instrumen if kode in known), None):
            return found
    return next(iter(known.values()), None)


def _last(store: Store, what: Scope, dated: date) -> Content | None:
    """The newest earlier survey of the scope whose figure may be shown."""
    order = list(registry.periode(store).values())
    earlier = order[: [one.kode for one in order].index(what.periode)]
    for periode in reversed([one for one in earlier if not one.panel]):
        try:
            found = content(store, replace(what, periode=periode.kode), tanggal=dated)
        except NoDataError:
            continue
        if shown(found.score):
            return found
    return None


def _opening(survey: Survey, pada: date) -> Step:
    said = (survey.nama, survey.periode.nama, before.when(survey.periode, pada), survey.instansi)
    over = OVER if before.tense(survey.periode, pada) == before.TELAH else ""
    return Step(
        "pembuka",
        "pembuka",
        "Pembuka",
        "Sosialisasi Survei Kepuasan Masyarakat",
        Lines(tuple(line for line in said if line)),
        f"{over}Sambut peserta: PKK, pengelola RPTRA, kelurahan, jumantik, posyandu, PPSU. Sebutkan tujuan pertemuan: "
        "semua tahu apa yang diukur, kapan, di mana, dan tugas masing-masing.",
    )


def _purpose() -> Step:
    return Step(
        "tujuan",
        "tujuan",
        "Apa itu SKM dan tujuannya",
        "Warga yang dilayani menilai layanannya",
        Tiles(
            (
                Tile("Partisipasi", "Warga ikut menilai"),
                Tile("Perbaikan", "Yang lemah diketahui"),
                Tile("Inovasi", "Muncul cara baru melayani"),
                Tile("Ukuran", "Kepuasan diikuti dari waktu ke waktu"),
            ),
            kolom=2,
        ),
        "SKM adalah kegiatan mengukur secara menyeluruh tingkat kepuasan warga atas layanan yang mereka terima. "
        "Hasilnya satu angka, IKM, dari 25 sampai 100, untuk setiap layanan.",
    )


def _of_no_panel() -> list[Absent]:
    """What a closed panel has nothing of: the survey of citizens by law, its unsur and its IKM."""
    why = "Panel tertutup: variabelnya bukan unsur SKM, dan nilainya bukan IKM."
    names = {
        "dasar": "Dasar hukum",
        "unsur": "Unsur yang dinilai",
        "pertanyaan": "Pertanyaannya",
        "contoh": "Dari jawaban menjadi IKM",
    }
    return [Absent(key, name, why) for key, name in names.items()]


def _law(survey: Survey) -> Step:
    return Step(
        "dasar",
        "dasar",
        "Dasar hukum",
        "Survei ini wajib, paling sedikit setahun sekali",
        Tiles(
            (
                Tile("UU 25 Tahun 2009", "Pelayanan publik"),
                Tile("PP 96 Tahun 2012", "Pelaksanaan undang-undangnya"),
                Tile("Permenpan RB 14 Tahun 2017", "Pedoman penyusunan SKM"),
            )
            if survey.periode.aturan == "permenpan-14-2017"
            else (Tile("KEP/25/M.PAN/2/2004", "Pedoman umum penyusunan IKM"),),
            kolom=3,
        ),
        "Pasal 1 Permenpan RB 14/2017: setiap penyelenggara pelayanan publik melakukan SKM secara berkala, minimal "
        "satu kali setahun."
        if survey.periode.aturan == "permenpan-14-2017"
        else "Periode ini memakai aturan lama dengan 14 unsur.",
    )


def _services(survey: Survey) -> Step | Absent:
    name = "Layanan yang dinilai"
    if not survey.layanan:
        return Absent("layanan", name, "Belum ada layanan yang aktif di Pengaturan.")
    what = "pejabat" if survey.periode.panel else "layanan"
    return Step(
        "layanan",
        "layanan",
        name,
        f"{questions.counted(len(survey.layanan))} {what} dinilai",
        Tiles(tuple(Tile(one.nama, one.kepanjangan) for one in survey.layanan)),
        "Sebutkan contoh sehari-hari tiap layanan, supaya warga tahu apa yang mereka nilai.",
    )


def _closing(survey: Survey, pada: date) -> Step:
    over = before.tense(survey.periode, pada) == before.TELAH
    return Step(
        "penutup",
        "penutup",
        "Terima kasih",
        "Setiap jawaban dihitung" if over else "Jawablah apa adanya, setiap jawaban dihitung",
        Lines(("Terima kasih.", *(("Hasil survei diumumkan di:",) if survey.tautan else ())), survey.tautan),
        "Hasilnya ditunjukkan di paparan hasil. Buka tanya jawab."
        if over
        else "Tekankan: petugas tidak mengisi dan tidak mengarahkan jawaban. Buka tanya jawab.",
    )
