"""When an item is due, and in which months it is running: what the page sorts, filters and lists by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from send_extract.plan import Plan
from send_extract.values.timing import Interval, Timing
from send_extract.writers.page.items import PlanItem
from send_extract.writers.page.timeline.scale import Scale, add_months, count_months, last_of_month
from send_extract.writers.rows import first_start, last_end
from send_extract.writers.wording import describe_timing

AHEAD = 3
"""How many months a board looks ahead."""
MOST_TIMES = 12
"""What recurs more often in a year is listed once, not month by month."""


class Window(NamedTuple):
    """The days that the summary looks at, both included."""

    first: date
    last: date


def find_day(plan: Plan, items: Iterable[PlanItem], asked: date | None) -> date | None:
    """The day that the page counts from: the one asked for, else the plan's own, else that of its first dated item."""
    if asked or plan.draft.date:
        return asked or plan.draft.date
    days = [day for item in items for day in _list_days(item)]
    return min(days, default=None)


def _list_days(item: PlanItem) -> Iterator[date]:
    for interval in item.timing.intervals if item.timing else ():
        yield from [day for day in (interval.start, interval.end) if day][:1]


def look_ahead(day: date) -> Window:
    """From `day` on, so many months: those that are whole where it is the first of one."""
    month = add_months(day, AHEAD)
    end = min(day.day, last_of_month(month).day)
    return Window(day, date.fromordinal(month.replace(day=end).toordinal() - 1))


def describe_days(window: Window) -> str:
    """The days of a window in words: `January to March 2022`."""
    return describe_timing(Timing(intervals=(Interval(*window),)))


def find_due(item: PlanItem) -> date | None:
    """The last day of an item, that of its start where it has no end."""
    return last_end(item.timing) or first_start(item.timing)


def list_due(item: PlanItem, window: Window) -> tuple[date, ...]:
    """The last days of an item that are within `window`, or the days on which it recurs there."""
    timing = item.timing
    if timing is None:
        return ()
    if timing.rrule:
        has_start = any(interval.start for interval in timing.intervals)
        return timing.occurrences(*window) if has_start else ()
    ends = (interval.end for interval in timing.intervals)
    return tuple(end for end in ends if end and window.first <= end <= window.last)


class Months(NamedTuple):
    """Months counted from the first of the scale, both included."""

    first: int
    last: int


def list_months(item: PlanItem, scale: Scale) -> tuple[Months, ...]:
    """The months in which an item runs, as far as the scale goes."""
    timing = item.timing
    if timing is None:
        return ()
    if item.standing == "recurring" and not timing.intervals:
        return (Months(0, scale.months - 1),)
    found = (
        _find_months(each.start or (each.end if timing.deadline else None), each.end, scale)
        for each in timing.intervals
    )
    return tuple(months for months in found if months)


def _find_months(start: date | None, end: date | None, scale: Scale) -> Months | None:
    first = count_months(scale.first, start) if start else 0
    last = count_months(scale.first, end) if end else scale.months - 1
    kept = Months(max(0, first), min(scale.months - 1, last))
    return kept if kept.first <= kept.last else None
