"""Full dates in running words, such as a draft's label: the one grammar of written dates, for whoever needs a day."""

from __future__ import annotations

import re
from datetime import date
from typing import Final, NamedTuple

from send_extract.patterns import compile_later
from send_extract.values.timing.periods import Scan, read_period
from send_extract.values.timing.tokens import tokenise

_BEGINNINGS: Final = frozenset(["date", "number", "ordinal", "month", "weekday"])
# A date has at least a day of one figure and a year of two.
_FIGURES: Final = compile_later(r"\d.*\d", re.DOTALL)


class FoundDate(NamedTuple):
    """A day, and the characters from `start` up to `end` that say it."""

    day: date
    start: int
    end: int


def find_full_dates(text: str) -> tuple[FoundDate, ...]:
    """Every date in `text` that has its day, month and year, in order: `14-03-2022`, `Monday 14 March 2022`.

    Also `March 14, 2022`, `3rd of May 2023`, `14.3.22`, `2022-03-14`: the day stands before the month in figures. A
    weekday belongs to its date, right or wrong. A day that the calendar lacks is not found, nor is a month alone.
    """
    if not _FIGURES.search(text):
        return ()
    scan = Scan(tokenise(text))
    found: list[FoundDate] = []
    at = 0
    while at < len(scan.tokens):
        end, day = _read_full_date(scan, at)
        if day:
            found.append(FoundDate(day, scan.tokens[at].start, scan.tokens[end - 1].end))
        at = end
    return tuple(found)


def _read_full_date(scan: Scan, at: int) -> tuple[int, date | None]:
    """The index behind the date at `at`, and its day; the next index and None where there is none."""
    period = read_period(scan, at) if scan.kind(at) in _BEGINNINGS else None
    if not period or period[0].kind != "day" or period[0].year is None:
        return at + 1, None
    try:
        return period[1], date(period[0].year, period[0].month, period[0].day)
    except ValueError:
        return period[1], None
