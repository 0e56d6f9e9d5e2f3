"""Full dates in running words, such as a draft's label: the one grammar of written dates, for whoever needs a day."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from send_extract.patterns import compile_later
from send_extract.values.timing.periods import Scan, read_period
from send_extract.values.timing.tokens import tokenise

if TYPE_CHECKING:
    from collections.abc import Iterator

_BEGINNINGS: Final = frozenset(["date", "number", "ordinal", "month", "month_year", "weekday"])
# A date has at least a year of two figures.
_FIGURES: Final = compile_later(r"\d.*\d", re.DOTALL)


class FoundDate(NamedTuple):
    """A day, and the characters from `start` up to `end` that say it."""

    day: date
    start: int
    end: int


class FoundMonth(NamedTuple):
    """The characters from `start` up to `end` that say a month of a year (`May 2023`)."""

    start: int
    end: int


def find_full_dates(text: str) -> tuple[FoundDate, ...]:
    """Every date in `text` that has its day, month and year, in order: `14-03-2022`, `Monday 14 March 2022`.

    Also `March 14, 2022`, `3rd of May 2023`, `14.3.22`, `2022-03-14`: the day stands before the month in figures. A
    weekday belongs to its date, right or wrong. A day that the calendar lacks is not found, nor is a month alone.
    """
    return tuple(found for found in find_dates(text) if isinstance(found, FoundDate))


def find_dates(text: str) -> Iterator[FoundDate | FoundMonth]:
    """Every date in `text` that has its year, in order: days, and months whose day is not said."""
    if not _FIGURES.search(text):
        return
    scan = Scan(tokenise(text))
    at = 0
    while at < len(scan.tokens):
        begun, (at, found) = at, _read_date(scan, at)
        start, end = scan.tokens[begun].start, scan.tokens[at - 1].end
        if isinstance(found, date):
            yield FoundDate(found, start, end)
        elif found:
            yield FoundMonth(start, end)


def _read_date(scan: Scan, at: int) -> tuple[int, date | bool]:
    """The index behind the date at `at`, and its day (True for a month); the next index and False for none."""
    read = read_period(scan, at) if scan.kind(at) in _BEGINNINGS else None
    if not read or read[0].year is None:
        return at + 1, False
    period, end = read
    if period.kind == "month":
        return end, True
    if period.kind != "day":
        return at + 1, False
    try:
        return end, date(period.year or 0, period.month, period.day)
    except ValueError:
        return end, False
