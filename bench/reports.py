"""Documents of the demo data: content, every kind of document, and a report and a letter for every kelurahan."""

from __future__ import annotations

import time
from datetime import date

from skm_core import demo
from skm_core.reports.batch import batch, scopes
from skm_core.reports.content import content
from skm_core.reports.kinds import KINDS
from skm_core.reports.letters import paper as letters
from skm_core.reports.scope import Scope
from skm_core.store import Store

DAY = date(2021, 1, 15)


def run() -> None:
    """Print seconds; the first content after new data reads the questionnaires once."""
    with Store() as store:
        demo.generate(store)
        start = time.perf_counter()
        c = content(store, Scope("kota", "", "2020-q4"), tanggal=DAY)
        print(f"{'content, first':<28}{time.perf_counter() - start:>7.2f} s")
        start = time.perf_counter()
        c = content(store, Scope("kota", "", "2020-q3"), tanggal=DAY)
        print(f"{'content, another periode':<28}{time.perf_counter() - start:>7.2f} s")
        for kind in KINDS.values():
            if c.scope.jenis in kind.lingkup:
                start = time.perf_counter()
                kind.make(store, c)
                print(f"{kind.kunci:<28}{time.perf_counter() - start:>7.2f} s")
        every = scopes(store, "semua-kelurahan", "2020-q3")
        for kunci in ("laporan-pdf", "surat-pdf"):
            start = time.perf_counter()
            batch(store, KINDS[kunci], every, tanggal=DAY)
            print(f"{kunci + ', 56 as ZIP':<28}{time.perf_counter() - start:>7.2f} s")
        panel = content(store, Scope("kota", "", "2019-maret"), tanggal=DAY)
        for kunci in ("buku-kerja", "data-terbuka"):
            start = time.perf_counter()
            KINDS[kunci].make(store, panel)
            name = f"{kunci}, {panel.n_kuesioner} kuesioner"
            print(f"{name:<28}{time.perf_counter() - start:>7.2f} s")
        start = time.perf_counter()
        letters.together(store, every, DAY, lambda *step: None)
        print(f"{'surat-pdf, 56 as one PDF':<28}{time.perf_counter() - start:>7.2f} s")
