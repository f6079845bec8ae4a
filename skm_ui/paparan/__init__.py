"""The page Paparan: which story of what, its steps, the stage it is shown on, and its files."""
