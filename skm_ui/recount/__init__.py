"""The pieces of the page Periksa hitungan: the file, which is read and never stored, and what was found in it."""
