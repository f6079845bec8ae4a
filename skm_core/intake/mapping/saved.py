"""Mappings that are kept under a name, and found again when the same header set comes, in whatever order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from skm_core import queries
from skm_core.errors import InvalidMappingError, UnknownKeyError
from skm_core.intake.mapping.value import Pemetaan, from_json
from skm_core.queries import statement
from skm_core.store import Store

MAX_NAME = 80


@dataclass(frozen=True, slots=True)
class Tersimpan:
    """A kept mapping: who kept it and when (UTC)."""

    pemetaan: Pemetaan
    tanda: str
    waktu: datetime
    oleh: str

    @property
    def nama(self) -> str:
        """The name it is kept under."""
        return self.pemetaan.nama


def kept(store: Store) -> Mapping[str, Tersimpan]:
    """Every kept mapping by name, alphabetically. One per header set. Shared: must not be changed."""
    return store.once(
        "pemetaan", lambda: {one.nama: one for row in queries.rows(store, "pemetaan") for one in _of(row)}
    )


def _of(row: Mapping[str, Any]) -> list[Tersimpan]:
    try:
        mapping = replace(from_json(row["isi"]), nama=row["nama"])
    except InvalidMappingError:  # kept by a newer program: not known here, but not lost either
        return []
    return [Tersimpan(mapping, row["tanda"], row["waktu"], row["oleh"])]


def find(store: Store, name: str) -> Pemetaan:
    """The kept mapping of this name. Raises UnknownKeyError listing those there are."""
    known = kept(store)
    found = known.get(name) or next((one for one in known.values() if one.nama.casefold() == name.casefold()), None)
    if found is None:
        there = ", ".join(f'"{one}"' for one in known) or "belum ada"
        raise UnknownKeyError(f'Pemetaan "{name}" tidak dikenal. Yang ada: {there}.')
    return found.pemetaan


def keep(store: Store, mapping: Pemetaan, *, oleh: str) -> Tersimpan:
    """Keep a mapping under its name; it takes the place of the one for the same header set.

    Raises InvalidMappingError if the name is missing, too long, or that of a mapping for another header set.
    """
    name = _checked(mapping.nama)
    if not oleh.strip():
        raise InvalidMappingError("Ketik nama Anda dahulu. Nama itu dicatat bersama pemetaannya.")
    _require_free(store, name, mapping.tanda)
    new = Tersimpan(replace(mapping, nama=name), mapping.tanda, datetime.now(UTC).replace(tzinfo=None), oleh.strip())
    _write(store, new, gone=name)
    return new


def rename(store: Store, name: str, new_name: str) -> None:
    """Give a kept mapping another name. Raises UnknownKeyError, or InvalidMappingError as `keep` does."""
    old = kept(store)[find(store, name).nama]
    wanted = _checked(new_name)
    _require_free(store, wanted, old.tanda)
    _write(store, replace(old, pemetaan=replace(old.pemetaan, nama=wanted)), gone=old.nama)


def delete(store: Store, name: str) -> None:
    """Forget a kept mapping; what was stored by it stays. Raises UnknownKeyError."""
    found = find(store, name)
    with store.write() as cursor:
        cursor.execute(statement("pemetaan_hapus"), {"nama": found.nama, "tanda": ""})


def _write(store: Store, new: Tersimpan, *, gone: str) -> None:
    with store.write() as cursor:
        cursor.execute(statement("pemetaan_hapus"), {"nama": gone, "tanda": new.tanda})
        cursor.execute(
            statement("pemetaan_simpan"),
            {"nama": new.nama, "tanda": new.tanda, "isi": new.pemetaan.as_json(), "waktu": new.waktu, "oleh": new.oleh},
        )


def _checked(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise InvalidMappingError("Beri nama pemetaan ini dahulu, misalnya Formulir RW 2020.")
    if len(name) > MAX_NAME:
        raise InvalidMappingError(f"Nama pemetaan paling panjang {MAX_NAME} huruf.")
    return name


def _require_free(store: Store, name: str, tanda: str) -> None:
    for other in kept(store).values():
        if other.nama.casefold() == name.casefold() and other.tanda != tanda:
            raise InvalidMappingError(
                f'Nama "{other.nama}" sudah dipakai pemetaan untuk berkas dengan judul kolom lain. Pilih nama lain.'
            )
