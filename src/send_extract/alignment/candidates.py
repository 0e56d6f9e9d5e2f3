"""Who may be whose partner: by rare words in common, without comparing everything with everything."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from send_extract.alignment.evidence import COMMONEST, HEAVIEST, LEAST_SHARED

if TYPE_CHECKING:
    from send_extract.alignment.likeness import Weights

Keyed = tuple[int, str]
"""An index and the text that stands there."""


def find_by_words(old: Iterable[Keyed], new: Iterable[Keyed], weights: Weights) -> Iterator[tuple[int, int]]:
    """Pairs that share enough of the rarest words of both."""
    before = [(index, word) for index, text in old for word in weights.rank(text)[:HEAVIEST]]
    after = [(index, word) for index, text in new for word in weights.rank(text)[:HEAVIEST]]
    counts = Counter(find_by_keys(before, after))
    return (pair for pair, count in counts.items() if count >= LEAST_SHARED)


def find_by_keys(
    old: Iterable[tuple[int, Hashable]], new: Iterable[tuple[int, Hashable]]
) -> Iterator[tuple[int, int]]:
    """Pairs that share a key, once for each key; what too many share tells nothing."""
    before, after = _list_holders(old), _list_holders(new)
    return chain.from_iterable(
        ((one, other) for one in holders for other in after[key])
        for key, holders in before.items()
        if len(holders) <= COMMONEST and 0 < len(after.get(key, ())) <= COMMONEST
    )


def _list_holders(keyed: Iterable[tuple[int, Hashable]]) -> defaultdict[Hashable, list[int]]:
    holders: defaultdict[Hashable, list[int]] = defaultdict(list)
    for index, key in keyed:
        if not holders[key] or holders[key][-1] != index:
            holders[key].append(index)
    return holders
