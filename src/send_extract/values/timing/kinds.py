"""What each kind of period is: its days, how it divides, and how surely its words mean it. One row a kind."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from send_extract.values.timing.calendar import (
    Days,
    academic_year,
    add_months,
    financial_year,
    half_term,
    half_term_holiday,
    holiday,
    known_term,
    month_end,
    months,
    part_of,
    quarter_of,
    term,
)
from send_extract.values.timing.context import TimingContext
from send_extract.values.timing.period import Period
from send_extract.values.timing.words import SEASONS

ACADEMIC_START: Final = 9
MUNICIPAL_START: Final = 5
_TERM_MONTHS: Final = {"autumn": 9, "spring": 1, "summer": 4}
_HALF_TERM_MONTHS: Final = (9, 11, 1, 2, 4, 6)
_HALF_TERM_HOLIDAY_MONTHS: Final = {"february": 2, "october": 10, "may": 5}
_FEAST_MONTHS: Final = {"easter": 4, "christmas": 12, "summer": 7}

Answer = tuple[Days, bool]


_YEARS: Final = frozenset(["year", "financial", "academic", "municipal"])


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

    `reckon` gives its days and whether they are approximate; `size` ranks it among the others, a day the least;
    `divided` is how its parts are cut (`month`, `year`, `span`, empty where it has none); `sharp` where nobody
    mistakes its end for the day before it begins; `loose` where its words are parts of names as often as they are
    timings; `begins` the month that it begins in, from which the year that it lacks is told.
    """

    reckon: Callable[[Period, TimingContext], Answer]
    size: int
    begins: Callable[[Period], int]
    divided: str = ""
    sharp: bool = False
    loose: bool = False


@lru_cache(maxsize=4096)
def resolve_period(period: Period, context: TimingContext) -> Resolved:
    """The days of `period`.

    Raises:
        UnknownYear: it has no year and `context` gives none.
        ImpossibleDay: it names a day that does not exist.
    """
    if context.other and period.other:
        period = period.other
    kind = KINDS[period.kind]
    try:
        days, approximate = kind.reckon(period, context)
    except (ValueError, OverflowError) as error:
        raise error if isinstance(error, UnknownYear) else ImpossibleDay(period) from error
    if period.part:
        unit = "year" if period.name in _YEARS else kind.divided
        days = part_of(days, period.part, unit)
        approximate |= not period.part.startswith(("end", "first half", "second half", "first day"))
    return Resolved(*days, approximate)


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
    first = {"financial": context.financial_start, "academic": ACADEMIC_START}.get(context.year_kind, 1)
    return year if month >= first else year + 1


def _year(period: Period, context: TimingContext) -> int:
    """The calendar year in which `period` begins."""
    month = KINDS[period.kind].begins(period)
    if period.year is None:
        return year_of_month(month, context)
    if not period.style:
        return period.year
    first = ACADEMIC_START if period.style == "academic" else context.financial_start
    return period.year if month >= first else period.year + 1


# Days, weeks and months
# ---------------------------------------------------------------------------------------------------------


def _day(period: Period, context: TimingContext) -> Answer:
    day = date(_year(period, context), period.month, period.day)
    return (day, day), False


def _month(period: Period, context: TimingContext) -> Answer:
    return months(_year(period, context), period.month, period.month), False


def _week(period: Period, context: TimingContext) -> Answer:
    (day, _), _ = _day(period, context)
    return (day, day + timedelta(days=6)), False


def _week_ending(period: Period, context: TimingContext) -> Answer:
    (day, _), _ = _day(period, context)
    return (day - timedelta(days=6), day), False


def _month_week(period: Period, context: TimingContext) -> Answer:
    """`number` weeks from the one that `day` counts, from the month's end where it is negative."""
    year = _year(period, context)
    count = timedelta(days=7 * (period.last or 1) - 1)
    if period.number < 0:
        last = month_end(year, period.month) - timedelta(days=7 * (-period.number - 1))
        return (last - count, last), True
    first = date(year, period.month, 1) + timedelta(days=7 * (period.number - 1))
    return (first, min(first + count, month_end(year, period.month))), True


