"""Follow-up seen against the survey: which unsur ask for it, and what became of the unsur in the next survey."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from skm_core import compare, registry
from skm_core.compare import Selisih
from skm_core.follow_up import Rtl, plan
from skm_core.results import rounds
from skm_core.results.change import said
from skm_core.results.measured import MeasuredUnsur, measure
from skm_core.results.rounds import Susunan
from skm_core.results.showing import answers, visible_unsur
from skm_core.results.wording import kata, listed
from skm_core.rules import N_SEMBUNYI
from skm_core.store import Store
from skm_core.terms import Layanan, Periode, Pilihan, Unsur
from skm_core.writing import angka

NOT_DONE = "Tindak lanjut ini belum selesai saat survei itu."
WHILE = "Tindak lanjut ini selesai ketika survei itu berjalan."


@dataclass(frozen=True, slots=True)
class Pengaruh:
    """What became of the unsur of an item: from its periode to the comparable one `ke` that can show its effect.

    poin: difference of the published NRR. selisih: its test, in one family with the index and the other unsur of the
    layanan. catatan: what limits the reading. Nothing but `alasan` (why there is no comparison) where `ke` is None.
    """

    sejak: Periode
    ke: Periode | None = None
    sebelum: MeasuredUnsur | None = None
    sesudah: MeasuredUnsur | None = None
    poin: Decimal | None = None
    selisih: Selisih | None = None
    catatan: str = ""
    alasan: str = ""

    @property
    def certain(self) -> bool:
        """The unsur rose or fell for certain."""
        return self.selisih is not None and self.selisih.putusan.kunci in ("naik", "turun")

    @property
    def kata(self) -> str:
        """The verdict with the points: "naik 0,120, di luar batas kebetulan survei"; "" without a comparison."""
        return said(self.poin, self.selisih) if self.poin is not None and self.selisih else ""

    @property
    def kalimat(self) -> str:
        """One sentence for documents: what changed, from what to what, when; or why nothing can be said."""
        if not (self.ke and self.sebelum and self.sesudah and self.kata):
            return self.alasan
        values = [angka(one.nrr_terbit) for one in (self.sebelum, self.sesudah) if one.nrr_terbit is not None]
        sentence = f"NRR {self.kata}: dari {values[0]} menjadi {values[1]} pada {self.ke.nama}."
        return f"{sentence} {self.catatan}".strip()

    @property
    def acuan(self) -> str:
        """Which change this is: "ubah:nrr:waktu|2019-q2>2019-q3|posyandu||kota"."""
        if self.ke is None or self.sesudah is None:
            return ""
        dari = self.sesudah.dari
        layanan, where = "+".join(dari.layanan), dari.wilayah or ""
        return f"ubah:nrr:{self.sesudah.kunci}|{self.sejak.kode}>{self.ke.kode}|{layanan}|{where}|{dari.pengumpul}"


@dataclass(frozen=True, slots=True)
class Usul:
    """An unsur that asks for follow-up. layanan: where it is the lowest or cannot be told apart from the lowest.

    Each with its figure and how many items are planned for it. n_layanan: services with data.
    """

    unsur: Unsur
    layanan: tuple[tuple[Layanan, MeasuredUnsur, int], ...]
    n_layanan: int

    @property
    def kalimat(self) -> str:
        """How far it reaches: "terendah, atau setara terendah, di lima dari enam layanan"."""
        n = len(self.layanan)
        if n == self.n_layanan > 1:
            return "terendah, atau setara terendah, di semua layanan"
        names = [one.nama for one, _, _ in self.layanan]
        where = f"{kata(n)} dari {kata(self.n_layanan)} layanan" if n > 2 else listed(names)
        return f"terendah, atau setara terendah, di {where}"


def effects(store: Store, items: Sequence[Rtl]) -> Mapping[int, Pengaruh]:
    """The effect of every item, by its number.

    Compared is the first comparable periode (same layanan, pengumpul, questionnaire and rules) that ended after the
    item was done; of an item that is not done, the next comparable one, which then says so. A change is not yet proof
    of its cause, and an unsur chosen because it was lowest tends to rise a little by itself.
    """
    found: dict[int, Pengaruh] = {}
    groups: dict[tuple[str, str | None], list[Rtl]] = {}
    for one in items:
        groups.setdefault((one.isian.periode, one.isian.layanan), []).append(one)
    for (kode, layanan), members in groups.items():
        asked = Pilihan(layanan=(layanan,) if layanan else ())
        chosen = rounds.speaking(rounds.composition(store, asked), asked)
        here, later = chosen.get(kode), _later(chosen, kode)
        by_next: dict[str, list[tuple[Rtl, Susunan]]] = {}
        for one in members:
            if one.isian.status == "batal":
                found[one.rtl_id] = Pengaruh(registry.periode(store)[kode], alasan="Dibatalkan, jadi tanpa pengaruh.")
                continue
            after = _next(later, one.isian.selesai_pada)
            if here is None or after is None:
                why = _why_not(registry.periode(store)[kode], here, later, one)
                found[one.rtl_id] = Pengaruh(registry.periode(store)[kode], alasan=why)
            else:
                by_next.setdefault(after.periode.kode, []).append((one, after))
        for pairs in by_next.values():
            assert here
            found |= _compared(store, here, pairs, asked)
    return found


def _later(chosen: Mapping[str, Susunan], kode: str) -> list[Susunan]:
    """Later comparable periode, oldest first; a panel has none."""
    here = chosen.get(kode)
    if here is None or here.periode.panel:
        return []
    order = list(chosen.values())
    return [part for part in order[order.index(here) + 1 :] if part.pokok == here.pokok]


def _next(later: Sequence[Susunan], done: date | None) -> Susunan | None:
    known = [part for part in later if done is None or part.periode.selesai is None or part.periode.selesai >= done]
    return known[0] if known else None


def _why_not(periode: Periode, here: Susunan | None, later: Sequence[Susunan], one: Rtl) -> str:
    if here is None:
        return f"Belum ada data survei {periode.nama} untuk dibandingkan."
    if periode.panel:
        return "Panel tertutup: perubahannya tidak dapat diuji."
    if later and one.isian.selesai_pada:
        return "Belum ada survei sebanding sesudah tindak lanjut ini selesai."
    return "Belum ada survei berikutnya yang sebanding."


def _compared(store: Store, here: Susunan, pairs: Sequence[tuple[Rtl, Susunan]], asked: Pilihan) -> dict[int, Pengaruh]:
    after = pairs[0][1]
    spoken = Pilihan(layanan=asked.layanan, pengumpul=here.pengumpul)
    before = _unsur(store, here.periode.kode, spoken)
    now = _unsur(store, after.periode.kode, spoken)
    tested = compare.change(store, here.periode.kode, after.periode.kode, spoken, unsur=True)
    by_unsur = {one.unsur: one for one in tested if one.unsur}
    found = {}
    for one, _ in pairs:
        key = one.isian.unsur
        first, last, test = before.get(key), now.get(key), by_unsur.get(key)
        if first is None or last is None or test is None or first.nrr_terbit is None or last.nrr_terbit is None:
            why = f"Unsur ini tidak ditanyakan pada {here.periode.nama} atau {after.periode.nama}."
            found[one.rtl_id] = Pengaruh(here.periode, alasan=why)
        elif min(answers(first), answers(last)) < N_SEMBUNYI:
            why = f"Jawaban kurang dari {N_SEMBUNYI}, sehingga perubahannya tidak ditampilkan."
            found[one.rtl_id] = Pengaruh(here.periode, alasan=why)
        else:
            poin = last.nrr_terbit - first.nrr_terbit
            note = _limits(one, after.periode)
            found[one.rtl_id] = Pengaruh(here.periode, after.periode, first, last, poin, test, note)
    return found


def _limits(one: Rtl, after: Periode) -> str:
    done = one.isian.selesai_pada
    if done is None:
        return NOT_DONE
    return WHILE if after.mulai and done > after.mulai else ""


def _unsur(store: Store, periode: str, spoken: Pilihan) -> dict[str, MeasuredUnsur]:
    chosen = Pilihan(periode=(periode,), layanan=spoken.layanan, pengumpul=spoken.pengumpul)
    return {part.kunci: part for figure in measure(store, chosen) for part in figure.unsur}


def shown_by(store: Store, periode: str) -> tuple[tuple[Rtl, Pengaruh], ...]:
    """Items of earlier periode that were done and whose effect the survey of this periode shows, oldest first."""
    order = list(registry.periode(store))
    registry.require("Periode", periode, order)
    done = [one for kode in order[: order.index(periode)] for one in plan(store, kode) if one.isian.status == "selesai"]
    found = effects(store, done)
    return tuple((one, now) for one in done if (now := found[one.rtl_id]).ke and now.ke.kode == periode)


def proposals(store: Store, periode: str) -> tuple[Usul, ...]:
    """The unsur that ask for follow-up after a periode: those lowest in most layanan first, then by their NRR.

    Per layanan the lowest unsur of those that may be shown, and all that cannot be told apart from it; () for a panel
    and without data.
    """
    known = registry.periode(store)
    registry.require("Periode", periode, known)
    asked = Pilihan(periode=(periode,))
    here = rounds.speaking(rounds.composition(store, asked), asked).get(periode)
    if here is None or known[periode].panel:
        return ()
    spoken = Pilihan(periode=(periode,), pengumpul=here.pengumpul)
    services, unsur = registry.layanan(store), registry.unsur(store)
    figures = {one.layanan: one for one in measure(store, spoken, ["layanan"])}
    planned: dict[tuple[str | None, str], int] = {}
    for one in plan(store, periode, batal=False):
        what = (one.isian.layanan, one.isian.unsur)
        planned[what] = planned.get(what, 0) + 1
    where: dict[str, list[tuple[Layanan, MeasuredUnsur, int]]] = {}
    may_be_shown = {kode: visible_unsur(figure) for kode, figure in figures.items()}
    for group, lowest in compare.lowest_unsur(
        store, spoken, ["layanan"], hanya=lambda group: may_be_shown[str(group.layanan)]
    ):
        kode = str(group.layanan)
        parts = {part.kunci: part for part in figures[kode].unsur}
        for key in lowest:
            if key in unsur:
                count = planned.get((kode, key), 0) + planned.get((None, key), 0)
                where.setdefault(key, []).append((services[kode], parts[key], count))
    n = sum(map(bool, may_be_shown.values()))
    made = [Usul(unsur[key], tuple(sorted(found, key=lambda one: one[0].urutan)), n) for key, found in where.items()]
    return tuple(sorted(made, key=lambda one: (-len(one.layanan), min(part.nrr or 5 for _, part, _ in one.layanan))))
