"""The text that goes with the square picture into a chat."""

from __future__ import annotations

from skm_core.reports.content import Content
from skm_core.reports.poster.sheet import poster
from skm_core.reports.printing import PITA_CONTOH
from skm_core.results import showing


def message(c: Content) -> str:
    """The text, ready to send: *bold* as chats write it, one thought a line, the link last."""
    sheet = poster(c)
    main = sheet.utama
    figure = f"{main.label.removeprefix('Nilai ')} {main.nilai} {main.margin}" if main.nilai else main.keterangan
    first = f"{'Penilaian panel undangan' if c.score.panel else 'Survei Kepuasan Masyarakat'}: {c.nama}"
    parts = (
        (f"_{PITA_CONTOH}_" if c.contoh else "", f"*{first}*", f"{sheet.cakupan}, {c.periode.nama}"),
        (
            f"*{figure}*",
            main.mutu,
            f"n {main.n}" if main.nilai else "",
            main.keterangan if main.nilai and c.score.rentang is None else "",
            _lowest(c),
        ),
        (
            "Terima kasih kepada semua warga yang menjawab.",
            f"Hasil lengkap: {sheet.tautan}" if sheet.tautan else "",
            c.instansi.nama,
        ),
    )
    return "\n\n".join("\n".join(line for line in part if line) for part in parts) + "\n"


def _lowest(c: Content) -> str:
    """The lowest unsur of a figure that may be shown, with its NRR; nothing where several share the place."""
    tied = [one for one in c.unsur if one.setara_terendah]
    if (
        len(tied) != 1
        or c.score.panel
        or showing.visible(c.score) is None
        or showing.visible_nrr(tied[0].score) is None
    ):
        return ""
    return f"Unsur terendah: {tied[0].nama}, NRR {showing.nrr_text(tied[0].score)}"
