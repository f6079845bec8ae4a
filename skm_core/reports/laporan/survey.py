"""BAB II: who collected, how, where, when, and how many answered."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from skm_core.reports import figure
from skm_core.reports.blocks import Block, Heading, Table, Text
from skm_core.reports.content import Content
from skm_core.reports.scope import KECAMATAN, KELURAHAN
from skm_core.results.wording import listed, opening
from skm_core.sampling import wording as sampling_words
from skm_core.writing import angka

CARA = {
    "acak": "Responden dipilih secara acak.",
    "tidak_acak": "Responden adalah warga yang didatangi atau dihadirkan di tempat layanan; mereka tidak dipilih "
    "secara acak.",
    "panel_tertutup": "Responden adalah kelompok undangan (panel tertutup), sehingga hasilnya bukan taksiran "
    "dari sampel.",
}
KIND = {
    "kota": "Data laporan ini dikumpulkan oleh kota sebagai sampel pembanding, tidak digabung dengan data yang "
    "dikumpulkan kelurahan sendiri.",
    "kelurahan": "Data laporan ini dikumpulkan oleh kelurahan sendiri, tidak digabung dengan sampel kota.",
}


def chapter(c: Content) -> Iterator[Block]:
    """BAB II of the report."""
    yield Heading(1, "BAB II", "Pengumpulan data")
    yield Heading(2, "2.1", "Pelaksana")
    who = ", ".join(part for part in (c.instansi.unit, c.instansi.nama) if part)
    if who:
        yield Text(f"Penanggung jawab survei adalah {who}.")
    if not c.periode.panel:
        yield Text(KIND[c.pilihan.pengumpul or "kelurahan"])
    yield Heading(2, "2.2", "Metode dan lokasi")
    names = ", ".join(one.layanan.nama for one in c.layanan)
    what = "variabel" if c.score.panel else "unsur"
    yield Text(
        f"Survei memakai kuesioner dengan {len(c.unsur)} {what}, setiap pertanyaan dijawab dengan nilai 1 sampai 4."
    )
    yield Text(f"Yang dinilai: {names}. Lingkup laporan: {c.nama}.")
    if c.tanpa_layanan:
        yield Text(f"Tanpa kuesioner pada periode ini: {listed(opening(c.tanpa_layanan))}.")
    yield Text(CARA[c.periode.cara_pemilihan])
    yield from _drawn(c)
    yield Heading(2, "2.3", "Waktu pelaksanaan")
    yield Table(
        "Jadwal pelaksanaan survei",
        ("No", "Kegiatan", "Waktu", "Hari kerja"),
        tuple(
            (
                str(place),
                row.kegiatan,
                figure.days(row.mulai, row.selesai) if row.mulai else "belum dicatat",
                figure.whole(row.hari_kerja),
            )
            for place, row in enumerate(c.jadwal, 1)
        ),
        "rllr",
        (0.6, 5, 4.2, 1.5),
        catatan="Hari kerja: Senin sampai Jumat; hari libur nasional tidak dikurangkan.",
    )
    yield Heading(2, "2.4", "Jumlah responden")
    yield from _sample(c)


def _drawn(c: Content) -> Iterator[Block]:
    """The kelurahan of a recorded draw, inside the scope."""
    if c.rencana is None:
        return
    inside = [one for one in c.rencana.terpilih if one.kelurahan.startswith(c.pilihan.wilayah or "")]
    if not c.rencana.diundi or not inside:
        return
    yield Text(sampling_words.how(c.rencana))
    if c.scope.jenis == KELURAHAN:
        return
    yield Table(
        "Kelurahan terpilih",
        ("Kecamatan", "Kelurahan"),
        tuple(
            (c.wilayah[kode].nama, ", ".join(one.nama for one in members))
            for kode, members in groupby(inside, key=lambda one: one.kecamatan)
        ),
        "ll",
        (3, 7),
    )


def _sample(c: Content) -> Iterator[Block]:
    what = "pejabat" if c.score.panel else "layanan"
    people, forms = angka(c.n_responden), angka(c.n_kuesioner)
    yield Text(
        f"Terkumpul {forms} kuesioner dari {people} responden. Satu orang dapat menilai lebih dari satu {what}, "
        "sehingga kuesioner dan responden dihitung terpisah."
    )
    if c.scope.jenis in (KECAMATAN, KELURAHAN) or c.score.panel:
        yield Table(
            f"Kuesioner per {what}",
            ("No", what.capitalize(), "Kuesioner terkumpul"),
            tuple((str(at), row.layanan.nama, angka(row.n_kuesioner)) for at, row in enumerate(c.sampel, 1)),
            "rlr",
            (0.6, 6, 3),
        )
        return
    yield Table(
        "Sampel minimal menurut Krejcie dan Morgan, dan yang terkumpul",
        ("No", "Layanan", "Populasi (N)", "Sampel minimal", "Terkumpul", "Kurang"),
        tuple(
            (
                str(at),
                row.layanan.nama,
                figure.whole(row.n_pengguna),
                figure.whole(row.minimal),
                angka(row.n_kuesioner),
                figure.KOSONG if row.minimal is None else angka(max(row.minimal - row.n_kuesioner, 0)),
            )
            for at, row in enumerate(c.sampel, 1)
        ),
        "rlrrrr",
        (0.6, 4, 2, 2, 2, 1.5),
        catatan="N adalah jumlah pengguna layanan menurut pengaturan; tanda – berarti N belum diisi. Taraf kepercayaan "
        "95%, galat 5%.",
    )
