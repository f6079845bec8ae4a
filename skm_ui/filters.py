"""The filters as the address holds them: keys, never labels. The address is the only place where they live.

So they survive a reload, a page switch (links carry them on), the back button and a deep link on a fresh server.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from skm_core.store import Store
from skm_core.terms import Layanan, Periode, Pilihan, Wilayah
from skm_ui.catalogue import Catalogue

NAMES = ("periode", "layanan", "kecamatan", "kelurahan", "pengumpul")
PENGUMPUL = {"kota": "Sampel kota", "kelurahan": "Kumpulan kelurahan"}
BOTH = "kedua"
"""In the filters of a page: it shows both kinds of data, apart, unless one of them is chosen."""
BOTH_WORDS = "kedua pengumpul data"


@dataclass(frozen=True, slots=True)
class Selection:
    """What a page shows: the store with its data version, the selection, and the named things that were chosen.

    `pilihan` goes to the library. A filter that the page leaves out counts as not chosen. `kalimat` is the sentence
    the filters form; `pesan` are the messages about keys in the address that mean nothing here.
    """

    store: Store
    version: tuple[str, int]
    contoh: bool
    pilihan: Pilihan
    periode: Periode | None
    layanan: Layanan | None
    kecamatan: Wilayah | None
    kelurahan: Wilayah | None
    pengumpul: str | None
    kalimat: str
    pesan: tuple[str, ...]
    ada_data: bool

    @property
    def wilayah(self) -> Wilayah | None:
        """The chosen kelurahan, else the chosen kecamatan, else None for the whole city."""
        return self.kelurahan or self.kecamatan


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys that hold after unknown ones were set aside, and a message for each of those."""

    periode: str | None
    layanan: str | None
    kecamatan: str | None
    kelurahan: str | None
    pengumpul: str | None
    pesan: tuple[str, ...]

    def of(self, name: str) -> str | None:
        """The key of one filter of NAMES."""
        return str(value) if (value := getattr(self, name)) else None


def read(known: Catalogue, query: Mapping[str, str], names: Collection[str] = NAMES) -> Keys:
    """The keys of an address that hold for a page with these filters. Never raises."""
    asked = {name: query.get(name) or None for name in names}
    messages: list[str] = []
    periode = _periode(known, asked, names, messages)
    layanan = _layanan(known, asked.get("layanan"), periode, messages)
    kecamatan, kelurahan = _place(known, asked.get("kecamatan"), asked.get("kelurahan"), messages)
    pengumpul = asked.get("pengumpul")
    if pengumpul is not None and pengumpul not in PENGUMPUL:
        messages.append(f'Pengumpul "{pengumpul}" tidak dikenal. Pilihan dikembalikan ke otomatis.')
        pengumpul = None
    return Keys(periode, layanan, kecamatan, kelurahan, pengumpul, tuple(messages))


def _periode(
    known: Catalogue, asked: Mapping[str, str | None], names: Collection[str], messages: list[str]
) -> str | None:
    if "periode" not in names:
        return None
    present, key = known.periode_ada(), asked["periode"]
    newest = present[0] if present else None
    if key is None or key in present:
        return key or newest
    if newest is None:
        return None
    shown = f"Yang ditampilkan {known.periode[newest].nama}."
    if key in known.periode:
        messages.append(f"{known.periode[key].nama} belum berisi data. {shown}")
    else:
        messages.append(f'Periode "{key}" tidak dikenal. {shown}')
    return newest


def _layanan(known: Catalogue, key: str | None, periode: str | None, messages: list[str]) -> str | None:
    if key is None or key in known.layanan_ada(periode):
        return key
    if key not in known.layanan:
        messages.append(f'Layanan "{key}" tidak dikenal. Yang ditampilkan semua layanan.')
    elif periode:
        name, when = known.layanan[key].nama, known.periode[periode].nama
        messages.append(f"{name} tidak disurvei pada {when}. Yang ditampilkan semua layanan.")
    return None


