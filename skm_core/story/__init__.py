"""The two stories a presenter tells: steps as values, one message each, with figures and speaker notes; no layout."""
