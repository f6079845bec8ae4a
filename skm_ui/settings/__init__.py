"""The sections of the page Pengaturan; each takes the store of real data, shows what is set and saves changes."""

from __future__ import annotations

from skm_ui.settings import agency, questionnaires, rounds, services

__all__ = ["agency", "questionnaires", "rounds", "services"]
