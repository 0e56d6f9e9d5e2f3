"""What parts make of each other: a start and its end, a date and what a bracket says of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from send_extract.values.timing.context import TimingContext
from send_extract.values.timing.dates import Dates, Span, is_next_end, place_next_end, resolve_dates
from send_extract.values.timing.filling import fill_years, is_part_of_year, narrow_period
from send_extract.values.timing.kinds import KINDS, UnknownYear, resolve_period
from send_extract.values.timing.model import Interval
from send_extract.values.timing.parts import Label, Length, Marker, Status
from send_extract.values.timing.period import Period, with_year

if TYPE_CHECKING:
    from send_extract.values.timing.expression import Part

# What says that the date behind it is the end of what began before.
_ENDS: Final = frozenset(["until", "by", "latest"])
_END_LABELS: Final = frozenset(["complete", "to complete", "completion", "completion date", "for completion"])


class Unassembled(ValueError):
    """The parts contradict each other, or stand side by side with nothing to say how they go together."""


def join_parts(parts: Sequence[Part], context: TimingContext) -> list[Part]:
    """The parts, each pair of which that is one thing made one; nothing is added or left out but that."""
    joined = list(parts)
    for rule in _RULES if len(parts) > 1 else ():
        joined = rule(joined, context)
    return joined


def is_single(dates: Dates) -> bool:
    """Whether dates are one period."""
    return dates.only is not None


def _drop_idle(parts: list[Part], _context: TimingContext) -> list[Part]:
    """`Delayed – new target June`: the delay is what the revision says; `Medium term (by July)`: July says when."""
    has_marker = any(isinstance(part.value, Marker) for part in parts)
    count = sum(isinstance(part.value, Dates) for part in parts)
    idle = ({"paused"} if has_marker else set()) | ({"unspecified"} if count else set())
    return [part for part in parts if not _is_idle(part, idle, is_one=count < 2)]


def _is_idle(part: Part, idle: set[str], *, is_one: bool) -> bool:
    """Whether a status says nothing here; in a bracket behind one of several dates it is that one's alone."""
    return isinstance(part.value, Status) and (
        part.value.name in idle or (part.link == "open" and not is_one)
    )


def _drop_lengths(parts: list[Part], _context: TimingContext) -> list[Part]:
    """`within 6 months, i.e. by June`: a date that is written counts before one that is reckoned from the plan's."""
    if not any(isinstance(part.value, Dates) for part in parts):
        return parts
    return [part for part in parts if not (isinstance(part.value, Length) and part.value.anchor == "plan")]


def _pair_ends(parts: list[Part], _context: TimingContext) -> list[Part]:
    """`Start April, end March`, `Start Sept / complete March`: what stands apart as a start and an end is one."""
    paired: list[Part] = []
    for part in parts:
        previous = paired[-1] if paired else None
        if isinstance(part.value, Dates) and _has_start(paired) and _is_end(part.value, previous):
            paired[-1:] = [] if _is_order(paired[-1]) else paired[-1:]
            paired.append(replace(part, value=replace(part.value, bound="until")))
        else:
            paired.append(part)
    return paired


def _place_ends(parts: list[Part], context: TimingContext) -> list[Part]:
    """`from Jan 2025, by end of FY`: the end that names no year is the first one behind the start."""
    placed: list[Part] = []
    for part in parts:
        start = placed[-1].value if placed and _has_start(placed) else None
        last = part.value.only if isinstance(part.value, Dates) and part.value.bound in _ENDS else None
        if (
            isinstance(start, Dates)
            and isinstance(part.value, Dates)
            and last
            and is_next_end(last, Span(last, last))
        ):
            begun = resolve_period(start.spans[0].first, context)
            period = replace(place_next_end(last, begun, context), other=None)
            placed.append(replace(part, value=replace(part.value, spans=(Span(period),))))
        else:
            placed.append(part)
    return placed


def _is_order(part: Part) -> bool:
    """Whether a part is the one word *complete*, which then is what is to be done by the end."""
    return part.value in {Status("complete"), Label("complete")} and part.end - part.start == 1


def _is_end(dates: Dates, previous: Part | None) -> bool:
    if dates.bound or not is_single(dates):
        return False
    if dates.spans[0].first.part == "end":
        return True
    value = previous.value if previous else None
    return value == Status("complete") or (isinstance(value, Label) and value.words in _END_LABELS)


def _has_start(parts: list[Part]) -> bool:
    dates = [part.value for part in parts if isinstance(part.value, Dates)]
    return len(dates) == 1 and dates[0].bound == "from" and is_single(dates[0])


def _mark_former(parts: list[Part], _context: TimingContext) -> list[Part]:
    """`moved up to May (from July)`: behind a revision, the bracket holds where it came from."""
    marked: list[Part] = []
    is_revised = False
    for part in parts:
        is_revised |= isinstance(part.value, Marker) and part.value.kind == "revised"
        if (
            is_revised
            and part.link == "open"
            and isinstance(part.value, Dates)
            and part.value.bound == "from"
        ):
            marked.append(replace(part, value=Marker("original")))
            marked.append(replace(part, value=replace(part.value, bound=""), link="mark"))
        else:
            marked.append(part)
    return marked


def _share_years(parts: list[Part], _context: TimingContext) -> list[Part]:
    """`Board 9 March / Council 21 March 2023`: the year that stands once is that of all dates side by side."""
    dates = [part.value for part in parts if isinstance(part.value, Dates)]
    if len(dates) < 2 or not _is_plain(parts):
        return parts
    spans = list(chain.from_iterable(one.spans for one in dates))
    filled = list(fill_years(spans))
    return [_take_spans(part, filled) for part in parts] if len(filled) == len(spans) else parts


