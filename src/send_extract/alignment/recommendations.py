"""Which recommendation of the new draft is which of the old: by words, number, place and actions together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise, product
from typing import NamedTuple

from send_extract.alignment.assignment import Candidate, assign
from send_extract.alignment.candidates import find_by_keys, find_by_words
from send_extract.alignment.evidence import (
    ACTION_SHARE,
    ACTIONS_COUNTED,
    ACTIONS_SHARE,
    CARRIED_OVER,
    FEWEST_CARRIED,
    LONGEST_LIST,
    MEASURES_SHARE,
    NEAR_MISS,
    RECOMMENDATION_NEEDED,
    TEXT_SHARE,
)
from send_extract.alignment.items import pick_once
from send_extract.alignment.likeness import Weights
from send_extract.alignment.records import Comparand, Comparands, Side, pair_in_order
from send_extract.values.wording import find_key

WIDEST_RUN = 12
"""Neighbouring recommendations without a partner that are compared each with each."""


class Sides(NamedTuple):
    """Both drafts, and what their words weigh."""

    old: Side
    new: Side
    weights: Weights


def align_recommendations(
    old: Side, new: Side, weights: Weights
) -> tuple[dict[int, int], tuple[tuple[int, int], ...]]:
    """The recommendations that live on, old index to new, and the near-misses.

    What is equal is paired first and in order: number and words, then words and actions, then words alone.
    """
    pairs: dict[int, int] = {}
    for describe in (_number_and_words, _words_and_actions, _words):
        pairs.update(
            pair_in_order(_describe_left(old, pairs, describe), _describe_left(new, pairs.values(), describe))
        )
    sides = Sides(old, new, weights)
    found = sorted(set(_find_candidates(sides, pairs)))
    place = _find_places(old, new, pairs)
    judged = [(pair, _judge(sides, pair, is_near=pair in place)) for pair in found]
    pairs |= assign(Candidate(*pair, 1 - score) for pair, score in judged if score is not None)
    return pairs, _find_near_misses(sides, [pair for pair, _ in judged], pairs)


def _number_and_words(side: Side, index: int) -> object:
    return find_number(side, index), side.keys[index]


def _words_and_actions(side: Side, index: int) -> object:
    return side.keys[index], *(side.actions.all[item].key for item in side.actions.of(index))


def _words(side: Side, index: int) -> object:
    return side.keys[index]


def find_number(side: Side, index: int) -> str:
    """A recommendation's number, small and without its full stop."""
    return find_key(side.records[index].number).casefold().rstrip(".")


def _describe_left(
    side: Side, paired: Iterable[int], describe: Callable[[Side, int], object]
) -> Iterator[tuple[object, int]]:
    taken = set(paired)
    return ((describe(side, index), index) for index in range(len(side.records)) if index not in taken)


def _find_candidates(sides: Sides, pairs: dict[int, int]) -> Iterator[tuple[int, int]]:
    """The pairs that may be the same: they share a number, words, an action, a measure, or a place."""
    taken = set(pairs.values())
    old = [index for index in range(len(sides.old.records)) if index not in pairs]
    new = [index for index in range(len(sides.new.records)) if index not in taken]
    yield from find_by_keys(_list_keys(sides.old, old), _list_keys(sides.new, new))
    yield from find_by_words(
        [(index, sides.old.records[index].text) for index in old],
        [(index, sides.new.records[index].text) for index in new],
        sides.weights,
    )
    yield from _find_places(sides.old, sides.new, pairs)


def _list_keys(side: Side, indexes: list[int]) -> Iterator[tuple[int, object]]:
    for index in indexes:
        yield index, ("number", find_number(side, index))
        yield index, ("words", side.keys[index])
        for items in (side.actions, side.measures):
            yield from ((index, items.all[item].key) for item in items.of(index))


def _find_places(old: Side, new: Side, pairs: dict[int, int]) -> frozenset[tuple[int, int]]:
    """The pairs without a partner that stand between the same neighbours."""
    if not pairs:
        return frozenset()
    ends = (-1, -1), (len(old.records), len(new.records))
    anchors = [ends[0], *sorted(pairs.items()), ends[1]]
    runs = (
        (range(before[0] + 1, after[0]), range(before[1] + 1, after[1]))
        for before, after in pairwise(anchors)
    )
    taken = set(pairs.values())
    return frozenset(
        pair
        for olds, news in runs
        if max(len(olds), len(news)) <= WIDEST_RUN
        for pair in product(olds, news)
        if pair[1] not in taken
    )


