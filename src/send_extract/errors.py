"""The exceptions: this source (or this request) cannot go on.

    SendExtractError
    ├── UsageError            2   the request itself is wrong
    ├── UnreadableSource     66   no such file, no permission, empty (EX_NOINPUT)
    ├── UnknownFormat        65   the bytes are of no format that is read (EX_DATAERR)
    ├── DefectiveSource      65   the format is known, the file is broken or hostile (EX_DATAERR)
    │   ├── TimeExceeded     65   it takes longer than its limit
    │   └── MemoryExceeded   65   it takes more memory than its limit
    ├── NoPlanFound          65   read well, but no table in it is a plan (EX_DATAERR)
    ├── Crash                70   this program itself broke down over the draft (EX_SOFTWARE)
    ├── MissingExtra         69   the format needs an optional part that is not installed (EX_UNAVAILABLE)
    ├── UnwritableOutput     73   the result cannot be written (EX_CANTCREAT)
    ├── EngineLost           75   the cluster that a run is on does not answer, or is gone (EX_TEMPFAIL)
    └── InvalidSettings      78   send-extract.toml is wrong (EX_CONFIG)

Each knows its exit code, from BSD's sysexits(3), and what becomes of a draft that it stops. A message is one line
that says what is wrong, where, and what to do.
"""

from __future__ import annotations

import errno
from typing import ClassVar, Literal

Fate = Literal["extracted", "rejected", "timeout", "memory", "crash"]
"""What became of a draft: these words, and no others, wherever a run tells of it."""


class SendExtractError(Exception):
    """Anything that this program refuses, in one clear line."""

    exit_code: ClassVar[int] = 1
    fate: ClassVar[Fate] = "rejected"


class UsageError(SendExtractError):
    """The request itself is wrong."""

    exit_code = 2


class UnreadableSource(SendExtractError):
    """The source cannot be opened, or has nothing in it."""

    exit_code = 66


class UnknownFormat(SendExtractError):
    """The bytes are of no format that is read."""

    exit_code = 65


class DefectiveSource(SendExtractError):
    """The format is known, but the file is broken, protected or hostile."""

    exit_code = 65


class TimeExceeded(DefectiveSource):
    """The source takes longer than a plan of its size does."""

    fate = "timeout"


class MemoryExceeded(DefectiveSource):
    """The source takes more memory than a plan of its size does."""

    fate = "memory"


class NoPlanFound(SendExtractError):
    """The source was read, but no table in it is an action plan."""

    exit_code = 65


class Crash(SendExtractError):
    """This program broke down over the source, which is a fault of its own.

    `traceback` is where, for whoever mends it.
    """

    exit_code = 70
    fate = "crash"

    def __init__(self, message: str, traceback: str = "") -> None:
        super().__init__(message)
        self.traceback = traceback


class MissingExtra(SendExtractError):
    """The format needs an optional part that is not installed."""

    exit_code = 69


class UnwritableOutput(SendExtractError):
    """The result cannot be written where it was asked for."""

    exit_code = 73


class EngineLost(SendExtractError):
    """The cluster that a run is on does not answer, or is gone."""

    exit_code = 75


class InvalidSettings(SendExtractError):
    """The settings file cannot be used."""

    exit_code = 78


def spell_fault(error: OSError) -> str:
    """What the system says of a fault, in small letters."""
    return (error.strerror or str(error)).lower()


_REMEDIES = {
    **dict.fromkeys((errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.EINVAL), "Check its name."),
    **dict.fromkeys((errno.EACCES, errno.EPERM), "Check its permissions."),
    errno.EISDIR: "Name a file.",
    errno.ELOOP: "It is a link that leads back to itself.",
}


def word_unread(error: OSError) -> str:
    """Why the system would not let something be read, and what to do."""
    return f"cannot be read: {spell_fault(error)}. {_REMEDIES.get(error.errno or 0, 'Check the disk, and try again.')}"


def revive_error(kind: str, message: str) -> SendExtractError:
    """The error of a name and a message, as another process told it."""
    error: type[SendExtractError] = globals().get(kind, DefectiveSource)
    return error(message)
