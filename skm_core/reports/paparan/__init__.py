"""A story as one self-contained HTML file: opens by double click, without program or network, and on the page Paparan."""
