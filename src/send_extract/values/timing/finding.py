"""Timings in running text: only what is certainly one."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from send_extract.patterns import compile_later
from send_extract.values.timing.dates import Dates, read_dates
from send_extract.values.timing.periods import Period, Scan, read_period
from send_extract.values.timing.reading import TimingReading, near_year, parse_timing
from send_extract.values.timing.recurrence import read_recurrence
from send_extract.values.timing.tokens import tokenise
from send_extract.values.timing.words import MONTHS

if TYPE_CHECKING:
    from send_extract.values.timing.context import TimingContext

# The kinds of token, and the words, that every timing in running text has one of.
_TIME_KINDS: Final = frozenset([
    "month", "date", "year", "years", "short_year", "month_year", "quarter", "half_term", "week",
])  # fmt: skip
_TIME_WORDS: Final = frozenset([
    "weekly", "fortnightly", "monthly", "quarterly", "termly", "annually", "yearly", "week", "weeks", "month", "months",
    "quarter", "quarters", "term", "terms", "year", "years", "easter", "christmas", "autumn", "spring", "summer",
    "winter",
    "monday", "tuesday", "wednesday", "thursday", "friday", "mondays", "tuesdays", "wednesdays", "thursdays", "fridays",
    "fortnight", "qtr",
])  # fmt: skip
# A text without a figure and without a word that begins like these has no timing: the cheap test that most fail.
_HINT: Final = compile_later(
    r"\d|" + "|".join(sorted({name[:3].capitalize() for name in MONTHS} | {word[:5] for word in _TIME_WORDS}))
)
# How many words can stand before the one that says the time (`by the end of the summer term`).
_REACH: Final = 6
# Periods that are parts of names as often as they are timings (`Strategy 2022-25`), unless a bound introduces
# them.
_LOOSE: Final = frozenset(["year", "years", "financial", "academic", "term", "season", "holiday", "relative"])
_FREQUENCY_STARTS: Final = frozenset([
    "weekly", "fortnightly", "monthly", "quarterly", "termly", "annually", "yearly", "half", "bi", "every", "each",
    "once", "twice", "month", "week", "on",
])  # fmt: skip

Found = tuple[int, int, TimingReading]


@lru_cache(maxsize=16384)
def find_timings(text: str, context: TimingContext) -> tuple[Found, ...]:
    """Where in running text a timing stands: its first character, the one behind its last, and its reading.

    Kept for texts that come again, as most do from one draft to the next.
    """
    if not _HINT.search(text):
        return ()
    scan = Scan(tokenise(text), near_year(context))
    times = [
        at for at in range(len(scan.tokens)) if scan.kind(at) in _TIME_KINDS or scan.word(at) in _TIME_WORDS
    ]
    found: list[Found] = []
    at = 0
    for time in times:
        at = max(at, time - _REACH)
        while at <= time:
            end = _find_end(scan, at)
            reading = _read(scan, at, end, text, context) if end else None
            if reading:
                found.append(reading)
            at = end if reading else at + 1
    return tuple(found)


def _read(scan: Scan, at: int, end: int, text: str, context: TimingContext) -> Found | None:
    start, stop = scan.tokens[at].start, scan.tokens[end - 1].end
    reading = parse_timing(text[start:stop], context)
    return (start, stop, reading) if reading.value and reading.complete else None


def _find_end(scan: Scan, at: int) -> int:
    """The index behind the timing that certainly begins at token `at`, 0 where none does."""
    end = _read_frequency(scan, at) or _read_certain_dates(scan, at)
    while end and end < len(scan.tokens):
        following = _read_certain_dates(scan, end) or _read_frequency(scan, end)
        if not following:
            break
        end = following
    return end


def _read_frequency(scan: Scan, at: int) -> int:
    if scan.word(at) not in _FREQUENCY_STARTS and not (
        scan.kind(at) == "number" and scan.word(at + 1) == "times"
    ):
        return 0
    found = read_recurrence(scan, at)
    return found[1] if found else 0


def _read_certain_dates(scan: Scan, at: int) -> int:
    kind = scan.kind(at)
    if kind in {"number", "ordinal", "month_year", "day_month", "half", ""} and not _is_day(scan, at):
        return 0
    if kind == "month" and not _is_named(scan, at):
        return 0
    found = read_dates(scan, at)
    if not found:
        return 0
    dates, end = found
    bounded = read_period(scan, at) is None
    return end if bounded or all(_is_certain(period) for period in _periods(dates)) else 0


def _is_day(scan: Scan, at: int) -> bool:
    """Whether a number begins a day of a month written with a capital (`14 March`)."""
    found = read_period(scan, at)
    return bool(found) and any(
        scan.kind(place) == "month" and _is_named(scan, place) for place in (at + 1, at + 2)
    )


def _is_named(scan: Scan, at: int) -> bool:
    """Whether the month at `at` is written as a name: with a capital, and not as a sentence's first word."""
    token = scan.tokens[at]
    return (
        token.text[:1].isupper()
        and not token.misspelt
        and (at > 0 or len(scan.tokens) == 1 or _is_dated(scan, at))
    )


def _is_dated(scan: Scan, at: int) -> bool:
    return scan.kind(at + 1) in {"year", "years", "short_year", "ordinal", "dash", "slash", "number"}


def _periods(dates: Dates) -> list[Period]:
    return [period for item in dates.items for period in item if period]


def _is_certain(period: Period) -> bool:
    """Whether a period without a bound is a timing for certain."""
    if period.kind in {"term", "holiday"} and period.other is None and period.year is not None:
        return True
    return period.kind not in _LOOSE
