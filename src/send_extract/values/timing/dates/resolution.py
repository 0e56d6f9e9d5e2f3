"""Dates to intervals: ranges and lists resolved, bounds applied."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from send_extract.values.timing.calendar import ONE_DAY
from send_extract.values.timing.model import Interval
from send_extract.values.timing.resolution import ImpossibleDay, Resolved, resolve_period

if TYPE_CHECKING:
    from datetime import date

    from send_extract.values.timing.context import TimingContext
    from send_extract.values.timing.dates.model import Dates, Item
    from send_extract.values.timing.periods import Period


class Span(NamedTuple):
    """The days of one item."""

    start: Resolved
    end: Resolved


class Days(NamedTuple):
    """What dates come to: their intervals, and what is said of them."""

    intervals: tuple[Interval, ...]
    deadline: bool = False
    approximate: bool = False


def resolve_dates(dates: Dates, context: TimingContext, *, other: bool = False) -> Days:
    """The intervals of `dates`; with `other`, of the less likely sense of the words.

    Raises:
        UnknownYear: a period has no year and `context` gives none.
        ImpossibleDay: a period names a day that does not exist, or a range ends before it begins.
    """
    spans: list[Span] = []
    for item in dates.items:
        spans.append(_resolve_item(item, context, spans[-1] if spans else None, other=other))
    if dates.join == "slash":
        spans = _join_slashed(spans, other=other)
    approximate = dates.about or any(span.start.approximate or span.end.approximate for span in spans)
    intervals = tuple(
        _bounded(span, item, dates.bound, other=other) for span, item in zip(spans, dates.items, strict=False)
    )
    deadline = dates.bound in {"by", "latest", "before"}
    return Days(intervals, deadline, approximate or dates.join == "or")


def _resolve_item(item: Item, context: TimingContext, previous: Span | None, *, other: bool) -> Span:
    first = resolve_period(item.first, context, other=other)
    if previous and first.end < previous.start.start and item.first.year is None and not other:
        first = _a_year_on(item.first, context, first)
    if not item.last:
        return Span(first, first)
    last = resolve_period(item.last, context, other=other)
    if last.end < first.start and item.last.year is None:
        last = _a_year_on(item.last, context, last)
    if last.end < first.start:
        raise ImpossibleDay(item)
    return Span(first, last)


def _a_year_on(period: Period, context: TimingContext, found: Resolved) -> Resolved:
    year = found.start.year + 1
    if period.kind == "quarter":
        year = found.start.year - (found.start.month < context.financial_start) + 1
        return resolve_period(period._replace(year=year, style="split"), context)
    return resolve_period(period._replace(year=year, style=""), context)


def _join_slashed(spans: list[Span], *, other: bool) -> list[Span]:
    """Neighbours about a slash are one span (`Sept/Oct`); others are dates apart, or, less likely, a range."""
    gaps = [(last.start.start - first.end.end).days for first, last in pairwise(spans)]
    is_range = all(gap in {0, 1} for gap in gaps) or (other and len(gaps) == 1 and gaps[0] > 0)
    return [Span(spans[0].start, spans[-1].end)] if is_range else spans


# What ends on a day that nobody mistakes for the day before it begins.
_SHARP = frozenset(["day", "week", "week_ending", "holiday", "half_term_holiday"])


def _bounded(span: Span, item: Item, bound: str, *, other: bool) -> Interval:
    start, end = span.start.start, span.end.end
    if bound == "by":
        is_loose = item.first.kind not in _SHARP and not item.first.part and not item.last
        return Interval(None, start - ONE_DAY if other and is_loose else end)
    if bound == "before":
        return Interval(None, end if item.first.part == "end" else start - ONE_DAY)
    return _opened(start, end, bound, is_range=item.last is not None)


def _opened(start: date, end: date, bound: str, *, is_range: bool) -> Interval:
    if bound in {"until", "latest"}:
        return Interval(None, end)
    if bound == "after":
        return Interval(end + ONE_DAY, None)
    if bound == "from" and not is_range:
        return Interval(start, None)
    return Interval(start, end)
