"""Benchmarks: the program beside its floors, in one run on one machine; `make bench` prints the ratios."""
