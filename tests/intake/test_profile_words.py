"""Education and occupation in the spellings people write: one group each, whatever the case, signs and synonyms."""

from __future__ import annotations

import pytest

from skm_core.intake.profile import education, occupation
from skm_core.store import Store
from tests import build
from tests.build import form


@pytest.mark.parametrize(
    ("key", "spellings"),
    [
        ("Tidak sekolah", "Tidak sekolah|tidak/belum sekolah|Belum Sekolah"),
        ("SD", "sd|SD|Sd|SD/MI|sd sederajat|SD / MI Sederajat|Tamat SD|Tidak tamat SD|Sekolah Dasar|Paket A"),
        ("SMP", "smp|SLTP|SMP/MTs|SMP/Sederajat|lulusan SMP"),
        ("SMA", "slta|SMA/SMK|SMA/K|SLTA/SMA sederajat|SMK atau SMA|sma|STM|Paket C"),
        ("D3", "d3|D-3|D III|D.III|Diploma 3 (D3)"),
        ("S1", "S-1|s1|S 1|S1/D4|D4/S1|Sarjana (S1)|Strata-1|DIV"),
        ("S2", "s-2|Magister|Pasca Sarjana|S2 (Magister)"),
        ("S3", "S.3|Doktor"),
        ("D1/D2/D3", "D1/D2/D3"),
        ("Perguruan tinggi", "perguruan tinggi|PERGURUAN TINGGI"),
    ],
)
def test_education(key: str, spellings: str) -> None:
    assert {education(one) for one in spellings.split("|")} == {key}


@pytest.mark.parametrize(
    ("key", "spellings"),
    [
        ("PNS", "pns|PNS|ASN|PNS/ASN|Pegawai Negeri Sipil"),
        ("Ibu rumah tangga", "ibu rumah tangga|IRT|IBU RUMAH TANGGA|Ibu Rumah Tangga (IRT)"),
        ("Swasta", "swasta|Karyawan Swasta|pegawai swasta"),
        ("Wirausaha", "WIRASWASTA|wirausaha|Wiraswasta"),
        ("Lainnya", "lainnya|Lain-lain|LAINNYA"),
        ("Buruh harian", "buruh harian|BURUH HARIAN|Buruh harian"),
        ("BUMN", "BUMN"),
        ("Guru PAUD", " Guru   PAUD "),
    ],
)
def test_occupation(key: str, spellings: str) -> None:
    assert {occupation(one) for one in spellings.split("|")} == {key}


def test_one_group_in_the_data(store: Store) -> None:
    said = ("sd", "SD", "SD/MI", "Sd")
    build.ingest(store, [form([3] * 9, pendidikan=one, pekerjaan="irt") for one in said])
    assert store.fetch("SELECT pendidikan, pekerjaan, count(*) FROM kuesioner GROUP BY ALL")[1] == [
        ("SD", "Ibu rumah tangga", 4)
    ]
