"""Demo data (DATA CONTOH): nine survey rounds of made-up questionnaires, the same for the same seed.

Nothing in it comes from a real respondent. It lives in its own database file and never beside real data.
"""

from __future__ import annotations

from skm_core.demo.generation import generate

__all__ = ["generate"]
