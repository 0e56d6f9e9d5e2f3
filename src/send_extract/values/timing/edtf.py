"""Intervals in the Extended Date/Time Format (ISO 8601-2:2019, levels 0 to 2)."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from send_extract.values.timing.calendar import ONE_DAY
from send_extract.values.timing.model import Interval


@lru_cache(maxsize=4096)
def write_edtf(intervals: tuple[Interval, ...], *, approximate: bool, either: bool = False) -> str | None:
    """The intervals as EDTF: one, a set of all (`{a,b}`), or one of several (`[a,b]`).

    None where there is nothing to say, or where EDTF cannot say it (a set with an open end, or with a range whose
    ends are approximate).
    """
    mark = "~" if approximate else ""
    if len(intervals) == 1:
        return _write_one(intervals[0], mark)
    members = [_write_member(interval, mark) for interval in intervals]
    if not members or "" in members:
        return None
    listed = ",".join(members)
    return f"[{listed}]" if either else f"{{{listed}}}"


def _write_one(interval: Interval, mark: str) -> str | None:
    start, end = interval.start, interval.end
    if start is None:
        return f"../{_write_end(end, is_whole=(end + ONE_DAY).day == 1)}{mark}" if end else None
    if end is None:
        return f"{_write_end(start, is_whole=start.day == 1)}{mark}/.."
    first, last = _write_pair(start, end)
    return f"{first}{mark}/{last}{mark}" if last else first + mark


def _write_member(interval: Interval, mark: str) -> str:
    """A member of a set; empty for an open one, and for a range that is approximate."""
    if not interval.start or not interval.end:
        return ""
    first, last = _write_pair(interval.start, interval.end)
    if last:
        return "" if mark else f"{first}..{last}"
    return first + mark


def _write_pair(start: date, end: date) -> tuple[str, str]:
    """Both ends at the coarsest precision that says both; the last empty where both are one day, month or year."""
    first, last = start.isoformat(), end.isoformat()
    if first == last:
        return first, ""
    if start.day == 1 and (end + ONE_DAY).day == 1:
        is_years = first.endswith("-01-01") and last.endswith("-12-31")
        size = len("2022") if is_years else len("2022-01")
        first, last = first[:size], last[:size]
    return first, "" if first == last else last


def _write_end(day: date, *, is_whole: bool) -> str:
    """A day, or its month where that is meant as a whole."""
    return day.isoformat()[: len("2022-01")] if is_whole else day.isoformat()