def _weekday_of_month(period: Period, context: TimingContext) -> Answer:
    """`first Monday in March`: the weekday `weekday` that `number` counts."""
    year, weekday = _year(period, context), period.weekday or 0
    if period.number < 0:
        last = month_end(year, period.month)
        day = last - timedelta(days=(last.weekday() - weekday) % 7 + 7 * (-period.number - 1))
    else:
        first = date(year, period.month, 1)
        day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (period.number - 1))
    if day.month != period.month:
        raise ImpossibleDay(period)
    return (day, day), False


def _new_year(period: Period, context: TimingContext) -> Answer:
    """1 January, of the year behind the plan's where none is written."""
    day = date(period.year if period.year is not None else year_of_month(12, context) + 1, 1, 1)
    return (day, day), False


# Years and their parts
# ---------------------------------------------------------------------------------------------------------


def _calendar_year(period: Period, context: TimingContext) -> Answer:
    if period.year is None and context.other:
        return _financial(period, replace(context, other=False))
    year = period.year if period.year is not None else year_of_month(12, context)
    return months(year, 1, 12), False


def _years(period: Period, _context: TimingContext) -> Answer:
    return (date(period.year or 0, 1, 1), date(period.last, 12, 31)), False


def _half_year(period: Period, context: TimingContext) -> Answer:
    """`H1`: financial where the plan's years are, or its own is written so."""
    is_financial = period.style == "split" or (context.year_kind == "financial") != context.other
    year = period.year if period.year is not None else year_of_month(12, context)
    first = date(year, context.financial_start if is_financial else 1, 1)
    first = add_months(first, 6 * (period.number - 1))
    return (first, add_months(first, 6) - timedelta(days=1)), False


def _financial(period: Period, context: TimingContext) -> Answer:
    start = context.financial_start
    return financial_year(_split_year(period, context, start), start), False


def _academic(period: Period, context: TimingContext) -> Answer:
    return academic_year(_split_year(period, context, ACADEMIC_START)), False


def _municipal(period: Period, context: TimingContext) -> Answer:
    return financial_year(_split_year(period, context, MUNICIPAL_START), MUNICIPAL_START), True


def _split_year(period: Period, context: TimingContext, start: int) -> int:
    """The calendar year in which the financial or school year begins.

    Without a year it is the one about the plan's date; else the end that is meant is the one in the plan's year.
    """
    if period.year is not None:
        return period.year
    if period.part in {"start", "early", "first half", "first day"} and not context.other:
        return year_of_month(start, context)  # the one that begins in the plan's year
    if context.plan_date:
        return context.plan_date.year - (context.plan_date.month < start)
    year = year_of_month(start, context)
    ends_there = period.part == "end" and context.year_kind == "calendar"
    return year - (ends_there != context.other) if period.part == "end" else year


def _year_ending(period: Period, context: TimingContext) -> Answer:
    (_, last), _ = (_day if period.day else _month)(period, context)
    return (add_months(last + timedelta(days=1), -12), last), False


def _quarter(period: Period, context: TimingContext) -> Answer:
    """Only where nobody has said what a quarter is can it also be the other kind."""
    is_open = context.quarters is None and context.other
    financial = period.style == "split" or (context.quarters != "calendar") != is_open
    count = 3 * ((period.last or period.number) - period.number + 1)
    if not financial and not period.style:
        year = period.year if period.year is not None else year_of_month(12, context)
        return _lengthen(quarter_of(date(year, 1, 1), period.number), count), False
    if period.year is not None:
        year = period.year
    elif context.year is None and context.plan_date:
        year = context.plan_date.year - (context.plan_date.month < context.financial_start)
    else:
        year = year_of_month(12, context)
    start = financial_year(year, context.financial_start)[0]
    return _lengthen(quarter_of(start, period.number), count), False


def _lengthen(days: Days, count: int) -> Days:
    return days[0], add_months(days[0], count) - timedelta(days=1)


# Schools
# ---------------------------------------------------------------------------------------------------------


