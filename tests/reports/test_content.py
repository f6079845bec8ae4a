"""The content of a document: figures against counts made here, people once, ties, kinds of data, and the sentences."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from html import unescape

import pytest

from skm_core import intake, publication, registry, settings, uploads
from skm_core.errors import InvalidSettingError, NoDataError, UnknownKeyError
from skm_core.reports import figure, method, texts
from skm_core.reports.content import Content, content
from skm_core.reports.readiness import gaps
from skm_core.reports.schedule import working_days
from skm_core.reports.scope import Scope, scope
from skm_core.results import showing
from skm_core.results.measured import measure
from skm_core.store import Store
from skm_core.terms import Pilihan
from skm_ui import figure as screen
from tests.build import KALIDERES, KAPUK, csv_bytes, form, ingest
from tests.reports.conftest import DAY

CITY = Scope("kota", "", "2019-q2")


def rendered(store: Store, what: Scope = CITY) -> Content:
    return content(store, what, tanggal=DAY)


def by_hand(store: Store, where: str) -> tuple[Fraction, list[Fraction], int]:
    """IKM, NRR b1..b9 and n by the rule's own words, one questionnaire after the other."""
    _, rows = store.fetch(f"SELECT {', '.join(f'b{n}' for n in range(1, 10))} FROM kuesioner_aktif WHERE {where}")
    sums, counts = defaultdict(int), Counter()
    for row in rows:
        for place, value in enumerate(row):
            if value is not None:
                sums[place] += value
                counts[place] += 1
    nrr = [Fraction(sums[place], counts[place]) for place in range(9)]
    return sum(nrr, Fraction(0)) / 9 * 25, nrr, len(rows)


def test_figures_of_the_city_by_hand(demo: Store, kota: Content) -> None:
    where = "periode_kode = '2020-q4' AND pengumpul = 'kota'"
    ikm, nrr, n = by_hand(demo, where)
    assert kota.score.ikm_exact == ikm and kota.n_kuesioner == n
    assert sorted(one.score.nrr or 0 for one in kota.unsur) == sorted(nrr)
    for row in kota.layanan:
        exact, _, n_layanan = by_hand(demo, f"{where} AND layanan_kode = '{row.layanan.kode}'")
        assert row.score and (row.score.ikm_exact, row.score.n_kuesioner) == (exact, n_layanan)
    for row in kota.tempat:
        exact, _, _ = by_hand(demo, f"{where} AND starts_with(wilayah_kode, '{row.wilayah.kode}')")
        assert row.score and row.score.ikm_exact == exact


@pytest.mark.parametrize("lingkup", ["kota", "posyandu", "31.73.01", "31.73.01.1005"])
def test_figures_are_those_of_the_screens(demo: Store, lingkup: str) -> None:
    c = content(demo, scope(demo, lingkup, "2020-q4"), tanggal=DAY)
    (found,) = measure(demo, c.pilihan, deff=True)
    assert c.score == found and c.hasil.score == found
    assert c.hasil.n_responden == c.n_responden


def test_people_are_counted_once(store: Store) -> None:
    rows = [
        form([3] * 9, layanan=layanan, responden=person, jenis_kelamin=gender, usia=age)
        for person, gender, age in (("a", "L", 19), ("b", "P", 61), ("c", None, None))
        for layanan in ("posyandu", "pkk", "ppsu")
    ]
    ingest(store, rows)
    c = rendered(store)
    assert (c.n_responden, c.n_kuesioner) == (3, 9)
    gender, age, *_ = c.profil
    assert gender.semua == (("Laki-laki", None), ("Perempuan", None), ("Tidak diisi", None)), "too few to be told"
    assert age.baris == (("Di bawah 20 tahun", None), ("60 tahun ke atas", None)) and not age.terbuka
    assert [one.semua for one in c.profil[2:]] == [(("Tidak diisi", 3),)] * 2


def test_ties_with_the_third_lowest_are_kept(store: Store) -> None:
    ingest(store, [form([1, 2, 3, 4, 3, 4, 4, 3, 4])] * 12)
    c = rendered(store)
    assert [(one.kunci, one.peringkat) for one in c.terendah] == [
        ("persyaratan", 1),
        ("prosedur", 2),
        ("waktu", 3),
        ("produk", 3),
        ("pengaduan", 3),
    ]
    assert {one.kunci for one in c.tertinggi} == {"biaya", "kompetensi", "perilaku", "sarana"}
    assert {one.peringkat for one in c.tertinggi} == {6}
    assert "Lima unsur dengan nilai terendah: Persyaratan (1,000);" in c.kalimat("unsur")


