"""Parts of the page Formulir: what the form is for, its preview, and the downloads with their steps."""
