"""The parts of an expression put together as one timing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from send_extract.values.timing.calendar import ONE_DAY, add_months
from send_extract.values.timing.context import TimingContext
from send_extract.values.timing.dates import Dates, Days, Span, resolve_dates
from send_extract.values.timing.edtf import write_edtf
from send_extract.values.timing.expression import Part
from send_extract.values.timing.joining import Unassembled, join_parts, span_arrows
from send_extract.values.timing.kinds import UnknownYear
from send_extract.values.timing.model import Frequency, Interval, Timing
from send_extract.values.timing.parts import Condition, Label, Length, Marker, References, Status
from send_extract.values.timing.recurring import Recurrence
from send_extract.values.timing.yearly import is_yearly_deadline, join_recurrence, list_yearless, lists_days

if TYPE_CHECKING:
    from send_extract.values.timing.tokens import Token

_NOTHING: Final = Timing()
_REPLACING: Final = frozenset(["revised", "arrow"])
_ENDING: Final = frozenset(["by", "until", "before", "latest"])


class Placed(Struct, frozen=True, gc=False):
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
    days = _merge_days(placed)
    intervals, deadline = days.intervals, days.deadline
    if recurrence and lists_days(recurrence, intervals):
        recurrence = None
    if recurrence:
        recurrence, intervals = join_recurrence(recurrence, intervals, current)
        deadline = deadline or is_yearly_deadline(recurrence, current)
    status = _choose_status(current, other=other)
    if status == "ongoing":
        intervals = _open_ongoing(intervals, placed, current)
    original = _merge_days(_place(replaced, context, other=other)).intervals
    edtf = write_edtf(intervals, approximate=days.approximate, either=_is_choice(placed))
    timing = Timing(
        intervals, edtf, deadline, days.approximate or _is_loose(recurrence, current), *_write_recurrence(recurrence),
        _duration(current, context), _condition_words(current, tokens), status, original, _list_references(current),  # type: ignore[arg-type] # the table of statuses holds the contract's names
    )  # fmt: skip
    if timing in {_NOTHING, Timing(original=original)}:
        raise Unassembled(parts)
    return timing


def _assemble_dates(dates: Dates, context: TimingContext, *, other: bool) -> Timing:
    """The timing of dates alone, as most are."""
    days = resolve_dates(dates, context, other=other)
    edtf = write_edtf(days.intervals, approximate=days.approximate, either=dates.join == "or")
    return Timing(days.intervals, edtf, days.deadline, days.approximate)


def _write_recurrence(recurrence: Recurrence | None) -> tuple[str | None, Frequency | None]:
    return (recurrence.rule, Frequency(recurrence.times, recurrence.period)) if recurrence else (None, None)


def _is_loose(recurrence: Recurrence | None, parts: Sequence[Part]) -> bool:
    """Whether a rhythm is a count alone, or a length the longer end of a range or made of working days."""
    has_range = any(isinstance(part.value, Length) and part.value.most for part in parts)
    return has_range or (recurrence is not None and recurrence.approximate)


def _list_references(parts: Sequence[Part]) -> tuple[str, ...]:
    return tuple(
        number for part in parts if isinstance(part.value, References) for number in part.value.numbers
    )


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
            replaced += list_dated(current) if state in _REPLACING else []
            current = [one for one in current if one not in replaced]
        elif isinstance(part.value, Dates) and state:
            old, new = _split_dates(part.value, state, replaced)
            replaced += [replace(part, value=dates) for dates in old]
            current += [replace(part, value=dates, link=part.link or "mark") for dates in new]
            state = ""
        else:
            current.append(part)
    return current, replaced


def list_dated(parts: Sequence[Part]) -> list[Part]:
    """The parts that are dates."""
    return [part for part in parts if isinstance(part.value, Dates)]


def _split_dates(dates: Dates, state: str, replaced: Sequence[Part]) -> tuple[list[Dates], list[Dates]]:
    """Of the dates behind a marker, those that were replaced and those that count."""
    if state == "original":
        return [dates], []
    if state == "moved":
        span = dates.spans[0]
        return [Dates((Span(span.first),))], [Dates((Span(span.last or span.first),))]
    if state == "revised" and dates.join == "then":
        # Of dates that were revised in turn, the last counts.
        return [replace(dates, spans=dates.spans[:-1])], [replace(dates, spans=dates.spans[-1:])]
    before = replaced[-1].value if replaced else None
    return [], [_shift_end(before, dates, state) if isinstance(before, Dates) else dates]


def _shift_end(before: Dates, dates: Dates, state: str) -> Dates:
    """New dates in place of old ones: one date behind a span is its new end, and the bound of the old one stays."""
    if dates.only is None:
        return dates
    end = before.spans[-1]
    if state == "arrow" and end.last:
        return replace(dates, spans=(*before.spans[:-1], Span(end.first, dates.only)))
    return replace(dates, bound=dates.bound or (before.bound if before.bound in _ENDING else ""))


# Dates and lengths
# ---------------------------------------------------------------------------------------------------------


def _place_beside(
    recurrence: Recurrence | None, parts: Sequence[Part], context: TimingContext, *, other: bool
) -> list[Placed]:
    """The dates in place; beside a yearly rule they need no year, and without one they are the rule's alone."""
    try:
        return _place(parts, context, other=other)
    except UnknownYear:
        if recurrence and recurrence.rule == "FREQ=YEARLY" and list_yearless(parts):
            return []
        raise


