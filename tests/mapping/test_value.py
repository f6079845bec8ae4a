"""A mapping is a value: it survives JSON, does not depend on the order of columns, and says what is wrong in it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from skm_core.errors import InvalidMappingError
from skm_core.intake.mapping.value import answer_key, from_dict, from_json, signature
from tests.mapping.forms import odd_mapping


def test_json_and_back() -> None:
    mapping = odd_mapping("Formulir RW")
    assert from_json(mapping.as_json()) == mapping
    assert hash(from_json(mapping.as_json().encode())) == hash(mapping)


def test_the_signature_knows_headers_not_their_order_case_or_signs() -> None:
    mapping = odd_mapping()
    turned = replace(mapping, kolom=tuple(reversed(mapping.kolom)))
    shouted = replace(mapping, kolom=tuple(replace(one, judul=f" {one.judul.upper()} ") for one in mapping.kolom))
    assert turned.tanda == shouted.tanda == mapping.tanda
    assert replace(mapping, kolom=mapping.kolom[:-1]).tanda != mapping.tanda
    assert signature(["a", "a", "b"]) != signature(["a", "b"])
    assert signature(["a", "", " b"]) == signature(["b", "a"])


@pytest.mark.parametrize(
    ("cell", "key"),
    [("4", "4"), ("4.0", "4"), (" 4,00 ", "4"), ("Sangat  SESUAI.", "sangat sesuai"), ("★★★", "★★★"), ("4,5", "4 5")],
)
def test_answers_are_compared_without_case_and_signs(cell: str, key: str) -> None:
    assert answer_key(cell) == key
    assert answer_key(key) == key


def broken(**changes: Any) -> dict[str, Any]:
    return odd_mapping().as_dict() | changes


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ([], "bukan pemetaan"),
        (broken(bentuk="lain"), "bukan pemetaan"),
        (broken(versi=9), "versi 9"),
        (broken(kolom=[]), 'tidak mempunyai daftar "kolom"'),
        (broken(instrumen=""), '"instrumen" tidak ada'),
        (broken(kolom=["a"]), "kolom ke-1: harus berupa objek"),
        (broken(kolom=[{"judul": "a", "target": "b21"}]), 'target "b21" tidak dikenal'),
        (broken(kolom=[{"target": "b1"}]), '"judul" tidak ada'),
        (broken(kolom=[{"judul": "a", "target": "b1", "jawaban": {"ya": 5}}]), 'jawaban "ya" dijadikan "5"'),
        (broken(kolom=[{"judul": "a", "target": "b1", "jawaban": {"ya": ""}}]), 'jawaban "ya" belum diberi nilai'),
        (broken(kolom=[{"judul": "a", "target": "b1", "jawaban": ["ya"]}]), '"jawaban" harus berupa objek'),
        (broken(kolom=[{"judul": "a", "target": "tanggal", "urutan_tanggal": "tahun"}]), "harus hari atau bulan"),
        (broken(kolom=[{"judul": "a", "target": "b1", "ke": 0}]), "bilangan bulat mulai dari 1"),
    ],
)
def test_a_broken_mapping_says_what_is_wrong(found: object, said: str) -> None:
    with pytest.raises(InvalidMappingError, match=said):
        from_dict(found)


def test_text_that_is_no_json() -> None:
    for text in ("{", "[" * 100_000, ""):
        with pytest.raises(InvalidMappingError, match="bukan JSON"):
            from_json(text)
    with pytest.raises(InvalidMappingError):
        from_json(json.dumps(3))
