"""What each kind of period is: its days, how it divides, and how surely its words mean it. One row a kind."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache, partial
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from send_extract.values.timing.calendar import (
    NAMED,
    ONE_DAY,
    Stretch,
    add_months,
    financial_year,
    known_term,
    months,
    part_of,
    year_about,
)
from send_extract.values.timing.context import TimingContext
from send_extract.values.timing.period import Period
from send_extract.values.timing.words import SEASONS

ACADEMIC_START: Final = 9
_MUNICIPAL_START: Final = 5
_YEARS: Final = frozenset(["year", "financial", "academic", "municipal"])
# Parts that are as sharp as what they are parts of.
_SHARP_PARTS: Final = ("end", "first half", "second half", "first day")


class Resolved(Struct, frozen=True, gc=False):
    """The days of a period, and whether the calendar or only a convention sets them."""

    start: date
    end: date
    approximate: bool = False


class UnknownYear(ValueError):
    """The period has no year and the plan gives none."""


class ImpossibleDay(ValueError):
    """The calendar has no such day."""


class Kind(Struct, frozen=True, gc=False):
    """A kind of period.

    `reckon` gives its days, which are approximate where `about`, unless the settings know them by name; `size`
    ranks it among the others, a day the least; `divided` is how its parts are cut (`month`,
    `year`, `span`, empty where it has none); `sharp` where nobody mistakes its end for the day before it begins;
    `loose` where its words are parts of names as often as they are timings; `begins` the month that it begins in,
    from which the year that it lacks is told; without what `needs` says its words can mean two periods.
    """

    reckon: Callable[[Period, TimingContext], Stretch]
    size: int
    begins: Callable[[Period], int] = lambda period: period.month
    divided: str = ""
    sharp: bool = False
    loose: bool = False
    about: bool = False
    needs: str = ""


def means_one(period: Period) -> bool:
    """Whether the words of a period mean the same in their less likely sense."""
    needs = KINDS[period.kind].needs
    return period.other is None and (not needs or bool(getattr(period, needs)))


@lru_cache(maxsize=4096)
def resolve_period(period: Period, context: TimingContext) -> Resolved:
    """The days of `period`.

    Raises:
        UnknownYear: it has no year and `context` gives none.
        ImpossibleDay: it names a day that does not exist.
    """
    if context.other and period.other:
        period = period.other
    try:
        days, approximate = _reckon(period, context)
    except (ValueError, OverflowError) as error:
        raise error if isinstance(error, UnknownYear) else ImpossibleDay(period) from error
    if period.part:
        days = part_of(days, period.part, "year" if period.name in _YEARS else KINDS[period.kind].divided)
        approximate |= not period.part.startswith(_SHARP_PARTS)
    return Resolved(*days, approximate)


def _reckon(period: Period, context: TimingContext) -> tuple[Stretch, bool]:
    """The days of the whole period, and whether they are approximate."""
    kind = KINDS[period.kind]
    days = kind.reckon(period, context)
    known = kind.begins is _named_month and known_term(context.terms, days[0].year, _name(period))
    return (known, False) if known else (days, kind.about or period.name == "municipal")


def year_of_month(month: int, context: TimingContext) -> int:
    """The year of a month that stands without one.

    Raises:
        UnknownYear: the plan has neither a year nor a date.
    """
    year = context.year
    if year is None and context.plan_date:
        year = context.plan_date.year
    if year is None:
        raise UnknownYear(month)
    return year + (month < _first_month(context.year_kind, context))


def _year(period: Period, context: TimingContext) -> int:
    """The calendar year in which `period` begins."""
    month = KINDS[period.kind].begins(period)
    if period.year is None:
        return year_of_month(month, context)
    first = {"": 1, "academic": ACADEMIC_START}.get(period.style, context.financial_start)
    return period.year if month >= first else period.year + 1


def _own_year(period: Period, context: TimingContext) -> int:
    """The year of a period that is one, or a part of one in figures."""
    return period.year if period.year is not None else year_of_month(12, context)


def _day(period: Period, context: TimingContext, back: int = 0, on: int = 0) -> Stretch:
    """The day, and with it so many before and behind it."""
    day = date(_year(period, context), period.month, period.day)
    return day - timedelta(days=back), day + timedelta(days=on)


def _month(period: Period, context: TimingContext) -> Stretch:
    return months(_year(period, context), period.month, period.month)


def _month_week(period: Period, context: TimingContext) -> Stretch:
    """`last` weeks from the one that `number` counts, from the month's end where it is negative."""
    first, end = _month(period, context)
    count = timedelta(days=7 * (period.last or 1) - 1)
    if period.number < 0:
        last = end - timedelta(days=7 * (-period.number - 1))
        return last - count, last
    first += timedelta(days=7 * (period.number - 1))
    return first, min(first + count, end)


def _weekday_of_month(period: Period, context: TimingContext) -> Stretch:
    """`first Monday in March`: the weekday `weekday` that `number` counts."""
    first, last = _month(period, context)
    weekday = period.weekday or 0
    if period.number < 0:
        day = last - timedelta(days=(last.weekday() - weekday) % 7 + 7 * (-period.number - 1))
    else:
        day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (period.number - 1))
    if day.month != period.month:
        raise ImpossibleDay(period)
    return day, day


def _new_year(period: Period, context: TimingContext) -> Stretch:
    """The first days of January, of the year behind the plan's where none is written."""
    day = date(period.year if period.year is not None else year_of_month(12, context) + 1, 1, 1)
    return part_of((day, day), "early", "month")


def _half_year(period: Period, context: TimingContext) -> Stretch:
    """`H1`: financial where the plan's years are, or its own is written so."""
    is_financial = period.style == "split" or (context.year_kind == "financial") != context.other
    first = date(_own_year(period, context), context.financial_start if is_financial else 1, 1)
    return _span(add_months(first, 6 * (period.number - 1)), 6)


