"""Days, lengths (ISO 8601), years and counts as the command line takes them."""

from __future__ import annotations

from argparse import ArgumentTypeError
from datetime import date, timedelta
from typing import NamedTuple, NoReturn

from send_extract.patterns import compile_later
from send_extract.settings import FIRST_YEAR, LAST_YEAR

_LENGTH = compile_later(
    r"P(?:(?P<years>\d{1,3})Y)?(?:(?P<months>\d{1,3})M)?(?:(?P<weeks>\d{1,4})W)?(?:(?P<days>\d{1,5})D)?\Z"
)
_PERIOD = compile_later(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?\Z")
_COUNT = compile_later(r"[0-9]{1,6}\Z")
_DECEMBER = 12


class DayRange(NamedTuple):
    """Days from the first to the last, both included."""

    first: date
    last: date


def read_day(text: str) -> date:
    """The day of `2022-03-31`.

    Raises:
        ArgumentTypeError: it is none.
    """
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        message = f"{text!r} is no date: write it as 2022-03-31"
        raise ArgumentTypeError(message) from error


def read_period(text: str) -> DayRange:
    """The days of a year, a month or a day: `2022`, `2022-03`, `2022-03-14`.

    Raises:
        ArgumentTypeError: it is none.
    """
    found = _PERIOD.match(text)
    try:
        return _find_span(*(int(part or 0) for part in found.groups())) if found else _refuse_period(text)
    except ValueError:
        return _refuse_period(text)


def _find_span(year: int, month: int, day: int) -> DayRange:
    first = date(year, month or 1, day or 1)
    return DayRange(first, first if day else _last_of(first, is_year=not month))


def _refuse_period(text: str) -> NoReturn:
    message = f"{text!r} is no year, month or day: write it as 2022, 2022-03 or 2022-03-31"
    raise ArgumentTypeError(message)


def _last_of(first: date, *, is_year: bool) -> date:
    if is_year or first.month == _DECEMBER:
        return date(first.year, _DECEMBER, 31)
    return date(first.year, first.month + 1, 1) - timedelta(days=1)


def read_year(text: str) -> int:
    """The year of `2022`.

    Raises:
        ArgumentTypeError: it is none that a plan can be of.
    """
    if not _COUNT.match(text) or not FIRST_YEAR <= int(text) <= LAST_YEAR:
        message = f"{text!r} is no year from {FIRST_YEAR} to {LAST_YEAR}: write it as 2022"
        raise ArgumentTypeError(message)
    return int(text)


def read_count(text: str) -> int:
    """The number of `3`.

    Raises:
        ArgumentTypeError: it is none from 1 on.
    """
    if not _COUNT.match(text) or not int(text):
        message = f"{text!r} is no number from 1 to 999999"
        raise ArgumentTypeError(message)
    return int(text)


class LookAhead(NamedTuple):
    """A length of time: whole months, and days."""

    months: int
    days: int

    def after(self, day: date) -> date:
        """The last day of this length from `day` on; the last day of a month stays in its month."""
        month = day.year * _DECEMBER + day.month - 1 + self.months
        try:
            first = date(month // _DECEMBER, month % _DECEMBER + 1, 1)
            moved = first + timedelta(days=min(day.day, _last_of(first, is_year=False).day) - 1)
            return moved + timedelta(days=self.days - 1)
        except (ValueError, OverflowError):
            return date.max


def read_length(text: str) -> LookAhead:
    """The length of `P3M`, `P2W`, `P10D` or `P1Y6M` (ISO 8601).

    Raises:
        ArgumentTypeError: it is none.
    """
    found = _LENGTH.match(text.upper())
    parts = {name: int(number or 0) for name, number in found.groupdict().items()} if found else {}
    if not any(parts.values()):
        message = f"{text!r} is no length of time: write it as P3M, P2W or P10D"
        raise ArgumentTypeError(message)
    return LookAhead(parts["years"] * _DECEMBER + parts["months"], parts["weeks"] * 7 + parts["days"])
