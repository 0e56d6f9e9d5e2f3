"""The parts of an expression put together as one timing."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from send_extract.values.timing.calendar import ONE_DAY, add_months
from send_extract.values.timing.dates import Dates, Days, Span, resolve_dates
from send_extract.values.timing.edtf import write_edtf
from send_extract.values.timing.expression import Part
from send_extract.values.timing.joining import Unassembled, is_single, join_parts, span_arrows
from send_extract.values.timing.kinds import UnknownYear
from send_extract.values.timing.model import Frequency, Interval, Timing
from send_extract.values.timing.parts import Condition, Label, Length, Marker, References, Status
from send_extract.values.timing.recurring import Recurrence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from send_extract.values.timing.context import TimingContext
    from send_extract.values.timing.period import Period
    from send_extract.values.timing.tokens import Token

_NOTHING: Final = Timing()
# Statuses that a date beside them makes idle: it says what they leave open.
_IDLE: Final = frozenset(["unspecified", "immediate"])


class Placed(NamedTuple):
    """Days and the part that they come from."""

    days: Days
    part: Part


def assemble_timing(
    parts: Sequence[Part], tokens: Sequence[Token], context: TimingContext, *, other: bool = False
) -> Timing:
    """The timing that the parts make together; with `other`, in the less likely sense of the words.

    Raises:
        Unassembled: there is no timing in the parts, or they do not go together.
        UnknownYear, ImpossibleDay: as `resolve_dates`.
    """
    if len(parts) == 1 and isinstance(parts[0].value, Dates):
        return _assemble_dates(parts[0].value, context, other=other)
    joined = join_parts(parts, context)
    current, replaced = _divide(span_arrows(joined) if other else joined)
    recurrence = _one_recurrence(current, other=other)
    placed = _place_beside(recurrence, current, context, other=other)
    intervals, deadline, approximate = _merge_days(placed)
    if recurrence:
        recurrence, intervals = _join_recurrence(recurrence, intervals, placed, current)
        deadline = deadline or _is_yearly_deadline(recurrence, current)
    status = _choose_status(current, other=other)
    if status == "ongoing":
        intervals = _open_ongoing(intervals, placed, current)
    timing = Timing(
        intervals=intervals,
        edtf=write_edtf(intervals, approximate=approximate, either=_is_choice(placed)),
        deadline=deadline,
        approximate=approximate
        or (recurrence is not None and recurrence.approximate)
        or _is_loose_length(current),
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
    if timing in {_NOTHING, Timing(original=timing.original)}:
        raise Unassembled(parts)
    return timing


def _assemble_dates(dates: Dates, context: TimingContext, *, other: bool) -> Timing:
    """The timing of dates alone, as most are."""
    intervals, deadline, approximate = resolve_dates(dates, context, other=other)
    edtf = write_edtf(intervals, approximate=approximate, either=dates.join == "or")
    return Timing(intervals, edtf, deadline, approximate)


# Revisions
# ---------------------------------------------------------------------------------------------------------


def _divide(parts: Sequence[Part]) -> tuple[list[Part], list[Part]]:
    """The parts that count, and the dates that a revision replaced."""
    current: list[Part] = []
    replaced: list[Part] = []
    state = ""
    for part in parts:
        if isinstance(part.value, Marker):
            state = part.value.kind
            if state in {"revised", "extended", "arrow"}:
                replaced += [earlier for earlier in current if isinstance(earlier.value, Dates)]
                current = [earlier for earlier in current if not isinstance(earlier.value, Dates)]
        elif not isinstance(part.value, Dates):
            current.append(part)
        else:
            old, new = _split_dates(part.value, state, replaced)
            replaced += [part._replace(value=old)] if old else []
            current += (
                [part._replace(value=new, link=part.link or "mark" if state else part.link)] if new else []
            )
            state = ""
    return current, replaced


def _split_dates(dates: Dates, state: str, replaced: Sequence[Part]) -> tuple[Dates | None, Dates | None]:
    """Of the dates behind a marker, those that were replaced and those that count."""
    if state == "original":
        return dates, None
    if state == "moved":
        span = dates.spans[0]
        return Dates((Span(span.first),)), Dates((Span(span.last or span.first),))
    if state == "revised" and dates.join == "then":
        # Of dates that were revised in turn, the last counts.
        return dates._replace(spans=dates.spans[:-1]), dates._replace(spans=dates.spans[-1:])
    before = replaced[-1].value if replaced else None
    if state in {"arrow", "extended", "revised"} and isinstance(before, Dates):
        return None, _shift_end(before, dates, is_end=state != "revised")
    return None, dates


def _shift_end(before: Dates, dates: Dates, *, is_end: bool) -> Dates:
    """New dates in place of old ones: one date behind a span is its new end, and the bound of the old one stays."""
    if is_end and before.spans[-1].last and is_single(dates):
        return dates._replace(spans=(*before.spans[:-1], Span(before.spans[-1].first, dates.spans[0].first)))
    if before.bound in {"until", "by", "latest"} and not dates.bound and is_single(dates):
        return dates._replace(bound=before.bound)
    return dates


# Dates and lengths
# ---------------------------------------------------------------------------------------------------------


def _place_beside(
    recurrence: Recurrence | None, parts: Sequence[Part], context: TimingContext, *, other: bool
) -> list[Placed]:
    """The dates in place; beside a yearly rule they need no year, and without one they are the rule's alone."""
    try:
        return _place(parts, context, other=other)
    except UnknownYear:
        if recurrence and recurrence.rule == "FREQ=YEARLY" and _yearless(parts):
            return []
        raise


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
    return _bound(first) in {"from", "after"} and _bound(second) in {"by", "until", "before", "latest"}


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
    return Days((Interval(start, end - ONE_DAY if inclusive else end),), approximate=length.most)


