"""Google Forms: a script that builds the form by itself, and the same form as text to copy."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from skm_core.forms import columns as names
from skm_core.forms.blank import ALL, Blank
from skm_core.forms.columns import Context, blocks, contexts
from skm_core.forms.profile import JENIS_KELAMIN, PEKERJAAN, PENDIDIKAN, USIA

CHOICE, LIST, NUMBER, PARAGRAPH, SECTION = "pilihan", "daftar", "angka", "paragraf", "bagian"
KIND = {
    CHOICE: "pilihan ganda",
    LIST: "drop-down",
    NUMBER: "jawaban singkat",
    PARAGRAPH: "paragraf",
}
_SHORT = 8
"""More options than this become a drop-down."""
INTRODUCTION = "Nama tidak ditanyakan. Jawaban Anda dipakai untuk memperbaiki pelayanan."


@dataclass(frozen=True, slots=True)
class Entry:
    """One element of a Google form. `tetap`: answered beforehand by the link."""

    jenis: str
    judul: str
    pilihan: tuple[str, ...] = ()
    wajib: bool = False
    tetap: bool = False
    catatan: str = ""


def google_script(form: Blank) -> str:
    """An Apps Script for script.new: run once, it makes the form and prints the link to spread.

    The link answers beforehand what is settled (periode, collector, …): no respondent has to.
    """
    shown = {
        "judul": _title(form),
        "pengantar": INTRODUCTION,
        "isi": [
            {
                key: value
                for key, value in (
                    ("jenis", one.jenis), ("judul", one.judul), ("pilihan", list(one.pilihan)),
                    ("wajib", one.wajib), ("tetap", one.tetap), ("catatan", one.catatan),
                )
                if value
            }
            for one in entries(form)
        ],
    }  # fmt: skip
    content = json.dumps(shown, ensure_ascii=False, indent=2)
    youngest, oldest = USIA
    return _SCRIPT.replace("@USIA@", f"{youngest}, {oldest}").replace("@FORMULIR@", content)


def google_text(form: Blank) -> str:
    """The form as text: per question its kind, its title, and one option a line, as Google Forms takes a paste."""
    parts = [f"{_title(form)}\n{INTRODUCTION}"]
    for one in entries(form):
        if one.jenis == SECTION:
            parts.append(f"— Bagian baru: {one.judul} —" + (f"\n{one.catatan}" if one.catatan else ""))
            continue
        kind = KIND[one.jenis] + (", wajib diisi" if one.wajib else "")
        parts.append("\n".join([f"[{kind}]", one.judul, *one.pilihan]))
    return "\n\n".join(parts) + "\n"


def entries(form: Blank) -> Iterator[Entry]:
    """The elements in order: what has to be chosen, the questions, the respondent, comments, what is settled."""
    known = contexts(form, code=form.perlu_kode)
    yield from (_context(one) for one in known if not one.tetap)
    for layanan, asked in blocks(form):
        if layanan:
            yield Entry(SECTION, layanan.nama, catatan="Kosongkan bila Anda tidak pernah menerima layanan ini.")
        yield from (Entry(CHOICE, names.question_title(question, layanan), question.label) for question in asked)
        if layanan:
            yield Entry(PARAGRAPH, names.saran_title(layanan))
    yield Entry(SECTION, "Tentang Anda")
    yield Entry(CHOICE, names.JENIS_KELAMIN, tuple(word for _, word in JENIS_KELAMIN))
    yield Entry(NUMBER, names.USIA)
    yield Entry(LIST, names.PENDIDIKAN, PENDIDIKAN)
    yield Entry(LIST, names.PEKERJAAN, PEKERJAAN)
    if form.cara != ALL:
        yield Entry(PARAGRAPH, names.SARAN)
    yield Entry(SECTION, "Keterangan survei", catatan="Sudah terisi. Mohon tidak diubah.")
    yield from (_context(one) for one in known if one.tetap)


def _context(one: Context) -> Entry:
    options: Sequence[str] = [word for _, word in one.pilihan]
    kind = LIST if len(options) > _SHORT else CHOICE
    return Entry(kind, one.judul, tuple(options), wajib=True, tetap=one.tetap)


def _title(form: Blank) -> str:
    return f"Survei Kepuasan Masyarakat: {form.nama_layanan}, {form.nama_kelurahan}, {form.periode.nama}"


_SCRIPT = """\
/**
 * Membuat Google Forms SKM. Tempel di script.new, lalu tekan Jalankan (Run) dan izinkan aksesnya.
 * Tautan untuk responden dan tautan untuk mengubah formulir tampil di log.
 */
const FORMULIR = @FORMULIR@;

function buatFormulir() {
  const form = FormApp.create(FORMULIR.judul).setDescription(FORMULIR.pengantar).setProgressBar(true);
  const tetap = [];
  FORMULIR.isi.forEach(function (p) {
    if (p.jenis === 'bagian') {
      form.addPageBreakItem().setTitle(p.judul).setHelpText(p.catatan || '');
      return;
    }
    let item;
    if (p.jenis === 'pilihan') item = form.addMultipleChoiceItem().setChoiceValues(p.pilihan);
    if (p.jenis === 'daftar') item = form.addListItem().setChoiceValues(p.pilihan);
    if (p.jenis === 'paragraf') item = form.addParagraphTextItem();
    if (p.jenis === 'angka') {
      const batas = FormApp.createTextValidation().requireNumberBetween(@USIA@).build();
      item = form.addTextItem().setValidation(batas);
    }
    item.setTitle(p.judul).setRequired(Boolean(p.wajib));
    if (p.tetap) tetap.push(item.createResponse(p.pilihan[0]));
  });
  const jawaban = form.createResponse();
  tetap.forEach(function (satu) { jawaban.withItemResponse(satu); });
  Logger.log('Tautan untuk responden: ' + jawaban.toPrefilledUrl());
  Logger.log('Tautan untuk mengubah formulir: ' + form.getEditUrl());
}
"""
