"""Laporan SKM: BAB I to V with annexes, as PDF ready to sign and as Word to edit."""
