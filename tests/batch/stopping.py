"""A process that is killed over a set of files: `python -m tests.batch.stopping ROOT PLACE`."""

import sys
from pathlib import Path

from tests.batch.faults import Faults, die, inject
from tests.batch.sets import write_new

if __name__ == "__main__":
    place = int(sys.argv[2])
    with inject(Faults(place, place, die)):
        write_new(Path(sys.argv[1]))
