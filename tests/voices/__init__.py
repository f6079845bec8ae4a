"""Comments, themes, search and quotes."""
