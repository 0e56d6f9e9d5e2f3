"""The days of the parts of a timing: each for itself, beside a rhythm, and all of them together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import chain
from typing import Final

from send_extract.values.timing.calendar import ONE_DAY, add_months
from send_extract.values.timing.context import TimingContext
from send_extract.values.timing.dates import Dates, Days, resolve_dates
from send_extract.values.timing.joining import Unassembled, drop_yearless
from send_extract.values.timing.kinds import UnknownYear
from send_extract.values.timing.model import Interval
from send_extract.values.timing.parts import Length, Part, Value, pick
from send_extract.values.timing.recurrence import Recurrence

ENDING: Final = frozenset(["by", "until", "before", "latest"])
"""Bounds that end something."""
Placed = Sequence[tuple[Days, Part]]
"""Days, each with the part that they come from."""


def place_beside(recurrence: Recurrence | None, parts: Sequence[Part], context: TimingContext) -> Placed:
    """The dates in place; beside a yearly rule they need no year, and without one they are the rule's alone."""
    others = drop_yearless(parts) if recurrence and recurrence.is_each("Y") else parts
    if pick(others, Dates):
        return place_parts(others, context)
    try:
        return place_parts(parts, context)
    except UnknownYear:
        if len(others) == len(parts):
            raise
        return []


def place_parts(parts: Sequence[Part], context: TimingContext) -> Placed:
    """The days of each part that has some.

    Raises:
        Unassembled: two stand side by side that do not go together.
        UnknownYear, ImpossibleDay: as `resolve_dates`.
    """
    placed = []
    for place, part in enumerate(parts):
        if place and _is_beside(parts[place - 1], part):
            raise Unassembled(part)
        days = _find_days(part.value, context)
        placed += [(days, part)] if days else []
    return placed


def _find_days(value: Value, context: TimingContext) -> Days | None:
    if isinstance(value, Dates):
        return resolve_dates(value, context)
    return _count_days(value, context) if isinstance(value, Length) else None


def _is_beside(first: Part, second: Part) -> bool:
    """Whether two dates stand side by side and are no start and end (`from April until June`, `from May by July`).

    Nor do two lengths (`3 days a week`); and a length right before an end does not say whether it lasts until then
    (`delayed 3 months to Sept`).
    """
    before, behind = first.value, second.value
    if second.link or not isinstance(before, Dates | Length) or not isinstance(behind, Dates | Length):
        return False
    if isinstance(behind, Length):
        return isinstance(before, Length)
    if isinstance(before, Length):
        return behind.bound in {"until", "by"} and not before.anchor
    return before.bound not in {"from", "after"} or behind.bound not in ENDING


def _count_days(length: Length, context: TimingContext) -> Days | None:
    """The days of a length that has something to count from."""
    if length.unit == "H" or length.anchor not in {"plan", "dates"}:
        return None
    begun = resolve_dates(length.dates, context) if length.dates else None
    start = begun.intervals[0].start if begun else context.plan_date
    if start is None:
        return None
    months = {"M": 1, "Y": 12}.get(length.unit, 0) * length.times
    days = timedelta({"D": 1, "W": 7}.get(length.unit, 0) * length.times)
    end = add_months(start, months) + days - ONE_DAY * bool(length.dates and not length.bounded)
    return Days((Interval(start, end),), approximate=length.most or bool(begun and begun.approximate))


def merge_days(placed: Placed) -> Days:
    """All intervals in order, none twice; a start and an end that stand apart are one."""
    several = [days for days, _ in placed]
    if len(several) == 1:
        return several[0]
    intervals = _merge_intervals(chain.from_iterable([days.intervals for days in several]))
    deadline = any(days.deadline for days in several)
    return Days(intervals, deadline, any(days.approximate for days in several))


def _merge_intervals(intervals: Iterable[Interval]) -> tuple[Interval, ...]:
    merged: list[Interval] = []
    for interval in intervals:
        if merged and merged[-1].end is None and interval.start is None:
            merged[-1] = _close(merged[-1], interval)
        elif interval not in merged:
            merged.append(interval)
    return tuple(merged)


def _close(first: Interval, last: Interval) -> Interval:
    if first.start and last.end and last.end < first.start:
        raise Unassembled(first, last)
    return Interval(first.start, last.end)
