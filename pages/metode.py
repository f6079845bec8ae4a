"""Bagaimana angka-angka ini dihitung, dan apa dasarnya?"""

from skm_ui.guard import guard
from skm_ui.head import page_head, section
from skm_ui.method import example, grades, order, provenance, signs, sureness, verdicts, words
from skm_ui.method.prose import bullets, terms, text

guard()
shown = page_head("Metode", names=())

section("Dari jawaban menjadi indeks", "Permenpan RB 14/2017, Lampiran, pengolahan data")
bullets(words.STEPS, ordered=True)
text(words.ROUNDING)

section("Contoh hitungan", "Dua belas kuesioner buatan, tiga jawaban kosong; dihitung oleh program yang sama")
example.show()

section("Mutu", "Batas menurut kedua aturan")
grades.show_grades()

section("Bobot yang dibulatkan", "Mengapa angka instansi lain dapat berbeda")
text(words.WEIGHTS)
grades.show_weights()

section("Keadaan khusus")
terms(words.CASES)

section("Nomor 8 dan 9", "Pengaduan atau sarana?")
text(words.NUMBERS)
order.show()

section("Sampel kota, kumpulan kelurahan, dan panel")
bullets(words.COLLECTORS)

section("Rentang: seberapa pasti sebuah angka", "Apa arti ±, dan dari mana asalnya")
sureness.show(shown)

section("Membandingkan periode")
bullets(words.COMPARING)

section("Naik, turun, atau belum dapat dipastikan", "Hanya ada empat putusan")
verdicts.show()
bullets(verdicts.RULES)

section("Sedikit jawaban")
bullets(words.FEW)

section("Tanda mutu data", "Bagaimana kuesioner yang diisi asal-asalan dicari")
terms(signs.SIGNS)
bullets(signs.JUDGED)

section("Data pribadi")
bullets(words.PRIVACY)

section("Dasar dan sumber")
bullets(words.SOURCES)

section("Data dan program yang sedang ditampilkan")
bullets(provenance.sentences(shown))
