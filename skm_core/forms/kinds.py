"""The kinds of form that are offered, as a table: adding one means adding an entry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from skm_core.forms.blank import Blank
from skm_core.forms.entry_sheet import entry_sheet
from skm_core.forms.google import google_script, google_text
from skm_core.forms.paper import pdf
from skm_core.forms.xlsform import xlsform

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind: key, what a file of it is called, its ending and media type, and what makes the bytes."""

    kunci: str
    awalan: str
    akhiran: str
    media: str
    make: Callable[[Blank], bytes]

    def file_name(self, form: Blank) -> str:
        """Name of the file of a form: "kuesioner-skm9-2019-q2-posyandu-31.73.01.1005-kelurahan.pdf"."""
        return f"{self.awalan}-{form.kode}.{self.akhiran}"


KINDS = {
    kind.kunci: kind
    for kind in (
        Kind("pdf", "kuesioner", "pdf", "application/pdf", pdf),
        Kind("excel", "lembar-isian", "xlsx", _XLSX, entry_sheet),
        Kind("xlsform", "xlsform", "xlsx", _XLSX, xlsform),
        Kind("skrip", "google-forms", "gs", "text/plain", lambda form: google_script(form).encode()),
        Kind("teks", "google-forms", "txt", "text/plain", lambda form: google_text(form).encode()),
    )
}