def test_no_unsur_is_lowest_where_all_are_equal(store: Store) -> None:
    ingest(store, [form([3] * 9)] * 12)
    c = rendered(store)
    assert c.kalimat("unsur") == "Semua unsur bernilai sama: 3,000."
    assert "Dahulukan" not in c.kalimat("saran") and "rendah" not in c.kalimat("kesimpulan")


def test_a_kelurahan_speaks_by_its_own_data_and_the_city_by_its_sample(store: Store) -> None:
    ingest(store, [form([2] * 9)] * 10, name="a.csv")
    sample = ingest(store, [form([4] * 9)] * 10, pengumpul="kota", name="b.csv")
    own = rendered(store, Scope("kelurahan", KAPUK, "2019-q2"))
    assert (own.score.ikm, own.pengumpul) == (Decimal("50.00"), "kumpulan kelurahan")
    assert own.pembanding and own.pembanding.ikm == 100
    city = rendered(store)
    assert (city.score.ikm, city.pengumpul) == (Decimal("100.00"), "sampel kota")
    assert "50,00" in city.kalimat("pembanding") and "tidak digabung" in city.kalimat("pembanding")
    asked = rendered(store, replace(CITY, pengumpul="kelurahan"))
    assert asked.score.ikm == 50
    places = (own, rendered(store, Scope("kelurahan", KAPUK, "2019-q2", "kota")), city, asked)
    assert [one.berkas for one in places] == [
        "2019-q2-31.73.01.1005",
        "2019-q2-31.73.01.1005-sampel-kota",
        "2019-q2-kota",
        "2019-q2-kota-survei-kelurahan",
    ]
    uploads.undo(store, sample.unggahan_id, oleh="Siti")
    assert rendered(store).berkas == "2019-q2-kota-survei-kelurahan", "what the rule chose is said as well"


def test_below_ten_questionnaires_no_sentence_gives_the_score(store: Store) -> None:
    ingest(store, [form([3] * 9)] * 9)
    c = rendered(store)
    assert c.score.ikm == 75 and figure.ikm(c.score) == showing.TERSEMBUNYI
    assert not any("75" in one.teks for one in c.teks)
    assert gaps(c)[0].teks == "Baru 9 kuesioner: nilainya tidak dicetak."


def test_nothing_collected_and_unknown_keys(store: Store) -> None:
    with pytest.raises(NoDataError, match=r"Belum ada kuesioner untuk Kelurahan Kapuk pada April–Juni 2019\. Pilih"):
        rendered(store, Scope("kelurahan", KAPUK, "2019-q2"))
    for words, message in (
        ("posyandu2", "Lingkup"),
        ("kelurahan:31.73.01", "Kelurahan"),
        ("layanan:xx", "Layanan"),
    ):
        with pytest.raises(UnknownKeyError, match=message):
            scope(store, words, "2019-q2")
    with pytest.raises(UnknownKeyError, match="Periode"):
        scope(store, "kota", "2018")
    assert scope(store, "posyandu", "2019-q2") == scope(store, "layanan:posyandu", "2019-q2")


def test_sample_size_by_krejcie_and_morgan(store: Store) -> None:
    service = registry.layanan(store)["posyandu"]
    settings.save_layanan(store, replace(service, n_pengguna=100))
    ingest(store, [form([3] * 9)] * 12)
    (row,) = rendered(store).sampel
    assert (row.n_pengguna, row.minimal, row.n_kuesioner) == (100, 80, 12)  # the printed table: N 100, S 80
    assert "Tambah responden pada survei berikutnya untuk posyandu (12 dari 80)." in rendered(store).kalimat("saran")
    assert rendered(store, Scope("kelurahan", KAPUK, "2019-q2")).sampel[0].minimal is None


