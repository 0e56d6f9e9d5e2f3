"""Periods put together: bounds (`by`, `from`), ranges, lists, and the year that stands once for several."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from send_extract.values.timing.calendar import ONE_DAY
from send_extract.values.timing.model import Interval
from send_extract.values.timing.periods import Period, Scan, read_period
from send_extract.values.timing.phrases import index_phrases, match_phrase
from send_extract.values.timing.resolution import ImpossibleDay, Resolved, resolve_period
from send_extract.values.timing.words import BOUNDS, EVENTS, SUFFIXES

if TYPE_CHECKING:
    from datetime import date

    from send_extract.values.timing.context import TimingContext

_BOUNDS = index_phrases(BOUNDS)
_EVENTS = index_phrases(EVENTS)
_SUFFIXES = index_phrases(SUFFIXES)
_RANGES = index_phrases(
    ["to", "until", "till", "through", "thru", "through to", "up to", "to the", "til", "into"]
)
_LIST_MARKS = frozenset(["comma", "and", "or", "slash", "semicolon"])
_MOST_BOUNDS = 4


class Item(NamedTuple):
    """One period of a list, or a range from `first` to `last`."""

    first: Period
    last: Period | None = None


class Dates(NamedTuple):
    """The items of one expression and what bounds all of them.

    `bound` is `by`, `latest` (a deadline without doubt), `before`, `until`, `after`, `from` or empty; `join`
    the mark between two single items (`slash`, `or`), else `list`.
    """

    items: tuple[Item, ...]
    bound: str = ""
    about: bool = False
    join: str = "list"


class Span(NamedTuple):
    """The days of one item."""

    start: Resolved
    end: Resolved


def read_dates(scan: Scan, at: int) -> tuple[Dates, int] | None:
    """The dates that begin at token `at` with all that bounds them, and the index behind; None where none do."""
    bound, about, behind = read_bounds(scan, at)
    found = _read_between(scan, behind) or _read_list(scan, behind, bound)
    if not found:
        return None
    items, join, behind = found
    suffix, behind = _read_suffix(scan, behind)
    about |= suffix == "about"
    bound = {"by": "latest"}.get(suffix, suffix) if suffix not in {"", "about", "in"} else bound
    return Dates(_fill_years(items), "" if bound == "in" else bound, about, join), behind


def read_bounds(scan: Scan, at: int) -> tuple[str, bool, int]:
    """The bound that the words at `at` set, whether they say *about*, and the index behind them."""
    bound, about = "", False
    for _ in range(_MOST_BOUNDS):
        if scan.kind(at) in {"number", "ordinal", "month", "date", "year"} or _begins_period(scan, at):
            break
        found = match_phrase(_BOUNDS, scan.tokens, at)
        if not found:
            break
        about |= found[0] == "about"
        bound = found[0] if found[0] not in {"about", "in"} or not bound else bound
        at = _skip_event(scan, found[1])
        while scan.kind(at) == "colon" or (scan.kind(at) == "dot" and about) or scan.word(at) == "the":
            at += 1
    return bound if bound != "about" else "", about, at


def _skip_event(scan: Scan, at: int) -> int:
    """Past the noun of `first report`, `first meeting`: what it is that begins."""
    found = match_phrase(_EVENTS, scan.tokens, at) if scan.word(at - 1) == "first" else None
    return found[1] if found else at


def _begins_period(scan: Scan, at: int) -> bool:
    """Whether a word that can be a bound begins a period instead (`first week of`, `start of`)."""
    return scan.word(at) in {"first", "start", "beginning", "end"} and read_period(scan, at) is not None


def _read_suffix(scan: Scan, at: int) -> tuple[str, int]:
    behind = at
    while scan.kind(behind) == "comma":
        behind += 1
    if scan.kind(behind) == "open":
        inner = match_suffix(scan, behind + 1)
        return (inner[0], inner[1] + 1) if inner and scan.kind(inner[1]) == "close" else ("", at)
    if scan.kind(behind) == "and" and scan.tokens[behind].text == "+":
        return ("from", behind + 1) if behind + 1 == len(scan.tokens) else ("", at)
    return match_suffix(scan, behind) or ("", at)


def match_suffix(scan: Scan, at: int) -> tuple[str, int] | None:
    """The bound that stands behind a period (`onwards`, `at the latest`)."""
    found = match_phrase(_SUFFIXES, scan.tokens, at)
    # "on" closes an expression, or it is the next one's first word.
    if (
        found
        and scan.word(found[1] - 1) == "on"
        and scan.kind(found[1]) not in {"", "close", "comma", "semicolon"}
    ):
        return None
    return found


Items = tuple[tuple[Item, ...], str, int]


def _read_between(scan: Scan, at: int) -> Items | None:
    """`between April and June 2022`."""
    if scan.word(at) != "between":
        return None
    days = _read_days_of_month(scan, at + 1)
    if days and len(days[0]) == 2:  # noqa: PLR2004 - both ends
        return (Item(days[0][0].first, days[0][1].first),), "list", days[1]
    first = read_period(scan, at + 1)
    if not first or (scan.kind(first[1]) != "and" and scan.word(first[1]) != "to"):
        return None
    last = read_period(scan, first[1] + 1)
    return ((Item(first[0], last[0]),), "list", last[1]) if last else None


def _read_list(scan: Scan, at: int, bound: str) -> Items | None:
    found = _read_item(scan, at, bound)
    if not found:
        return None
    items, marks = list(found[0]), set(found[2])
    at = found[1]
    while True:
        mark, behind = _read_mark(scan, at, bound)
        following = _read_item(scan, behind, bound) if mark else None
        if not following:
            break
        items += following[0]
        marks |= {mark, *following[2]}
        at = following[1]
    join = "or" if "or" in marks else "slash" if marks == {"slash"} else "list"
    return tuple(items), join, at


def _read_mark(scan: Scan, at: int, bound: str) -> tuple[str, int]:
    """The mark between two items of a list, and the index behind it and a repeated bound; empty where none."""
    mark = ""
    while scan.kind(at) in _LIST_MARKS or (mark and scan.word(at) in {"then", "again", "also"}):
        mark = scan.kind(at) if not mark or scan.kind(at) == "or" else mark
        at += 1
    if not mark:
        return "", at
    repeated, about, behind = read_bounds(scan, at)
    if repeated in {bound, "in"} and not about:
        return mark, behind
    return (mark, at) if not repeated else ("", at)


def _read_item(scan: Scan, at: int, bound: str) -> tuple[tuple[Item, ...], int, tuple[str, ...]] | None:
    """One item; or several where days share a month (`3, 5 and 7 May`)."""
    days = _read_days_of_month(scan, at)
    if days:
        return days
    first = read_period(scan, at)
    if not first:
        return None
    behind = _read_range_mark(scan, first[1], bound)
    last = read_period(scan, behind) if behind else None
    if last:
        return (Item(first[0], last[0]),), last[1], ()
    return (Item(first[0]),), first[1], ()


def _read_range_mark(scan: Scan, at: int, bound: str) -> int:
    """The index behind what makes a range (`-`, `to`), else 0."""
    if scan.kind(at) == "dash" and scan.tokens[at].text not in {"\u2192", "->"}:
        return at + 1
    found = match_phrase(_RANGES, scan.tokens, at)
    if found:
        return found[1]
    return at + 1 if bound == "from" and scan.word(at) == "by" else 0


def _read_days_of_month(scan: Scan, at: int) -> tuple[tuple[Item, ...], int, tuple[str, ...]] | None:
    """`3-5 May 2022`, `3, 5 and 7 May`, `1st/8th June`: days whose month stands once."""
    days, marks = [], []
    while scan.kind(at) in {"number", "ordinal", "weekday"}:
        at += scan.kind(at) == "weekday"
        if scan.kind(at) not in {"number", "ordinal"}:
            return None
        mark, behind = _read_day_mark(scan, at + 1)
        days.append(scan.tokens[at].number)
        if not mark:
            break
        marks.append(mark)
        at = behind
    month = read_period(scan, at) if len(days) > 1 else None
    if not month or month[0].kind != "day" or len(marks) != len(days) - 1:
        return None
    return (
        _group_days(tuple(days), tuple(marks), month[0]),
        month[1],
        tuple(mark for mark in marks if mark != "to"),
    )


def _read_day_mark(scan: Scan, at: int) -> tuple[str, int]:
    kind = scan.kind(at)
    if kind == "dash" or scan.word(at) == "to":
        return "to", at + 1
    if kind in _LIST_MARKS:
        behind = at + 1
        while scan.kind(behind) in _LIST_MARKS:
            behind += 1
        return kind, behind
    return "", at


def _group_days(days: tuple[int, ...], marks: tuple[str, ...], last: Period) -> tuple[Item, ...]:
    items: list[Item] = []
    for place, day in enumerate(days):
        period = last._replace(day=day, weekday=last.weekday if place == len(days) - 1 else None)
        if place and marks[place - 1] == "to" and items[-1].last is None:
            items[-1] = Item(items[-1].first, period)
        else:
            items.append(Item(period))
    return tuple(items)


# Years that stand once
# ----------------------------------------------------------------------------------------------


def _fill_years(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Give a period without a year the year of the next that has one, else of the one before, so that they rise."""
    periods = _same_terms([period for item in items for period in item if period])
    if len(periods) < 2:  # noqa: PLR2004 - one stands alone
        return items
    if all(period.year is not None for period in periods):
        periods = [period._replace(other=None) if period.kind == "month" else period for period in periods]
    else:
        _fill_backwards(periods)
        _fill_forwards(periods)
    filled = iter(periods)
    return tuple(Item(next(filled), next(filled) if item.last else None) for item in items)


