"""The page Laporan: what a document is about, what it still lacks, its sentences, and the downloads."""