def test_target_is_missed_for_certain_only_outside_the_interval(store: Store) -> None:
    settings.save_settings(store, {"target_ikm": "80"})
    ingest(store, [form([3] * 9)] * 20 + [form([4] * 9)] * 4, name="a.csv")
    ingest(store, [form([3] * 9, kelurahan=KALIDERES)] * 20 + [form([4] * 9, kelurahan=KALIDERES)] * 4, name="b.csv")
    said = rendered(store).kalimat("hasil")
    assert "Target 80,00 belum tercapai, kurang 0,83 poin, tetapi selisihnya belum dapat dipastikan." in said
    settings.save_settings(store, {"target_ikm": "95"})
    assert "kurang 15,83 poin, di luar batas kebetulan survei." in rendered(store).kalimat("hasil")


def test_trend_ends_with_the_periode_of_the_document(demo: Store) -> None:
    c = content(demo, Scope("kota", "", "2019-q4"), tanggal=DAY)
    assert [point.periode.kode for point in c.tren] == ["2019-q2", "2019-q3", "2019-q4"]
    assert c.perubahan and c.perubahan.sejak.kode == "2019-q3" and c.perubahan.kata in c.kalimat("tren")


def test_a_panel_has_neither_mutu_nor_interval_nor_unsur(demo: Store) -> None:
    c = content(demo, Scope("kota", "", "2019-maret"), tanggal=DAY)
    assert c.score.mutu is None and c.score.rentang is None and not c.tren
    assert all(one.unsur is None for one in c.unsur) and c.pengumpul == "panel undangan"
    assert "unsur" not in c.kalimat("unsur") and "Dahulukan" not in c.kalimat("saran")


def test_demo_data_and_version_are_named(kota: Content, store: Store) -> None:
    assert kota.contoh and "versi data" in kota.catatan_kaki and "15 Januari 2021" in kota.catatan_kaki
    ingest(store, [form([3] * 9)] * 10)
    c = rendered(store)
    assert not c.contoh and c.versi_data == store.data_version[1]


def test_the_same_data_and_date_give_equal_content(demo: Store, kota: Content) -> None:
    assert content(demo, kota.scope, tanggal=DAY) == kota
    assert content(demo, kota.scope, tanggal=date(2021, 1, 16)) != kota


def test_a_passage_is_rewritten_and_goes_stale_with_new_data(store: Store) -> None:
    ingest(store, [form([3] * 9)] * 12, name="a.csv")
    first = rendered(store)
    passage = next(one for one in first.teks if one.kunci == "hasil")
    texts.save_text(store, CITY, "kelurahan", passage, "Hasilnya baik.\n\n", oleh="Siti")
    assert rendered(store).kalimat("hasil") == "Hasilnya baik."
    assert rendered(store, Scope("kelurahan", KAPUK, "2019-q2")).kalimat("hasil") != "Hasilnya baik."
    edited = next(one for one in rendered(store).teks if one.kunci == "hasil")
    assert edited.diubah and not edited.usang and edited.bawaan == passage.teks

    ingest(store, [form([4] * 9)] * 12, name="b.csv")
    stale = next(one for one in rendered(store).teks if one.kunci == "hasil")
    assert stale.usang and stale.teks == "Hasilnya baik." and "87,50" in stale.bawaan
    assert any("Hasil keseluruhan" in gap.teks for gap in gaps(rendered(store)))

    texts.save_text(store, CITY, "kelurahan", stale, "  ", oleh="Siti")
    assert rendered(store).kalimat("hasil") == stale.bawaan
    _, rows = store.fetch("SELECT count(*) FROM teks_laporan")
    assert rows == [(0,)]


def test_a_passage_needs_a_name_and_an_end(store: Store) -> None:
    ingest(store, [form([3] * 9)] * 12)
    passage = rendered(store).teks[0]
    with pytest.raises(InvalidSettingError, match="Ketik nama"):
        texts.save_text(store, CITY, "kelurahan", passage, "x", oleh=" ")
    with pytest.raises(InvalidSettingError, match="Latar belakang terlalu panjang"):
        texts.save_text(store, CITY, "kelurahan", passage, "x" * 6001, oleh="Siti")
    assert rendered(store).teks[0] == passage


