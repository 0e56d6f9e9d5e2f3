"""The parts of an expression put together as one timing."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from send_extract.values.timing.calendar import ONE_DAY, add_months
from send_extract.values.timing.conditions import Condition
from send_extract.values.timing.dates import Dates, Days, Item, resolve_dates
from send_extract.values.timing.edtf import write_edtf
from send_extract.values.timing.expression import Expression, Label, Marker, Part, Status
from send_extract.values.timing.joining import join_parts, span_arrows
from send_extract.values.timing.lengths import Length
from send_extract.values.timing.model import Frequency, Interval, Timing
from send_extract.values.timing.recurrence import Recurrence
from send_extract.values.timing.references import References

if TYPE_CHECKING:
    from collections.abc import Sequence

    from send_extract.values.timing.context import TimingContext
    from send_extract.values.timing.periods import Period
    from send_extract.values.timing.tokens import Token


class Unassembled(ValueError):
    """The parts contradict each other, or stand side by side with nothing to say how they go together."""


class Placed(NamedTuple):
    """Days and the part that they come from."""

    days: Days
    part: Part


def assemble_timing(
    expression: Expression, tokens: Sequence[Token], context: TimingContext, *, other: bool = False
) -> Timing:
    """The timing that the parts make together; with `other`, in the less likely sense of the words.

    Raises:
        Unassembled: there is no timing in the parts, or they do not go together.
        UnknownYear, ImpossibleDay: as `resolve_dates`.
    """
    if len(expression.parts) == 1 and isinstance(expression.parts[0].value, Dates):
        return _assemble_dates(expression.parts[0].value, context, other=other)
    parts = join_parts(expression.parts)
    current, replaced = _divide(span_arrows(parts) if other else parts)
    placed = _place(current, context, other=other)
    recurrence = _one_recurrence(current, other=other)
    intervals, deadline, approximate = _merge_days(placed)
    if recurrence:
        recurrence, intervals = _join_recurrence(recurrence, intervals, placed, current)
    status = _choose_status(current, other=other)
    if status == "ongoing":
        intervals = _open_ongoing(intervals, placed, current)
    timing = Timing(
        intervals=intervals,
        edtf=write_edtf(intervals, approximate=approximate, either=_is_choice(placed)),
        deadline=deadline,
        approximate=approximate or (recurrence is not None and recurrence.approximate),
        rrule=recurrence.rule if recurrence else None,
        frequency=Frequency(recurrence.times, recurrence.period) if recurrence else None,
        duration=_duration(current, context),
        contingent_on=_condition_words(current, tokens),
        status=status,  # type: ignore[arg-type] # the table of statuses holds the contract's names
        original=_merge_days(_place(replaced, context, other=other)).intervals if replaced else (),
        references=tuple(
            n for part in current if isinstance(part.value, References) for n in part.value.numbers
        ),
    )
    if timing == _NOTHING:
        raise Unassembled(expression)
    return timing


_NOTHING = Timing()


def _assemble_dates(dates: Dates, context: TimingContext, *, other: bool) -> Timing:
    """The timing of dates alone, as most are."""
    intervals, deadline, approximate = resolve_dates(dates, context, other=other)
    edtf = write_edtf(intervals, approximate=approximate, either=dates.join == "or")
    return Timing(intervals, edtf, deadline, approximate)


def _divide(parts: Sequence[Part]) -> tuple[list[Part], list[Part]]:
    """The parts that count, and the dates that a revision replaced."""
    current: list[Part] = []
    replaced: list[Part] = []
    state = ""
    for part in parts:
        if isinstance(part.value, Marker):
            state = part.value.kind
            if state in {"revised", "arrow"}:
                replaced += [earlier for earlier in current if isinstance(earlier.value, Dates)]
                current = [earlier for earlier in current if not isinstance(earlier.value, Dates)]
        elif not isinstance(part.value, Dates):
            current.append(part)
        else:
            old, new = _split_dates(part.value, state, replaced)
            replaced += [part._replace(value=old)] if old else []
            current += [part._replace(value=new)] if new else []
            state = ""
    return current, replaced


def _split_dates(dates: Dates, state: str, replaced: Sequence[Part]) -> tuple[Dates | None, Dates | None]:
    """Of the dates behind a marker, those that were replaced and those that count."""
    if state == "original":
        return dates, None
    if state == "moved":
        item = dates.items[0]
        return Dates((Item(item.first),)), Dates((Item(item.last or item.first),))
    if state == "revised" and dates.join == "then":
        # Of dates that were revised in turn, the last counts.
        return dates._replace(items=dates.items[:-1]), dates._replace(items=dates.items[-1:])
    return None, _shift_end(replaced[-1:], dates) if state == "arrow" else dates


def _shift_end(replaced: Sequence[Part], dates: Dates) -> Dates:
    """The dates behind an arrow: behind a range, one date is its new end."""
    before = replaced[0].value if replaced else None
    if (
        not isinstance(before, Dates)
        or not before.items[-1].last
        or len(dates.items) > 1
        or dates.items[0].last
    ):
        return dates
    return dates._replace(items=(*before.items[:-1], Item(before.items[-1].first, dates.items[0].first)))


def _place(parts: Sequence[Part], context: TimingContext, *, other: bool) -> list[Placed]:
    placed: list[Placed] = []
    previous: Part | None = None
    for part in parts:
        if isinstance(part.value, Dates):
            if (
                previous
                and isinstance(previous.value, Dates)
                and not part.link
                and not _completes(previous, part)
            ):
                raise Unassembled(part)
            placed.append(Placed(resolve_dates(part.value, context, other=other), part))
        elif isinstance(part.value, Length):
            days = _length_days(part.value, context)
            placed += [Placed(days, part)] if days else []
        previous = part
    return placed


def _completes(first: Part, second: Part) -> bool:
    """Whether two dates side by side are a start and an end (`from April until June`, `from May by July`)."""
    return _bound(first) == "from" and _bound(second) in {"by", "until", "before"}


def _bound(part: Part) -> str:
    return part.value.bound if isinstance(part.value, Dates) else ""


def _length_days(length: Length, context: TimingContext) -> Days | None:
    """The days of a length that has something to count from."""
    if length.unit == "H" or length.anchor not in {"plan", "dates"}:
        return None
    if length.anchor == "dates" and length.dates:
        start = resolve_dates(length.dates, context).intervals[0].start
        inclusive = not length.bounded
    else:
        start, inclusive = context.plan_date, False
    if start is None:
        return None
    months = {"M": 1, "Y": 12}.get(length.unit)
    days = {"D": 1, "W": 7}.get(length.unit, 0)
    end = add_months(start, months * length.times) if months else start + timedelta(days=days * length.times)
    return Days((Interval(start, end - ONE_DAY if inclusive else end),))


def _duration(parts: Sequence[Part], context: TimingContext) -> str | None:
    """The length where it counts from nothing known, or from an event."""
    for part in parts:
        length = part.value
        if (
            isinstance(length, Length)
            and not (length.anchor == "plan" and context.plan_date)
            and not length.dates
        ):
            return length.duration
    return None


class _Merged(NamedTuple):
    intervals: tuple[Interval, ...]
    deadline: bool
    approximate: bool


def _merge_days(placed: Sequence[Placed]) -> _Merged:
    """All intervals in order, none twice; a start and an end that stand apart are one."""
    intervals: list[Interval] = []
    for days, _ in placed:
        for interval in days.intervals:
            if intervals and intervals[-1].end is None and interval.start is None:
                intervals[-1] = _close(intervals[-1], interval)
            elif interval not in intervals:
                intervals.append(interval)
    return _Merged(
        tuple(intervals),
        any(days.deadline for days, _ in placed),
        any(days.approximate for days, _ in placed),
    )


def _close(first: Interval, last: Interval) -> Interval:
    if first.start and last.end and last.end < first.start:
        raise Unassembled(first, last)
    return Interval(first.start, last.end)


def _is_choice(placed: Sequence[Placed]) -> bool:
    return len(placed) == 1 and isinstance(placed[0].part.value, Dates) and placed[0].part.value.join == "or"


# Recurrence
# ---------------------------------------------------------------------------------------------------------


def _one_recurrence(parts: Sequence[Part], *, other: bool) -> Recurrence | None:
    found = [part.value for part in parts if isinstance(part.value, Recurrence)]
    if len(set(found)) > 1:
        raise Unassembled(found)
    if not found:
        return None
    return found[0].other if other and found[0].other else found[0]


def _join_recurrence(
    recurrence: Recurrence, intervals: tuple[Interval, ...], placed: Sequence[Placed], parts: Sequence[Part]
) -> tuple[Recurrence, tuple[Interval, ...]]:
    """A yearly event takes its month and day from a date without a year; `then monthly` leaves the end open."""
    at = next(place for place, part in enumerate(parts) if isinstance(part.value, Recurrence))
    dates_first = bool(placed) and placed[0].part.start < parts[at].start
    if dates_first and len(intervals) == 1 and parts[at].link in {"then", "and"}:
        return recurrence, (Interval(intervals[0].start or intervals[0].end, None),)
    if recurrence.rule != "FREQ=YEARLY" or not _is_yearless(placed):
        return recurrence, intervals
    intervals = intervals if dates_first else ()
    periods = (
        [item.first for item in placed[0].part.value.items] if isinstance(placed[0].part.value, Dates) else []
    )
    days = _yearly_days(periods)
    if days is None:
        return recurrence._replace(rule=None, times=len(periods)), intervals
    rule = f"FREQ=YEARLY;{days}" if days else recurrence.rule
    return recurrence._replace(rule=rule, times=max(1, len(periods))), intervals


def _is_yearless(placed: Sequence[Placed]) -> bool:
    """Whether the dates are one list of periods, none of them with a year or a start or end of its own."""
    if len(placed) != 1 or not isinstance(placed[0].part.value, Dates):
        return False
    dates = placed[0].part.value
    return dates.bound in {"", "by"} and all(
        item.first.year is None and not item.last for item in dates.items
    )


def _yearly_days(periods: Sequence[Period]) -> str | None:
    """`BYMONTH` and `BYMONTHDAY` of yearly periods; empty where they are other than months and days.

    None for several days that one rule cannot say.
    """
    months = ",".join(str(month) for month in sorted({period.month for period in periods}))
    if all(period.kind == "month" and not period.part for period in periods):
        return f"BYMONTH={months}"
    days = {
        -1 if period.part == "end" else period.day for period in periods if period.kind in {"day", "month"}
    }
    if (
        any(period.kind not in {"day", "month"} or period.part not in {"", "end"} for period in periods)
        or 0 in days
    ):
        return ""
    return f"BYMONTH={months};BYMONTHDAY={days.pop()}" if len(days) == 1 else None


# Status and condition
# -----------------------------------------------------------------------------------------------


def _choose_status(parts: Sequence[Part], *, other: bool) -> str | None:
    """The first status; where there are several, the last is the other reading."""
    names = [part.value.name for part in parts if isinstance(part.value, Status)]
    if not names:
        return None
    return names[-1] if other else names[0]


def _open_ongoing(
    intervals: tuple[Interval, ...], placed: Sequence[Placed], parts: Sequence[Part]
) -> tuple[Interval, ...]:
    """`April 2022 and ongoing` begins in April and has no end; `Ongoing – review in March` is left alone."""
    if len(intervals) != 1 or len(placed) != 1 or intervals[0].start is None or intervals[0].end is None:
        return intervals
    dates = placed[0].part
    status = next(part for part in parts if isinstance(part.value, Status))
    is_range = isinstance(dates.value, Dates) and (
        dates.value.items[0].last is not None or dates.value.bound != ""
    )
    labelled = any(isinstance(part.value, Label) and part.start < dates.start for part in parts)
    if status.start > dates.start and not is_range and not labelled:
        return (Interval(intervals[0].start, None),)
    return intervals


def _condition_words(parts: Sequence[Part], tokens: Sequence[Token]) -> str | None:
    """The words that are waited for, as printed but for the marks about them."""
    words = []
    for part in parts:
        condition = part.value.words if isinstance(part.value, Length) else part.value
        if isinstance(condition, Condition):
            words.append(spell(tokens[condition.start : condition.end]))
    return "; ".join(word for word in words if word) or None


def spell(tokens: Sequence[Token]) -> str:
    """The words of `tokens` with single spaces where there were any."""
    text = "".join((" " if token.gap and place else "") + token.text for place, token in enumerate(tokens))
    return text.strip(" ,;:-\u2013.")