def _span(first: date, count: int) -> Stretch:
    """So many months from a day on."""
    return first, add_months(first, count) - ONE_DAY


def _first_month(name: str, context: TimingContext) -> int:
    """The month in which a year of some name begins."""
    own = {"academic": ACADEMIC_START, "municipal": _MUNICIPAL_START, "financial": context.financial_start}
    return own.get(name, 1)


def _split_year(period: Period, context: TimingContext) -> Stretch:
    """The year that begins in the first month of its kind, of the calendar year in its words.

    Without one it is that about the plan's date; else the end that is meant is the one in the plan's year.
    """
    start = _first_month(period.kind, context)
    if period.year is not None:
        return financial_year(period.year, start)
    if period.part in {"start", "early", "first half", "first day"} and not context.other:
        return financial_year(year_of_month(start, context), start)  # the one that begins in the plan's year
    if context.plan_date:
        return financial_year(year_about(context.plan_date, start), start)
    ends_there = period.part == "end" and context.year_kind == "calendar"
    is_before = period.part == "end" and ends_there != context.other
    return financial_year(year_of_month(start, context) - is_before, start)


def _months_ending(period: Period, context: TimingContext) -> Stretch:
    _, last = (_day if period.day else _month)(period, context)
    return add_months(last + ONE_DAY, -period.number), last


def _quarter(period: Period, context: TimingContext) -> Stretch:
    """Only where nobody has said what a quarter is can it also be the other kind."""
    is_open = context.quarters is None and context.other
    financial = period.style == "split" or (context.quarters != "calendar") != is_open
    start = context.financial_start if financial or period.style else 1
    if period.year is None and context.year is None and context.plan_date and start > 1:
        year = year_about(context.plan_date, start)
    else:
        year = _own_year(period, context)
    count = (period.last or period.number) - period.number + 1
    return _span(add_months(date(year, start, 1), 3 * (period.number - 1)), 3 * count)


def _school_year(period: Period, context: TimingContext) -> int:
    """A financial year's terms are asked for by the school year of the same name."""
    kind = "academic" if context.year_kind == "financial" else context.year_kind
    return _year(replace(period, style=period.style and "academic"), replace(context, year_kind=kind))


def _name(period: Period) -> str:
    """What a stretch of the school year is called in the table of the calendar, and in the settings."""
    if period.kind == "half_term":
        return f"ht{period.number}"
    return f"{period.name} half term" if period.kind == "half_term_holiday" else period.name


def _named(period: Period, context: TimingContext) -> Stretch:
    find_year = _school_year if period.kind in {"term", "half_term"} else _year
    return NAMED[_name(period)][1](find_year(period, context))


def _named_month(period: Period) -> int:
    return NAMED[_name(period)][0]


def _season(period: Period, context: TimingContext) -> Stretch:
    return months(_year(period, context), *SEASONS[period.name])


def _relative(period: Period, context: TimingContext) -> Stretch:
    if period.name == "year" and context.year is not None and context.year_kind == "calendar":
        return months(context.year + period.number, 1, 12)
    day = context.plan_date
    if not day:
        raise UnknownYear(period)
    if period.name in {"month", "quarter"}:
        size = 3 if period.name == "quarter" else 1
        return _span(add_months(day.replace(day=1), size * period.number - (day.month - 1) % size), size)
    start = _first_month(period.name, context)
    return financial_year(year_about(day, start) + period.number, start)


def _any(period: Period, _context: TimingContext) -> Stretch:
    """`the quarter`: which one, only what stands before it says."""
    raise UnknownYear(period)


def _last_month(_period: Period) -> int:
    return 12


KINDS: Final = {
    "day": Kind(_day, 1, sharp=True),
    "weekday_of_month": Kind(_weekday_of_month, 1, sharp=True),
    "new_year": Kind(_new_year, 1, lambda _: 1, sharp=True, about=True),
    "week": Kind(partial(_day, on=6), 2, sharp=True),
    "week_ending": Kind(partial(_day, back=6), 2, sharp=True),
    "month_week": Kind(_month_week, 2, about=True),
    "half_term_holiday": Kind(_named, 2, _named_month, sharp=True, about=True),
    "holiday": Kind(_named, 2, _named_month, sharp=True, loose=True, about=True),
    "month": Kind(_month, 3, divided="month"),
    "quarter": Kind(_quarter, 4, lambda period: 3 * period.number, "span", needs="style"),
    "half_term": Kind(_named, 4, _named_month, "span", about=True),
    "term": Kind(_named, 5, _named_month, "span", loose=True, about=True),
    "season": Kind(_season, 5, lambda period: SEASONS[period.name][0], "span", loose=True, about=True),
    "half_year": Kind(_half_year, 6, lambda period: 6 * period.number, "span", needs="style"),
    "year": Kind(lambda period, context: months(_own_year(period, context), 1, 12), 7, _last_month, "year", loose=True),
    "financial": Kind(_split_year, 7, _last_month, "year", loose=True, needs="year"),
    "academic": Kind(_split_year, 7, _last_month, "year", loose=True, needs="year"),
    "municipal": Kind(_split_year, 7, _last_month, "year", loose=True, about=True, needs="year"),
    "months_ending": Kind(_months_ending, 7),
    "any": Kind(_any, 4, _last_month, "span"),
    "relative": Kind(_relative, 6, _last_month, "span", loose=True),
    "years": Kind(
        lambda period, _: (date(period.year or 0, 1, 1), date(period.last, 12, 31)), 8, _last_month, "year", loose=True
    ),
}  # fmt: skip
