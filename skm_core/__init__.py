"""SKM core."""
