"""Diagnostics: odd, but the result is honest. Values from a closed table; the library never prints."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from send_extract.diagnostics.codes import CODES, Code
from send_extract.source import NOWHERE, Location

Severity = Literal["error", "warning", "info"]

__all__ = ["CODES", "Code", "Diagnostic", "Finding", "Severity", "diagnose"]


class Diagnostic(Struct, frozen=True, gc=False):
    """One thing that the author or the reader of a plan should know: what it is, and what to do.

    `locations` are all its places, where it has several; `location` is the first.
    """

    code: str
    severity: Severity
    message: str
    location: Location = NOWHERE
    locations: tuple[Location, ...] = ()


class Finding(Struct, frozen=True):
    """A diagnostic that does not know its place yet: a code of the table and the words of its message."""

    code: str
    words: tuple[tuple[str, object], ...] = ()

    def at(self, location: Location) -> Diagnostic:
        """The diagnostic of this finding at `location`."""
        return diagnose(self.code, location, **dict(self.words))


def diagnose(code: str, location: Location = NOWHERE, /, **words: object) -> Diagnostic:
    """The diagnostic of `code` at `location`, its message filled with `words`.

    Raises:
        KeyError: the code is not in the table, or its message needs a word that was not given.
    """
    entry = CODES[code]
    counted = {name: _Counted(word) if type(word) is int else word for name, word in words.items()}
    return Diagnostic(
        code=code, severity=entry.severity, message=entry.message.format_map(counted), location=location
    )


class _Counted(int):
    """A number that prints as its noun needs it: `{count:cell|cells}` is `1 cell` or `2 cells`."""

    def __format__(self, spec: str) -> str:
        one, parted, many = spec.partition("|")
        return f"{int(self)} {one if self == 1 else many}" if parted else format(int(self), spec)
