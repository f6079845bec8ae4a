"""Scores and findings as JSON (decimal strings) and as lines for people."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from skm_core import registry, rules
from skm_core.findings import Finding
from skm_core.scoring import Score, UnsurScore, by_rounded_weights
from skm_core.store import Store


def score_object(figure: Score | None) -> dict[str, Any]:
    """The figures of one score; None for what cannot be computed."""
    if figure is None:
        return {"ikm": None, "mutu": None, "kinerja": None, "n_kuesioner": 0, "tertimbang": None}
    total = figure.tertimbang
    return {
        "ikm": None if figure.ikm is None else str(figure.ikm),
        "mutu": figure.mutu.huruf if figure.mutu else None,
        "kinerja": figure.mutu.kinerja if figure.mutu else None,
        "n_kuesioner": figure.n_kuesioner,
        "tertimbang": None if total is None else str(rules.publish_nrr(total)),
        "pengumpul": figure.pengumpul,
        "unsur": [unsur_object(part) for part in figure.unsur],
        "menurut": {weight: str(index) for weight, index in by_rounded_weights(figure).items()},
        "catatan": list(figure.catatan),
    }


def unsur_object(part: UnsurScore) -> dict[str, Any]:
    """One unsur with its items."""
    return {
        "kunci": part.kunci,
        "n_jawaban": part.n_jawaban,
        "jumlah_nilai": part.jumlah_nilai,
        "nrr": None if part.nrr_terbit is None else str(part.nrr_terbit),
        "butir": [
            {
                "kolom": item.kolom,
                "n_jawaban": item.n_jawaban,
                "jumlah_nilai": item.jumlah_nilai,
                "nrr": None if item.nrr is None else str(rules.publish_nrr(item.nrr)),
            }
            for item in part.butir
        ],
    }


def groups(store: Store, scores: Iterable[Score], menurut: Sequence[str]) -> list[dict[str, Any]]:
    """One object per group, with the names of its dimension values."""
    names = dimension_names(store)
    return [
        {
            "nama": " · ".join(names[name].get(value := getattr(figure, name) or "", value) for name in menurut),
            **{name: getattr(figure, name) for name in menurut},
            "pengumpul": figure.pengumpul,
            "ikm": None if figure.ikm is None else str(figure.ikm),
            "mutu": figure.mutu.huruf if figure.mutu else None,
            "n_kuesioner": figure.n_kuesioner,
        }
        for figure in scores
        if any(getattr(figure, name) for name in menurut)
    ]


def unsur_groups(store: Store, figure: Score | None) -> list[dict[str, Any]]:
    """One object per unsur: NRR, and the same on the scale of the index."""
    names = registry.unsur(store)
    found = []
    for part in figure.unsur if figure else ():
        index = None if part.nrr is None else rules.ikm(part.nrr)
        grade = figure and index is not None and not figure.panel and rules.mutu(index)
        found.append(
            {
                "nama": names[part.kunci].nama if part.kunci in names else part.kunci,
                "kunci": part.kunci,
                "nrr": None if part.nrr_terbit is None else str(part.nrr_terbit),
                "ikm": None if index is None else str(rules.publish_ikm(index)),
                "mutu": grade.huruf if grade else None,
                "n_kuesioner": part.n_jawaban,
            }
        )
    return found


def dimension_names(store: Store) -> Mapping[str, Mapping[str, str]]:
    """Names of the values of each dimension by key."""
    places = {place.kode: place.nama for place in registry.wilayah(store).values()}
    return {
        "periode": {item.kode: item.nama for item in registry.periode(store).values()},
        "layanan": {item.kode: item.nama for item in registry.layanan(store).values()},
        "kecamatan": places,
        "kelurahan": places,
    }


def print_json(value: Mapping[str, Any]) -> None:
    """One object on standard output."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def print_score(figure: Score | None, store: Store) -> None:
    """A score for people: headline, unsur table, other weights, notes."""
    if figure is None or figure.ikm is None:
        print("Tidak ada kuesioner yang dapat dihitung.")
        return
    grade = f"mutu {figure.mutu.huruf} ({figure.mutu.kinerja})" if figure.mutu else "tanpa mutu"
    print(f"IKM {comma(figure.ikm)} · {grade} · n {figure.n_kuesioner} kuesioner · pengumpul {figure.pengumpul}")
    names = registry.unsur(store)
    for part in figure.unsur:
        name = names[part.kunci].nama if part.kunci in names else part.kunci
        value = "-" if part.nrr_terbit is None else comma(part.nrr_terbit)
        print(f"  {name:<44} NRR {value:>6}   n {part.n_jawaban}")
    for weight, index in by_rounded_weights(figure).items():
        print(f"  menurut bobot {comma(weight)}: {comma(index)} (hanya pembanding; bobot tepat adalah 1/k)")
    for note in figure.catatan:
        print(f"  Catatan: {note}")


def print_groups(found: Sequence[Mapping[str, Any]]) -> None:
    """Groups for people, one a line."""
    for row in found:
        value = comma(row["ikm"]) if row["ikm"] else "-"
        print(f"  {row['nama']:<50} {value:>7}  {row['mutu'] or '-'}  n {row['n_kuesioner']}")


def print_findings(found: Sequence[Finding]) -> None:
    """Findings for people, one a line."""
    for finding in found:
        print(f"  [{finding.tingkat}] {finding.pesan}")


def comma(value: object) -> str:
    """A decimal string with the Indonesian decimal comma."""
    return str(value).replace(".", ",")
