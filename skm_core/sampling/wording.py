"""The Indonesian sentences about plan and progress."""

from __future__ import annotations

from fractions import Fraction
from math import ceil

from skm_core.rules import round_half_up
from skm_core.sampling.draw import PER_KECAMATAN
from skm_core.sampling.plan import Rencana
from skm_core.sampling.progress import Perkembangan
from skm_core.terms import Periode
from skm_core.writing import angka, tanggal

CARA = {
    "srs": "acak sederhana",
    "pps": "sebanding jumlah penduduk",
    "semua": "semua kelurahan, tanpa undian",
}
"""What a way of drawing is called."""
PENILAIAN = {
    "satu": "tiap responden menilai satu layanan",
    "semua": "tiap responden menilai semua layanan",
}
ALAT = "pembangkit Mersenne Twister dari Python, random.Random(benih).random()"


def laju(value: float) -> str:
    """Questionnaires per day: whole numbers from ten on, below that one decimal where it says something."""
    shown = round_half_up(Fraction(value), 0 if value >= 10 else 1)
    return angka(int(shown) if shown == int(shown) else shown)


def how(rencana: Rencana) -> str:
    """How the kelurahan of a plan came in, in one or two sentences that a layman can repeat."""
    usulan = rencana.usulan
    if not rencana.diundi:
        return "Semua kelurahan ikut; tidak ada undian."
    each = "dua" if usulan.per_kecamatan == PER_KECAMATAN else str(usulan.per_kecamatan)
    if usulan.cara == "srs":
        return (
            "Setiap kelurahan mendapat satu angka acak antara 0 dan 1. Di tiap kecamatan, "
            f"{each} kelurahan dengan angka terkecil terpilih, sehingga semua berpeluang sama."
        )
    return (
        "Kelurahan tiap kecamatan diurutkan menurut angka acaknya, dan peluangnya dijumlahkan berurutan. Satu angka "
        f"acak lagi menjadi titik awal; {each} kelurahan tempat titik awal itu, ditambah 1 dan seterusnya, jatuh, "
        "terpilih. Kelurahan berpenduduk banyak berpeluang lebih besar."
    )


def command(rencana: Rencana) -> str:
    """The command that makes the draw again."""
    usulan = rencana.usulan
    return f"python -m skm_core draw --benih {usulan.benih} --cara {usulan.cara} --per-kecamatan {usulan.per_kecamatan}"


def surplus(found: Perkembangan) -> str:
    """Why totals do not add up to what came in, where cells are over their target; empty where none is."""
    n = sum(one.n_kuesioner > one.target for one in found.sel if one.target)
    if not n:
        return ""
    return (
        "Jumlah menghitung tiap kotak paling banyak sampai targetnya: kelebihan di satu kotak tidak mengisi kekurangan "
        f"di kotak lain. Ada {angka(found.lebih)} kuesioner lebih di {angka(n)} kotak, dan semuanya tetap dihitung "
        "dalam IKM."
    )


def finish(found: Perkembangan, periode: Periode) -> str:
    """Whether the plan will be full in time, in one or two sentences."""
    end = periode.selesai
    if not found.target:
        return "Rencana ini tidak berisi target."
    if not found.kurang:
        return "Rencana terpenuhi: semua kelurahan dan layanan mencapai targetnya."
    missing = f"{angka(found.kurang)} kuesioner"
    if end and found.pada >= end:
        return f"Periode berakhir {tanggal(end)}, dan {missing} belum terkumpul."
    if not found.n_kuesioner:
        return "Belum ada kuesioner yang masuk, jadi laju belum dapat dihitung."
    if found.laju is None:
        return "Kuesioner yang masuk tidak bertanggal, jadi laju tidak dapat dihitung."
    if not found.laju or found.perkiraan is None:
        return f"Dalam {found.hari_laju} hari terakhir tidak ada kuesioner yang mengisi rencana; {missing} belum ada."
    text = f"Dengan laju {laju(found.laju)} kuesioner sehari, selesai sekitar {tanggal(found.perkiraan)}"
    if end is None:
        return f"{text}."
    if found.perkiraan <= end:
        return f"{text}, sebelum periode berakhir {tanggal(end)}."
    need = ceil(Fraction(found.kurang, (end - found.pada).days))
    return (
        f"{text}, sesudah periode berakhir. Supaya penuh pada {tanggal(end)}, perlu {angka(need)} kuesioner "
        "setiap hari."
    )
