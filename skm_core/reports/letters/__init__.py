"""Surat umpan balik: what the survey says of one kelurahan, to its lurah, on one page."""