def _same_terms(periods: list[Period]) -> list[Period]:
    """In `Autumn and Spring terms`, the word behind the last says what the first is."""
    explicit = any(period.kind == "term" and period.other is None for period in periods)
    return [period._replace(other=None) if explicit and period.kind == "term" else period for period in periods]


def _fill_backwards(periods: list[Period]) -> None:
    for place in range(len(periods) - 2, -1, -1):
        period, following = periods[place], periods[place + 1]
        if period.year is None and following.year is not None and period.kind != "relative":
            year = following.year - (not following.style and _order(period) > _order(following))
            periods[place] = _with_year(period, year, following.style)


def _fill_forwards(periods: list[Period]) -> None:
    for place in range(1, len(periods)):
        period, previous = periods[place], periods[place - 1]
        if period.year is None and previous.year is not None and period.kind != "relative":
            year = previous.year + (not previous.style and _order(period) < _order(previous))
            periods[place] = _with_year(period, year, previous.style)


def _with_year(period: Period, year: int, style: str) -> Period:
    other = period.other._replace(year=year, style=style) if period.other else None
    return period._replace(year=year, style=style, other=other)


_STARTS = {"autumn": 9, "spring": 1, "summer": 4, "winter": 12, "easter": 4, "christmas": 12}
_HALF_TERM_STARTS = (9, 11, 1, 2, 4, 6)


def _order(period: Period) -> tuple[int, int]:
    """Where in the year a period stands, to tell which of two comes first."""
    if period.kind == "quarter":
        return 3 * period.number, 0
    if period.kind == "half_term":
        return _HALF_TERM_STARTS[period.number - 1], 0
    if period.name:
        return _STARTS.get(period.name.partition(" ")[0], 2), 0
    return period.month, period.day


# Resolution
# ---------------------------------------------------------------------------------------------------------


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
        is_loose = (
            item.first.kind not in _SHARP and not item.first.part and not item.last
        )
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
