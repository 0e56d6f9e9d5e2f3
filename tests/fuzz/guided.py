"""`python -m tests.fuzz.guided SECONDS [MOST [FOLDER]]`: every reader for so many seconds, by what reaches new code.

`MOST` files a reader at most, the same ones in each run; what is at fault is kept in `FOLDER`. Where atheris is not
installed this says so, and nothing is done.
"""

import sys
from importlib.util import find_spec
from pathlib import Path

KEPT = Path(__file__).parents[2] / "build" / "fuzz"
MISSING = (
    "atheris is not installed (it is to be had for Linux on x86-64, Python 3.11 to 3.13): "
    "no reader is fed by what reaches new code."
)
_UNBOUND = 10**9


def main(seconds: str, most: str = str(_UNBOUND), folder: str = str(KEPT)) -> int:
    """Feeds every reader, and prints what became of the files; gives how many of them are faults."""
    if find_spec("atheris") is None:
        print(MISSING)
        return 0
    # It has the program instrumented as it is imported, so nothing of that may be here before.
    from tests.fuzz.target import feed_readers

    faults = 0
    for fed in feed_readers(float(seconds), int(most), Path(folder)):
        print(*fed.told, fed, sep="\n", flush=True)
        faults += fed.faults
    return faults


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) > 0)