def _term(period: Period, context: TimingContext) -> Answer:
    year = _school_year(period, context)
    known = known_term(context.terms, year, period.name)
    return (known, False) if known else (term(year, period.name), True)


def _half_term(period: Period, context: TimingContext) -> Answer:
    year = _school_year(period, context)
    known = known_term(context.terms, year, f"ht{period.number}")
    return (known, False) if known else (half_term(year, period.number), True)


def _school_year(period: Period, context: TimingContext) -> int:
    """A financial year's terms are asked for by the school year of the same name."""
    kind = "academic" if context.year_kind == "financial" else context.year_kind
    return _year(replace(period, style=period.style and "academic"), replace(context, year_kind=kind))


def _season(period: Period, context: TimingContext) -> Answer:
    first, last = SEASONS[period.name]
    return months(_year(period, context), first, last), True


def _half_term_holiday(period: Period, context: TimingContext) -> Answer:
    year = _year(period, context)
    known = known_term(context.terms, year, f"{period.name} half term")
    return (known, False) if known else (half_term_holiday(year, period.name), True)


def _holiday(period: Period, context: TimingContext) -> Answer:
    return holiday(_year(period, context), period.name), True


def _relative(period: Period, context: TimingContext) -> Answer:
    if period.name == "year" and context.year is not None and context.year_kind == "calendar":
        return months(context.year + period.number, 1, 12), False
    if not context.plan_date:
        raise UnknownYear(period)
    day = context.plan_date
    if period.name in {"financial", "academic", "municipal"}:
        start = {"financial": context.financial_start, "academic": ACADEMIC_START}.get(
            period.name, MUNICIPAL_START
        )
        return financial_year(day.year - (day.month < start) + period.number, start), False
    if period.name == "month":
        day = add_months(day.replace(day=1), period.number)
        return months(day.year, day.month, day.month), False
    if period.name == "quarter":
        first = add_months(day.replace(day=1), 3 * period.number - (day.month - 1) % 3)
        return quarter_of(first, 1), False
    return months(day.year + period.number, 1, 12), False


def _own_month(period: Period) -> int:
    return period.month


def _last_month(_period: Period) -> int:
    return 12


KINDS: Final = {
    "day": Kind(_day, 1, _own_month, sharp=True),
    "weekday_of_month": Kind(_weekday_of_month, 1, _own_month, sharp=True),
    "new_year": Kind(_new_year, 1, lambda _: 1, sharp=True),
    "week": Kind(_week, 2, _own_month, sharp=True),
    "week_ending": Kind(_week_ending, 2, _own_month, sharp=True),
    "month_week": Kind(_month_week, 2, _own_month),
    "half_term_holiday": Kind(
        _half_term_holiday, 2, lambda period: _HALF_TERM_HOLIDAY_MONTHS[period.name], sharp=True
    ),
    "holiday": Kind(
        _holiday, 2, lambda period: _FEAST_MONTHS[period.name.partition(" ")[0]], sharp=True, loose=True
    ),
    "month": Kind(_month, 3, _own_month, "month"),
    "quarter": Kind(_quarter, 4, lambda period: 3 * period.number, "span"),
    "half_term": Kind(_half_term, 4, lambda period: _HALF_TERM_MONTHS[period.number - 1], "span"),
    "term": Kind(_term, 5, lambda period: _TERM_MONTHS[period.name], "span", loose=True),
    "season": Kind(_season, 5, lambda period: SEASONS[period.name][0], "span", loose=True),
    "half_year": Kind(_half_year, 6, lambda period: 6 * period.number, "span"),
    "year": Kind(_calendar_year, 7, _last_month, "year", loose=True),
    "financial": Kind(_financial, 7, _last_month, "year", loose=True),
    "academic": Kind(_academic, 7, _last_month, "year", loose=True),
    "municipal": Kind(_municipal, 7, _last_month, "year", loose=True),
    "year_ending": Kind(_year_ending, 7, _own_month),
    "relative": Kind(_relative, 6, _last_month, "span", loose=True),
    "years": Kind(_years, 8, _last_month, "year", loose=True),
}
