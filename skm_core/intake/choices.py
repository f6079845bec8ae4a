"""Turns the options into keys of the store, and asks for what neither file nor options say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from skm_core.intake.adhoc import AdHoc
from skm_core.intake.collected import Findings
from skm_core.intake.context import COLLECTOR, OFFICIAL_LEVEL, Chosen, Context, Resolver
from skm_core.intake.options import Options
from skm_core.intake.places import Gazetteer, find_place
from skm_core.intake.reading import Reading
from skm_core.intake.responses import CODE_ONE
from skm_core.intake.vocabulary import Vocabulary
from skm_core.intake.wording import words

PLACE_FIELDS = ("kelurahan", "kode_kelurahan", "kecamatan")


def choose(
    vocabulary: Vocabulary,
    places: Gazetteer,
    options: Options,
    adhoc: AdHoc,
    findings: Findings,
    *,
    open_world: bool,
) -> Chosen:
    """Keys of the options; an unknown one is a finding that refuses the file and lists what exists."""

    def unknown(name: str, value: str, known: Iterable[str]) -> None:
        findings.add("PILIHAN_TIDAK_DIKENAL", pilihan=name, nilai=value, daftar=", ".join(known) or "belum ada")

    periode = layanan = wilayah = pengumpul = None
    if options.periode:
        periode = vocabulary.periode_sebutan.get(words(options.periode))
        if periode is None and (open_world or options.create_periode):
            periode = adhoc.new_periode(options.periode)
        elif periode is None:
            unknown("periode", options.periode, vocabulary.periode)
    if options.layanan:
        layanan = vocabulary.layanan_sebutan.get(words(options.layanan))
        if layanan is None and open_world:
            layanan = adhoc.new_layanan(options.layanan)
        elif layanan is None:
            unknown("layanan", options.layanan, vocabulary.layanan)
    if options.kelurahan:
        wilayah = find_place(places, options.kelurahan, None, None).kode
        wilayah = wilayah or find_place(places, None, options.kelurahan, None).kode
        if wilayah is None and open_world:
            wilayah = adhoc.new_wilayah(options.kelurahan, None)
        elif wilayah is None:
            kelurahan = [place.nama for place in vocabulary.wilayah.values() if place.tingkat == "kelurahan"]
            unknown("kelurahan", options.kelurahan, kelurahan)
    if options.pengumpul:
        pengumpul = COLLECTOR.get(words(options.pengumpul))
        if pengumpul is None:
            unknown("pengumpul", options.pengumpul, ("kota", "kelurahan"))
    if options.u8 and options.u8 not in ("pengaduan", "sarana"):
        unknown("u8", options.u8, ("pengaduan", "sarana"))
    if options.kode1 and options.kode1 not in CODE_ONE:
        unknown("kode1", options.kode1, CODE_ONE)
    return Chosen(periode, layanan, wilayah, pengumpul)


def report_missing(
    readings: Sequence[Reading],
    contexts: Sequence[Sequence[Context]],
    resolvers: Sequence[Resolver],
    findings: Findings,
) -> list[str]:
    """Questions for periode, layanan and kelurahan that no column, option or title answers."""
    asked = []
    for reading, own, resolver in zip(readings, contexts, resolvers, strict=True):
        if resolver.open_world:
            continue
        lembar, chosen, vocabulary = reading.sheet.nama, resolver.chosen, resolver.vocabulary
        if chosen.periode is None and reading.column("periode") is None:
            findings.add("PERIODE_TIDAK_ADA", lembar=lembar, daftar=", ".join(vocabulary.periode) or "belum ada")
            asked.append("periode")
        if chosen.layanan is None and reading.column("layanan") is None:
            findings.add("LAYANAN_TIDAK_ADA", lembar=lembar, daftar=", ".join(vocabulary.layanan))
            asked.append("layanan")
        if not any(reading.column(name) for name in PLACE_FIELDS) and any(
            context.wilayah is None and OFFICIAL_LEVEL.get(context.layanan or "") != "kota" for context in own
        ):
            names = [place.nama for place in vocabulary.wilayah.values() if place.tingkat == "kelurahan"]
            findings.add("KELURAHAN_TIDAK_ADA", lembar=lembar, daftar=", ".join(names[:3]))
            asked.append("kelurahan")
    return asked
