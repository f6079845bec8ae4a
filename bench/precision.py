"""Precision of every periode x layanan x kecamatan of a million questionnaires, and R's survey on the same data."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from bench.counts import COPIES, best
from skm_core import demo
from skm_core.compare import change
from skm_core.precision import CARA, Cara, load, precision_of_counts
from skm_core.store import Store
from skm_core.terms import SEMUA, Pilihan

MENURUT = ("periode", "layanan", "kecamatan")
FORMS = """
COPY (
    SELECT periode_kode AS periode, layanan_kode AS layanan, kecamatan_kode AS kecamatan, wilayah_kode AS kelurahan,
           b1, b2, b3, b4, b5, b6, b7, b8, b9
    FROM kuesioner_aktif JOIN wilayah USING (wilayah_kode) JOIN periode USING (periode_kode)
    WHERE pengumpul = 'kota' AND cara_pemilihan <> 'panel_tertutup'
) TO '{file}' (HEADER)
"""


def run() -> None:
    """Print seconds and the ratio to R, if Rscript and its package survey are there."""
    with Store() as store:
        demo.generate(store)
        with store.write() as cursor:
            cursor.execute("INSERT INTO kuesioner SELECT kuesioner.* FROM kuesioner, range($1)", [COPIES - 1])
        ((n,),) = store.fetch("SELECT count(*) FROM kuesioner")[1]
        counts = load(store)
        city = Pilihan(pengumpul="kota")
        groups = len(precision_of_counts(counts, SEMUA, MENURUT))
        all_groups = best(lambda: precision_of_counts(counts, SEMUA, MENURUT))
        seconds = best(lambda: precision_of_counts(counts, city, MENURUT))
        print(
            f"{n:,} questionnaires; {groups} groups, index and nine NRR each, once counts are there: {all_groups:.3f} s"
        )
        print(f"of them the city's sample: {seconds:.3f} s = 1; R survey, index only: {_r(store, seconds)}")
        (newest,) = store.fetch("SELECT max(periode_kode) FROM kuesioner WHERE pengumpul = 'kelurahan'")[1][0]
        one = Pilihan(periode=(newest,))
        index_only = Cara(unsur=False)
        first = best(lambda: precision_of_counts(counts, one, ["layanan"], CARA, store), times=1)
        whole = best(lambda: precision_of_counts(counts, one, ["layanan"], CARA, store))
        fast = best(lambda: precision_of_counts(counts, one, ["layanan"], index_only, store))
        print(f"one periode by layanan on single questionnaires, read once per data version: {first * 1000:.0f} ms")
        print(f"then {whole * 1000:.0f} ms with nine NRR, {fast * 1000:.0f} ms index only")
        periods = [code for (code,) in store.fetch("SELECT DISTINCT periode_kode FROM kuesioner ORDER BY 1")[1]]
        pair = best(lambda: change(store, periods[-2], periods[-1], city, ["layanan"], CARA))
        print(f"change between two periode by layanan: {pair * 1000:.0f} ms")


def _r(store: Store, seconds: float) -> str:
    """The ratio of R's time to ours, or why there is none."""
    if shutil.which("Rscript") is None:
        return "not there (Debian: apt-get install r-base-core r-cran-survey)"
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "forms.csv"
        store.fetch(FORMS.format(file=file))
        script = Path(__file__).with_suffix(".R")
        done = subprocess.run(["Rscript", script, file], capture_output=True, text=True, check=False)
    return (
        f"{float(done.stdout.split()[-1]) / seconds:.0f}"
        if done.returncode == 0
        else done.stderr.strip().splitlines()[-1]
    )
