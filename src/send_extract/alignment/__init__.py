"""Which record of the new draft is which of the old.

    equal records in order  →  recommendations by words, number, place and actions together
    →  merges and splits  →  actions, then measures: equal words, likeness, place

Every step is symmetric: aligning the new draft with the old gives the same pairs.
"""

from __future__ import annotations

from send_extract.alignment.items import align_items
from send_extract.alignment.likeness import Weights, weigh_words
from send_extract.alignment.recommendations import align_recommendations
from send_extract.alignment.records import Alignment, Links, Side, Union, describe_side
from send_extract.alignment.unions import find_unions
from send_extract.plan import Plan

__all__ = ["Alignment", "Links", "Side", "Union", "align_plans"]


def align_plans(old: Plan, new: Plan) -> Alignment:
    """The alignment of two drafts: total over both, deterministic, and symmetric."""
    before, after = describe_side(old), describe_side(new)
    weights = weigh_words(before, after)
    pairs, similar = align_recommendations(before, after, weights)
    merges, splits = find_unions(before, after, pairs, weights)
    links = _link(pairs, merges, splits)
    return Alignment(
        before,
        after,
        links,
        merges,
        splits,
        align_items(before.actions, after.actions, links, weights),
        align_items(before.measures, after.measures, links, weights),
        _drop_united(similar, merges, splits),
    )


def _link(pairs: dict[int, int], merges: tuple[Union, ...], splits: tuple[Union, ...]) -> Links:
    """The pairs that live on, and with them those of the merges and splits."""
    linked = set(pairs.items())
    linked |= {(part, merge.whole) for merge in merges for part in merge.parts}
    linked |= {(split.whole, part) for split in splits for part in split.parts}
    return Links(pairs, {new: old for old, new in pairs.items()}, frozenset(linked))


def _drop_united(
    similar: tuple[tuple[int, int], ...], merges: tuple[Union, ...], splits: tuple[Union, ...]
) -> tuple[tuple[int, int], ...]:
    """The near-misses without the records that a merge or a split accounts for."""
    gone = {part for merge in merges for part in merge.parts}
    come = {part for split in splits for part in split.parts}
    return tuple((old, new) for old, new in similar if old not in gone and new not in come)


__all__ += ["Weights"]
