"""Quotes: comments that a member of staff chose for public use. Only these leave the pages of the office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from skm_core import queries, rules
from skm_core.errors import InvalidSettingError, UnknownKeyError
from skm_core.queries import statement
from skm_core.scoring import selection
from skm_core.store import Store
from skm_core.terms import SEMUA, Pilihan
from skm_core.voices.anonymous import anonymous
from skm_core.voices.comments import Asal


@dataclass(frozen=True, slots=True)
class Kutipan:
    """One chosen comment with where it comes from, and who chose it when (UTC)."""

    kutipan_id: int
    asal: Asal
    teks: str
    periode: str
    layanan: str
    wilayah: str
    pengumpul: str
    tanggal: date | None
    dipilih_oleh: str
    dipilih_waktu: datetime


def chosen(store: Store, pilihan: Pilihan = SEMUA) -> tuple[Kutipan, ...]:
    """The chosen comments of a selection, the latest choice first: what reports, posters and the stage may use.

    Those whose questionnaire was undone or replaced, or whose cell fell below ten questionnaires, are left out.
    """
    found = queries.rows(store, "kutipan", **selection(pilihan), n_sembunyi=rules.N_SEMBUNYI)
    return tuple(
        Kutipan(
            kutipan_id=row["kutipan_id"],
            asal=Asal(row["unggahan_id"], row["lembar"], row["baris"], row["layanan"]),
            teks=anonymous(row["teks"]),
            periode=row["periode"],
            layanan=row["layanan"],
            wilayah=row["wilayah"],
            pengumpul=row["pengumpul"],
            tanggal=row["tanggal"],
            dipilih_oleh=row["dipilih_oleh"],
            dipilih_waktu=row["dipilih_waktu"],
        )
        for row in found
    )


def choose(store: Store, asal: Asal, *, oleh: str) -> int:
    """Choose a comment as a quote; returns its number, that of the earlier choice if it is chosen already.

    Raises InvalidSettingError without a name, UnknownKeyError if no comment that may be shown stands there.
    """
    who = _named(oleh)
    with store.write() as cursor:
        values = {
            "unggahan_id": asal.unggahan_id,
            "lembar": asal.lembar,
            "baris": asal.baris,
            "layanan": asal.layanan,
        }
        shown = cursor.execute(statement("kutipan_boleh"), {**values, "n_sembunyi": rules.N_SEMBUNYI}).fetchone()
        if shown is None:
            raise UnknownKeyError(
                "Saran ini tidak dapat dipilih: kuesionernya sudah dibatalkan atau diganti, atau isian di layanan dan "
                f"kelurahannya kurang dari {rules.N_SEMBUNYI}. Muat ulang halaman ini."
            )
        if shown[0] is not None:
            return int(shown[0])
        (number,) = cursor.execute(
            statement("kutipan_baru"), {**values, "oleh": who, "waktu": datetime.now(UTC).replace(tzinfo=None)}
        ).fetchall()[0]
    return int(number)


def withdraw(store: Store, kutipan_id: int, *, oleh: str) -> None:
    """Take a quote back; that it was one stays on record.

    Raises InvalidSettingError without a name, UnknownKeyError for a number that is no quote in force.
    """
    who = _named(oleh)
    with store.write() as cursor:
        done = cursor.execute(
            statement("kutipan_tarik"),
            {"kutipan_id": kutipan_id, "oleh": who, "waktu": datetime.now(UTC).replace(tzinfo=None)},
        ).fetchall()
        if not done:
            raise UnknownKeyError("Kutipan ini sudah ditarik. Muat ulang halaman ini.")


def _named(oleh: str) -> str:
    who = " ".join(oleh.split())
    if not who:
        raise InvalidSettingError("Isi nama Anda dahulu, agar tercatat siapa yang memilih kutipan.")
    return who
