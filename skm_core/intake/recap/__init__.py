"""Recaps per unit: averages that somebody else worked out. Kept as they were stated, never counted as answers."""