def _judge(sides: Sides, pair: tuple[int, int], *, is_near: bool) -> float | None:
    """How much speaks for a pair, None where it is not enough."""
    old, new = pair
    same_number = find_number(sides.old, old) == find_number(sides.new, new)
    owners = [find_key(side.records[index].who.text) for side, index in ((sides.old, old), (sides.new, new))]
    points = same_number + is_near + (owners[0] == owners[1] != "")
    likeness = compare_recommendations(sides, pair)
    is_enough = likeness >= RECOMMENDATION_NEEDED[points] or _is_carried_over(sides, pair)
    return likeness * 0.9 + points / 30 if is_enough else None


def _is_carried_over(sides: Sides, pair: tuple[int, int]) -> bool:
    """Whether most of what was in the one, and most of what is in the other, is the same word for word."""
    before, after = (_count_keys(side, index) for side, index in zip(sides[:2], pair, strict=True))
    common = (before & after).total()
    return common >= FEWEST_CARRIED and common >= CARRIED_OVER * max(before.total(), after.total())


def _count_keys(side: Side, index: int) -> Counter[tuple[int, str]]:
    """How often each action and each measure stands in a recommendation."""
    lists = enumerate((side.actions, side.measures))
    return Counter((kind, items.all[item].key) for kind, items in lists for item in items.of(index))


def compare_recommendations(sides: Sides, pair: tuple[int, int]) -> float:
    """How alike two recommendations are with all that is in them; equal words are enough by themselves."""
    old, new = pair
    if sides.old.keys[old] == sides.new.keys[new] != "":
        return 1.0
    words = sides.weights.compare(sides.old.records[old].text, sides.new.records[new].text).share
    parts = [(TEXT_SHARE, words)]
    actions = _compare_items(sides.weights, (sides.old.actions, old), (sides.new.actions, new))
    if actions is not None:
        count = min(len(sides.old.actions.of(old)), len(sides.new.actions.of(new)), ACTIONS_COUNTED)
        parts.append((ACTIONS_SHARE + ACTION_SHARE * count, actions))
    measures = _compare_items(sides.weights, (sides.old.measures, old), (sides.new.measures, new))
    if measures is not None:
        parts.append((MEASURES_SHARE, measures))
    return sum(share * likeness for share, likeness in parts) / sum(share for share, _ in parts)


def _compare_items(
    weights: Weights, old: tuple[Comparands, int], new: tuple[Comparands, int]
) -> float | None:
    """How much of the shorter list is found in the other; None where one is empty."""
    before, after = _list_first(*old), _list_first(*new)
    if not (before and after):
        return None
    table = [[_liken(weights, a, b) for b in after] for a in before]
    best = list(map(max, table)), list(map(max, zip(*table, strict=True)))
    found = [sum(side) / len(side) for side in best]
    return sum(found) / 2 if len(before) == len(after) else found[len(before) > len(after)]


def _list_first(items: Comparands, record: int) -> list[Comparand]:
    return [items.all[index] for index in items.of(record)[:LONGEST_LIST]]


def _liken(weights: Weights, old: Comparand, new: Comparand) -> float:
    """How alike two items are; a likeness below that of a near-miss is what any two actions of a plan have."""
    share = 1.0 if old.key == new.key else weights.compare(old.text, new.text).share
    return share if share >= NEAR_MISS else 0.0


def _find_near_misses(
    sides: Sides, candidates: list[tuple[int, int]], pairs: dict[int, int]
) -> tuple[tuple[int, int], ...]:
    taken = set(pairs.values())
    alike = (
        (-sides.weights.compare(sides.old.records[old].text, sides.new.records[new].text).share, old, new)
        for old, new in candidates
        if old not in pairs and new not in taken
    )
    return pick_once((old, new) for share, old, new in sorted(alike) if -share >= NEAR_MISS)
