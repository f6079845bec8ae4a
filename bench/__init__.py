"""Benchmarks: `make bench`. Ratios within one run where something is compared; absolute times are of this machine."""
