"""The questionnaire on paper: A4 PDF with embedded fonts, and its pages as pictures."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from skm_core.forms.blank import ALL, CHOOSE, Blank
from skm_core.forms.profile import JAM, JENIS_KELAMIN, PEKERJAAN, PENDIDIKAN

_OPENING = re.compile(r"bagaimana (pendapat|pemahaman) (saudara|anda|bapak/ibu) (tentang|mengenai) ", re.IGNORECASE)
FONTS = Path(__file__).parents[1] / "fonts"
"""The only faces documents are set in, so that every machine makes the same file."""
TEMPLATE = Path(__file__).with_name("kuesioner.typ")


def pdf(form: Blank) -> bytes:
    """The form as PDF (A4, one or two pages); the same bytes for the same form."""
    return _compile(form, format="pdf")[0]


def pages(form: Blank, *, ppi: int = 110) -> list[bytes]:
    """Every page of the PDF as a PNG."""
    return _compile(form, format="png", ppi=ppi)


def _compile(form: Blank, **how: Any) -> list[bytes]:
    import typst  # 80 MB of code, and most runs print nothing

    made = typst.compile(
        str(TEMPLATE),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"isi": json.dumps(content(form), ensure_ascii=False)},
        **how,
    )
    return made if isinstance(made, list) else [made]


def content(form: Blank) -> dict[str, Any]:
    """What is printed, in words."""
    single = len(form.kelurahan) == 1
    context = [form.nama_kelurahan] if single else []
    return {
        "judul": f"Kuesioner SKM {form.nama_layanan}",
        "kode": form.kode,
        "instansi": form.instansi,
        "unit": form.unit,
        "cara": form.cara,
        "layanan": _judged(form),
        "keterangan": "".join(f" · {part}" for part in [*context, form.periode.nama]),
        "pilih_kelurahan": not single,
        "pengantar": "Kami ingin tahu pendapat Anda tentang layanan yang Anda terima. "
        "Tidak ada jawaban yang salah. Pertanyaan yang tidak dapat dijawab boleh dikosongkan.",
        "cara_isi": "Beri tanda silang (X) pada satu angka di tiap kotak layanan yang pernah Anda terima."
        if form.cara == ALL
        else "Beri tanda silang (X) pada satu kotak di tiap pertanyaan.",
        "jam": list(JAM),
        "jenis_kelamin": [name for _, name in JENIS_KELAMIN],
        "pendidikan": list(PENDIDIKAN),
        "pekerjaan": list(PEKERJAAN),
        "daftar_layanan": [one.nama for one in form.layanan],
        "pertanyaan": [
            {"nomor": q.nomor, "teks": q.teks, "pokok": _subject(q.teks), "label": list(q.label)}
            for q in form.pertanyaan
        ],
    }


def _subject(question: str) -> str:
    """What a question is about, for a table under "Bagaimana pendapat Anda tentang …"; other questions stay whole."""
    found = _OPENING.match(question)
    if found is None:
        return question
    rest = question[found.end() :].rstrip(" ?")
    return rest[:1].upper() + rest[1:]


def _judged(form: Blank) -> str:
    if form.cara == CHOOSE:
        return "Satu layanan pilihan Anda"
    if form.cara == ALL:
        return ", ".join(one.nama for one in form.layanan)
    (one,) = form.layanan
    return one.nama if one.kepanjangan == one.nama else f"{one.nama} ({one.kepanjangan})"
