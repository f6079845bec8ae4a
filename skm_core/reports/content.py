"""What every document of a scope says: values, rows and sentences, no layout. The same figures as the screens.

`content` is the one way from the store to a document: poster, report, letter, workbook and story draw from it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from skm_core import publication, registry
from skm_core.errors import NoDataError
from skm_core.reports import analysis, coverage, method, rtl, schedule, texts
from skm_core.reports import scope as scopes
from skm_core.reports.figure import day, whole
from skm_core.reports.parts import (
    BarisJadwal,
    BarisLayanan,
    BarisRtl,
    BarisSampel,
    BarisTempat,
    BarisUnsur,
    Instansi,
    Profil,
    Teks,
)
from skm_core.reports.profile import profile
from skm_core.reports.quotes import quoted
from skm_core.reports.ranked import ends, unsur_rows
from skm_core.reports.scope import KECAMATAN, KELURAHAN, KOTA, LAYANAN, Scope
from skm_core.results.change import Change
from skm_core.results.layanan import LayananDetail, Saran, layanan_detail
from skm_core.results.measured import Measured, measure
from skm_core.results.ringkasan import Ringkasan, ringkasan
from skm_core.results.tren import Point, tren
from skm_core.sampling.plan import Rencana, plan
from skm_core.sampling.size import krejcie_morgan
from skm_core.store import Store
from skm_core.terms import Periode, Pilihan, Wilayah
from skm_core.writing import WIB


@dataclass(frozen=True, slots=True)
class Content:
    """All a document of one scope may print. Tables are in the order they are always shown.

    nama: the scope in words ("Kelurahan Kapuk"). saringan: the filters as one sentence. tanpa_layanan: names of the
    layanan in use that nobody judged here. pilihan: exactly the questionnaires behind `score`, with the pengumpul that
    speaks. contoh: made-up demo data, to be marked across the document. tanggal: the date of the document.
    versi_data: number of the data version.
    pembanding: the other kind of data of the same periode, never pooled; rata_bagian: plain mean of the layanan.
    unsur: rule's order; terendah and tertinggi: the three lowest and highest by published NRR with ties, most extreme
    first. tempat: kecamatan of the city or a layanan, kelurahan of a kecamatan; () for a kelurahan.
    tren: comparable or not, up to this periode (`Point.rangkaian` says which belong together).
    teks: the passages of analysis, as rewritten by a person where one did. kutipan: comments chosen to be quoted.
    rtl: planned after this periode; rtl_lalu: of the one before, with its effect; capaian: how far that is, in words.
    penetapan: whether the results are fixed and what has been revised since; () while they are open.
    hasil and rincian: the results of the pages Ringkasan and Layanan for the same selection, for all else.
    Scores of n below 10 are in here; `showing.visible` withholds them.
    """

    scope: Scope
    nama: str
    saringan: str
    tanpa_layanan: tuple[str, ...]
    pilihan: Pilihan
    periode: Periode
    pengumpul: str
    instansi: Instansi
    tanggal: date
    versi_data: int
    contoh: bool
    metode: tuple[str, ...]
    penetapan: tuple[str, ...]
    n_kuesioner: int
    n_responden: int
    score: Measured
    perubahan: Change | None
    pembanding: Measured | None
    rata_bagian: Measured | None
    layanan: tuple[BarisLayanan, ...]
    unsur: tuple[BarisUnsur, ...]
    terendah: tuple[BarisUnsur, ...]
    tertinggi: tuple[BarisUnsur, ...]
    tempat: tuple[BarisTempat, ...]
    profil: tuple[Profil, ...]
    tren: tuple[Point, ...]
    sampel: tuple[BarisSampel, ...]
    rencana: Rencana | None
    jadwal: tuple[BarisJadwal, ...]
    rtl: tuple[BarisRtl, ...]
    rtl_lalu: tuple[BarisRtl, ...]
    capaian: str
    saran: tuple[Saran, ...]
    n_saran: int
    kutipan: tuple[str, ...]
    teks: tuple[Teks, ...]
    wilayah: dict[str, Wilayah]
    hasil: Ringkasan
    rincian: LayananDetail

    def kalimat(self, kunci: str) -> str:
        """A passage of analysis by its key, as it is printed; "" where it has nothing to say."""
        return next((one.teks for one in self.teks if one.kunci == kunci), "")

    @property
    def berkas(self) -> str:
        """The scope and who collected, in the name of a file (`Scope.berkas`)."""
        return replace(self.scope, pengumpul=None if self.score.panel else self.pilihan.pengumpul).berkas

    @property
    def judul(self) -> str:
        """Scope and periode: "Kelurahan Kapuk, April–Juni 2019"."""
        return f"{self.nama}, {self.periode.nama}"

    @property
    def cakupan(self) -> str:
        """Which layanan were judged, in words: "Semua layanan", "4 dari 6 layanan"."""
        names = [one.layanan.nama for one in self.layanan]
        return coverage.services(names, self.tanpa_layanan, panel=self.score.panel)

    @property
    def catatan_kaki(self) -> str:
        """The line at the foot of every document: filters, n, data version and date."""
        return (
            f"{self.saringan} · n {whole(self.n_kuesioner)} kuesioner · versi data {whole(self.versi_data)} · "
            f"{day(self.tanggal)}"
        )


def content(store: Store, what: Scope, *, tanggal: date | None = None) -> Content:
    """The content of one scope. The same store, scope and date give equal content.

    tanggal: date of the document, today in Jakarta if None. Raises UnknownKeyError for a key that does not exist,
    NoDataError if the scope holds no questionnaire.
    """
    what = scopes.scope(store, what.lingkup, what.periode, what.pengumpul)
    pilihan = what.pilihan
    found = ringkasan(store, pilihan)
    detail = layanan_detail(store, pilihan, found) if found else None
    name = scopes.name(store, what)
    periode = registry.periode(store)[what.periode]
    if found is None or detail is None:
        raise NoDataError(
            f"Belum ada kuesioner untuk {name} pada {periode.nama}. Pilih periode, tempat, atau pengumpul lain, "
            "atau unggah datanya dahulu."
        )
    here = found.susunan
    spoken = replace(pilihan, pengumpul=here.pengumpul)
    without = coverage.unjudged(store, what, here)
    dated = tanggal or datetime.now(WIB).date()
    recorded = store.once(  # read once for all documents of a batch
        f"rencana:{what.periode}:{here.pengumpul}", lambda: plan(store, what.periode, here.pengumpul)
    )
    unsur = unsur_rows(detail)
    lowest, highest = ends(unsur)
    done, progress = rtl.before(store, what, dated)
    drawn = Content(
        scope=what,
        nama=name,
        saringan=coverage.filters(store, what, here, without),
        tanpa_layanan=without,
        pilihan=spoken,
        periode=periode,
        pengumpul=coverage.collector(here),
        instansi=_agency(store),
        tanggal=dated,
        versi_data=store.data_version[1],
        contoh=registry.is_demo(store),
        metode=method.sentences(found.score),
        penetapan=method.fixed(publication.latest(store, what.periode), publication.revisions(store, spoken)),
        n_kuesioner=found.score.n_kuesioner,
        n_responden=found.n_responden,
        score=found.score,
        perubahan=found.change,
        pembanding=found.pembanding or _other(store, spoken),
        rata_bagian=found.rata_bagian,
        layanan=tuple(BarisLayanan(one.layanan, one.score, one.change) for one in found.layanan),
        unsur=unsur,
        terendah=lowest,
        tertinggi=highest,
        tempat=() if what.jenis == KELURAHAN else tuple(BarisTempat(*one) for one in detail.tempat),
        profil=profile(store, spoken),
        tren=_trend(store, pilihan, what.periode),
        sampel=_sample(found, what),
        rencana=recorded,
        jadwal=schedule.schedule(store, spoken, periode, recorded, dated),
        rtl=rtl.planned(store, what),
        rtl_lalu=done,
        capaian=progress,
        saran=detail.saran,
        n_saran=detail.n_saran,
        kutipan=quoted(store, what, here.pengumpul, detail.saran),
        teks=(),
        wilayah=registry.wilayah(store),
        hasil=found,
        rincian=detail,
    )
    written = texts.rewritten(store, what, here.pengumpul, analysis.passages(drawn))
    return replace(drawn, teks=written)


def _other(store: Store, spoken: Pilihan) -> Measured | None:
    """The other kind of data, where the selection itself names one kind."""
    kind = next(name for name in coverage.PENGUMPUL if name != spoken.pengumpul)
    return next(iter(measure(store, replace(spoken, pengumpul=kind), unsur=False)), None)


def _agency(store: Store) -> Instansi:
    known, other = registry.settings(store), {"nama": "instansi_nama", "unit": "unit_nama"}
    return Instansi(**{name: known.get(other.get(name, name), "") for name in Instansi.__dataclass_fields__})


def _trend(store: Store, pilihan: Pilihan, periode: str) -> tuple[Point, ...]:
    """The line of the scope up to its periode; () for a panel, which has none."""
    found = tren(store, pilihan, rincian=False)
    order = list(registry.periode(store))
    points = found.semua if found else ()
    return tuple(point for point in points if order.index(point.periode.kode) <= order.index(periode))


def _sample(found: Ringkasan, what: Scope) -> tuple[BarisSampel, ...]:
    """Krejcie and Morgan per layanan; N is of the city, so that a single place has no minimum of its own."""
    rows = []
    for one in found.layanan:
        n_pengguna = None if what.jenis in (KECAMATAN, KELURAHAN) else one.layanan.n_pengguna
        minimal = krejcie_morgan(n_pengguna) if n_pengguna else None
        rows.append(BarisSampel(one.layanan, n_pengguna, minimal, one.score.n_kuesioner if one.score else 0))
    return tuple(rows)


__all__ = ["KECAMATAN", "KELURAHAN", "KOTA", "LAYANAN", "Content", "Scope", "content"]
