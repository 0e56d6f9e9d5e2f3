"""What a timing means: intervals, recurrence, contingency, status."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, datetime, time
from typing import Literal

from msgspec import Struct

from send_extract.patterns import compile_later

Status = Literal[
    "tbc", "ongoing", "complete", "in_progress", "not_started", "immediate", "as_required", "overdue", "paused",
    "cancelled", "none", "unspecified",
    "deferred", "on_track",  # as plans of schema 1.0 say paused and in progress
]  # fmt: skip


class Interval(Struct, frozen=True, gc=False):
    """Days from `start` to `end`, both included; None is open."""

    start: date | None = None
    end: date | None = None


_LENGTH = compile_later(r"P(?:[0-9]+[DWMY]|T[0-9]+H)")
_RULE = compile_later(r"FREQ=[A-Z]+(?:;[A-Z]+=[A-Z0-9,-]+)*")


class Frequency(Struct, frozen=True, gc=False):
    """`count` times in each `period` (an ISO 8601 duration)."""

    count: int
    period: str


class Timing(Struct, frozen=True, gc=False):
    """One timing in canonical form (design, section 4).

    `intervals` are days, several for several dates; `edtf` says them in ISO 8601-2 where it can; `deadline`
    marks a last day; `rrule` is an RFC 5545 recurrence, `frequency` the exact count; `duration` an ISO 8601
    length without an anchor, or the offset from what it is contingent on; `original` the intervals before a
    revision; `references` the numbers of other rows whose timing this one takes.
    """

    intervals: tuple[Interval, ...] = ()
    edtf: str | None = None
    deadline: bool = False
    approximate: bool = False
    rrule: str | None = None
    frequency: Frequency | None = None
    duration: str | None = None
    contingent_on: str | None = None
    status: Status | None = None
    original: tuple[Interval, ...] = ()
    references: tuple[str, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether the rule and the lengths have the form that this program writes: a file may say anything."""
        lengths = (self.duration, self.frequency.period if self.frequency else None)
        are_lengths = all(length is None or _LENGTH.fullmatch(length) for length in lengths)
        return are_lengths and (self.rrule is None or _RULE.fullmatch(self.rrule) is not None)

    def __str__(self) -> str:
        from send_extract.values.timing.wording import word_timing

        return word_timing(self)

    def occurrences(self, start: date, end: date) -> tuple[date, ...]:
        """Each date of the recurrence from `start` to `end`, both included; none where there is no rule."""
        return _expand_rule(self, start, end)


def first_start(timing: Timing | None) -> date | None:
    """The first day of the earliest interval, None where one is open."""
    return _bound([interval.start for interval in timing.intervals], min) if timing else None


def last_end(timing: Timing | None) -> date | None:
    """The last day of the latest interval, None where one is open."""
    return _bound([interval.end for interval in timing.intervals], max) if timing else None


def _bound(days: list[date | None], choose: Callable[[list[date]], date]) -> date | None:
    if len(days) < 2:  # as most: what is chosen among one is that
        return days[0] if days else None
    known = [day for day in days if day]
    return choose(known) if len(known) == len(days) else None


# How many days one step of a rule takes at most, by its unit.
_STEPS = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 31, "YEARLY": 366}


def _expand_rule(timing: Timing, start: date, end: date) -> tuple[date, ...]:
    """Each date of the timing's rule from `start` to `end`, both included; none where it has no rule (RFC 5545).

    The rule counts from the timing's own start where it has one, else from `start`. An interval longer than one
    step of the rule bounds it; a shorter one is its first time.
    """
    if not timing.rrule:
        return ()
    first = timing.intervals[0] if timing.intervals else None
    begin = first.start if first and first.start else start
    parts = dict(part.split("=") for part in timing.rrule.split(";"))
    unit, size = parts["FREQ"], int(parts.get("INTERVAL", "1"))
    last = min(end, _last_day(first, _STEPS[unit] * size) or end)
    if parts.keys() <= {"FREQ", "INTERVAL"}:
        return tuple(day for day in _step(begin, last, unit, size) if start <= day <= last)
    # Most rules say no more: a library's calendar is loaded for those that do.
    from dateutil.rrule import rrulestr

    rule = rrulestr(timing.rrule, dtstart=datetime.combine(begin, time()))
    window = datetime.combine(max(start, begin), time()), datetime.combine(last, time())
    return tuple(day.date() for day in rule.between(*window, inc=True))


def _step(begin: date, last: date, unit: str, size: int) -> Iterator[date]:
    """The days of a rule that says no more than its step; a month without the day of the first is left out."""
    if unit in {"DAILY", "WEEKLY"}:
        ordinals = range(begin.toordinal(), last.toordinal() + 1, size * _STEPS[unit])
        yield from map(date.fromordinal, ordinals)
        return
    months = size * (12 if unit == "YEARLY" else 1)
    for month in range(begin.year * 12 + begin.month - 1, last.year * 12 + last.month, months):
        with suppress(ValueError):
            yield begin.replace(month // 12, month % 12 + 1)


def _last_day(interval: Interval | None, step: int) -> date | None:
    """The last day of an interval that is longer than one step of the rule, or has no start."""
    if interval is None or interval.end is None or interval.start is None:
        return interval.end if interval else None
    return interval.end if (interval.end - interval.start).days > step else None
