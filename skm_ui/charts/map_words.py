"""Words on the hexagon map: names broken into short lines, and where the kecamatan names stand."""

from __future__ import annotations

LONGEST = 9
"""Letters a line of a hexagon holds on a phone."""
BROKEN = {
    "Cengkareng": ("Cengka-", "reng"),
    "Keagungan": ("Keagu-", "ngan"),
    "Kemanggisan": ("Kemang-", "gisan"),
    "Srengseng": ("Sreng-", "seng"),
    "Pegadungan": ("Pega-", "dungan"),
}
SHORT = {
    "Cengkareng Barat": ("Cengk.", "Barat"),
    "Cengkareng Timur": ("Cengk.", "Timur"),
    "Kedaung Kali Angke": ("Kedaung", "K. Angke"),
    "Kembangan Utara": ("Kemb.", "Utara"),
    "Kembangan Selatan": ("Kemb.", "Selatan"),
    "Sukabumi Utara": ("Sukab.", "Utara"),
    "Sukabumi Selatan": ("Sukab.", "Selatan"),
    "Kota Bambu Utara": ("Kota B.", "Utara"),
    "Kota Bambu Selatan": ("Kota B.", "Selatan"),
    "Tanjung Duren Utara": ("Tj. Duren", "Utara"),
    "Tanjung Duren Selatan": ("Tj. Duren", "Selatan"),
}
KECAMATAN_PLACE = {
    "31.73.01": (3.42, 4.33, "Cengka-<br>reng"),
    "31.73.02": (6.5, 0.05, "Grogol<br>Petamburan"),
    "31.73.03": (10.5, -0.8, ""),
    "31.73.04": (8.5, -0.8, ""),
    "31.73.05": (6.7, 8.6, ""),
    "31.73.06": (5.0, -0.8, ""),
    "31.73.07": (8.5, 6.9, ""),
    "31.73.08": (4.95, 8.6, ""),
}
"""Place beside its hexagons (x right, y down, width of a hexagon = 1) and, where room is short, its lines."""
LEADER = ("31.73.02", (6.5, 0.4), (6.5, 1.44))
"""Grogol Petamburan lies inside: a line leads from its name to the border that touches it."""


def lines_of(name: str) -> tuple[str, ...]:
    """A kelurahan name in lines that fit a hexagon: "Tanjung Duren Utara" → "Tj. Duren", "Utara"."""
    if name in SHORT:
        return SHORT[name]
    return tuple(line for word in name.split() for line in (BROKEN.get(word, (word,))))
