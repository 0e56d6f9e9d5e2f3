"""Every benchmark in turn; names after the command (`python -m bench start throughput`) choose some.

`spark` is run only by its name: it needs Java and pyspark, and a quarter of an hour; `kills` is a part of `make fuzz`.
"""

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
