"""Which of many drafts may be of one plan: those next to one another among the drafts that have a text.

Never all against all: a text that a thousand drafts have brings each of them together with its neighbours at 1, 2, 4,
8, … places, in an order that puts drafts of one plan side by side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, takewhile

DIGEST = 8
"""Bytes that stand for a text."""
PLACE = 4
"""Bytes that stand for a draft."""
FORM = 20
"""A text that drafts of more names than this have is a form's, and says nothing of which plan they are."""


def find_candidates(texts: Sequence[bytes], names: Sequence[str]) -> tuple[set[tuple[int, int]], set[bytes]]:
    """The pairs of drafts that may be of one plan, and the digests that are a form's.

    `texts` has the digests of each draft's texts one behind another, `names` what each is called, alike for the
    drafts of a plan; both in an order in which those stand together.
    """
    pairs: set[tuple[int, int]] = set()
    forms: set[bytes] = set()
    for digest, holders in _list_holders(texts):
        if len(holders) > FORM and len({names[holder] for holder in holders}) > FORM:
            forms.add(digest)
        else:
            pairs.update(_pair_neighbours(holders))
    return pairs, forms


def list_digests(texts: bytes) -> Iterator[bytes]:
    """The digests that stand one behind another."""
    return (texts[place : place + DIGEST] for place in range(0, len(texts), DIGEST))


def _list_holders(texts: Sequence[bytes]) -> Iterator[tuple[bytes, list[int]]]:
    """The drafts that have a text, in order, for each that several have.

    Sorted keys take a fifth of the memory of a table of lists.
    """
    keys = sorted(
        digest + place.to_bytes(PLACE) for place, own in enumerate(texts) for digest in list_digests(own)
    )
    for digest, found in groupby(keys, key=lambda key: key[:DIGEST]):
        holders = [int.from_bytes(key[DIGEST:]) for key in found]
        if len(holders) > 1:
            yield digest, holders


def _pair_neighbours(holders: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Each holder with those at 1, 2, 4, 8, … places behind it."""
    for distance in takewhile(lambda distance: distance < len(holders), _double()):
        yield from zip(holders, holders[distance:], strict=False)


def _double() -> Iterable[int]:
    distance = 1
    while True:
        yield distance
        distance *= 2
