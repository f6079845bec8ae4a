"""One kind of document for many scopes, as one ZIP."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

from skm_core import registry
from skm_core.errors import NoDataError
from skm_core.reports.content import content
from skm_core.reports.frozen import FIXED
from skm_core.reports.kinds import Kind, Progress
from skm_core.reports.letters.letter import heard
from skm_core.reports.scope import KECAMATAN, KELURAHAN, LAYANAN, Scope, whose
from skm_core.results import rounds
from skm_core.store import Store
from skm_core.terms import Pilihan
from skm_core.writing import WIB

SEMUA = {"semua-layanan": LAYANAN, "semua-kecamatan": KECAMATAN, "semua-kelurahan": KELURAHAN}
"""What a batch is called → the kind of its scopes."""


def scopes(store: Store, which: str, periode: str, pengumpul: str | None = None) -> tuple[Scope, ...]:
    """Every layanan, kecamatan or kelurahan of a batch in the order always shown; layanan only where judged.

    Raises UnknownKeyError for another batch or periode.
    """
    registry.require("Periode", periode, registry.periode(store))
    jenis = SEMUA[registry.require("Kumpulan dokumen", which, SEMUA)]
    if jenis == LAYANAN:
        judged = {kode for part in rounds.composition(store, Pilihan((periode,))) for kode in part.layanan
                  if part.periode.kode == periode}  # fmt: skip
        codes = [kode for kode in registry.layanan(store) if kode in judged]
    else:
        codes = [one.kode for one in registry.wilayah(store).values() if one.tingkat == jenis]
    return tuple(Scope(jenis, kode, periode, pengumpul) for kode in codes)


def file_name(kind: Kind, which: str, periode: str, pengumpul: str | None, *, one: bool, contoh: bool) -> str:
    """Name of the one file, or of the ZIP, of a batch: "laporan-skm-2020-q1-semua-layanan-pdf.zip"."""
    parts = ("CONTOH" if contoh else "", kind.awalan, periode, which, whose(SEMUA[which], pengumpul))
    named = "-".join(part for part in parts if part)
    return f"{named}.{kind.akhiran}" if one else f"{named}-{kind.akhiran}.zip"


def batch(
    store: Store,
    kind: Kind,
    chosen: tuple[Scope, ...],
    *,
    tanggal: date | None = None,
    progress: Progress = lambda done, total, name: None,
) -> tuple[bytes, tuple[str, ...]]:
    """The ZIP, and a sentence for every scope that holds no questionnaire and is left out.

    progress is told after each scope: done, of how many, its name. The same content gives the same bytes.
    Raises NoDataError if no scope holds any.
    """
    out, missing, written = io.BytesIO(), [], 0
    dated, contoh = tanggal or datetime.now(WIB).date(), registry.is_demo(store)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for done, what in enumerate(chosen, 1):
            try:
                c = (heard if kind.kosong else content)(store, what, tanggal=dated)
            except NoDataError as error:
                if kind.kosong:
                    _add(target, kind.name(what, contoh=contoh), kind.kosong(store, what, dated))
                else:
                    missing.append(str(error).split(". ")[0] + ".")
                progress(done, len(chosen), "")
                continue
            _add(target, kind.file_name(c), kind.make(store, c))
            written += 1
            progress(done, len(chosen), c.nama)
    if not written:
        raise NoDataError("Belum ada kuesioner untuk satu pun dokumen ini. Pilih periode lain, atau unggah datanya.")
    return out.getvalue(), tuple(missing)


def _add(target: zipfile.ZipFile, name: str, made: bytes) -> None:
    target.writestr(zipfile.ZipInfo(name, FIXED), made, zipfile.ZIP_DEFLATED)
