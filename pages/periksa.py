"""Benarkah angka di lembar pengolahan ini, dan bila tidak, di langkah mana ia menyimpang?"""

from skm_ui import stores
from skm_ui.guard import guard
from skm_ui.head import page_head, section
from skm_ui.recount import checked, outcome
from skm_ui.upload.held import MAX_MEGABYTES

guard()
page_head("Periksa hitungan lembar pengolahan", names=())
section(
    "Pilih berkas",
    "Jumlah, NRR, IKM, dan mutu dihitung ulang dari jawaban di dalamnya. Tidak ada yang disimpan. "
    f"CSV, Excel, atau ODS; paling besar {MAX_MEGABYTES} MB",
)
found = checked.choose(stores.real())
if found:
    outcome.show(found)
else:
    outcome.explain()
