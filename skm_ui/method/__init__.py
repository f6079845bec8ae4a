"""The parts of the page Metode: what is decided in code is shown from code, and the example is computed live."""
