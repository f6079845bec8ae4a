"""The pieces of the page Unggah, in the order a person meets them: file, what was understood, preview, saving."""
