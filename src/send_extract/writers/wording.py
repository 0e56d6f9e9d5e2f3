"""Values in plain English: what a timing means, where words stand, who owns."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from send_extract.writers.recurrence import (
    MONTHS,
    describe_frequency,
    describe_length,
    describe_recurrence,
    join_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from send_extract.source import Location
    from send_extract.values.owner import Owner
    from send_extract.values.timing import Interval, Timing

_ROLES = {"lead": "lead", "accountable": "accountable", "support": "in support", "funder": "funder"}


def describe_location(location: Location) -> str:
    """Where words stand: `line 6, Summary actions, item 3`; empty where nothing is known."""
    numbered = (
        (name, getattr(location, name))
        for name in ("line", "page", "sheet", "table", "row", "column", "item")
    )
    known = [(name, value) for name, value in numbered if value is not None]
    return ", ".join(str(value) if name == "column" else f"{name} {value}" for name, value in known)


def list_owners(owners: Iterable[Owner] | None) -> Iterator[str]:
    """The code of each owner, or the name where there is no code."""
    return (name for owner in owners or () if (name := owner.code or owner.name))


def describe_owners(owners: Iterable[Owner] | None) -> str:
    """Owners with their names and roles: `GB, Clerk (lead)`."""
    return ", ".join(_describe_owner(owner) for owner in owners or ())


def _describe_owner(owner: Owner) -> str:
    named = owner.name if owner.name and owner.name != owner.code else None
    remarks = [remark for remark in (named if owner.code else None, _ROLES.get(owner.role)) if remark]
    head = owner.code or owner.name or "nobody"
    return f"{head} ({', '.join(remarks)})" if remarks else head


def describe_timing(timing: Timing | None) -> str:
    """What a timing means in words an officer would use: `by 31 July 2022`; empty where there is no value."""
    if timing is None:
        return ""
    parts = [*_describe_repetition(timing), *_describe_days(timing)]
    if timing.duration and not timing.contingent_on:
        parts.append(describe_length(timing.duration))
    if timing.contingent_on:
        offset = f"{describe_length(timing.duration)} from: " if timing.duration else "waits for: "
        parts.append(offset + timing.contingent_on)
    if timing.references:
        parts.append(f"as recommendation {join_words(timing.references)}")
    if timing.status:
        parts.append(_STATUSES.get(timing.status, timing.status.replace("_", " ")))
    return ", ".join(parts)


_STATUSES = {
    "tbc": "to be confirmed",
    "immediate": "at once",
    "none": "no date",
    "unspecified": "no date given",
}


def _describe_repetition(timing: Timing) -> Iterator[str]:
    if timing.rrule:
        yield describe_recurrence(timing.rrule)
    elif timing.frequency:
        yield describe_frequency(timing.frequency)


def _describe_days(timing: Timing) -> Iterator[str]:
    if timing.intervals:
        spans = [describe_interval(interval, deadline=timing.deadline) for interval in timing.intervals]
        yield ("about " if timing.approximate else "") + join_words(spans)
    if timing.original:
        yield f"at first {join_words([describe_interval(interval) for interval in timing.original])}"


def describe_interval(interval: Interval, *, deadline: bool = False) -> str:
    """An interval in the shortest true words: `March 2022`, `from 1 April 2022`, `14 to 18 March 2022`."""
    start, end = interval.start, interval.end
    if start is None or end is None:
        return _describe_open(start, end, deadline=deadline)
    if deadline and start == end:
        return f"by {describe_day(end)}"
    if _is_first(start) and _is_last(end):
        return _describe_months(start, end)
    return describe_day(start) if start == end else f"{_shorten(start, end)} to {describe_day(end)}"


def _describe_open(start: dt.date | None, end: dt.date | None, *, deadline: bool) -> str:
    if start:
        return (
            f"from {MONTHS[start.month - 1]} {start.year}"
            if _is_first(start)
            else f"from {describe_day(start)}"
        )
    if end:
        return f"{'by' if deadline else 'until'} {describe_day(end)}"
    return "at any time"


def _describe_months(start: dt.date, end: dt.date) -> str:
    """Whole months: a year, one month, or a span of them."""
    if (start.month, end.month) == (1, 12):
        return str(start.year) if start.year == end.year else f"{start.year} to {end.year}"
    last = f"{MONTHS[end.month - 1]} {end.year}"
    if (start.year, start.month) == (end.year, end.month):
        return last
    year = "" if start.year == end.year else f" {start.year}"
    return f"{MONTHS[start.month - 1]}{year} to {last}"


def _shorten(start: dt.date, end: dt.date) -> str:
    if (start.year, start.month) == (end.year, end.month):
        return str(start.day)
    return f"{start.day} {MONTHS[start.month - 1]}" if start.year == end.year else describe_day(start)


def describe_day(day: dt.date) -> str:
    """A day in British order: `31 March 2022`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _is_first(day: dt.date) -> bool:
    return day.day == 1


def _is_last(day: dt.date) -> bool:
    return day == dt.date.max or (day + dt.timedelta(days=1)).day == 1
