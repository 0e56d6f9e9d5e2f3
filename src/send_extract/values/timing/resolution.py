"""A period as written to its first and last day; a year that it lacks is the plan's, never today's."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

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
from send_extract.values.timing.words import SEASONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from send_extract.values.timing.context import TimingContext
    from send_extract.values.timing.periods import Period

ACADEMIC_START = 9


class Resolved(NamedTuple):
    """The days of a period, and whether the calendar or only a convention sets them."""

    start: date
    end: date
    approximate: bool = False


class UnknownYear(ValueError):
    """The period has no year and the plan gives none."""


class ImpossibleDay(ValueError):
    """The calendar has no such day."""


def resolve_period(period: Period, context: TimingContext, *, other: bool = False) -> Resolved:
    """The days of `period`; with `other`, of the less likely sense of its words.

    Raises:
        UnknownYear: it has no year and `context` gives none.
        ImpossibleDay: it names a day that does not exist.
    """
    if other and period.other:
        period = period.other
    try:
        days, approximate = _RULES[period.kind](period, context, other)
    except (ValueError, OverflowError) as error:
        raise error if isinstance(error, UnknownYear) else ImpossibleDay(period) from error
    if period.part:
        days = part_of(days, period.part, _unit(period))
        approximate |= period.part.partition(" ")[0] in {"early", "mid", "late"}
    return Resolved(*days, approximate)


def _unit(period: Period) -> str:
    if period.kind in {"year", "financial", "academic"} or period.name == "year":
        return "year"
    return "month" if period.kind == "month" else ""


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


def _year(period: Period, month: int, context: TimingContext) -> int:
    """The calendar year of `period`, which begins in `month`."""
    if period.year is None:
        return year_of_month(month, context)
    if not period.style:
        return period.year
    first = ACADEMIC_START if period.style == "academic" else context.financial_start
    return period.year if month >= first else period.year + 1


Answer = tuple[Days, bool]


def _day(period: Period, context: TimingContext, _other: bool) -> Answer:  # noqa: FBT001 - all rules are alike
    day = date(_year(period, period.month, context), period.month, period.day)
    return (day, day), False


def _month(period: Period, context: TimingContext, _other: bool) -> Answer:  # noqa: FBT001
    return months(_year(period, period.month, context), period.month, period.month), False


def _calendar_year(period: Period, context: TimingContext, _other: bool) -> Answer:  # noqa: FBT001
    year = period.year if period.year is not None else year_of_month(ACADEMIC_START + 3, context)
    return months(year, 1, 12), False


def _years(period: Period, _context: TimingContext, _other: bool) -> Answer:  # noqa: FBT001
    return (date(period.year or 0, 1, 1), date(period.last_year, 12, 31)), False


def _financial(period: Period, context: TimingContext, other: bool) -> Answer:  # noqa: FBT001
    return financial_year(
        _split_year(period, context, context.financial_start, other), context.financial_start
    ), False


def _academic(period: Period, context: TimingContext, other: bool) -> Answer:  # noqa: FBT001
    return academic_year(_split_year(period, context, ACADEMIC_START, other)), False


def _split_year(period: Period, context: TimingContext, start: int, other: bool) -> int:  # noqa: FBT001
    """The calendar year in which the financial or school year begins.

    Without a year it is the one about the plan's date; else the end that is meant is the one in the plan's
    year.
    """
    if period.year is not None:
        # "End of the financial year 2022" can be said of either year that it touches.
        return period.year
    if period.part in {"start", "early", "first half"} and not other:
        return year_of_month(start, context)  # the one that begins in the plan's year
    if context.plan_date:
        return context.plan_date.year - (context.plan_date.month < start)
    year = year_of_month(start, context)
    ends_there = period.part == "end" and context.year_kind == "calendar"
    return year - (ends_there != other) if period.part == "end" else year


def _quarter(period: Period, context: TimingContext, other: bool) -> Answer:  # noqa: FBT001
    # Only where nobody has said what a quarter is can it also be the other kind.
    is_open = context.quarters is None and other
    financial = period.style == "split" or (context.quarters != "calendar") != is_open
    if not financial and not period.style:
        year = period.year if period.year is not None else year_of_month(12, context)
        return quarter_of(date(year, 1, 1), period.number), False
    if period.year is not None:
        year = period.year
    elif context.year is None and context.plan_date:
        year = context.plan_date.year - (context.plan_date.month < context.financial_start)
    else:
        year = year_of_month(12, context)
    start = financial_year(year, context.financial_start)[0]
    return quarter_of(start, period.number), False


_TERM_MONTHS = {"autumn": 9, "spring": 1, "summer": 4}


def _term(period: Period, context: TimingContext, _other: bool) -> Answer:  # noqa: FBT001
    # A financial year's terms are asked for by the school year of the same name.
    style = "academic" if period.style else ""
    month = _TERM_MONTHS[period.name]
    year = _year(period._replace(style=style), month, _as_school_year(context))
    known = known_term(context.terms, year, period.name)
    return (known, False) if known else (term(year, period.name), True)


def _as_school_year(context: TimingContext) -> TimingContext:
    return context._replace(year_kind="academic") if context.year_kind == "financial" else context


def _season(period: Period, context: TimingContext, _other: bool) -> Answer:  # noqa: FBT001
    first, last = SEASONS[period.name]
    return months(_year(period, first, context), first, last), True


_HALF_TERM_MONTHS = (9, 11, 1, 2, 4, 6)


def _half_term(period: Period, context: TimingContext, _other: bool) -> Answer:  # noqa: FBT001
    style = "academic" if period.style else ""
    month = _HALF_TERM_MONTHS[period.number - 1]
    year = _year(period._replace(style=style), month, _as_school_year(context))
    known = known_term(context.terms, year, f"ht{period.number}")
    return (known, False) if known else (half_term(year, period.number), True)


def _half_term_holiday(period: Period, context: TimingContext, _other: bool) -> Answer:  # noqa: FBT001
    month = {"february": 2, "october": 10, "may": 5}[period.name]
    year = _year(period, month, context)
    known = known_term(context.terms, year, f"{period.name} half term")
    return (known, False) if known else (half_term_holiday(year, period.name), True)


def _holiday(period: Period, context: TimingContext, _other: bool) -> Answer:  # noqa: FBT001
    month = {"easter": 4, "christmas": 12, "summer": 7}[period.name.partition(" ")[0]]
    return holiday(_year(period, month, context), period.name), True


def _week(period: Period, context: TimingContext, other: bool) -> Answer:  # noqa: FBT001
    (day, _), _ = _day(period, context, other)
    return (day, day + timedelta(days=6)), False


def _week_ending(period: Period, context: TimingContext, other: bool) -> Answer:  # noqa: FBT001
    (day, _), _ = _day(period, context, other)
    return (day - timedelta(days=6), day), False


def _year_ending(period: Period, context: TimingContext, other: bool) -> Answer:  # noqa: FBT001
    (_, last), _ = (_day if period.name == "day" else _month)(period, context, other)
    return (add_months(last + timedelta(days=1), -12), last), False


def _month_week(period: Period, context: TimingContext, _other: bool) -> Answer:  # noqa: FBT001
    year = _year(period, period.month, context)
    if period.number < 0:
        last = month_end(year, period.month) - timedelta(days=7 * (-period.number - 1))
        return (last - timedelta(days=6), last), True
    first = date(year, period.month, 1) + timedelta(days=7 * (period.number - 1))
    return (first, min(first + timedelta(days=6), month_end(year, period.month))), True


def _relative(period: Period, context: TimingContext, _other: bool) -> Answer:  # noqa: FBT001
    if period.name == "year" and context.year is not None and context.year_kind == "calendar":
        return months(context.year + period.number, 1, 12), False
    if not context.plan_date:
        raise UnknownYear(period)
    day = context.plan_date
    if period.name in {"financial", "academic"}:
        start = context.financial_start if period.name == "financial" else ACADEMIC_START
        return financial_year(day.year - (day.month < start) + period.number, start), False
    if period.name == "month":
        day = add_months(day.replace(day=1), period.number)
        return months(day.year, day.month, day.month), False
    if period.name == "quarter":
        first = add_months(day.replace(day=1), 3 * period.number - (day.month - 1) % 3)
        return quarter_of(first, 1), False
    return months(day.year + period.number, 1, 12), False


_RULES: dict[str, Callable[[Period, TimingContext, bool], Answer]] = {
    "day": _day,
    "month": _month,
    "year": _calendar_year,
    "years": _years,
    "financial": _financial,
    "academic": _academic,
    "quarter": _quarter,
    "term": _term,
    "season": _season,
    "half_term": _half_term,
    "half_term_holiday": _half_term_holiday,
    "holiday": _holiday,
    "week": _week,
    "week_ending": _week_ending,
    "month_week": _month_week,
    "year_ending": _year_ending,
    "relative": _relative,
}
