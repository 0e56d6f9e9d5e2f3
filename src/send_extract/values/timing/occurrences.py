"""The dates of a recurrence in a window."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from send_extract.values.timing.model import Interval, Timing

# How many days one step of a rule takes at most, by its unit.
_STEPS = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 31, "YEARLY": 366}


def expand_rule(timing: Timing, start: date, end: date) -> tuple[date, ...]:
    """Each date of the timing's rule from `start` to `end`, both included; none where it has no rule (RFC 5545).

    The rule counts from the timing's own start where it has one, else from `start`. An interval longer than one
    step of the rule bounds it; a shorter one is its first time.
    """
    if not timing.rrule:
        return ()
    from dateutil.rrule import rrulestr

    first = timing.intervals[0] if timing.intervals else None
    begin = first.start if first and first.start else start
    last = min(end, _last_day(first, timing.rrule) or end)
    rule = rrulestr(timing.rrule, dtstart=datetime.combine(begin, time()))
    window = datetime.combine(max(start, begin), time()), datetime.combine(last, time())
    return tuple(day.date() for day in rule.between(*window, inc=True))


def _last_day(interval: Interval | None, rule: str) -> date | None:
    """The last day of an interval that is longer than one step of the rule, or has no start."""
    if interval is None or interval.end is None or interval.start is None:
        return interval.end if interval else None
    parts = dict(part.split("=") for part in rule.split(";"))
    step = _STEPS[parts["FREQ"]] * int(parts.get("INTERVAL", "1"))
    return interval.end if (interval.end - interval.start).days > step else None
