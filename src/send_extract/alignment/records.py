"""What alignment works on and gives: the sides, their items, and the alignment itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from send_extract.plan import Plan, Recommendation
from send_extract.values.wording import find_key


class Comparand(NamedTuple):
    """An action or a measure: whose it is and its place there (from 0), its words, when and whose it is.

    `when` and `who` are keys of normal form; `who` is empty where the owner is the recommendation's.
    """

    record: int
    place: int
    text: str
    key: str
    when: str = ""
    who: str = ""

    @property
    def identity(self) -> tuple[str, str]:
        """Its words and its timing."""
        return self.key, self.when


class Comparands(NamedTuple):
    """The items of one side, in order; `starts[i]` is the index of the first of recommendation `i`."""

    all: tuple[Comparand, ...]
    starts: tuple[int, ...]

    def of(self, record: int) -> range:
        """The indexes of a recommendation's items."""
        return range(self.starts[record], self.starts[record + 1])


class Side(NamedTuple):
    """One draft: its recommendations, the keys of their words, its actions and its measures."""

    records: tuple[Recommendation, ...]
    keys: tuple[str, ...]
    actions: Comparands
    measures: Comparands


class Union(NamedTuple):
    """Recommendations of one draft that are one in the other; the first of `parts` lives on."""

    whole: int
    parts: tuple[int, ...]


class Links(NamedTuple):
    """Which recommendations belong together: one to one, back, and with merges and splits."""

    forward: dict[int, int]
    backward: dict[int, int]
    linked: frozenset[tuple[int, int]]


class ItemPairs(NamedTuple):
    """Aligned items by index, and the near-misses: alike, but not the same."""

    forward: dict[int, int]
    similar: tuple[tuple[int, int], ...]


class Alignment(NamedTuple):
    """Two drafts aligned; `similar` are recommendations that are alike, but not the same."""

    old: Side
    new: Side
    links: Links
    merges: tuple[Union, ...]
    splits: tuple[Union, ...]
    actions: ItemPairs
    measures: ItemPairs
    similar: tuple[tuple[int, int], ...]


def describe_side(plan: Plan) -> Side:
    """The side of a plan, its texts in normal form."""
    records = plan.recommendations
    return Side(
        records,
        tuple(find_key(record.text) for record in records),
        _number_items(_describe_actions(index, record) for index, record in enumerate(records)),
        _number_items(_describe_measures(index, record) for index, record in enumerate(records)),
    )


def _describe_actions(index: int, record: Recommendation) -> list[Comparand]:
    inherited = record.who.text
    return [
        Comparand(
            index,
            place,
            action.text,
            find_key(action.text),
            find_key(action.when.text),
            "" if action.who.text == inherited else find_key(action.who.text),
        )
        for place, action in enumerate(record.actions)
    ]


def _describe_measures(index: int, record: Recommendation) -> list[Comparand]:
    return [
        Comparand(index, place, measure.text, find_key(measure.text))
        for place, measure in enumerate(record.measures)
    ]


def _number_items(lists: Iterable[list[Comparand]]) -> Comparands:
    items: list[Comparand] = []
    starts = [0]
    for part in lists:
        items += part
        starts.append(len(items))
    return Comparands(tuple(items), tuple(starts))


def pair_in_order(
    old: Iterable[tuple[object, int]], new: Iterable[tuple[object, int]]
) -> list[tuple[int, int]]:
    """Pairs of indexes under one key, the first with the first, where both sides have as many of that key."""
    before: defaultdict[object, list[int]] = defaultdict(list)
    after: defaultdict[object, list[int]] = defaultdict(list)
    for key, index in old:
        before[key].append(index)
    for key, index in new:
        after[key].append(index)
    return [
        pair
        for key, indexes in before.items()
        if len(indexes) == len(after.get(key, ()))
        for pair in zip(indexes, after[key], strict=True)
    ]
