"""Timings and full dates in running text: only what is certainly one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from send_extract.patterns import compile_later
from send_extract.values.timing.context import TimingContext
from send_extract.values.timing.expression import spell_expression
from send_extract.values.timing.grammar import PERIODS
from send_extract.values.timing.items import spell
from send_extract.values.timing.kinds import KINDS
from send_extract.values.timing.period import Period
from send_extract.values.timing.reading import TimingReading, near_year, parse_timing
from send_extract.values.timing.rules import Grammar, GrammarTable
from send_extract.values.timing.tokens import tokenise
from send_extract.values.timing.words import FREQUENCY_STARTS, MONTHS, TIME_WORDS

if TYPE_CHECKING:
    from send_extract.values.timing.dates import Dates
    from send_extract.values.timing.items import Spelling
    from send_extract.values.timing.lexicon import SpeltItem
    from send_extract.values.timing.tokens import Token

# A text without a figure and without a word that begins like these has no timing: the cheap test that most fail.
_BEGINNINGS: Final = sorted({name[:3].capitalize() for name in MONTHS} | {word[:5] for word in TIME_WORDS})
_FIGURE: Final = compile_later(r"\d")
_HINT: Final = compile_later(
    # By their first letters, so that the search skips from one of these to the next.
    "|".join(
        f"{letter}(?:{'|'.join(word[1:] for word in words)})"
        for letter, words in groupby(_BEGINNINGS, key=itemgetter(0))
    )
)
_PLAIN_BOUNDS: Final = frozenset(["by", "from", "until", "after", "before", "in"])
_LONGEST: Final = 40

Found = tuple[int, int, TimingReading]


@lru_cache(maxsize=16384)
def find_timings(text: str, context: TimingContext) -> tuple[Found, ...]:
    """Where in running text a timing stands: its first character, the one behind its last, and its reading.

    Kept for texts that come again, as most do from one draft to the next.
    """
    if not (_FIGURE.search(text) or _HINT.search(text)):
        return ()
    spelling = spell_expression(tokenise(text), near_year(context))
    found: list[Found] = []
    at = 0
    while at < len(spelling.items):
        end = _find_end(spelling, at)
        reading = _read(spelling, at, end, text, context) if end else None
        if reading:
            found.append(reading)
        # What is longer than any timing is tried no second time from its next word.
        at = end if reading or end - at > _LONGEST else at + 1
    return tuple(found)


def _read(spelling: Spelling, at: int, end: int, text: str, context: TimingContext) -> Found | None:
    tokens, item = spelling.tokens, spelling.items[at]
    first = item.start + ("recurrence" in item.senses and _is_article(tokens, item))
    start, stop = tokens[first].begin, tokens[spelling.items[end - 1].end - 1].stop
    reading = parse_timing(text[start:stop], context)
    return (start, stop, reading) if reading.value and reading.complete else None


def _find_end(spelling: Spelling, at: int) -> int:
    """The index behind the timing that certainly begins at item `at`, 0 where none does."""
    end = _read_frequency(spelling, at) or _read_certain_dates(spelling, at)
    while end and end < min(len(spelling.items), at + _LONGEST):
        following = _read_certain_dates(spelling, end) or _read_frequency(spelling, end)
        if not following:
            break
        end = following
    return end


def _read_frequency(spelling: Spelling, at: int) -> int:
    if "recurrence" not in spelling.senses(at):
        return 0
    item = spelling.items[at]
    tokens = spelling.tokens[item.start + _is_article(spelling.tokens, item) : item.end]
    is_counted = tokens[0].kind == "number" and len(tokens) > 1 and tokens[1].value == "times"
    return at + 1 if str(tokens[0].value) in FREQUENCY_STARTS or is_counted else 0


def _is_article(tokens: Sequence[Token], item: SpeltItem) -> bool:
    """Whether a recurrence begins with an article, which is the sentence's (`a termly bulletin`)."""
    return tokens[item.start].value in {"a", "an", "the"} and item.end - item.start > 1


def _read_certain_dates(spelling: Spelling, at: int) -> int:
    senses = spelling.senses(at)
    dates: Dates | None = senses.get("dates")
    if not dates or not _is_named(spelling, at):
        return 0
    if "bounded" in senses:
        # Before a number or a name a word that bounds dates may be the sentence's.
        is_certain = dates.periods[0].kind != "year" or senses["bounded"] in _PLAIN_BOUNDS
    else:
        is_certain = all(map(_is_certain, dates.periods))
    return at + 1 if is_certain else 0


def _is_named(spelling: Spelling, at: int) -> bool:
    """Whether the months of an item are written as names: with a capital, and not as a sentence's first word."""
    item = spelling.items[at]
    is_first = (item.start, item.end) == (0, 1) and len(spelling.tokens) > 1
    is_dated = not {"dash", "slash"}.isdisjoint(spelling.senses(at + 1))
    is_lone = is_first and spelling.tokens[0].kind == "month" and not is_dated
    return not is_lone and all(map(_is_name, spelling.tokens[item.start : item.end]))


def _is_name(token: Token) -> bool:
    return token.kind != "month" or (token.text[:1].isupper() and not token.misspelt)


def _is_certain(period: Period) -> bool:
    """Whether a period without a bound is a timing for certain."""
    if period.kind in {"term", "holiday"} and period.other is None and period.year is not None:
        return True
    is_sure = bool(period.part) or not KINDS[period.kind].loose
    return is_sure and period.kind not in {"new_year", "half_year"}


# A date has at least a year of two figures.
_TWO_FIGURES: Final = compile_later(r"\d.*\d", re.DOTALL)
_FULL: Final = frozenset([
    "date in figures", "day, month and year", "month, day and year", "month and year",
    "month and two figures", "month and year in figures",
])  # fmt: skip
_FULL_DATES: Final = Grammar(GrammarTable(*[rule for rule in PERIODS.rules if rule.name in _FULL]))


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
    if not _TWO_FIGURES.search(text):
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
