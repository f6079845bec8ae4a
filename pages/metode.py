"""Bagaimana angka-angka ini dihitung, dan apa dasarnya?"""

from skm_ui.guard import guard
from skm_ui.head import page_head
from skm_ui.method import example, grades, order, provenance, signs, sureness, verdicts, words
from skm_ui.method.contents import contents, part
from skm_ui.method.prose import bullets, terms, text

guard()
shown = page_head("Bagaimana angka di sini dihitung", names=())
contents()

part("indeks")
bullets(words.STEPS, ordered=True)
text(words.ROUNDING)

part("contoh")
example.show()

part("mutu")
grades.show_grades()

part("bobot")
text(words.WEIGHTS)
grades.show_weights()

part("khusus")
terms(words.CASES)

part("nomor")
text(words.NUMBERS)
order.show()

part("pengumpul")
bullets(words.COLLECTORS)

part("rentang")
sureness.show(shown)

part("periode")
bullets(words.COMPARING)

part("putusan")
verdicts.show()
bullets(verdicts.RULES)

part("sedikit")
bullets(words.FEW)

part("tanda")
terms(signs.SIGNS)
bullets(signs.JUDGED)

part("pribadi")
bullets(words.PRIVACY)

part("sumber")
bullets(words.SOURCES)

part("program")
bullets(provenance.sentences(shown))
