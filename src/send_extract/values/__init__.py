"""The values that words can have: timings, owners, acronyms."""
