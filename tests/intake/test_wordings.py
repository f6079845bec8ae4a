"""Question wordings met in other agencies' forms, through every form service: which are recognised without help.

A wording that is not recognised needs a person; nothing of it may be stored without one.
"""

from __future__ import annotations

import pytest

from tests.intake import corpus, services
from tests.intake.conftest import Read, codes
from tests.intake.files import ASKED, RULE
from tests.intake.services import Ask

CHOSEN = {"periode": "2019-q2", "pengumpul": "kelurahan"}
FOUND = corpus.FOUND
_PENDAPAT = "Bagaimana pendapat saudara tentang"
_PENILAIAN = "Bagaimana penilaian Anda terhadap"
FIELD = {
    "perizinan": [
        f"{_PENDAPAT} kesesuaian persyaratan dengan jenis pelayanannya",
        f"{_PENDAPAT} kemudahan prosedur pelayanan di Unit ini",
        f"{_PENDAPAT} jadwal dan waktu yang ditetapkan petugas dalam memberikan pelayanan",
        f"{_PENDAPAT} tarif/biaya yang dikenakan dalam pengurusan perizinan yang telah ditetapkan",
        f"{_PENDAPAT} produk hasil pelayanan yang diberikan dan diterima",
        f"{_PENDAPAT} kompetensi petugas dalam memberikan pelayanan",
        f"{_PENDAPAT} perilaku petugas dalam pelayanan terkait kesopanan dan keramahan",
        f"{_PENDAPAT} penanganan pengaduan pengguna layanan",
        f"{_PENDAPAT} kualitas sarana dan prasarana",
    ],
    "kode p": [
        "p1_kesesuaian_persyaratan", "p2_kemudahan_prosedur", "p3_jadwal_waktu", "p4_tarif_biaya", "p5_produk_hasil",
        "p6_kompetensi_petugas", "p7_perilaku_petugas", "p9_penanganan_pengaduan", "p8_sarana_prasarana",
    ],
    "kode u": [
        "u1_persyaratan", "u2_prosedur", "u3_waktu", "u4_biaya", "u5_produk_layanan", "u6_kompetensi_pelaksana",
        "u7_perilaku_pelaksana", "u8_penanganan_pengaduan", "u9_sarana_prasarana",
    ],
    "klinik": [
        f"{_PENILAIAN} persyaratan pelayanan yang harus dipenuhi?",
        f"{_PENILAIAN} kemudahan alur/sistem, mekanisme, dan prosedur pelayanan?",
        f"{_PENILAIAN} kecepatan waktu penyelesaian pelayanan?",
        f"{_PENILAIAN} kewajaran biaya/tarif pelayanan?",
        f"{_PENILAIAN} kesesuaian hasil/produk pelayanan yang diberikan?",
        f"{_PENILAIAN} kemampuan dan keterampilan petugas dalam memberikan pelayanan?",
        f"{_PENILAIAN} sikap dan perilaku petugas dalam memberikan pelayanan?",
        f"{_PENILAIAN} penanganan pengaduan, saran, dan masukan?",
        f"{_PENILAIAN} kualitas sarana dan prasarana pelayanan?",
    ],
    "indikator": [
        "Syarat Pengurusan Pelayanan", "Sistem, Mekanisme, dan Prosedur Pelayanan", "Waktu Penyelesaian Pelayanan",
        "Kesesuaian Biaya Pelayanan Dengan yang Diinformasikan", "Kesesuaian Hasil Pelayanan",
        "Kemampuan Petugas Dalam Memberikan Pelayanan", "Kesopanan dan Keramahan Petugas",
        "Penanganan Pengaduan Saran dan Masukan", "Sarana dan Prasarana Penunjang Pelayanan",
    ],
    "unsur pelayanan": [
        "Persyaratan pelayanan", "Sistem, mekanisme, dan prosedur pelayanan", "Waktu penyelesaian pelayanan",
        "Biaya/tarif pelayanan", "Produk spesifikasi jenis pelayanan", "Kompetensi pelaksana pelayanan",
        "Perilaku pelaksana pelayanan", "Penanganan pengaduan, saran, dan masukan", "Sarana dan prasarana pelayanan",
    ],
    "baru saja diterima": [
        "Bagaimana persyaratan yang diminta untuk pelayanan yang baru saja Anda terima",
        "Bagaimana Sistem, Mekanisme, dan Prosedur pelayanan yang baru saja anda terima",
        "Bagaimana waktu penyelesaian pelayanan yang baru saja anda terima",
        "Bagaimana biaya pelayanan yang baru saja anda terima",
        "Bagaimana produk pelayanan yang baru saja anda terima",
        "Bagaimana kompetensi petugas yang melayani anda",
        "Bagaimana perilaku petugas yang melayani anda",
        "Bagaimana penanganan pengaduan di unit ini",
        "Bagaimana sarana dan prasarana di unit ini",
    ],
}  # fmt: skip
"""In the rule's order; seen in forms and programs of other agencies."""
UNKNOWN = {
    "laboratorium": [
        "Kemudahan dalam pelayanan pelanggan", "Kemudahan informasi tentang prosedur pelayanan pengujian",
        "Ketepatan waktu pelayanan pengujian", "Biaya pengujian yang kompetitif",
        "Kualitas dan mutu layanan sesuai ketentuan", "Tenaga teknis yang handal dan bersertifikasi",
        "Keramahan pelayanan petugas", "Kecepatan tanggapan terhadap keluhan", "Kenyamanan dan kebersihan lingkungan",
    ],
    "bebas": [
        "Apakah syarat yang diminta sudah sesuai?", "Apakah alurnya mudah diikuti?",
        "Apakah Anda dilayani dengan cepat?",
        "Apakah ongkosnya wajar?", "Apakah hasilnya seperti yang dijanjikan?", "Apakah petugas menguasai pekerjaannya?",
        "Apakah petugas sopan dan ramah?", "Apakah keluhan warga ditindaklanjuti?", "Apakah tempatnya nyaman?",
    ],
}  # fmt: skip
"""Not recognised: other unsur, or words of one's own."""
WRITERS = [one for one in corpus.SINGLE if one.name in
           ("google en csv", "kobo label grup", "lime kode teks", "monkey satuan", "microsoft en")]  # fmt: skip


