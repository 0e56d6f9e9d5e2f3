"""A disk that fails: every operation by which a set of files is written, counted, and some of them refused."""

import errno
import mmap
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from send_extract.batch import disk

OPERATIONS = (
    "make_folder", "create_file", "write_part", "sync_path", "rename", "keep_copy", "remove",
)  # fmt: skip


def refuse() -> None:
    raise OSError(errno.EIO, os.strerror(errno.EIO))


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


class Faults:
    """Counts operations; from the `first` to the `last` (from 0) each meets `fault` in place of being done.

    A process that is forked counts with its parent, the disk being one.
    """

    def __init__(self, first: int, last: int, fault: Callable[[], None] = refuse) -> None:
        self.first, self.last, self.fault = first, last, fault
        self._count = mmap.mmap(-1, 8)

    @property
    def count(self) -> int:
        """How many operations there were."""
        return int.from_bytes(self._count[:8], "big")

    def add(self) -> int:
        """The number of the next operation."""
        place = self.count
        self._count[:8] = (place + 1).to_bytes(8, "big")
        return place

    def wrap(self, operation: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*arguments: Any) -> Any:
            place = self.add()
            if self.first <= place <= self.last:
                self.fault()
            return operation(*arguments)

        return wrapped


@contextmanager
def inject(faults: Faults, operations: tuple[str, ...] = OPERATIONS) -> Iterator[Faults]:
    """Lets the operations of the disk fail for a while."""
    kept = {name: getattr(disk, name) for name in operations}
    try:
        for name, operation in kept.items():
            setattr(disk, name, faults.wrap(operation))
        yield faults
    finally:
        for name, operation in kept.items():
            setattr(disk, name, operation)
