"""The parts of an expression put together as one timing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from msgspec.structs import replace

from send_extract.values.timing.context import TimingContext
from send_extract.values.timing.dates import Dates, Span
from send_extract.values.timing.edtf import write_edtf
from send_extract.values.timing.joining import Unassembled, join_parts, span_arrows
from send_extract.values.timing.kinds import UnknownYear
from send_extract.values.timing.model import Interval, Timing
from send_extract.values.timing.parts import (
    FIELDS,
    Condition,
    Label,
    Length,
    Marker,
    Part,
    References,
    Status,
    Values,
    sort_values,
)
from send_extract.values.timing.placing import ENDING, Placed, merge_days, place_beside, place_parts
from send_extract.values.timing.recurrence import Recurrence
from send_extract.values.timing.yearly import join_recurrence

if TYPE_CHECKING:
    from send_extract.values.timing.tokens import Token

_REPLACING: Final = frozenset(["revised", "arrow"])


def assemble_timing(
    parts: Sequence[Part], values: Values, tokens: Sequence[Token], context: TimingContext
) -> Timing:
    """The timing that the parts make together, whose values by their kinds are `values`.

    Raises:
        Unassembled: there is no timing in the parts, or they do not go together.
        UnknownYear, ImpossibleDay: as `resolve_dates`.
    """
    current, values, original = _take_revisions(parts, values, context)
    recurrence = _one_recurrence(values.get(Recurrence, ()), context)
    placed = place_beside(recurrence, current, context)
    days = merge_days(placed)
    if recurrence and len(current) > 1:
        recurrence, days = join_recurrence(recurrence, days, current)
    lengths, status = values.get(Length, ()), _find_status(values, context)
    intervals = _open_ongoing(days.intervals, placed, current) if status == "ongoing" else days.intervals
    intervals, original = _keep_missed(status, intervals, original)
    rule, frequency = (recurrence.rule, recurrence.frequency) if recurrence else (None, None)
    timing = Timing(
        intervals,
        write_edtf(intervals, approximate=days.approximate, either=days.either),
        days.deadline,
        days.approximate or _is_loose(recurrence, lengths),
        rule,
        frequency,
        _duration(lengths, context),
        _condition_words(current, tokens, values),
        status,
        original,
        _list_references(values),
    )
    if timing == Timing(original=original):
        raise Unassembled(parts)
    return timing


def _keep_missed(
    status: str | None, intervals: tuple[Interval, ...], original: tuple[Interval, ...]
) -> tuple[tuple[Interval, ...], tuple[Interval, ...]]:
    """The intervals, and those that they replaced: what is overdue was not put off, the day it was due still counts."""
    return (original, ()) if status == "overdue" and not intervals else (intervals, original)


def _list_references(values: Values) -> tuple[str, ...]:
    """The numbers of the other rows that are named."""
    return tuple([number for one in values.get(References, ()) for number in one.numbers])


def _find_status(values: Values, context: TimingContext) -> Any:
    """The status, the last of several in the other reading; `nil` beside a date says nothing of it."""
    found = [one.name for one in values.get(Status, ())]
    statuses = [name for name in found if name != "none"] if Dates in values else found
    return statuses[-1 if context.other else 0] if statuses else None


def _one_recurrence(found: Sequence[Recurrence], context: TimingContext) -> Recurrence | None:
    if len(set(found)) > 1:
        raise Unassembled(found)
    return ((found[0].other if context.other else None) or found[0]) if found else None


def _is_loose(recurrence: Recurrence | None, lengths: Sequence[Length]) -> bool:
    """Whether a rhythm is a count alone, or a length the longer end of a range or made of working days."""
    return (recurrence is not None and recurrence.approximate) or any(length.most for length in lengths)


def _take_revisions(
    parts: Sequence[Part], values: Values, context: TimingContext
) -> tuple[Sequence[Part], Values, tuple[Interval, ...]]:
    """The parts that count, joined, their values by kind, and the intervals that a revision replaced."""
    if len(parts) == 1:
        return parts, values, ()
    current = join_parts(parts, values, context)
    replaced: Sequence[Part] = ()
    if Marker in values:
        current, replaced = _divide(span_arrows(current) if context.other else current)
    original = _place_replaced(replaced, context) if replaced else ()
    return current, values if current is parts else sort_values(current), original


def _place_replaced(parts: Sequence[Part], context: TimingContext) -> tuple[Interval, ...]:
    """The intervals that a revision replaced; none where their year is nowhere said, for they no longer count."""
    try:
        return merge_days(place_parts(parts, context)).intervals
    except UnknownYear:
        return ()


def _divide(parts: Sequence[Part]) -> tuple[list[Part], list[Part]]:
    """The parts that count, and the dates that a revision replaced."""
    current: list[Part] = []
    replaced: list[Part] = []
    state = ""
    for part in parts:
        if isinstance(part.value, Marker):
            state = part.value.kind
            replaced += _list_replaced(current, state)
            current = [one for one in current if one not in replaced]
        elif state and isinstance(part.value, Dates):
            old, new = _split_dates(part.value, state, replaced)
            replaced += [replace(part, value=dates) for dates in old]
            current += [replace(part, value=dates, link=part.link or "mark") for dates in new]
            state = ""
        else:
            current.append(part)
    return current, replaced


def _list_replaced(parts: Sequence[Part], state: str) -> list[Part]:
    """The dates that a marker of this kind behind them replaces."""
    return [one for one in parts if isinstance(one.value, Dates)] if state in _REPLACING else []


def _split_dates(dates: Dates, state: str, replaced: Sequence[Part]) -> tuple[list[Dates], list[Dates]]:
    """Of the dates behind a marker, those that were replaced and those that count."""
    if state == "past":
        return [], []
    if state in {"original", "revised"} and dates.join == "then":
        # Of dates that were revised in turn, the last counts.
        return [replace(dates, spans=dates.spans[:-1])], [replace(dates, spans=dates.spans[-1:])]
    if state == "original":
        return [dates], []
    if state == "moved":
        span = dates.spans[0]
        return [Dates((Span(span.first),))], [Dates((Span(span.last or span.first),))]
    before = replaced[-1].value if replaced else None
    return [], [_shift_end(before, dates, state) if isinstance(before, Dates) else dates]


def _shift_end(before: Dates, dates: Dates, state: str) -> Dates:
    """New dates in place of old ones: one date behind a span is its new end, and the bound of the old one stays."""
    if dates.only is None:
        return dates
    end = before.spans[-1]
    if state == "arrow" and end.last:
        return replace(dates, spans=(*before.spans[:-1], Span(end.first, dates.only)))
    return replace(dates, bound=dates.bound or (before.bound if before.bound in ENDING else ""))


def _duration(lengths: Sequence[Length], context: TimingContext) -> str | None:
    """The length where it counts from nothing known, or from an event."""
    length = next((length for length in lengths if not length.dates), None)
    if not length or (length.anchor == "plan" and context.plan_date and length.unit != "H"):
        return None
    return length.duration


def _open_ongoing(
    intervals: tuple[Interval, ...], placed: Placed, parts: Sequence[Part]
) -> tuple[Interval, ...]:
    """`June 2024 and ongoing` begins in June and has no end; `Ongoing – review in March` is left alone."""
    if len(intervals) != 1 or len(placed) != 1 or None in {intervals[0].start, intervals[0].end}:
        return intervals
    _, dates = placed[0]
    before = {type(part.value) for part in parts if part.start < dates.start and part.value not in FIELDS}
    is_plain = isinstance(dates.value, Dates) and dates.value.only is not None
    is_open = is_plain and before.isdisjoint((Label, Status))
    return (Interval(intervals[0].start, None),) if is_open else intervals


def _condition_words(parts: Sequence[Part], tokens: Sequence[Token], values: Values) -> str | None:
    """The words that are waited for, as printed but for the marks about them."""
    if values.keys().isdisjoint((Condition, Length)):
        return None
    found = [part.value.words if isinstance(part.value, Length) else part.value for part in parts]
    words = [print_words(tokens[one.start : one.end]) for one in found if isinstance(one, Condition)]
    return "; ".join(filter(None, words)) or None


def print_words(tokens: Sequence[Token]) -> str:
    """The words of `tokens` with single spaces where there were any."""
    text = "".join((" " if token.gap and place else "") + token.text for place, token in enumerate(tokens))
    return text.strip(" ,;:-\u2013.")
