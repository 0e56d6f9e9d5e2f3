"""A When cell to one timing an action.

A When cell is the timings of its actions with the line breaks lost. Two spaces, a line break, a semicolon, a
spaced bar or a list mark are boundaries for certain; one space may be one. Of all divisions into as many parts as
there are actions, in which every part is a timing from its first word to its last, the one that leaves least unsaid
is taken; where there is none, or there are several as good, nothing is forced (design, section 3, "When").
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from send_extract.segmentation import Segments
from send_extract.segmentation.chunks import drop_lone_mark, drop_marks, find_chunks, split_slashed
from send_extract.segmentation.divisions import Division, Divisions, combine, count_timings, divide
from send_extract.segmentation.named import split_named
from send_extract.segmentation.pricing import TORN, UNREAD
from send_extract.segmentation.settling import find_gaps, mismatch, settle, share
from send_extract.values.timing import TimingContext, parse_timing

_MOST_PARTS: Final = 100
"""Beyond this no cell is divided but by its certain boundaries: no row has so many actions."""
_SPARE: Final = 3
"""How many more parts than actions are looked for, to tell a division that runs two timings together."""


@lru_cache(maxsize=8192)
def segment_timings(text: str, count: int, context: TimingContext) -> Segments:
    """The timing of each of `count` actions in the When cell `text`, as printed; "" where it is not certain.

    Findings: `timing-shared`, `timing-count-mismatch`, `timing-split-ambiguous`.
    """
    printed = " ".join(text.split())
    if count <= 1 or not printed:
        return Segments((drop_lone_mark(printed, context),) * count)
    named = split_named(text, count, context) or split_slashed(printed, count, context)
    if named:
        return Segments(named, find_gaps(printed, count, named))
    return _segment_chunks(text, printed, count, context)


def _segment_chunks(text: str, printed: str, count: int, context: TimingContext) -> Segments:
    chunks = find_chunks(text, count)
    if max(count, len(chunks)) > _MOST_PARTS:
        return _take_chunks(printed, count, chunks, context)
    if len(chunks) == count and all(_is_one(chunk, context) for chunk in chunks):
        return Segments(chunks)
    ways = _find_ways(text, chunks, count, context)
    if ways:
        return settle(printed, count, ways, context)
    return share(printed, count, context, is_several=len(chunks) > 1)


def _take_chunks(printed: str, count: int, chunks: tuple[str, ...], context: TimingContext) -> Segments:
    """A chunk an action, or one for all of them: what more actions than are counted are given."""
    if len(chunks) > 1:
        return Segments(chunks) if len(chunks) == count else mismatch(printed, count, len(chunks))
    return share(printed, count, context, is_several=False)


def _is_one(chunk: str, context: TimingContext) -> bool:
    """Whether a chunk is one timing, or at least not several."""
    return parse_timing(chunk, context).complete or count_timings(chunk, context) < 2


def _find_ways(text: str, chunks: Sequence[str], count: int, context: TimingContext) -> list[Division]:
    """The cheapest divisions into as many parts as there are actions; none where all of them are strained."""
    table = _divide_chunks(chunks, count, context)
    if count not in table:
        table = _divide_freely(text, count, context)
    return [] if count not in table or _is_stretched(table, count) else table[count]


def _is_stretched(table: Divisions, count: int) -> bool:
    """Whether every division tears a timing apart, or more parts than there are actions leave less unsaid."""
    cost = table[count][0].cost
    return cost >= TORN or any(number > count and table[number][0].cost < cost for number in table)


def _divide_chunks(chunks: Sequence[str], count: int, context: TimingContext) -> Divisions:
    """By number of parts from `count` on, the cheapest divisions that keep every certain boundary."""
    most = count + _SPARE - len(chunks) + 1
    if most < 1:
        return {}
    numbers = range(count if len(chunks) == 1 else 1, most + 1)
    tables = [divide(chunk, numbers, context) for chunk in chunks]
    found: Divisions = {0: [Division((), 0)]}
    for chunk, table in zip(chunks, tables, strict=True):
        options = dict(table)
        options.setdefault(1, [Division((chunk,), UNREAD)])
        found = combine(found, options)
    return found


def _divide_freely(text: str, count: int, context: TimingContext) -> Divisions:
    """The cheapest divisions when a certain boundary may also be a line that was broken inside a timing."""
    marked = drop_marks(text).replace(";", " ; ")
    return divide(marked, range(count, count + _SPARE + 1), context)
