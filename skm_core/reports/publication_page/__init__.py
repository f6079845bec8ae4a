"""Publikasi: the results as one HTML file for the agency's website; nothing in it is fetched from elsewhere."""
