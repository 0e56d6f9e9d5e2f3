"""A period as it is written, before its year is known."""

from __future__ import annotations

from typing import Final

from msgspec import Struct
from msgspec.structs import replace

# A two-digit number is a year when it is this near the plan's (a convention of the design).
_YEARS_BACK: Final = 3
_YEARS_AHEAD: Final = 5
_CENTURY: Final = 100
# Without a plan's year: POSIX's pivot, nearly.
_PIVOT: Final = 70
STYLES: Final = {"financial": "split", "municipal": "split", "academic": "academic", "year": ""}
"""How the years of a kind of year are written."""


class Period(Struct, frozen=True, gc=False):
    """A period as written.

    `kind` is a row of `kinds.KINDS`; `name` and `number` (to `last`) say which one of the kind; `style` how its
    year is written (empty: a calendar year; `split`: 2022/23; `academic`); `part` is `early`, `end`, … of it.
    `other` is what the same words can also mean.
    """

    kind: str
    number: int = 0
    month: int = 0
    day: int = 0
    year: int | None = None
    name: str = ""
    style: str = ""
    part: str = ""
    weekday: int | None = None
    last: int = 0
    other: Period | None = None


def full_year(number: int, near: int | None) -> int:
    """A year of two digits in full, in the plan's century or this one."""
    if number >= _CENTURY:
        return number
    if near is None:
        return 2000 + number if number < _PIVOT else 1900 + number
    half = _CENTURY // 2
    return near - half + (number - near + half) % _CENTURY


def is_near(number: int, year: int | None) -> bool:
    """Whether a number of two digits is a year near the plan's, or there is no plan's year to tell."""
    return year is None or -_YEARS_BACK <= full_year(number, year) - year <= _YEARS_AHEAD


def with_year(period: Period, year: int, style: str) -> Period:
    """`period` in a year, in whatever sense."""
    other = replace(period.other, year=year, style=style) if period.other else None
    return replace(period, year=year, style=style, other=other)


def with_part(period: Period, part: str) -> Period:
    """A part of `period`, in whatever sense has one."""
    other = period.other and (None if period.other.kind == "day" else replace(period.other, part=part))
    return replace(period, part=part, other=other)
