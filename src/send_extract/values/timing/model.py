"""What a timing means: intervals, recurrence, contingency, status."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Literal

from msgspec import Struct

Status = Literal[
    "tbc", "ongoing", "complete", "in_progress", "not_started", "immediate", "as_required", "overdue", "paused",
    "cancelled", "none", "unspecified",
    "deferred", "on_track",  # as plans of schema 1.0 say paused and in progress
]  # fmt: skip


class Interval(Struct, frozen=True, gc=False):
    """Days from `start` to `end`, both included; None is open."""

    start: date | None = None
    end: date | None = None


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

    def __str__(self) -> str:
        from send_extract.values.timing.wording import word_timing

        return word_timing(self)

    def occurrences(self, start: date, end: date) -> tuple[date, ...]:
        """Each date of the recurrence from `start` to `end`, both included; none where there is no rule."""
        from send_extract.values.timing.occurrences import expand_rule

        return expand_rule(self, start, end)


def first_start(timing: Timing | None) -> date | None:
    """The first day of the earliest interval, None where one is open."""
    return _bound([interval.start for interval in timing.intervals], min) if timing else None


def last_end(timing: Timing | None) -> date | None:
    """The last day of the latest interval, None where one is open."""
    return _bound([interval.end for interval in timing.intervals], max) if timing else None


def _bound(days: list[date | None], choose: Callable[[list[date]], date]) -> date | None:
    known = [day for day in days if day]
    return choose(known) if known and len(known) == len(days) else None
