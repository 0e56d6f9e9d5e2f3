"""Several periods as one expression: spans, lists, what bounds them, the year that stands once for all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Final, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from send_extract.values.timing.calendar import ONE_DAY, year_about
from send_extract.values.timing.context import TimingContext
from send_extract.values.timing.kinds import KINDS, ImpossibleDay, Resolved, means_one, resolve_period
from send_extract.values.timing.model import Interval
from send_extract.values.timing.period import Period, with_year

if TYPE_CHECKING:
    from send_extract.values.timing.lexicon import Senses, SpeltItem

# What parts the members of a list.
_LIST_MARKS: Final = ("or", "and", "comma", "slash", "semicolon")
_RANGE_MARKS: Final = ("dash", "range")


N = TypeVar("N")


class Span(Struct, frozen=True, gc=False):
    """One period of a list, or from `first` to `last`."""

    first: Period
    last: Period | None = None

    def change(self, change: Callable[[Period], Period]) -> Span:
        """The span with each of its ends changed."""
        return Span(change(self.first), self.last and change(self.last))


class Dates(Struct, frozen=True, gc=False):
    """The spans of one expression and what bounds all of them.

    `bound` is `by`, `latest` (a deadline without doubt), `before`, `until`, `after`, `from` or empty; `join`
    the mark between single periods (`slash`, `or`), else `list`.
    """

    spans: tuple[Span, ...]
    bound: str = ""
    about: bool = False
    join: str = "list"

    @property
    def only(self) -> Period | None:
        """The one period that these dates are, if they are no more than that."""
        return self.spans[0].first if len(self.spans) == 1 and not self.spans[0].last else None

    @property
    def periods(self) -> list[Period]:
        """All periods in order."""
        return [period for span in self.spans for period in (span.first, span.last) if period]


def list_spans(
    items: Iterable[SpeltItem], read: Callable[[Senses], N | None], make: Callable[[N], Period]
) -> Dates:
    """Periods of which a part stands once for all (`3-5 May`, `Qs 1 & 3`), from the items that list their numbers."""
    spans: list[Span] = []
    marks: set[str] = set()
    mark, weekday = "", None
    for item in items:
        weekday = item.senses.get("weekday", weekday)
        number = read(item.senses)
        if number is None:
            mark = next((name for name in (*_RANGE_MARKS, *_LIST_MARKS) if name in item.senses), mark)
            continue
        period = replace(make(number), weekday=weekday)
        if spans and mark in _RANGE_MARKS and spans[-1].last is None:
            spans[-1] = Span(spans[-1].first, period)
        else:
            marks |= {mark} if spans else set()
            spans.append(Span(period))
        mark, weekday = "", None
    return Dates(tuple(spans), join=choose_join(marks))


def choose_join(marks: set[str]) -> str:
    """How the members of a list go together, by all marks between them."""
    marks -= {"list"}
    return next((name for name in ("then", "or") if name in marks), "slash" if marks == {"slash"} else "list")


class Days(Struct, frozen=True, gc=False):
    """What dates come to: their intervals, and what is said of them; `either` where one of them counts."""

    intervals: tuple[Interval, ...]
    deadline: bool = False
    approximate: bool = False
    either: bool = False


def _sharpen(span: Span, context: TimingContext) -> Span:
    """By the start of it, or from its start, is by or from its first day; so is what the New Year bounds."""
    first = span.first
    if first.kind == "new_year" and not span.last:
        day = resolve_period(first, context).start
        return Span(Period("day", month=day.month, day=day.day, year=day.year))
    return Span(replace(first, part="first day")) if first.part == "start" and not span.last else span


Ends = tuple[Resolved, Resolved]


def lacks_year(period: Period) -> bool:
    """Whether a period is to have the year of another that stands beside it."""
    return period.year is None and period.kind != "relative"


def is_next_end(period: Period) -> bool:
    """Whether a period behind another is the next such end (`Jan 2025 to end of FY`): it names no year."""
    is_end = period.part == "end" and lacks_year(period)
    return is_end and KINDS[period.kind].size > KINDS["month"].size


@lru_cache(maxsize=4096)
def resolve_dates(dates: Dates, context: TimingContext) -> Days:
    """The intervals of `dates`.

    Raises:
        UnknownYear: a period has no year and `context` gives none.
        ImpossibleDay: a period names a day that does not exist, or a span ends before it begins.
    """
    if dates.bound:
        dates = replace(dates, spans=tuple([_sharpen(span, context) for span in dates.spans]))
    ends: list[Ends] = []
    for span in place_ends(dates.spans, context):
        ends.append(_resolve_span(span, context, ends[-1] if ends else None))
    if dates.join == "slash" and len(ends) > 1:
        ends = _join_slashed(ends, context)
    either = dates.join == "or"
    approximate = either or dates.about or any(end.approximate for end in chain.from_iterable(ends))
    pairs = zip(ends, dates.spans, strict=False)
    intervals = dict.fromkeys([_bounded(pair, span, dates.bound, context) for pair, span in pairs])
    return Days(tuple(intervals), dates.bound in {"by", "latest", "before"}, approximate, either)


def _resolve_span(span: Span, context: TimingContext, previous: Ends | None) -> Ends:
    first = resolve_period(span.first, context)
    if previous and first.end < previous[0].start and span.first.year is None and not context.other:
        first = _a_year_on(span.first, context, first)
    if not span.last:
        return first, first
    last = resolve_period(span.last, context)
    if last.end < first.start:
        last = _a_year_on(span.last, context, last)
    return first, last


def place_ends(
    spans: Sequence[Span], context: TimingContext, before: Period | None = None
) -> tuple[Span, ...]:
    """The spans with each end that names no year as the first one behind the period before it."""
    placed = []
    for span in spans:
        first = place_next_end(span.first, before, context)
        last = span.last and place_next_end(span.last, first, context)
        before = last or first
        placed.append(span if first is span.first and last is span.last else Span(first, last))
    return tuple(placed)


def place_next_end(period: Period, before: Period | None, context: TimingContext) -> Period:
    """`period`, where it is an end without a year, as the first such end that the period before does not outlast."""
    if not before or not is_next_end(period):
        return period
    start = resolve_period(before, context)
    kinds = _ANY[period.name] if period.kind == "any" else [period]
    years = range(start.end.year - 1, start.end.year + 2)
    ends = [with_year(one, year, "") for year in years for one in kinds]
    behind = [end for end in ends if resolve_period(end, context).end >= start.end]
    return min(behind, key=lambda end: resolve_period(end, context).end)


# The ends that `to end of the quarter` can mean.
_ANY: Final = {
    "month": [Period("month", month=number, part="end") for number in range(1, 13)],
    "quarter": [Period("quarter", number=number, part="end") for number in range(1, 5)],
    "term": [Period("term", name=name, part="end") for name in ("autumn", "spring", "summer")],
    "half_term": [Period("half_term", number=number, part="end") for number in range(1, 7)],
}


def _a_year_on(period: Period, context: TimingContext, found: Resolved) -> Resolved:
    """The period in the next year, if it has none of its own.

    Raises:
        ImpossibleDay: it has one, and so its span ends before it begins.
    """
    if period.year is not None:
        raise ImpossibleDay(period)
    year = found.start.year + 1
    if period.kind == "quarter":
        year = year_about(found.start, context.financial_start) + 1
        return resolve_period(replace(period, year=year, style="split"), context)
    return resolve_period(replace(period, year=year, style=""), context)


def _join_slashed(ends: list[Ends], context: TimingContext) -> list[Ends]:
    """Neighbours about a slash are one span (`Sept/Oct`); others are dates apart, or, less likely, a range."""
    gaps = [(last[0].start - first[1].end).days for first, last in pairwise(ends)]
    starts = [first.start for first, _ in ends]
    is_close = max(gaps) <= 1 and all(first < last for first, last in pairwise(starts))
    is_range = is_close or (context.other and len(gaps) == 1 and gaps[0] > 0)
    return [(ends[0][0], ends[-1][1])] if is_range else ends


def _bounded(ends: Ends, span: Span, bound: str, context: TimingContext) -> Interval:
    start, end = ends[0].start, ends[1].end
    if _ends_before(span, bound, context):
        end = start - ONE_DAY
    if bound in {"by", "before", "until", "latest"}:
        return Interval(None, end)
    if bound == "after":
        return Interval(end + ONE_DAY, None)
    return Interval(start, None if bound == "from" and not span.last else end)


def _ends_before(span: Span, bound: str, context: TimingContext) -> bool:
    """Whether what a period bounds is over when it begins."""
    if bound == "before":
        return span.first.part != "end"
    return bound == "by" and context.other and _is_loose(span)


def _is_loose(span: Span) -> bool:
    """Whether *by* it can mean before it begins."""
    return not KINDS[span.first.kind].sharp and not span.first.part and not span.last


@lru_cache(maxsize=4096)
def has_one_sense(dates: Dates) -> bool:
    """Whether dates are the same days in their less likely sense."""
    is_placed = len(dates.spans) == 1 or (dates.join != "slash" and not any(map(lacks_year, dates.periods)))
    is_loose = dates.bound == "by" and any(map(_is_loose, dates.spans))
    return is_placed and not is_loose and all(map(means_one, dates.periods))
