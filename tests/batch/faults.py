"""A disk that fails: every operation by which a set of files is written, counted, and some of them refused."""

import errno
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
    """Counts operations; from the `first` to the `last` (from 0) each meets `fault` in place of being done."""

    def __init__(self, first: int, last: int, fault: Callable[[], None] = refuse) -> None:
        self.first, self.last, self.fault, self.count = first, last, fault, 0

    def wrap(self, operation: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*arguments: Any) -> Any:
            place = self.count
            self.count += 1
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
