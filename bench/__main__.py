"""Every benchmark in turn; names after the command (`python -m bench start throughput`) choose some."""

import sys
from importlib import import_module

BENCHES = (
    "start",
    "throughput",
    "reading",
    "timings",
    "diff",
    "histories",
    "formats",
    "rivals",
    "outputs",
    "folders",
    "corpus",
)

for name in sys.argv[1:] or BENCHES:
    import_module(f"bench.{name}").main()