def _duration(parts: Sequence[Part], context: TimingContext) -> str | None:
    """The length where it counts from nothing known, or from an event."""
    for part in parts:
        length = part.value
        if not isinstance(length, Length) or length.dates:
            continue
        if length.anchor != "plan" or not context.plan_date or length.unit == "H":
            return length.duration
    return None


def _is_loose_length(parts: Sequence[Part]) -> bool:
    """Whether a length is the longer end of a range, or made of working days."""
    return any(isinstance(part.value, Length) and part.value.most for part in parts)


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
    if dates_first and parts[at].link == "then" and _is_bounded(placed):
        raise Unassembled(parts)  # a stretch and then a rule: one value cannot hold both
    if dates_first and len(intervals) == 1 and parts[at].link in {"then", "and"}:
        return recurrence, (Interval(intervals[0].start or intervals[0].end, None),)
    yearless = _yearless(parts)
    if recurrence.rule != "FREQ=YEARLY" or not yearless:
        return recurrence, intervals
    intervals = intervals if dates_first else ()
    days = _yearly_days(yearless)
    if days is None:
        return recurrence._replace(rule=None, times=len(yearless)), intervals
    rule = f"FREQ=YEARLY;{days}" if days else recurrence.rule
    approximate = recurrence.approximate or not days
    return recurrence._replace(rule=rule, times=max(1, len(yearless)), approximate=approximate), intervals


def _is_bounded(placed: Sequence[Placed]) -> bool:
    dates = placed[0].part.value
    return isinstance(dates, Dates) and (
        dates.bound in {"by", "until", "before", "latest"} or dates.only is None
    )


def _is_yearly_deadline(recurrence: Recurrence, parts: Sequence[Part]) -> bool:
    """Whether a yearly rule is said to be met by its day (`Annually by 31 March`)."""
    is_yearly = (recurrence.rule or "").startswith("FREQ=YEARLY;BYMONTH")
    return is_yearly and any(_bound(part) == "by" for part in parts)


def _yearless(parts: Sequence[Part]) -> list[Period]:
    """The periods that are all that the dates say, none of them with a year or a start or end of its own."""
    dates = [part.value for part in parts if isinstance(part.value, Dates)]
    periods = [period for one in dates for period in one.periods]
    is_plain = all(one.bound in {"", "by"} and not any(span.last for span in one.spans) for one in dates)
    return periods if is_plain and len(dates) == 1 and all(period.year is None for period in periods) else []


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
# ---------------------------------------------------------------------------------------------------------


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
    is_plain = isinstance(dates.value, Dates) and dates.value.only is not None and not dates.value.bound
    labelled = any(isinstance(part.value, Label) and part.start < dates.start for part in parts)
    if status.start > dates.start and is_plain and not labelled:
        return (Interval(intervals[0].start, None),)
    return intervals


def _condition_words(parts: Sequence[Part], tokens: Sequence[Token]) -> str | None:
    """The words that are waited for, as printed but for the marks about them."""
    words = []
    for part in parts:
        condition = part.value.words if isinstance(part.value, Length) else part.value
        if isinstance(condition, Condition):
            words.append(print_words(tokens[condition.start : condition.end]))
    return "; ".join(word for word in words if word) or None


def print_words(tokens: Sequence[Token]) -> str:
    """The words of `tokens` with single spaces where there were any."""
    text = "".join((" " if token.gap and place else "") + token.text for place, token in enumerate(tokens))
    return text.strip(" ,;:-\u2013.")
