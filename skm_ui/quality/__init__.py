"""The parts of the page Kualitas data, and the line that other pages show of it."""
