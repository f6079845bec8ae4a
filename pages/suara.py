"""Halaman?"""

from skm_ui.guard import guard

guard()
