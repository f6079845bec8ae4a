"""Everything the pages share and that imports Streamlit: frame, filters, cache, figures, charts, Indonesian formats."""
