"""The results on one sheet for the wall, and as a square picture with its text for a chat."""
