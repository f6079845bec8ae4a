"""A name is offered for a misspelt cell only where it says all that the cell says."""

from __future__ import annotations

import pytest

from skm_core.intake.nearest import nearest

PUAS = ("Tidak puas", "Kurang puas", "Puas", "Sangat puas")
BIAYA = ("Sangat mahal", "Cukup mahal", "Murah", "Gratis")
SARANA = ("Buruk", "Cukup", "Baik", "Sangat baik")
KOMPETEN = ("Tidak kompeten", "Kurang kompeten", "Kompeten", "Sangat kompeten")
TEMPAT = ("Kembangan Utara", "Kembangan Selatan", "Meruya Utara", "Kebon Jeruk", "Jatipulo", "Tanjung Duren Utara")


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Sangat tidak puas", PUAS),
        ("Sangat tdk puas", PUAS),
        ("Kurang lebih puas", PUAS),
        ("Sangat murah", BIAYA),
        ("Agak mahal", BIAYA),
        ("Sangat buruk", SARANA),
        ("Sangat kurang baik", SARANA),
        ("Non kompeten", KOMPETEN),
        ("Inkompeten", KOMPETEN),
        ("Meruya Timur", TEMPAT),
        ("Kebon Jeruk Baru", TEMPAT),
    ],
)
def test_a_cell_that_says_otherwise_is_offered_no_name(cell: str, names: tuple[str, ...]) -> None:
    assert nearest(cell, names) is None


@pytest.mark.parametrize(
    ("cell", "names", "name"),
    [
        ("tdk puas", PUAS, "Tidak puas"),
        ("tak puas", PUAS, "Tidak puas"),
        ("sgt puas", PUAS, "Sangat puas"),
        ("Puaz", PUAS, "Puas"),
        ("krg kompeten", KOMPETEN, "Kurang kompeten"),
        ("Kebonjeruk", TEMPAT, "Kebon Jeruk"),
        ("Kel. Kebon Jerok", TEMPAT, "Kebon Jeruk"),
        ("Jati Pulo", TEMPAT, "Jatipulo"),
        ("Tj Duren Utara", TEMPAT, "Tanjung Duren Utara"),
    ],
)
def test_a_slip_or_an_abbreviation_is_offered_its_name(cell: str, names: tuple[str, ...], name: str) -> None:
    assert nearest(cell, names) == name
