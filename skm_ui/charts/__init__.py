"""Results as plotly figures, one kind of picture per module; `canvas` is what they share."""
