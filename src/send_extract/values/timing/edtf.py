"""Intervals in the Extended Date/Time Format (ISO 8601-2:2019, levels 0 to 2)."""

from __future__ import annotations

from datetime import date

from send_extract.values.timing.calendar import month_end
from send_extract.values.timing.model import Interval

_DECEMBER = 12


def write_edtf(intervals: tuple[Interval, ...], *, approximate: bool, either: bool = False) -> str | None:
    """The intervals as EDTF: one, a set of all (`{a,b}`), or one of several (`[a,b]`).

    None where there is nothing to say, or where EDTF cannot say it (a set with an open end, or with a range whose
    ends are approximate).
    """
    mark = "~" if approximate else ""
    if len(intervals) == 1:
        return _write_one(intervals[0], mark)
    if not intervals:
        return None
    members = [
        _write_member(interval.start, interval.end, mark)
        for interval in intervals
        if interval.start and interval.end
    ]
    if len(members) < len(intervals) or "" in members:
        return None
    listed = ",".join(members)
    return f"[{listed}]" if either else f"{{{listed}}}"


def _write_one(interval: Interval, mark: str) -> str | None:
    start, end = interval.start, interval.end
    if start is None and end is None:
        return None
    if start is None:
        return f"../{_write_last(end)}{mark}" if end else None
    if end is None:
        return f"{_write_first(start)}{mark}/.."
    whole = _write_whole(start, end)
    if whole:
        return whole + mark
    first, last = _write_pair(start, end)
    return f"{first}{mark}/{last}{mark}"


def _write_member(start: date, end: date, mark: str) -> str:
    """A member of a set; empty for a range that is approximate."""
    whole = _write_whole(start, end)
    if whole:
        return whole + mark
    return "" if mark else "..".join(_write_pair(start, end))


def _write_whole(start: date, end: date) -> str:
    """A day, a month or a year that the interval is exactly; empty where it is none."""
    if start == end:
        return start.isoformat()
    if start.day == 1 and end == month_end(start.year, start.month):
        return f"{start:%Y-%m}"
    if start.year == end.year and _is_year_start(start) and _is_year_end(end):
        return f"{start:%Y}"
    return ""


def _write_pair(start: date, end: date) -> tuple[str, str]:
    """Both ends at the coarsest precision that says both."""
    if _is_year_start(start) and _is_year_end(end):
        return f"{start:%Y}", f"{end:%Y}"
    if start.day == 1 and end == month_end(end.year, end.month):
        return f"{start:%Y-%m}", f"{end:%Y-%m}"
    return start.isoformat(), end.isoformat()


def _write_first(start: date) -> str:
    return f"{start:%Y-%m}" if start.day == 1 else start.isoformat()


def _write_last(end: date) -> str:
    return f"{end:%Y-%m}" if end == month_end(end.year, end.month) else end.isoformat()


def _is_year_start(day: date) -> bool:
    return (day.month, day.day) == (1, 1)


def _is_year_end(day: date) -> bool:
    return (day.month, day.day) == (_DECEMBER, 31)
