"""The Indonesian sentence that says how an interval was computed."""

from __future__ import annotations

from skm_core.precision.groups import Kelompok
from skm_core.precision.student import nothing_varies

PANEL = "Panel tertutup: tanpa rentang, karena bukan sampel."
_SERAGAM = "Itu bukan tanda ketelitian: keragaman warga belum tampak dari data ini."
_BOBOT = {
    "pooled": "Setiap kuesioner berbobot sama",
    "kelurahan": "Ditimbang menurut banyaknya kelurahan tiap kecamatan",
    "penduduk": "Ditimbang menurut jumlah penduduk",
}


def method(one: Kelompok, bobot: str, df: int, *, pooled: bool, fpc: bool, se: float | None) -> str:
    """How the interval of a group was computed, or why there is none; one or two short sentences."""
    if one.panel:
        return PANEL
    if se is None:
        return _missing(one, df)
    if nothing_varies(se):
        return f"Tanpa rentang: {'nilai semua kelurahan' if one.klaster else 'semua jawaban'} sama. {_SERAGAM}"
    if not one.klaster:
        where = "satu kelurahan" if one.satu_kelurahan else "setiap kelurahan"
        basis = f"Rentang 95% dari keragaman antarresponden di {where}"
        if one.pengumpul == "kelurahan":
            basis += "; data dikumpulkan kelurahan sendiri"
    elif one.satu_kecamatan and pooled:
        basis = f"Rentang 95% dari keragaman antarkelurahan, digabung dari semua kecamatan ({df} derajat bebas)"
    elif one.satu_kecamatan:
        basis = f"Rentang 95% dari kelurahan terpilih di kecamatan ini saja ({df} derajat bebas), sehingga sangat lebar"
    else:
        basis = f"Rentang 95% dari keragaman antarkelurahan dalam kecamatan ({df} derajat bebas)"
    correction = ", dengan koreksi populasi terhingga" if fpc and one.klaster else ""
    return f"{basis}{correction}. {_BOBOT[bobot]}."


def _missing(one: Kelompok, df: int) -> str:
    if df > 0 or not one.klaster:
        return "Rentang tidak dihitung: perlu membaca kuesioner satu per satu, atau jawabannya belum cukup."
    return "Rentang tidak dapat dihitung: paling sedikit dua kelurahan per kecamatan harus tersurvei."
