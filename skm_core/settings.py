"""Changes to periode, layanan, instrumen and agency settings, each checked before it is stored."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from urllib.parse import urlparse

import duckdb

from skm_core import registry, rules
from skm_core.closing import fixed
from skm_core.errors import InvalidSettingError
from skm_core.store import Store
from skm_core.terms import Instrumen, Layanan, Periode

CARA_PEMILIHAN = ("acak", "tidak_acak", "panel_tertutup")
STATUS = ("buka", "tutup")
MAX_BUTIR = 20
MAX_PENDEK = 14


def save_periode(store: Store, periode: Periode) -> None:
    """Create the periode, or replace the one with the same code. Raises InvalidSettingError (Indonesian)."""
    _check_code("Kode periode", periode.kode, r"[a-z0-9][a-z0-9_-]*", "2019-q2")
    _check_text("Nama periode", periode.nama)
    if periode.mulai and periode.selesai and periode.mulai > periode.selesai:
        raise InvalidSettingError("Tanggal mulai periode harus sebelum tanggal selesai.")
    _check_choice("Aturan", periode.aturan, tuple(rules.RULE_SETS))
    _check_choice("Cara memilih responden", periode.cara_pemilihan, CARA_PEMILIHAN)
    _check_choice("Status", periode.status, STATUS)
    with store.write() as cursor:
        _keep_fixed(cursor, registry.periode(store).get(periode.kode), periode)
        cursor.execute("DELETE FROM periode WHERE periode_kode = $1", [periode.kode])
        cursor.execute(
            "INSERT INTO periode VALUES ($1, $2, $3, $4, $5, $6, $7)",
            [
                periode.kode,
                periode.nama.strip(),
                periode.mulai,
                periode.selesai,
                periode.aturan,
                periode.cara_pemilihan,
                periode.status,
            ],
        )


def _keep_fixed(cursor: duckdb.DuckDBPyConnection, old: Periode | None, new: Periode) -> None:
    """Rule and way of selection decide mutu and interval: they stay as they are once the results are fixed."""
    if old and (old.aturan, old.cara_pemilihan) != (new.aturan, new.cara_pemilihan) and fixed(cursor, [old.kode]):
        raise InvalidSettingError(
            f"Hasil periode {old.nama} sudah ditetapkan, jadi aturan dan cara memilih respondennya tidak dapat diubah."
        )


def save_layanan(store: Store, layanan: Layanan) -> None:
    """Create the layanan, or replace the one with the same code. Raises InvalidSettingError (Indonesian)."""
    _check_code("Kode layanan", layanan.kode, r"[a-z0-9_]+", "posyandu")
    _check_text("Nama layanan", layanan.nama)
    _check_choice("Jenis", layanan.jenis, ("layanan", "pejabat"))
    if layanan.n_pengguna is not None and layanan.n_pengguna < 1:
        raise InvalidSettingError(f"Jumlah pengguna {layanan.nama} harus lebih besar dari nol, atau dikosongkan.")
    check_target(layanan.nama, layanan.target_ikm)
    with store.write() as cursor:
        cursor.execute("DELETE FROM layanan WHERE layanan_kode = $1", [layanan.kode])
        cursor.execute(
            "INSERT INTO layanan VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            [
                layanan.kode,
                layanan.nama.strip(),
                layanan.kepanjangan.strip() or layanan.nama.strip(),
                layanan.jenis,
                layanan.urutan,
                layanan.n_pengguna,
                layanan.target_ikm,
                layanan.aktif,
            ],
        )


def save_instrumen(store: Store, instrumen: Instrumen) -> None:
    """Create a questionnaire, or replace it while no stored answer uses it. Raises InvalidSettingError (Indonesian)."""
    _check_instrumen(store, instrumen)
    with store.write() as cursor:
        used = cursor.execute("SELECT count(*) FROM kuesioner WHERE instrumen_kode = $1", [instrumen.kode]).fetchone()
        if used and used[0]:
            raise InvalidSettingError(
                f"Kuesioner {instrumen.nama} sudah dipakai {used[0]} isian dan tidak dapat diubah. "
                "Buat kuesioner baru dengan kode lain."
            )
        cursor.execute("DELETE FROM butir WHERE instrumen_kode = $1", [instrumen.kode])
        cursor.execute("DELETE FROM bobot WHERE instrumen_kode = $1", [instrumen.kode])
        cursor.execute("DELETE FROM instrumen WHERE instrumen_kode = $1", [instrumen.kode])
        cursor.execute(
            "INSERT INTO instrumen VALUES ($1, $2, $3, $4)",
            [instrumen.kode, instrumen.nama.strip(), instrumen.aturan, instrumen.sumber],
        )
        for item in instrumen.butir:
            cursor.execute(
                "INSERT INTO butir VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                [
                    instrumen.kode,
                    item.kolom,
                    item.urutan,
                    item.peran,
                    item.unsur_kunci,
                    item.teks.strip(),
                    *(label.strip() for label in item.label),
                ],
            )
        for unsur, weight in (instrumen.bobot or {}).items():
            cursor.execute("INSERT INTO bobot VALUES ($1, $2, $3)", [instrumen.kode, unsur, str(weight)])


def add_unsur(store: Store, kunci: str, nama: str, pendek: str, uraian: str) -> None:
    """Add an unsur that no rule lists, for use in an own questionnaire. Raises InvalidSettingError (Indonesian)."""
    _check_text("Nama unsur", nama)
    _check_code("Kunci unsur", kunci, r"[a-z0-9_]+", "keamanan")
    _check_text("Nama pendek", pendek)
    if len(pendek.strip()) > MAX_PENDEK:
        raise InvalidSettingError(f"Nama pendek paling panjang {MAX_PENDEK} huruf, supaya muat dalam grafik.")
    known = registry.unsur(store)
    if kunci in known or nama.strip().casefold() in {item.nama.casefold() for item in known.values()}:
        raise InvalidSettingError(f"Unsur {nama.strip()} sudah ada.")
    with store.write() as cursor:
        cursor.execute(
            "INSERT INTO unsur VALUES ($1, $2, $3, NULL, $4, $5)",
            [
                kunci,
                nama.strip(),
                pendek.strip(),
                len(known) + 1,
                uraian.strip() or nama.strip(),
            ],
        )


def save_settings(store: Store, values: Mapping[str, str]) -> None:
    """Store agency settings by key; others stay. Raises UnknownKeyError, or InvalidSettingError for a bad link."""
    known = registry.settings(store)
    for key in values:
        registry.require("Pengaturan", key, known)
    link = values.get("tautan_publikasi", "").strip()
    if link and (urlparse(link).scheme not in ("http", "https") or not urlparse(link).netloc):
        raise InvalidSettingError("Tautan publikasi harus diawali https:// dan berisi alamat situs.")
    with store.write() as cursor:
        for key, value in values.items():
            cursor.execute("UPDATE pengaturan SET nilai = $1 WHERE kunci = $2", [value.strip(), key])


def check_target(name: str, target: Decimal | None) -> None:
    """Raise InvalidSettingError unless the target is empty or an index of the scale."""
    if target is not None and not rules.IKM_MIN <= target <= rules.IKM_MAX:
        raise InvalidSettingError(f"Target {name} harus antara 25 dan 100.")


def _check_instrumen(store: Store, instrumen: Instrumen) -> None:
    _check_code("Kode kuesioner", instrumen.kode, r"[a-z0-9_]+", "skm9_posyandu")
    _check_text("Nama kuesioner", instrumen.nama)
    _check_choice("Aturan", instrumen.aturan, tuple(rules.RULE_SETS))
    if not 1 <= len(instrumen.butir) <= MAX_BUTIR:
        raise InvalidSettingError(f"Kuesioner harus berisi 1 sampai {MAX_BUTIR} pertanyaan.")
    repeated = [column for column, n in Counter(item.kolom for item in instrumen.butir).items() if n > 1]
    if repeated:
        raise InvalidSettingError(f"Kolom {', '.join(repeated)} dipakai dua kali.")
    known = registry.unsur(store)
    for item in instrumen.butir:
        _check_text(f"Pertanyaan {item.urutan}", item.teks)
        if item.peran == "unsur":
            registry.require("Unsur", item.unsur_kunci or "", known)
        if len({label.strip().casefold() for label in item.label}) != 4 or not all(map(str.strip, item.label)):
            raise InvalidSettingError(f"Pertanyaan {item.urutan} harus punya empat label jawaban yang berbeda.")
    if instrumen.bobot is not None:
        try:
            rules.check_weights(instrumen.bobot)
        except ValueError as error:
            raise InvalidSettingError(str(error)) from error
        asked = {item.unsur_kunci for item in instrumen.butir if item.peran == "unsur"}
        if set(instrumen.bobot) != asked:
            raise InvalidSettingError("Setiap unsur yang ditanyakan harus punya bobot, dan hanya unsur itu.")


def _check_code(name: str, value: str, pattern: str, example: str) -> None:
    if not re.fullmatch(pattern, value):
        raise InvalidSettingError(
            f'{name} "{value}" hanya boleh berisi huruf kecil, angka dan tanda hubung atau garis bawah, '
            f"misalnya {example}."
        )


def _check_text(name: str, value: str) -> None:
    if not value.strip():
        raise InvalidSettingError(f"{name} tidak boleh kosong.")


def _check_choice(name: str, value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise InvalidSettingError(f'{name} "{value}" tidak dikenal. Pilih salah satu: {", ".join(allowed)}.')
