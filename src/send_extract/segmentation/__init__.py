"""One When (or Who) cell to one mention an action."""

from __future__ import annotations

from msgspec import Struct

from send_extract.diagnostics import Finding
from send_extract.source import Location


class Segments(Struct, frozen=True):
    """A cell divided among its actions: one part an action, "" where which one is not certain."""

    parts: tuple[str, ...]
    findings: tuple[Finding, ...] = ()


class Cells(Struct, frozen=True):
    """What a row says of when and by whom, as printed, and which actions of its recommendation it says it of.

    `first` is the first of the `actions`, from 0; `timings` are the words of the columns of `when`, `start`, `end` and
    `revised`, `owners` those of the row, or of the row above that it continues.
    """

    first: int
    actions: int
    timings: tuple[str, str, str, str]
    timed_at: Location
    owners: str
    owned_at: Location
