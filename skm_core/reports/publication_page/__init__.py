"""Publikasi: the results as one HTML file for the agency's website, without network, scripts or fonts from elsewhere."""
