"""The mapping of an unknown file: what each column means and what each answer is worth, as a value that is kept.

raw.lembar[0] --propose--> Usul (what recognition and fuzzy matching think) --person--> Pemetaan --check--> Masalah
Options(pemetaan=…) reads the file by it; `saved` keeps it under a name and finds it again by the header set.
"""