def asks(texts: list[str]) -> list[Ask]:
    """The form on one service with these questions, texts in the rule's order."""
    asked = dict(zip(RULE, texts, strict=True))
    plain = services.single(FOUND)
    return [
        Ask(asked[one.kode], one.kode, one.cells, one.grup, one.grup_kode, rating=True) if one.rating else one
        for one in plain
    ]


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.name)
@pytest.mark.parametrize("wording", FIELD)
def test_wordings_of_the_field(wording: str, writer: corpus.Writer, read: Read) -> None:
    draft = read(writer.pack(writer.rows(asks(FIELD[wording]))), writer.file, **CHOSEN)
    assert not draft.refused and "BUTIR_TIDAK_ADA" not in codes(draft), codes(draft)
    rows = {row["baris"]: [row[f"b{n}"] for n in range(1, 10)] for row in draft.preview(100)}
    assert sorted(rows.values(), key=repr) == sorted(
        ([person.nilai[person.one][key] for key in ASKED] for person in FOUND), key=repr
    )


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.name)
@pytest.mark.parametrize("wording", UNKNOWN)
def test_what_is_not_recognised_is_refused_whole(wording: str, writer: corpus.Writer, read: Read) -> None:
    draft = read(writer.pack(writer.rows(asks(UNKNOWN[wording]))), writer.file, **CHOSEN)
    assert codes(draft) == ["TATA_LETAK_TIDAK_DIKENAL"] and draft.n_diterima == 0


def test_an_answered_question_that_is_not_known_is_named(read: Read) -> None:
    texts = [UNKNOWN["bebas"][0], *FIELD["klinik"][1:]]
    draft = read(WRITERS[0].pack(WRITERS[0].rows(asks(texts))), "a.csv", **CHOSEN)
    found = {finding.kode: finding for finding in draft.temuan}
    assert "persyaratan" in found["BUTIR_TIDAK_ADA"].pesan
    assert found["PERTANYAAN_TIDAK_DIKENAL"].kolom == texts[0]
