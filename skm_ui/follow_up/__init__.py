"""The parts of the page Tindak lanjut: counts, board and table, one item, effects, proposals, official table."""