def _place(parts: Sequence[Part], context: TimingContext, *, other: bool) -> list[Placed]:
    placed: list[Placed] = []
    previous: Part | None = None
    for part in parts:
        if isinstance(part.value, Dates):
            if previous and _is_beside(previous, part):
                raise Unassembled(part)
            placed.append(Placed(resolve_dates(part.value, context, other=other), part))
        elif isinstance(part.value, Length):
            if previous and not part.link and isinstance(previous.value, Length):
                raise Unassembled(part)  # `3 days a week`
            placed += [Placed(days, part) for days in _length_days(part.value, context)]
        previous = part
    return placed


def _is_beside(first: Part, second: Part) -> bool:
    """Whether two dates stand side by side and are no start and end (`from April until June`, `from May by July`).

    A length right before an end does not say whether it lasts until then (`delayed 3 months to Sept`).
    """
    if isinstance(first.value, Length) and isinstance(second.value, Dates):
        return not second.link and second.value.bound == "until" and not first.value.anchor
    if second.link or not isinstance(first.value, Dates) or not isinstance(second.value, Dates):
        return False
    return first.value.bound not in {"from", "after"} or second.value.bound not in _ENDING


def _length_days(length: Length, context: TimingContext) -> list[Days]:
    """The days of a length that has something to count from."""
    if length.unit == "H" or length.anchor not in {"plan", "dates"}:
        return []
    start = resolve_dates(length.dates, context).intervals[0].start if length.dates else context.plan_date
    if start is None:
        return []
    months = {"M": 1, "Y": 12}.get(length.unit, 0) * length.times
    days = timedelta({"D": 1, "W": 7}.get(length.unit, 0) * length.times)
    end = add_months(start, months) + days - ONE_DAY * bool(length.dates and not length.bounded)
    return [Days((Interval(start, end),), approximate=length.most)]


def _duration(parts: Sequence[Part], context: TimingContext) -> str | None:
    """The length where it counts from nothing known, or from an event."""
    for part in parts:
        length = part.value
        if isinstance(length, Length) and not length.dates:
            is_counted = length.anchor == "plan" and context.plan_date is not None and length.unit != "H"
            return None if is_counted else length.duration
    return None


def _merge_days(placed: Sequence[Placed]) -> Days:
    """All intervals in order, none twice; a start and an end that stand apart are one."""
    intervals: list[Interval] = []
    for interval in (interval for one in placed for interval in one.days.intervals):
        if intervals and intervals[-1].end is None and interval.start is None:
            intervals[-1] = _close(intervals[-1], interval)
        elif interval not in intervals:
            intervals.append(interval)
    flags = [(one.days.deadline, one.days.approximate) for one in placed]
    return Days(tuple(intervals), any(flag for flag, _ in flags), any(flag for _, flag in flags))


def _close(first: Interval, last: Interval) -> Interval:
    if first.start and last.end and last.end < first.start:
        raise Unassembled(first, last)
    return Interval(first.start, last.end)


def _is_choice(placed: Sequence[Placed]) -> bool:
    return len(placed) == 1 and isinstance(placed[0].part.value, Dates) and placed[0].part.value.join == "or"


def _one_recurrence(parts: Sequence[Part], *, other: bool) -> Recurrence | None:
    found = {part.value for part in parts if isinstance(part.value, Recurrence)}
    if len(found) > 1:
        raise Unassembled(found)
    recurrence = found.pop() if found else None
    return recurrence.other if recurrence and other and recurrence.other else recurrence


# Status and condition
# ---------------------------------------------------------------------------------------------------------


def _choose_status(parts: Sequence[Part], *, other: bool) -> str | None:
    """The first status; where there are several, the last is the other reading."""
    names = [part.value.name for part in parts if isinstance(part.value, Status)]
    return names[-1 if other else 0] if names else None


def _open_ongoing(
    intervals: tuple[Interval, ...], placed: Sequence[Placed], parts: Sequence[Part]
) -> tuple[Interval, ...]:
    """`April 2022 and ongoing` begins in April and has no end; `Ongoing – review in March` is left alone."""
    if len(intervals) != 1 or len(placed) != 1 or None in {intervals[0].start, intervals[0].end}:
        return intervals
    dates = placed[0].part
    status = next(part for part in parts if isinstance(part.value, Status))
    is_plain = isinstance(dates.value, Dates) and dates.value.only is not None and not dates.value.bound
    labelled = any(isinstance(part.value, Label) and part.start < dates.start for part in parts)
    is_open = status.start > dates.start and is_plain and not labelled
    return (Interval(intervals[0].start, None),) if is_open else intervals


def _condition_words(parts: Sequence[Part], tokens: Sequence[Token]) -> str | None:
    """The words that are waited for, as printed but for the marks about them."""
    found = [part.value.words if isinstance(part.value, Length) else part.value for part in parts]
    words = [print_words(tokens[one.start : one.end]) for one in found if isinstance(one, Condition)]
    return "; ".join(filter(None, words)) or None


def print_words(tokens: Sequence[Token]) -> str:
    """The words of `tokens` with single spaces where there were any."""
    text = "".join((" " if token.gap and place else "") + token.text for place, token in enumerate(tokens))
    return text.strip(" ,;:-\u2013.")
