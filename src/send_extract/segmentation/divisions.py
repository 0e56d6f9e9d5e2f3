"""The cheapest divisions of a When cell's words into timings, by dynamic programming."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from send_extract.segmentation.pricing import (
    JOINING,
    WhenCell,
    find_end,
    price_inside,
    price_part,
    price_tear,
)
from send_extract.values.timing import TimingContext
from send_extract.values.timing.tokens import Token, tokenise

_LONGEST_PART: Final = 24
_TRAILING: Final = frozenset(["thereafter", "onwards", "onward"])
"""Words that end what stands before them."""
_MOST_TOKENS: Final = 200
_MOST_WAYS: Final = 8


class Division(Struct, frozen=True):
    """One way to divide: its parts, and what it costs."""

    parts: tuple[str, ...]
    cost: int


Divisions = dict[int, list[Division]]
"""By number of parts: the cheapest divisions."""


def divide(text: str, numbers: range, context: TimingContext) -> Divisions:
    """By `numbers` of parts, the cheapest divisions of `text` in which every part is read whole.

    Dynamic programming from left to right over the places where a part may begin.
    """
    tokens = tuple(token for token in tokenise(text) if token.kind != "semicolon")
    if not tokens or len(tokens) > _MOST_TOKENS:
        return {}
    cell = WhenCell(text, tokens, context, numbers)
    reached: list[Divisions] = [{} for _ in range(len(tokens) + 1)]
    reached[0] = {0: [Division((), 0)]}
    for start in range(len(tokens)):
        if reached[start] and _may_begin(tokens, start):
            for end in range(start + 1, min(start + _LONGEST_PART, len(tokens)) + 1):
                _extend(reached, cell, start, end)
    return reached[-1]


def _may_begin(tokens: Sequence[Token], start: int) -> bool:
    kind = tokens[start].kind
    return kind not in JOINING and (start == 0 or (kind != "open" and tokens[start].value not in _TRAILING))


def _extend(reached: list[Divisions], cell: WhenCell, start: int, end: int) -> None:
    """Enter the part from `start` to `end` in the table, if it is a timing and may end there.

    Where the tokens behind it are too few for the parts that are missing then, it leads nowhere.
    """
    behind, cut = find_end(cell.tokens, end)
    fewest = cell.numbers[0] - 1 - (len(cell.tokens) - end)
    if cut is None or max(reached[start]) < fewest:
        return
    part = " ".join(cell.text[cell.tokens[start].begin : cell.tokens[end - 1].stop].split())
    own = price_part(cell, part, start, end)
    if own is None:
        return
    cost = own + cut + price_inside(cell.tokens[start:end])
    for number, divisions in reached[start].items():
        if fewest <= number < cell.numbers[-1]:
            longer = [
                Division((*d.parts, part), d.cost + cost + price_tear(cell, d.parts, part, start))
                for d in divisions
            ]
            reached[behind][number + 1] = _cheapest(reached[behind].get(number + 1, []) + longer)


def combine(left: Divisions, right: Divisions) -> Divisions:
    """Every division on the left with every one on the right behind it."""
    combined: Divisions = {}
    for first, heads in left.items():
        for second, tails in right.items():
            joined = [Division(h.parts + t.parts, h.cost + t.cost) for h in heads for t in tails]
            combined[first + second] = _cheapest(combined.get(first + second, []) + joined)
    return combined


def _cheapest(divisions: list[Division]) -> list[Division]:
    least = min(division.cost for division in divisions)
    return [division for division in divisions if division.cost == least][:_MOST_WAYS]


def count_timings(text: str, context: TimingContext) -> int:
    """How many timings the cheapest division of `text` has; 0 where none reads all of it."""
    table = divide(text, range(1, _LONGEST_PART + 1), context)
    if not table:
        return 0
    return min(table, key=lambda number: (table[number][0].cost, number))
