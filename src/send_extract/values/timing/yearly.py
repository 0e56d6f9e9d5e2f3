"""Yearly rules and the dates beside them: which day of which month they fall on."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from send_extract.values.timing.dates import Dates, Days
from send_extract.values.timing.joining import Unassembled, list_yearless
from send_extract.values.timing.model import Interval
from send_extract.values.timing.parts import Part, pick
from send_extract.values.timing.period import Period
from send_extract.values.timing.recurrence import Recurrence


def join_recurrence(
    recurrence: Recurrence, days: Days, parts: Sequence[Part]
) -> tuple[Recurrence | None, Days]:
    """A rhythm and the days beside it as they go together.

    A yearly event takes its month and day from a date without a year, which is a day of the plan's own year too where
    it stands apart before it (`31 August (annually)`, not `May each year`); `then monthly` leaves the end open. A
    weekday that is said of several days, and of no others, is no rhythm (`Mondays 3, 10 and 17 March`).
    """
    if _lists_days(recurrence, days):
        return None, days
    at = next(place for place, part in enumerate(parts) if isinstance(part.value, Recurrence))
    is_behind = bool(pick(parts[:at], Dates))
    if is_behind and parts[at].link in {"then", "and"}:
        _refuse_stretch(parts, at)
        if len(days.intervals) == 1:
            return recurrence, _leave_open(days)
    is_apart = is_behind and parts[at].link != ""
    recurrence, days = _join_yearless(recurrence, days, parts, is_behind=is_behind, is_apart=is_apart)
    return recurrence, replace(days, deadline=days.deadline or _is_deadline(recurrence, parts))


def _join_yearless(
    recurrence: Recurrence, days: Days, parts: Sequence[Part], *, is_behind: bool, is_apart: bool
) -> tuple[Recurrence, Days]:
    """A yearly rhythm on the dates without a year beside it; the days are its own unless they stand apart before it.

    Days that one rule cannot say stay, too, where they stand before it.
    """
    periods = list_yearless(parts) if recurrence.is_each("Y") else []
    if not periods:
        return recurrence, days
    placed = _place_yearly(recurrence, periods)
    if len(pick(parts, Dates)) > 1:  # `November each year from 2025`
        return placed, days
    is_kept = is_apart or (is_behind and placed.rule is None)
    return placed, days if is_kept else replace(days, intervals=())


def _leave_open(days: Days) -> Days:
    """`April 2022 then quarterly`: from the first day on."""
    first = days.intervals[0]
    return replace(days, intervals=(Interval(first.start or first.end, None),))


def _lists_days(recurrence: Recurrence, days: Days) -> bool:
    is_weekday = recurrence.unit == "W" and recurrence.step == 1 and recurrence.days != ""
    is_several = len(days.intervals) > 1
    return is_weekday and is_several and all(each.start == each.end for each in days.intervals)


def _refuse_stretch(parts: Sequence[Part], at: int) -> None:
    """A stretch and then a rule: one value cannot hold both.

    Raises:
        Unassembled: the dates before the rule last until something.
    """
    first = pick(parts, Dates)[0]
    is_stretch = first.bound in {"by", "until", "before", "latest"} or first.only is None
    if parts[at].link == "then" and is_stretch:
        raise Unassembled(parts)


def _is_deadline(recurrence: Recurrence, parts: Sequence[Part]) -> bool:
    """Whether a yearly rule is said to be met by its day (`Annually by 30 June`)."""
    is_yearly = recurrence.unit == "Y" and recurrence.step == 1 and bool(recurrence.months)
    return is_yearly and any(dates.bound == "by" for dates in pick(parts, Dates))


def _place_yearly(recurrence: Recurrence, periods: Sequence[Period]) -> Recurrence:
    """The yearly rule on the days of the periods; none for several days that one rule cannot say."""
    months = tuple(sorted({period.month for period in periods}))
    placed = replace(recurrence, times=len(periods))
    days = set(map(_find_day, periods))
    if days == {0}:
        return replace(placed, months=months)
    if not days.isdisjoint((0, None)):
        return replace(placed, approximate=True, unit=recurrence.unit if len(periods) == 1 else "")
    if len(days) > 1:
        return replace(placed, unit="")
    return replace(placed, months=months, days=f"BYMONTHDAY={days.pop()}")


def _find_day(period: Period) -> int | None:
    """Which day of its month a period is, -1 the last and 0 all of them; None where it is something else."""
    if period.kind not in {"day", "month"} or period.part not in {"", "end"}:
        return None
    return -1 if period.part == "end" else period.day
