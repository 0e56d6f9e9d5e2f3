"""What becomes of a When cell's divisions: one timing an action, one for all, or none that is forced."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from send_extract.diagnostics import Finding
from send_extract.segmentation import Segments
from send_extract.segmentation.divisions import Division, count_timings
from send_extract.segmentation.pricing import YEARS
from send_extract.values.timing import TimingContext, parse_timing
from send_extract.values.timing.tokens import tokenise

_FIGURES: Final = YEARS | {"number"}


def settle(printed: str, count: int, ways: list[Division], context: TimingContext) -> Segments:
    """The one division, or of several equally good ones what they agree on."""
    ways = _most_uniform(ways) if len(ways) > 1 else ways
    if len(ways) == 1:
        return Segments(ways[0].parts, _find_lone_year(printed, ways[0].parts, context))
    parts = tuple(
        same[0] if len(set(same)) == 1 else "" for same in zip(*(way.parts for way in ways), strict=True)
    )
    words = (("text", printed), ("expected", count), ("ways", len(ways)))
    return Segments(parts, (Finding("timing-split-ambiguous", words),))


def _find_lone_year(printed: str, parts: tuple[str, ...], context: TimingContext) -> tuple[Finding, ...]:
    """A finding where the last timing alone has a year, and it is not the plan's: it may be meant for all."""
    years = [{token.value for token in tokenise(part) if token.kind in YEARS} for part in parts]
    if any(years[:-1]) or not years[-1] or years[-1] == {context.year}:
        return ()
    return (Finding("timing-year-once", (("text", printed),)),)


def _most_uniform(ways: list[Division]) -> list[Division]:
    """The divisions whose parts are written alike: authors write the dates of one cell in one form."""
    uneven = [sum(map(_is_uneven, way.parts)) for way in ways]
    ways = [way for way, count in zip(ways, uneven, strict=True) if count == min(uneven)]
    shapes = [len({tuple(token.kind for token in tokenise(part)) for part in way.parts}) for way in ways]
    ways = [way for way, shape in zip(ways, shapes, strict=True) if shape == min(shapes)]
    forms = [len({_find_form(part) for part in way.parts}) for way in ways]
    return [way for way, form in zip(ways, forms, strict=True) if form == min(forms)]


def _is_uneven(part: str) -> bool:
    """Whether figures stand behind one month of a part and not behind the next (`Oct 24 – revised to Dec`)."""
    kinds = [token.kind for token in tokenise(part)]
    behind = {kind in _FIGURES for month, kind in pairwise((*kinds, "")) if month == "month"}
    return len(behind) > 1


def _find_form(part: str) -> tuple[str, ...]:
    """How a part's date is written, without the words about it."""
    return tuple(token.kind for token in tokenise(part) if token.kind != "word")


def share(printed: str, count: int, context: TimingContext, *, is_several: bool) -> Segments:
    """One timing for all the actions, or none for any."""
    reading = parse_timing(printed, context)
    if is_several:
        return mismatch(printed, count, max(2, count_timings(printed, context)))
    is_read = reading.complete and not reading.cost
    if is_read and reading.value and len(reading.value.intervals) == count:
        words = (("text", printed), ("expected", count), ("ways", 2))
        return Segments(("",) * count, (Finding("timing-split-ambiguous", words),))
    found = count_timings(printed, context)
    if is_read or found < 2:
        # Words that are no timing, or one with a remark, are the actions' all the same, and are read as such.
        shared = Finding("timing-shared", (("text", printed), ("count", count)))
        return Segments((printed,) * count, (shared,))
    return mismatch(printed, count, found)


def mismatch(printed: str, count: int, found: int) -> Segments:
    """No timing for any action: there are `found` of them."""
    words = (("text", printed), ("found", found), ("expected", count))
    return Segments(("",) * count, (Finding("timing-count-mismatch", words),))


def find_gaps(printed: str, count: int, parts: tuple[str, ...]) -> tuple[Finding, ...]:
    """A finding where a cell names the actions of its timings, and some have none."""
    found = sum(bool(part) for part in parts)
    words = (("text", printed), ("found", found), ("expected", count))
    return (Finding("timing-count-mismatch", words),) if found < count else ()
