"""The ZIP of the open data: tables as CSV and Parquet, datapackage.json, and a README with the citation."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Sequence
from typing import Any

from skm_core.errors import InvalidSettingError
from skm_core.reports.content import Content
from skm_core.reports.frozen import FIXED
from skm_core.reports.open_data.table import Table
from skm_core.reports.open_data.tables import tables
from skm_core.reports.printing import PITA_CONTOH
from skm_core.reports.scope import KOTA
from skm_core.rules import N_SEMBUNYI
from skm_core.store import Store
from skm_core.writing import angka, tanggal

PARQUET = "application/vnd.apache.parquet"
CONTOH = "contoh-"
"""Stands before the name of every file of demo data, so that a file taken out of the ZIP still says what it is."""


def open_data(store: Store, c: Content) -> bytes:
    """The ZIP of a city's content. The same data, settings and date give the same bytes.

    Below ten people the tables have no rows, and the README says why. Raises InvalidSettingError for another scope:
    a package of a part beside that of the city would show by subtraction what either merges.
    """
    if c.scope.jenis != KOTA:
        raise InvalidSettingError(
            "Data terbuka hanya ada untuk kota, karena paket bagian kota akan membuka isian yang digabung. "
            "Pilih kota; layanan dan tempat ada di kolomnya."
        )
    made = tables(store, c)
    files: dict[str, bytes] = {}
    resources = []
    for table in made:
        for ending, media, data in (("csv", "text/csv", table.csv()), ("parquet", PARQUET, table.parquet())):
            name = f"{CONTOH if c.contoh else ''}{table.nama}.{ending}"
            files[name] = data
            resources.append(_resource(table, name, ending, media, data))
    described = json.dumps(_package(c, resources), ensure_ascii=False, indent=2) + "\n"
    files = {"README.md": readme(c, made).encode(), "datapackage.json": described.encode(), **files}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in files.items():
            target.writestr(zipfile.ZipInfo(name, FIXED), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def citation(c: Content) -> str:
    """How the data are to be cited, in one sentence."""
    who = c.instansi.nama or "Instansi penyelenggara"
    link = f" {c.instansi.tautan_publikasi}" if c.instansi.tautan_publikasi else ""
    mark = " DATA CONTOH." if c.contoh else ""
    return (
        f"{who} ({c.tanggal.year}). Data survei kepuasan masyarakat {c.judul}, {c.pengumpul}. "
        f"Versi data {angka(c.versi_data)}, {tanggal(c.tanggal)}.{mark}{link}"
    )


def readme(c: Content, made: Sequence[Table]) -> str:
    """What is in the package, how it was made anonymous, its limits and its citation; Markdown."""
    rows = sum(len(table.baris) for table in made if table.nama.startswith("kuesioner-"))
    empty = f"Kurang dari {N_SEMBUNYI} orang menjawab, jadi tidak ada baris yang diterbitkan."
    lines = [
        f"# Data terbuka SKM {c.judul}",
        *(["", f"**{PITA_CONTOH}.**"] if c.contoh else []),
        "",
        f"{c.catatan_kaki}. Dikumpulkan oleh: {c.pengumpul}.",
        "",
        "## Isi",
        *(_listed(table) for table in made),
        "- `datapackage.json`: uraian untuk mesin (Frictionless Data Package) dengan sidik SHA-256 setiap berkas.",
        "",
        "CSV: UTF-8, pemisah koma, tanda desimal titik, kosong = tidak dijawab. Parquet memuat nilai yang sama.",
        "",
        "## Anonim",
        f"{angka(rows)} kuesioner." if rows else empty,
        "",
        "- Tidak ada nama, kunci responden, tanggal, pendidikan, pekerjaan, maupun saran; usia hanya dalam kelompok.",
        f"- Setiap gabungan layanan, tempat, jenis kelamin, dan kelompok usia diisi paling sedikit {N_SEMBUNYI} orang. "
        "Nilai dengan lebih sedikit orang digabung dengan yang lain, tidak dihilangkan; tabel `gabungan` menyebutnya.",
        "- Semua angka dalam paket mengikuti dari baris yang diterbitkan, sehingga selisih dua angka tidak pernah "
        f"menunjuk kurang dari {N_SEMBUNYI} orang. Baris diurutkan menurut isinya.",
        "- plus_minus, bawah, dan atas dihitung dari setiap tempat sendiri-sendiri, sebelum digabung. Bagi seluruh "
        "kota nilainya sama dengan di poster dan laporan; bagi satu layanan dikosongkan bila tempatnya ada yang "
        "digabung.",
        "- Jawaban yang sama dari semua orang dalam satu gabungan tetap terbaca.",
        "- Bila data berubah, paket lama dan baru dapat dibandingkan; ganti yang lama, jangan terbitkan keduanya.",
        "",
        "## Cara menghitung",
        *(f"- {sentence}" for sentence in (*c.metode, *c.penetapan)),
        "",
        "## Sitasi dan lisensi",
        citation(c),
        "",
        "Lisensi ditetapkan oleh instansi penyelenggara.",
    ]
    return "\n".join(lines) + "\n"


def _listed(table: Table) -> str:
    n = angka(len(table.baris))
    return f"- `{table.nama}` (CSV dan Parquet): {table.judul}. Satu baris = {table.butiran}. {n} baris."


def _package(c: Content, resources: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "profile": "tabular-data-package",
        "name": f"{CONTOH if c.contoh else ''}data-terbuka-skm-{c.berkas}",
        "title": f"{'DATA CONTOH: ' if c.contoh else ''}Survei kepuasan masyarakat {c.judul}",
        "description": c.saringan,
        "version": str(c.versi_data),
        "created": f"{c.tanggal.isoformat()}T00:00:00+07:00",
        "contributors": [{"title": c.instansi.nama or "Instansi penyelenggara", "role": "publisher"}],
        "citation": citation(c),
        "resources": resources,
    }


def _resource(table: Table, name: str, ending: str, media: str, data: bytes) -> dict[str, Any]:
    fields = [column.schema for column in table.kolom]
    return {
        "profile": "tabular-data-resource",
        "name": f"{table.nama}-{ending}",
        "path": name,
        "title": table.judul,
        "description": f"Satu baris = {table.butiran}.",
        "format": ending,
        "mediatype": media,
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "schema": {"fields": fields, "missingValues": [""]},
    }
