"""When an item is due, and in which months it is running: what the page sorts, filters and lists by."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from send_extract.plan import Plan
from send_extract.values.timing import Interval, Timing, first_start, last_end
from send_extract.writers.agenda.items import PlanItem
from send_extract.writers.agenda.lasting import list_items
from send_extract.writers.agenda.scale import Scale, add_months, count_months, last_of_month
from send_extract.writers.wording import describe_timing

AHEAD = 3
"""How many months a board looks ahead."""


class Window(NamedTuple):
    """The days that the summary looks at, both included."""

    first: date
    last: date


def find_day(plan: Plan, asked: date | None) -> date | None:
    """The day that the page counts from: the one asked for, else the plan's own, else that of its first dated item."""
    if asked or plan.draft.date:
        return asked or plan.draft.date
    timings = ((action or record).when.value for record, action in list_items(plan))
    return min((day for timing in timings for day in list_days(timing)), default=None)


def list_days(timing: Timing | None) -> Iterator[date]:
    """The first and the last day of each interval, as far as they are known."""
    for interval in timing.intervals if timing else ():
        yield from (day for day in (interval.start, interval.end) if day)


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


@lru_cache(maxsize=512)
def list_times(timing: Timing, window: Window, most: int = 5000) -> tuple[date, ...]:
    """The days on which a timing recurs within `window`; none where it has no start, or there are more than `most`."""
    rule = dict(part.split("=") for part in (timing.rrule or "FREQ=").split(";"))
    step = _STEPS.get(rule["FREQ"], 0) * int(rule.get("INTERVAL", "1"))
    is_known = step and any(interval.start for interval in timing.intervals)
    if not is_known or (window.last - window.first).days > 2 * most * step:
        return ()
    days = timing.occurrences(*window)
    return days if len(days) <= most else ()


_STEPS = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 28, "YEARLY": 365}
"""How many days lie between two times of a rule, at least."""


def list_due(item: PlanItem, window: Window) -> tuple[date, ...]:
    """The last days of an item that are within `window`, or the days on which it recurs there."""
    timing = item.timing
    if timing is None:
        return ()
    if timing.rrule:
        return list_times(timing, window)
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