def _is_plain(parts: Sequence[Part]) -> bool:
    """Whether dates stand side by side, none of them replaced, in a bracket or one of a choice."""
    joins = {part.value.join for part in parts if isinstance(part.value, Dates)}
    return joins == {"list"} and not any(
        isinstance(part.value, Marker) or part.link == "open" for part in parts
    )


def _take_spans(part: Part, filled: list[Span]) -> Part:
    if not isinstance(part.value, Dates):
        return part
    count = len(part.value.spans)
    spans = tuple(filled[:count])
    del filled[:count]
    return replace(part, value=replace(part.value, spans=spans))


# Brackets
# ---------------------------------------------------------------------------------------------------------


def _narrow_brackets(parts: list[Part], context: TimingContext) -> list[Part]:
    """`Q2 (Sept 2023)`, `Autumn Term (4 Sept – 15 Dec)`: of a date and its bracket the finer one counts."""
    narrowed: list[Part] = []
    for part in parts:
        before = narrowed[-1] if narrowed else None
        if (
            part.link != "open"
            or before is None
            or not isinstance(part.value, Dates)
            or not isinstance(before.value, Dates)
        ):
            narrowed.append(part)
            continue
        narrowed[-1:] = _settle(before, part, context)
    return narrowed


def _settle(before: Part, part: Part, context: TimingContext) -> list[Part]:
    """What counts of dates and of those in the bracket behind them; both where neither is within the other."""
    outer, inner = before.value, part.value
    if not isinstance(outer, Dates) or not isinstance(inner, Dates):
        return [before, part]
    explained = _explains(inner, outer)
    inner = _inherit_year(inner, outer)
    fine, coarse = _measure(inner, context), _measure(outer, context)
    senses = [days for days in (coarse, _measure(outer, context, other=True)) if days]
    if coarse is None or fine is None:
        raise Unassembled(before, part)
    if _is_finer(inner, outer) and (_is_loose(outer) or any(_is_within(fine, days) for days in senses)):
        return [replace(before, value=replace(inner, bound=inner.bound or outer.bound), end=part.end)]
    if explained or _is_within(coarse, fine):
        return [replace(before, end=part.end)]
    raise Unassembled(before, part)


def _inherit_year(inner: Dates, outer: Dates) -> Dates:
    """The dates of a bracket in the year of what stands before it."""
    last = outer.periods[-1]
    if last.year is None or any(period.year is not None for period in inner.periods):
        return inner
    spans = [
        Span(_in_year_of(span.first, last), span.last and _in_year_of(span.last, last))
        for span in inner.spans
    ]
    return replace(inner, spans=fill_years(spans))


def _in_year_of(period: Period, whole: Period) -> Period:
    """A period of a bracket in the year of the one before it, a financial one where that is."""
    if is_part_of_year(period, whole):
        return narrow_period(period, whole)
    is_financial = whole.kind == "financial" or (whole.kind == "quarter" and whole.style == "split")
    return with_year(period, whole.year or 0, "split" if is_financial else whole.style)


def _measure(dates: Dates, context: TimingContext, *, other: bool = False) -> Interval | None:
    """The first to the last day of dates, without their bound."""
    try:
        intervals = resolve_dates(replace(dates, bound=""), context, other=other).intervals
    except (UnknownYear, ValueError):
        return None
    return Interval(intervals[0].start, intervals[-1].end)


def _is_within(inner: Interval, outer: Interval) -> bool:
    if inner.start is None or inner.end is None or outer.start is None or outer.end is None:
        return False
    return outer.start <= inner.start and inner.end <= outer.end


def _is_finer(inner: Dates, outer: Dates) -> bool:
    def size(dates: Dates) -> int:
        return max(KINDS[period.kind].size for period in dates.periods)

    return (
        size(inner) < size(outer)
        or (size(inner) <= size(outer) and _is_loose(outer))
        or any(period.part for period in outer.periods)
    )


def _is_loose(dates: Dates) -> bool:
    """Whether only a convention says which days they are."""
    return any(
        period.kind in {"term", "season", "half_term", "holiday", "half_term_holiday"} or period.part
        for period in dates.periods
    )


def _explains(inner: Dates, outer: Dates) -> bool:
    """Whether a bracket names what a date is, not another date (`31 March 2023 (end of financial year)`)."""
    period = inner.only
    return (
        period is not None and period.year is None and any(one.year is not None for one in outer.periods)
        and (bool(period.part) or KINDS[period.kind].size > KINDS["month"].size)
    )  # fmt: skip


def span_arrows(parts: Sequence[Part]) -> list[Part]:
    """`March → June` as a span, the less likely sense of an arrow: the first date lasts until the second."""
    spanned: list[Part] = []
    for part in parts:
        last = part.value.only if isinstance(part.value, Dates) else None
        before = spanned[-2].value if len(spanned) > 1 and spanned[-1].value == Marker("arrow") else None
        first = before.only if isinstance(before, Dates) else None
        if first and last:
            spanned[-2:] = [replace(spanned[-2], value=Dates((Span(first, last),)), end=part.end)]
        else:
            spanned.append(part)
    return spanned


_RULES: tuple[Callable[[list[Part], TimingContext], list[Part]], ...] = (
    _drop_idle,
    _drop_lengths,
    _pair_ends,
    _place_ends,
    _mark_former,
    _narrow_brackets,
    _share_years,
)
