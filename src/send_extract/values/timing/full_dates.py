"""Full dates in running words, such as a draft's label: the one grammar of written dates, for whoever needs a day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from msgspec import Struct

from send_extract.patterns import compile_later
from send_extract.values.timing.grammar import PERIODS
from send_extract.values.timing.items import spell
from send_extract.values.timing.period import Period
from send_extract.values.timing.rules import Grammar, GrammarTable
from send_extract.values.timing.tokens import tokenise

# A date has at least a year of two figures.
_FIGURES: Final = compile_later(r"\d.*\d", re.DOTALL)
_NAMES: Final = frozenset([
    "date in figures", "day, month and year", "month, day and year", "month and year",
    "month and two figures", "month and year in figures",
])  # fmt: skip
_FULL_DATES: Final = Grammar(GrammarTable(*[rule for rule in PERIODS.rules if rule.name in _NAMES]))


class FoundDate(Struct, frozen=True, gc=False):
    """A day, and the characters from `start` up to `end` that say it."""

    day: date
    start: int
    end: int


class FoundMonth(Struct, frozen=True, gc=False):
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
    spelling = _FULL_DATES.rewrite(spell(tokenise(text)), None)
    for item in spelling.items:
        period = item.senses.get("period")
        if not period or period.year is None:
            continue
        start, end = spelling.tokens[item.start].begin, spelling.tokens[item.end - 1].stop
        day = _read_day(period)
        if day:
            yield FoundDate(day, start, end)
        elif period.kind == "month":
            yield FoundMonth(start, end)


def _read_day(period: Period) -> date | None:
    """The day of a period that is one, where the calendar has it."""
    if period.kind != "day" or period.year is None or period.style:
        return None
    try:
        return date(period.year, period.month, period.day)
    except ValueError:
        return None
