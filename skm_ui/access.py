"""Who may see anything at all. Until accounts exist there is one switch: the environment variable SKM_AKSES."""

from __future__ import annotations

import os

REFUSAL = "Dasbor ini sedang ditutup. Hubungi Bagian Kepegawaian, Tatalaksana dan Pelayanan Publik untuk membukanya."


def allowed() -> bool:
    """False when SKM_AKSES=tolak: then no page shows anything but one sentence."""
    return os.environ.get("SKM_AKSES", "").strip().lower() != "tolak"


def may_write() -> bool:
    """True if what the visitor does may be stored; whoever may see may also write, until accounts exist."""
    return allowed()
