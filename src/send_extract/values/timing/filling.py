"""The year that stands once for several periods."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, islice
from typing import Final

from msgspec.structs import replace

from send_extract.values.timing.calendar import MONTHS_A_YEAR
from send_extract.values.timing.context import FINANCIAL_START
from send_extract.values.timing.dates import Span, is_next_end, lacks_year
from send_extract.values.timing.kinds import ACADEMIC_START, KINDS
from send_extract.values.timing.period import STYLES, Period, with_year

_NAMED: Final = frozenset(["term", "financial"])
"""Kinds of periods that a word of their own tells from others."""


def fill_years(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Give a period without a year the year of the next that has one, else of the one before, so that they rise."""
    if len(spans) == 1 and not spans[0].last:
        return tuple(spans)
    spans = _repeat_months(_narrow(tuple(spans)))
    ends = list(map(_list_ends, spans))
    periods = list(chain.from_iterable(ends))
    if len(periods) < 2:
        return spans
    filled = iter(_fill(_settle_kinds(periods)))
    return tuple(
        [_change_ends(span, list(islice(filled, len(own)))) for span, own in zip(spans, ends, strict=True)]
    )


def _list_ends(span: Span) -> list[Period]:
    """The periods of a span that are in the year of others: its end is not where it is the next one that comes."""
    return [span.first] if not span.last or is_next_end(span.last) else [span.first, span.last]


def _change_ends(span: Span, ends: Sequence[Period]) -> Span:
    """The span with others in place of the periods that are listed of it."""
    return Span(ends[0], ends[1] if len(ends) > 1 else span.last)


def _fill(periods: list[Period]) -> list[Period]:
    """The periods, each in a year; where all have one, two figures behind a month are none of its days."""
    if all(period.year is not None for period in periods):
        return [replace(period, other=None) if period.kind == "month" else period for period in periods]
    _take_years(periods, range(len(periods) - 2, -1, -1), 1)
    _take_years(periods, range(1, len(periods)), -1)
    return _in_school_year(periods)


def _in_school_year(periods: list[Period]) -> list[Period]:
    """`Oct, Feb and June 2024/25`: months that rise only in a school's year are of one."""
    is_month = all(period.month and period.style == "split" for period in periods)
    if not is_month or _rise(periods, FINANCIAL_START) or not _rise(periods, ACADEMIC_START):
        return periods
    return [with_year(period, period.year or 0, "academic") for period in periods]


def _rise(periods: Sequence[Period], start: int) -> bool:
    """Whether months follow each other in a year that begins with the month `start`."""
    places = [((period.month - start) % MONTHS_A_YEAR, period.day) for period in periods]
    return len({period.year for period in periods}) == 1 and places == sorted(places)


def is_part_of_year(period: Period, whole: Period) -> bool:
    """Whether a period without a year is a part of a year that stands beside it (`2022/23, Q3`)."""
    if period.year is not None or whole.year is None or whole.part or period.kind == "day":
        return False
    size, year = KINDS[period.kind].size, KINDS[whole.kind]
    return year.divided == "year" and whole.kind != "years" and size < year.size


def in_year_of(period: Period, whole: Period) -> Period:
    """`period` in the year of `whole`."""
    return with_year(period, whole.year or 0, STYLES.get(whole.kind, whole.style))


def _narrow(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """`2022/23 - Q3` and `2022, March` are the quarter and the month of that year."""
    first = spans[0]
    if len(spans) == 1 and first.last and is_part_of_year(first.last, first.first):
        return (Span(in_year_of(first.last, first.first)),)
    if len(spans) == 2 and not first.last and is_part_of_year(spans[1].first, first.first):
        return (spans[1].change(lambda period: in_year_of(period, first.first)),)
    return spans


def _repeat_months(spans: Sequence[Span]) -> tuple[Span, ...]:
    """`April 2022, 2023 and 2024` is April of each year."""
    repeated: list[Span] = []
    for span in spans:
        is_year = span.last is None and span.first.kind == "year" and not span.first.part
        before = repeated[-1].first if is_year and repeated and not repeated[-1].last else None
        if before and before.kind in {"month", "day"} and before.year is not None:
            repeated.append(Span(replace(before, year=span.first.year, other=None, weekday=None)))
        else:
            repeated.append(span)
    return tuple(repeated)


def _settle_kinds(periods: list[Period]) -> list[Period]:
    """In `Autumn and Spring terms`, `FYs 22/23 & 23/24`, the word beside one says what all of them are."""
    said = {period.kind for period in periods if period.other is None} & _NAMED
    return [replace(period, other=None) if period.kind in said else period for period in periods]


def _take_years(periods: list[Period], places: Iterable[int], step: int) -> None:
    """Give each period that lacks a year that of the one a `step` behind it, or before it, so that they rise."""
    for place in places:
        period, other = periods[place], periods[place + step]
        if other.year is not None and lacks_year(period) and (step > 0 or not is_next_end(period)):
            earlier, later = (period, other)[::step]
            is_turned = not other.style and _order(earlier) > _order(later)
            periods[place] = with_year(period, other.year - step * is_turned, other.style)


def _order(period: Period) -> tuple[int, int]:
    """Where in the year a period stands, to tell which of two comes first."""
    return KINDS[period.kind].begins(period), period.day
