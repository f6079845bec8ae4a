"""Recognise and check a raw file against a store: the draft that a person confirms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import duckdb

from skm_core import registry
from skm_core.intake import correction, overlap
from skm_core.intake.adhoc import AdHoc
from skm_core.intake.choices import choose, report_missing
from skm_core.intake.collected import Findings
from skm_core.intake.combinations import note_spellings, read_contexts, report_contradictions, settle_collector
from skm_core.intake.context import Resolver
from skm_core.intake.copies import find_copies, skip_copies
from skm_core.intake.draft import Draft
from skm_core.intake.evidence import gather
from skm_core.intake.hints import with_hints
from skm_core.intake.likely_place import report_likely_place
from skm_core.intake.mapping import saved
from skm_core.intake.mapping.place import kept_for
from skm_core.intake.mapping.reading import read_mapped
from skm_core.intake.mapping.saved import Tersimpan
from skm_core.intake.misspelt import meant
from skm_core.intake.options import Options
from skm_core.intake.outcome import summed
from skm_core.intake.own_forms import OWN_SHEETS
from skm_core.intake.places import gazetteer
from skm_core.intake.raw import RawFile
from skm_core.intake.reading import Reading, read_sheet
from skm_core.intake.recap.draft import REKAP, with_recap
from skm_core.intake.recap.read import bare_recap, stated
from skm_core.intake.recounted import recounted
from skm_core.intake.responses import all_columns, report_keys, report_responses, settle_codes
from skm_core.intake.scale import check_scale
from skm_core.intake.scratch import work
from skm_core.intake.sheet_rows import write_sheets
from skm_core.intake.span import propose_periode
from skm_core.intake.unreadable import is_recap, report_uncomputed
from skm_core.intake.vocabulary import Vocabulary, vocabulary
from skm_core.recount import Pemeriksaan
from skm_core.store import Store


def prepare(store: Store, raw: RawFile, options: Options, *, open_world: bool = False) -> Draft:
    """Everything that can be said of a file before it is stored; call again with other options as often as needed.

    `open_world` is for scoring a lone file: a missing periode, layanan or place is allowed, and unknown names become
    rows of their own. Otherwise they are findings. Never raises for what a file contains.
    """
    findings = Findings()
    findings.extend(raw.findings)
    mended = correction.find(store, raw)
    options = correction.inherited(mended, options)
    draft = Draft(raw, options, koreksi=mended)
    if not raw.lembar:
        return _with(draft, findings)
    if mended:
        correction.report(mended, findings)
    cursor, words = work(raw.connection), vocabulary(store)
    if options.instrumen and options.instrumen not in words.instrumen:
        known = ", ".join(words.instrumen)
        findings.add("PILIHAN_TIDAK_DIKENAL", pilihan="instrumen", nilai=options.instrumen, daftar=known)
        return _with(draft, findings)
    kept = {} if options.pemetaan or options.tanpa_pemetaan else saved.kept(store)
    readings, recaps = _read_all(cursor, raw, words, options, kept, findings)
    is_recap = bool(recaps) and not readings
    for lembar in dict.fromkeys(reading.sheet.nama for reading in recaps if is_recap):
        findings.add("REKAP_BUKAN_JAWABAN" if open_world else "REKAP_TANPA_RESPONDEN", lembar=lembar)
    readings = readings or recaps
    if not readings or (is_recap and open_world):
        return _with(draft, findings)
    instrumen = readings[0].items.instrumen
    first = [reading for reading in readings if reading.blok is None or reading.blok[0] == 1]
    draft = replace(
        draft,
        pemetaan=next((found for reading in readings if (found := kept_for(reading.sheet, kept))), None),
        layout=REKAP if is_recap else readings[0].layout,
        instrumen=instrumen,
        columns=all_columns(readings),
        n_kosong=sum(reading.kinds.n_empty for reading in first),
        n_ringkasan=sum(reading.kinds.n_summary for reading in first),
    )
    findings.once = len(first) < len(readings)
    codes_asked: tuple[str, ...] = ()
    if not is_recap:
        report_responses(first, findings)
        readings, codes_asked = settle_codes(readings, options.kode1, findings)
        report_keys(cursor, first, findings)
        draft = replace(draft, hitungan=_recounts(cursor, readings, findings))
        check_scale(cursor, readings, words, findings)
        if options.lewati_kembar:
            draft = replace(draft, n_salinan=skip_copies(cursor, readings, findings))
    adhoc = AdHoc(instrumen.aturan, findings, frozenset(words.layanan), frozenset(words.periode))
    places = gazetteer(words)
    anggap = meant(options.anggap)
    chosen = choose(words, places, options, adhoc, findings, open_world=open_world)
    resolvers = [
        Resolver(
            words,
            places,
            with_hints(chosen, reading, words, places, findings),
            options,
            adhoc,
            open_world,
            is_recap,
            anggap,
        )
        for reading in readings
    ]
    contexts = [read_contexts(cursor, *each) for each in zip(readings, resolvers, strict=True)]
    for each in zip(readings, contexts, resolvers, strict=True):
        note_spellings(cursor, *each, findings)
    asked = [key for reading in readings for key in reading.pertanyaan] + list(codes_asked)
    asked += report_missing(readings, contexts, resolvers, findings)
    if "kelurahan" in asked or options.kelurahan:
        for reading in first:
            report_likely_place(cursor, reading, words, places, findings)
    report_contradictions(readings, contexts, resolvers, findings)
    asked += settle_collector(contexts, resolvers[0], findings)
    n_rows = sum(context.n for own in contexts for context in own)
    draft = replace(draft, pertanyaan=tuple(dict.fromkeys(asked)), n_baris=n_rows)
    if "periode" in asked:
        span, meant_periode = propose_periode(cursor, first)
        draft = replace(draft, rentang=span, usul=meant_periode)
    if findings.refused:
        return _with(draft, findings)
    if is_recap:
        return _with(with_recap(cursor, draft, readings, contexts, words, adhoc, findings), findings)
    before = gather(store, mended, readings) if mended else {}
    draft = replace(draft, jawaban=write_sheets(cursor, raw, readings, contexts, words, anggap, before, findings))
    if mended:
        correction.place(cursor, mended, findings)
    if "ISIAN_KEMBAR" in findings.total:
        draft = replace(draft, n_salinan=sum(map(len, find_copies(cursor, readings).values())))
    draft = summed(cursor, draft, readings, words, adhoc, findings)
    if not findings.refused:
        draft = overlap.compared(store, draft, findings)
    return _with(draft, findings)


def ground(store: Store, raw: RawFile) -> tuple[object, ...]:
    """What the reading of a file takes from a store, all but its questionnaires: equal grounds, equal reading."""
    words = (registry.periode(store), registry.layanan(store), registry.wilayah(store))
    return *words, registry.unsur(store), registry.instrumen(store), saved.kept(store), correction.find(store, raw)


def compared_again(store: Store, draft: Draft) -> Draft:
    """The draft compared with the database as it is now. What was read stands, as long as the `ground` is the same."""
    if draft.refused or draft.cursor is None:
        return draft
    findings = Findings([one for one in draft.temuan if one.kode not in overlap.FOUND])
    findings.total.update({kode: n for kode, n in draft.jumlah_temuan.items() if kode not in overlap.FOUND})
    again = _with(overlap.compared(store, draft, findings), findings)
    return replace(again, salah_tulis=draft.salah_tulis, dianggap=draft.dianggap)


def _with(draft: Draft, findings: Findings) -> Draft:
    for cell, arti, where, baris in findings.ejaan.settled():
        findings.add("DIANGGAP", nilai=cell, baris=baris, arti=arti, tempat=where)
    found = findings.ejaan.found()
    said = findings.ejaan.read_so()
    return replace(
        draft, temuan=findings.sorted(), jumlah_temuan=dict(findings.total), salah_tulis=found, dianggap=said
    )


def _read_all(
    cursor: duckdb.DuckDBPyConnection,
    raw: RawFile,
    words: Vocabulary,
    options: Options,
    kept: Mapping[str, Tersimpan],
    findings: Findings,
) -> tuple[list[Reading], list[Reading]]:
    """Every sheet that holds a questionnaire; if there is none, every recap. Others refuse only if there is neither."""
    readings: list[Reading] = []
    recaps: list[tuple[Reading, Findings]] = []
    failed = []
    for sheet in raw.lembar:
        if sheet.n_baris == 0 or sheet.nama in OWN_SHEETS:
            continue
        own = Findings(once=True)
        known = kept_for(sheet, kept)
        if mapping := options.pemetaan or (known.pemetaan if known else None):
            found = read_mapped(cursor, sheet, words, mapping, own)
        else:
            found = read_sheet(cursor, sheet, words, options, own)
            bare = None if found else bare_recap(cursor, sheet, words)
            if bare or (found and is_recap(found[0])):
                recaps += [(stated(cursor, one), own) for one in ([bare] if bare else found)]
                continue
        if found:
            for reading in found:
                report_uncomputed(cursor, reading, own)
            readings += found
            findings.extend(own.kept)
        else:
            failed.append((sheet, own))
    for sheet, own in failed:
        if not (readings or recaps) or "SKALA_BUKAN_EMPAT" in own.total:
            findings.extend(own.kept)
        else:
            findings.add("LEMBAR_DIABAIKAN", lembar=sheet.nama, alasan="tidak memuat tabel kuesioner")
    for reading, own in {reading.sheet.tabel: (reading, own) for reading, own in recaps}.values():
        if readings:
            findings.add("LEMBAR_DIABAIKAN", lembar=reading.sheet.nama, alasan="berisi rekap tanpa data responden")
        else:
            findings.extend(own.kept if reading.items.kolom else ())  # without items: why it is no questionnaire
    return readings, [] if readings else [reading for reading, _ in recaps]


def _recounts(
    cursor: duckdb.DuckDBPyConnection, readings: Sequence[Reading], findings: Findings
) -> tuple[Pemeriksaan, ...]:
    found = (recounted(cursor, reading, findings) for reading in readings if reading.blok is None)
    return tuple(one for one in found if one is not None)