def test_fixed_results_and_their_revision_are_named(store: Store) -> None:
    ingest(store, [form([3] * 9)] * 12, name="a.csv")
    assert rendered(store).penetapan == ()
    assert any("belum ditetapkan" in gap.teks for gap in gaps(rendered(store)))
    publication.fix(store, "2019-q2", oleh="Siti")
    (said,) = rendered(store).penetapan
    assert said.startswith("Hasil periode ini ditetapkan pada ") and said.endswith(" oleh Siti.")
    assert not any("belum ditetapkan" in gap.teks for gap in gaps(rendered(store)))
    uploads.undo(store, 1, oleh="Budi", revisi="berkas salah")
    file = intake.read_file(csv_bytes([form([4] * 9)] * 12), "b.csv")
    draft = intake.prepare(store, file, intake.Options(pengumpul="kelurahan"))
    intake.ingest(store, draft, pengunggah="Budi", revisi="berkas benar")
    revised = rendered(store).penetapan[1]
    assert revised.startswith("Sejak itu direvisi: ditetapkan 75,00 dari 12 kuesioner, sekarang 100,00. Alasan: ")
    assert "berkas salah" in revised and "berkas benar" in revised
    city = intake.read_file(csv_bytes([form([2] * 9)] * 11), "kota.csv")
    draft = intake.prepare(store, city, intake.Options(pengumpul="kota"))
    intake.ingest(store, draft, pengunggah="Budi", revisi="sampel menyusul")
    late = method.fixed(
        publication.latest(store, "2019-q2"), publication.revisions(store, Pilihan(("2019-q2",), pengumpul="kota"))
    )[1]
    assert late.startswith(
        "Angka di laporan ini belum ada saat hasil ditetapkan. Yang ditetapkan waktu itu data yang dikumpulkan "
        "kelurahan: 75,00 dari 12 kuesioner. Alasan: "
    )


def test_dates_outside_the_periode_are_named_as_lacking(store: Store) -> None:
    days = ["2019-05-03"] * 20 + ["2019-03-31", "2019-07-01"] + [None] * 3
    ingest(store, [form([3] * 9, tanggal=day) for day in days])
    c = rendered(store)
    (said,) = (gap for gap in gaps(c) if "di luar periode" in gap.teks)
    assert said.teks.startswith("2 kuesioner bertanggal di luar periode (1 April – 30 Juni 2019);")
    assert said.halaman == "kualitas" and c.n_kuesioner == 25
    ingest(store, [form([3] * 9, tanggal=day, layanan="pkk") for day in ("2019-04-01", "2019-06-30")], name="lain.csv")
    assert not any("di luar periode" in gap.teks for gap in gaps(rendered(store, Scope("layanan", "pkk", "2019-q2"))))


def test_working_days_are_monday_to_friday() -> None:
    assert working_days(date(2019, 4, 1), date(2019, 4, 7)) == 5
    assert working_days(date(2019, 4, 6), date(2019, 4, 7)) == 0
    assert working_days(date(2019, 4, 5), date(2019, 4, 8)) == 2


def test_rows_and_selection_agree(demo: Store, kota: Content) -> None:
    assert kota.pilihan == Pilihan(("2020-q4",), (), None, "kota")
    assert [one.nomor for one in kota.unsur] == list(range(1, 10))
    assert kota.n_saran >= len(kota.saran) > 0


def on_screen(html: str) -> str:
    """What the component of the screens shows, joined as a sentence joins it."""
    shown = unescape(re.sub(r"<[^>]+>", "", html)).replace("\N{NO-BREAK SPACE}", " ")
    return (
        shown.replace(" · mungkin", ", mungkin").replace(" · mutu belum", ", mutu belum").replace(" tanpa", " · tanpa")
    )


def test_a_figure_is_written_as_on_the_screens(demo: Store) -> None:
    scores = measure(demo, Pilihan(("2020-q4",)), ["kelurahan", "layanan"])
    scores += measure(demo, Pilihan(("2019-maret",)), ["layanan"]) + measure(demo, Pilihan(("2020-q4",)), ["layanan"])
    kinds = Counter()
    for score in scores:
        said = figure.ikm(score).replace("\N{NO-BREAK SPACE}", " ")
        assert said == on_screen(screen.ikm_html(score, size="s"))
        kinds[said.split(" · ")[0] == showing.TERSEMBUNYI, score.panel] += 1
        for part in score.unsur:
            spoken = showing.nrr_text(part).replace("\N{NO-BREAK SPACE}", " ")
            assert spoken == on_screen(screen.nrr_html(part)).removesuffix(f" · {showing.SEDIKIT}").removeprefix("– · ")
    assert len(kinds) == 3, "hidden ones, panels and surveys were all seen"
