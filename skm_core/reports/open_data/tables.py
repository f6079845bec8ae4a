"""The tables of the open data: questionnaires, IKM, NRR, codes, merged cells and the dictionary of them all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from skm_core import queries, registry
from skm_core.counting import MAX_BUTIR
from skm_core.reports.content import Content
from skm_core.reports.open_data.merging import PEMISAH, TIDAK_DIISI, Isian, published
from skm_core.reports.open_data.table import Cell, Column, Table
from skm_core.results.measured import Measured, MeasuredUnsur
from skm_core.results.showing import answers, visible, visible_nrr
from skm_core.rules import N_SEMBUNYI, NILAI
from skm_core.store import Store
from skm_core.terms import Butir, Instrumen

TINGKAT = ("layanan", "kecamatan_kode", "wilayah_kode", "jenis_kelamin", "usia")
SEMUA = "semua"
_MERGED = f'Beberapa nilai dengan "{PEMISAH}" di antaranya: digabung karena diisi kurang dari {N_SEMBUNYI} orang.'
_KEYS = (
    Column("periode", "string", "Kode periode survei."),
    Column("pengumpul", "string", "Siapa yang mengumpulkan: kota (sampel kota) atau kelurahan.", ("kota", "kelurahan")),
)
_CELLS = (
    Column("layanan", "string", f"Kunci layanan, lihat tabel kode. {_MERGED}"),
    Column("kecamatan_kode", "string", f"Kode Kemendagri kecamatan. {_MERGED}"),
    Column("wilayah_kode", "string", f"Kode Kemendagri tempat yang dinilai, umumnya kelurahan. {_MERGED}"),
    Column("jenis_kelamin", "string", f'L, P, atau "{TIDAK_DIISI}". {_MERGED}', ("L", "P", TIDAK_DIISI)),
    Column("usia", "string", f"Kelompok usia dalam tahun. {_MERGED}", ("<30", "30-49", "50+", TIDAK_DIISI)),
)
_SPAN = (
    Column(
        "plus_minus",
        "number",
        "Setengah lebar rentang 95%, satuan nilainya. Satu layanan: kosong juga bila tempatnya ada yang digabung.",
        wajib=False,
    ),
    Column("bawah", "number", "Batas bawah rentang 95%.", wajib=False),
    Column("atas", "number", "Batas atas rentang 95%.", wajib=False),
)


def tables(store: Store, c: Content) -> tuple[Table, ...]:
    """All tables of the periode and pengumpul of a city's content, the dictionary last.

    No row is about fewer than ten people, see `merging`. Figures are given only where they follow from the rows.
    """
    found = _questionnaires(store, c)
    made = [_rows(c, instrumen, rows) for instrumen, rows, _ in found if rows]
    whole = bool(found) and all(rows for _, rows, _ in found)
    alone = [
        one.layanan.kode
        for one in c.layanan
        if whole and all(_apart(rows, n, one.layanan.kode) for _, rows, n in found)
    ]
    figures: list[tuple[str, Measured]] = [(SEMUA, c.score)] if whole else []
    figures += [(one.layanan.kode, one.score) for one in c.layanan if one.score and one.layanan.kode in alone]
    exact = frozenset(kode for kode, _ in figures if kode == SEMUA or _unmerged(found, kode))
    made += [_ikm(c, figures, exact), _nrr(c, figures, exact), _codes(store, c, made), _merged_cells(store, found)]
    return (*made, _dictionary(made))


def _questionnaires(store: Store, c: Content) -> list[tuple[Instrumen, list[Isian], Counter[str]]]:
    """Per instrumen its published questionnaires, and how many there are of every layanan."""
    raw = queries.columns(store, "data_terbuka_kuesioner", periode=[c.periode.kode], pengumpul=c.pilihan.pengumpul)
    columns = {key: values.tolist() for key, values in raw.items()}
    known, places = registry.instrumen(store), c.wilayah
    by_code: dict[str, list[Isian]] = defaultdict(list)
    items = {kode: [int(one.kolom[1:]) for one in _items(known[kode])] for kode in set(columns["instrumen"])}
    cells = list(zip(*(columns[f"b{at}"] for at in range(1, MAX_BUTIR + 1)), strict=True))
    for at, kode in enumerate(columns["instrumen"]):
        place = columns["wilayah"][at]
        levels = (
            columns["layanan"][at],
            places[place].kecamatan_kode or place,
            place,
            columns["jenis_kelamin"][at] or TIDAK_DIISI,
            columns["usia"][at] or TIDAK_DIISI,
        )
        answered = tuple(cells[at][number - 1] or None for number in items[kode])
        by_code[kode].append(Isian(levels, columns["responden"][at], answered))
    return [
        (known[kode], published(rows), Counter(row.tingkat[0] for row in rows))
        for kode, rows in sorted(by_code.items())
    ]


def _items(instrumen: Instrumen) -> list[Butir]:
    """The items that count in the index, in the order asked."""
    return sorted((one for one in instrumen.butir if one.peran != "tambahan"), key=lambda one: one.urutan)


def _apart(rows: Sequence[Isian], n: Counter[str], layanan: str) -> bool:
    """True if the layanan was not merged with another in these rows."""
    return n[layanan] == sum(row.tingkat[0] == layanan for row in rows)


def _rows(c: Content, instrumen: Instrumen, rows: Sequence[Isian]) -> Table:
    used = Counter(one.nama for one in (*_KEYS, *_CELLS))
    columns = []
    for item in _items(instrumen):
        name = item.unsur_kunci or item.kolom
        used[name] += 1
        scale = ", ".join(f"{value} = {label}" for value, label in zip(NILAI, item.label, strict=True))
        title = name if used[name] == 1 else f"{name}_{used[name]}"
        columns.append(
            Column(title, "integer", f"{item.teks} {scale}. Kosong: tidak dijawab.", ("1", "4"), wajib=False)
        )
    lead = (c.periode.kode, str(c.pilihan.pengumpul))
    return Table(
        f"kuesioner-{instrumen.kode.replace('_', '-')}",
        f"Jawaban kuesioner: {instrumen.nama}",
        "satu kuesioner terisi; satu orang dapat mengisi beberapa",
        (*_KEYS, *_CELLS, *columns),
        tuple((*lead, *row.tingkat, *row.jawaban) for row in rows),
    )


def _unmerged(found: Sequence[tuple[Instrumen, list[Isian], Counter[str]]], kode: str) -> bool:
    """True if no kecamatan or place is merged in the rows of a layanan.

    The margin of error is computed from each place apart; beside merged rows it would tell what those rows hide. That
    of the whole city is on the poster in any case, and without it the city's figure would say less here than there.
    """
    return not any(
        PEMISAH in value for _, rows, _ in found for row in rows if kode == row.tingkat[0] for value in row.tingkat[:3]
    )


def _span(figure: Measured | MeasuredUnsur, *, told: bool) -> tuple[Cell, ...]:
    return (figure.plus_minus, *(figure.rentang or (None, None))) if told else (None, None, None)


def _ikm(c: Content, figures: Sequence[tuple[str, Measured]], exact: frozenset[str]) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for kode, score in figures:
        if visible(score) is not None:
            grade = score.mutu.huruf if score.mutu else None
            lead = (c.periode.kode, str(c.pilihan.pengumpul), kode, score.n_kuesioner)
            rows.append((*lead, score.ikm, *_span(score, told=kode in exact), grade))
    return Table(
        "ikm",
        "Indeks kepuasan masyarakat",
        f'satu layanan, atau "{SEMUA}" untuk semuanya bersama',
        (
            *_KEYS,
            Column("layanan", "string", f'Kunci layanan, atau "{SEMUA}".'),
            Column("n_kuesioner", "integer", "Kuesioner terisi."),
            Column("ikm", "number", "Indeks 25 sampai 100, dua desimal."),
            *_SPAN,
            Column(
                "mutu", "string", "A, B, C, atau D; kosong untuk panel tertutup.", ("A", "B", "C", "D"), wajib=False
            ),
        ),
        tuple(rows),
    )


def _nrr(c: Content, figures: Sequence[tuple[str, Measured]], exact: frozenset[str]) -> Table:
    lead = (c.periode.kode, str(c.pilihan.pengumpul))
    rows = [
        (*lead, kode, part.kunci, answers(part), visible_nrr(part), *_span(part, told=kode in exact))
        for kode, score in figures
        for part in score.unsur
        if visible_nrr(part) is not None
    ]
    return Table(
        "nrr",
        "Nilai rata-rata per unsur",
        f'satu unsur dari satu layanan, atau dari "{SEMUA}"',
        (
            *_KEYS,
            Column("layanan", "string", f'Kunci layanan, atau "{SEMUA}".'),
            Column("unsur", "string", "Kunci unsur, lihat tabel kode."),
            Column("n_jawaban", "integer", "Kuesioner yang menjawab unsur itu."),
            Column("nrr", "number", "Nilai rata-rata 1 sampai 4, tiga desimal."),
            *_SPAN,
        ),
        tuple(rows),
    )


def _codes(store: Store, c: Content, made: Sequence[Table]) -> Table:
    """The names of all codes that stand in the questionnaires, and of the unsur."""
    names: dict[str, dict[str, str]] = {
        "layanan": {one.kode: one.nama for one in registry.layanan(store).values()},
        "kecamatan_kode": {one.kode: one.nama for one in c.wilayah.values()},
        "wilayah_kode": {one.kode: one.nama for one in c.wilayah.values()},
    }
    rows = []
    for place, column in enumerate(TINGKAT[:3], len(_KEYS)):
        used = {kode for table in made for row in table.baris for kode in str(row[place]).split(PEMISAH)}
        rows += [(column, kode, names[column][kode]) for kode in sorted(used)]
    rows += [("unsur", one.kunci, one.nama) for one in c.unsur]
    columns = (
        Column("kolom", "string", "Kolom tempat kode itu muncul."),
        Column("kode", "string", "Kode atau kunci."),
        Column("nama", "string", "Nama resmi."),
    )
    return Table("kode", "Arti kode", "satu kode dari satu kolom", columns, tuple(rows))


def _merged_cells(store: Store, found: Sequence[tuple[Instrumen, list[Isian], Counter[str]]]) -> Table:
    """Every merged value with the number of questionnaires in it."""
    counted: Counter[tuple[str, str, str]] = Counter()
    for instrumen, rows, _ in found:
        for row in rows:
            for column, value in zip(TINGKAT, row.tingkat, strict=True):
                if PEMISAH in value:
                    counted[instrumen.kode, column, value] += 1
    services, places = registry.layanan(store), registry.wilayah(store)

    def named(value: str) -> str:
        known = [services[one].nama if one in services else places[one].nama if one in places else one
                 for one in value.split(PEMISAH)]  # fmt: skip
        return ", ".join(known)

    columns = (
        Column("kuesioner", "string", "Kode kuesioner."),
        Column("kolom", "string", "Kolom yang nilainya digabung."),
        Column("gabungan", "string", f'Nilai yang digabung, dengan "{PEMISAH}" di antaranya.'),
        Column("isi", "string", "Nama dari nilai-nilai itu."),
        Column("n_kuesioner", "integer", "Kuesioner dengan nilai gabungan ini."),
    )
    cells = tuple((*key, named(key[2]), n) for key, n in sorted(counted.items()))
    title = "Yang digabung agar tidak ada orang yang dapat dikenali"
    return Table("gabungan", title, "satu nilai gabungan", columns, cells)


def _dictionary(made: Sequence[Table]) -> Table:
    columns = (
        Column("tabel", "string", "Nama tabel."),
        Column("kolom", "string", "Nama kolom."),
        Column("jenis", "string", "string, integer, atau number."),
        Column("arti", "string", "Arti, satuan, dan nilai."),
    )
    rows = tuple((table.nama, one.nama, one.jenis, one.arti) for table in made for one in table.kolom)
    return Table("kamus", "Kamus data", "satu kolom dari satu tabel", columns, rows)