def _place(
    known: Catalogue, kecamatan: str | None, kelurahan: str | None, messages: list[str]
) -> tuple[str | None, str | None]:
    if kecamatan is not None and kecamatan not in known.kecamatan():
        messages.append(f'Kecamatan "{kecamatan}" tidak dikenal. Yang ditampilkan semua kecamatan.')
        kecamatan = None
    if kelurahan is None:
        return kecamatan, None
    place = known.wilayah.get(kelurahan)
    if place is None or place.tingkat != "kelurahan":
        messages.append(f'Kelurahan "{kelurahan}" tidak dikenal. Yang ditampilkan semua kelurahan.')
        return kecamatan, None
    if kecamatan not in (None, place.kecamatan_kode):
        messages.append(
            f"Kelurahan {place.nama} tidak termasuk Kecamatan {known.wilayah[kecamatan].nama}. "
            "Yang ditampilkan seluruh kecamatan itu."
        )
        return kecamatan, None
    return place.kecamatan_kode, kelurahan


def automatic(known: Catalogue, keys: Keys) -> str:
    """What 'otomatis' means for the keys, of the data there are: the rule of `Pilihan.didahulukan`."""
    if keys.periode and known.periode[keys.periode].panel:
        return "panel undangan"
    found = known.pengumpul(keys.periode, keys.layanan, keys.kelurahan or keys.kecamatan)
    order = Pilihan(wilayah=keys.kelurahan or keys.kecamatan).didahulukan
    first = next((name for name in order if name in found), order[0])
    return PENGUMPUL[first].lower() + (" bila ada" if keys.periode is None and len(found) > 1 else "")


def unchosen(known: Catalogue, keys: Keys, names: Collection[str] = NAMES) -> str:
    """Whose data a page with these filters shows while no pengumpul is chosen: of one kind, or BOTH_WORDS."""
    panel = keys.periode is not None and known.periode[keys.periode].panel
    return BOTH_WORDS if BOTH in names and not panel else automatic(known, keys)


def sentence(known: Catalogue, keys: Keys, names: Collection[str] = NAMES) -> str:
    """The sentence the filters form: "Posyandu · semua kecamatan · April–Juni 2019 · sampel kota"."""
    if keys.kelurahan:
        place = f"Kelurahan {known.wilayah[keys.kelurahan].nama}"
    elif keys.kecamatan:
        place = f"Kecamatan {known.wilayah[keys.kecamatan].nama}"
    else:
        place = "semua kecamatan"
    parts = {
        "layanan": known.layanan[keys.layanan].nama if keys.layanan else "Semua layanan",
        "kecamatan": place,
        "periode": known.periode[keys.periode].nama if keys.periode else "",
        "pengumpul": PENGUMPUL[keys.pengumpul].lower() if keys.pengumpul else unchosen(known, keys, names),
    }
    text = " · ".join(part for name, part in parts.items() if name in names and part)
    return text[:1].upper() + text[1:]


def select(source: tuple[Store, tuple[str, int], bool], known: Catalogue, keys: Keys, kalimat: str) -> Selection:
    """The Selection of the keys on a store."""
    store, version, contoh = source
    return Selection(
        store=store,
        version=version,
        contoh=contoh,
        pilihan=Pilihan(
            periode=(keys.periode,) if keys.periode else (),
            layanan=(keys.layanan,) if keys.layanan else (),
            wilayah=keys.kelurahan or keys.kecamatan,
            pengumpul=keys.pengumpul,
        ),
        periode=known.periode[keys.periode] if keys.periode else None,
        layanan=known.layanan[keys.layanan] if keys.layanan else None,
        kecamatan=known.wilayah[keys.kecamatan] if keys.kecamatan else None,
        kelurahan=known.wilayah[keys.kelurahan] if keys.kelurahan else None,
        pengumpul=keys.pengumpul,
        kalimat=kalimat,
        pesan=keys.pesan,
        ada_data=bool(known.ada),
    )
