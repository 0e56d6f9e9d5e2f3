"""The fewest records that must have been moved to turn one order into the other."""

from __future__ import annotations

from bisect import bisect_left
from hashlib import blake2b
from itertools import pairwise
from typing import NamedTuple

Weight = tuple[int, int, int]
_NOTHING: Weight = (0, 0, 0)


class PlacedRecord(NamedTuple):
    """A record that both drafts have: its place in each, and its words."""

    old: int
    new: int
    words: str


def find_moved(placed: list[PlacedRecord]) -> frozenset[int]:
    """The old places of the records that moved, the rest being the heaviest increasing subsequence.

    The most records stay; of equally many, those with more words; then a digest of the words decides, so
    that the answer is the same whichever of the drafts is the older.
    """
    ordered = sorted(placed)
    if all(before.new < after.new for before, after in pairwise(ordered)):
        return frozenset()
    stays = _find_heaviest(ordered)
    return frozenset(record.old for record in ordered if record.old not in stays)


def _find_heaviest(ordered: list[PlacedRecord]) -> frozenset[int]:
    """The old places of the heaviest subsequence whose new places rise, in n log n steps."""
    places = sorted(record.new for record in ordered)
    best: list[tuple[Weight, int]] = [(_NOTHING, -1)] * (len(ordered) + 1)
    previous: list[int] = []
    for index, record in enumerate(ordered):
        rank = bisect_left(places, record.new)
        weight, before = _query(best, rank)
        previous.append(before)
        _update(best, rank + 1, (_add(weight, _weigh(record)), index))
    index = _query(best, len(ordered))[1]
    stays = set()
    while index >= 0:
        stays.add(ordered[index].old)
        index = previous[index]
    return frozenset(stays)


def _weigh(record: PlacedRecord) -> Weight:
    digest = blake2b(record.words.encode(), digest_size=7).digest()
    return 1, len(record.words), int.from_bytes(digest)


def _add(one: Weight, other: Weight) -> Weight:
    return one[0] + other[0], one[1] + other[1], one[2] + other[2]


def _query(best: list[tuple[Weight, int]], end: int) -> tuple[Weight, int]:
    """The heaviest chain among the first `end` places (a Fenwick tree of maxima)."""
    found = (_NOTHING, -1)
    while end > 0:
        found = max(found, best[end])
        end -= end & -end
    return found


def _update(best: list[tuple[Weight, int]], place: int, chain: tuple[Weight, int]) -> None:
    while place < len(best):
        best[place] = max(best[place], chain)
        place += place & -place
