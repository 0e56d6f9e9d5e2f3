"""The exceptions: this source (or this request) cannot go on.

    SendExtractError
    ├── UsageError            2   the request itself is wrong
    ├── UnreadableSource     66   no such file, no permission, empty (EX_NOINPUT)
    ├── UnknownFormat        65   the bytes are of no format that is read (EX_DATAERR)
    ├── DefectiveSource      65   the format is known, the file is broken or hostile (EX_DATAERR)
    ├── NoPlanFound          65   read well, but no table in it is a plan (EX_DATAERR)
    ├── MissingExtra         69   the format needs an optional part that is not installed (EX_UNAVAILABLE)
    ├── UnwritableOutput     73   the result cannot be written (EX_CANTCREAT)
    └── InvalidSettings      78   send-extract.toml is wrong (EX_CONFIG)

Each knows its exit code, from BSD's sysexits(3). A message is one line that says what is wrong, where, and
what to do.
"""

from __future__ import annotations

from typing import ClassVar


class SendExtractError(Exception):
    """Anything that this program refuses, in one clear line."""

    exit_code: ClassVar[int] = 1


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


class NoPlanFound(SendExtractError):
    """The source was read, but no table in it is an action plan."""

    exit_code = 65


class MissingExtra(SendExtractError):
    """The format needs an optional part that is not installed."""

    exit_code = 69


class UnwritableOutput(SendExtractError):
    """The result cannot be written where it was asked for."""

    exit_code = 73


class InvalidSettings(SendExtractError):
    """The settings file cannot be used."""

    exit_code = 78


def spell_fault(error: OSError) -> str:
    """What the system says of a fault, in small letters."""
    return (error.strerror or str(error)).lower()
