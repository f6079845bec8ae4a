"""A story as one self-contained HTML file, which opens by double click without a network; the page Paparan shows it."""
