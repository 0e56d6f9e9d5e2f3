"""Yearly rules and the dates beside them: which day of which month they fall on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from send_extract.values.timing.dates import Dates
from send_extract.values.timing.joining import Unassembled
from send_extract.values.timing.model import Interval
from send_extract.values.timing.period import Period
from send_extract.values.timing.recurring import Recurrence

if TYPE_CHECKING:
    from send_extract.values.timing.expression import Part

Intervals = tuple[Interval, ...]


def join_recurrence(
    recurrence: Recurrence, intervals: Intervals, parts: Sequence[Part]
) -> tuple[Recurrence, Intervals]:
    """A yearly event takes its month and day from a date without a year; `then monthly` leaves the end open."""
    at = next(place for place, part in enumerate(parts) if isinstance(part.value, Recurrence))
    is_behind = bool(list_dates(parts[:at]))
    if is_behind and parts[at].link in {"then", "and"}:
        _refuse_stretch(parts, at)
        if len(intervals) == 1:
            return recurrence, (Interval(intervals[0].start or intervals[0].end, None),)
    periods = list_yearless(parts)
    if recurrence.rule != "FREQ=YEARLY" or not periods:
        return recurrence, intervals
    return _place_yearly(recurrence, periods), intervals if is_behind else ()


def lists_days(recurrence: Recurrence, intervals: Intervals) -> bool:
    """Whether a weekday is said of several days and of no others (`Mondays 3, 10 and 17 March`)."""
    is_weekday = (recurrence.rule or "").startswith("FREQ=WEEKLY;BYDAY=")
    return is_weekday and len(intervals) > 1 and all(each.start == each.end for each in intervals)


def _refuse_stretch(parts: Sequence[Part], at: int) -> None:
    """A stretch and then a rule: one value cannot hold both.

    Raises:
        Unassembled: the dates before the rule last until something.
    """
    first = list_dates(parts)[0]
    if parts[at].link == "then" and (
        first.bound in {"by", "until", "before", "latest"} or first.only is None
    ):
        raise Unassembled(parts)


def list_dates(parts: Sequence[Part]) -> list[Dates]:
    """The dates among the parts."""
    return [part.value for part in parts if isinstance(part.value, Dates)]


def list_yearless(parts: Sequence[Part]) -> list[Period]:
    """The periods that are all that the dates say, none of them with a year or a start or end of its own."""
    found = list_dates(parts)
    if len(found) != 1 or found[0].bound not in {"", "by"}:
        return []
    has_range = any(span.last for span in found[0].spans)
    has_year = any(period.year is not None for period in found[0].periods)
    return [] if has_range or has_year else found[0].periods


def is_yearly_deadline(recurrence: Recurrence, parts: Sequence[Part]) -> bool:
    """Whether a yearly rule is said to be met by its day (`Annually by 31 March`)."""
    is_yearly = (recurrence.rule or "").startswith("FREQ=YEARLY;BYMONTH")
    return is_yearly and any(dates.bound == "by" for dates in list_dates(parts))


def _place_yearly(recurrence: Recurrence, periods: Sequence[Period]) -> Recurrence:
    """The yearly rule on the days of the periods; none for several days that one rule cannot say."""
    months = f"BYMONTH={','.join(map(str, sorted({period.month for period in periods})))}"
    times = len(periods)
    if all(period.kind == "month" and not period.part for period in periods):
        return replace(recurrence, rule=f"FREQ=YEARLY;{months}", times=times)
    days = {-1 if period.part == "end" else period.day for period in periods}
    if 0 in days or not all(_has_day(period) for period in periods):
        return replace(recurrence, times=times, approximate=True)
    rule = f"FREQ=YEARLY;{months};BYMONTHDAY={days.pop()}" if len(days) == 1 else None
    return replace(recurrence, rule=rule, times=times)


def _has_day(period: Period) -> bool:
    """Whether a period is one day of a month in every year."""
    return period.kind in {"day", "month"} and period.part in {"", "end"}
