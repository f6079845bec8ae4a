"""What each party of the sosialisasi is asked to do: a proposal in a few words, which the invitation may change."""

from __future__ import annotations

from collections.abc import Iterable

from skm_core.story.steps import Tile
from skm_core.terms import Layanan

TUGAS = {
    "pkk": "Ajak warga binaan mengisi",
    "rptra": "Sediakan tempat mengisi",
    "ketertiban_umum": "Ajak warga yang dilayani",
    "jumantik": "Ajak rumah yang diperiksa",
    "posyandu": "Ajak keluarga pengunjung",
    "ppsu": "Ajak warga sekitar",
}
"""By layanan; one that is not here asks those it serves."""
LAINNYA = "Ajak warga yang dilayani"
KELURAHAN = Tile("Kelurahan", "Siapkan tempat, kirim data")


def tasks(layanan: Iterable[Layanan]) -> tuple[Tile, ...]:
    """The kelurahan first, then every layanan in the order shown."""
    return (KELURAHAN, *(Tile(one.nama, TUGAS.get(one.kode, LAINNYA)) for one in layanan))
