"""What a person may choose for a file that does not say it itself."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from skm_core.findings import cut
from skm_core.intake.mapping.value import Pemetaan
from skm_core.intake.misspelt import Anggapan


@dataclass(frozen=True, slots=True)
class Options:
    """Choices for one file. A column of the file comes first; a choice that contradicts it is a finding.

    `periode`: id or name; `layanan`, `kelurahan`: key, code or name; `pengumpul`: 'kota' or 'kelurahan'; `u8`: what
    number 8 means, 'pengaduan' or 'sarana'; `kode1`: what the first option is where answers are only codes (A1,
    option_2), 'terburuk' or 'terbaik'; `create_periode`: make an unknown periode; `instrumen`: its key;
    `pemetaan`: what the columns mean; `tanpa_pemetaan`: read them by recognition even if a kept mapping fits;
    `anggap`: misspelt cells and what they mean; `lewati_kembar`: take only the first of rows that are the same in every
    cell.
    """

    periode: str | None = None
    layanan: str | None = None
    kelurahan: str | None = None
    pengumpul: str | None = None
    u8: str | None = None
    kode1: str | None = None
    create_periode: bool = False
    instrumen: str | None = None
    pemetaan: Pemetaan | None = None
    tanpa_pemetaan: bool = False
    anggap: tuple[Anggapan, ...] = ()
    lewati_kembar: bool = False

    def as_json(self) -> str:
        """The choices that were made, as one JSON object."""
        made = {key: value for key, value in asdict(self).items() if value}
        if self.pemetaan:
            made["pemetaan"] = self.pemetaan.as_dict()
        if self.anggap:
            made["anggap"] = [asdict(one) | {"nilai": cut(one.nilai)} for one in self.anggap]
        return json.dumps(made, ensure_ascii=False)
