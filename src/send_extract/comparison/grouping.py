"""Which drafts are of one plan."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from hashlib import blake2b
from itertools import combinations

from msgspec import Struct
from rapidfuzz.fuzz import token_set_ratio

from send_extract.comparison.ordering import Imprint, Ordered, find_imprint, order_drafts
from send_extract.plan import Plan
from send_extract.values.wording import find_key, normalise_words

SHARED_WITH_TITLE, SHARED_ALONE = 0.1, 0.5
"""The share of the shorter draft's recommendations and actions that two drafts have word for word.

Drafts of one plan share most; a plan copied from another council's shares some. A common title says a good
deal, so a tenth is enough with it; without it, half.
"""
SAME_TITLE = 85
"""From this likeness (of 100) on, two titles are one."""
COMMONEST = 200
"""Words that so many drafts share are a form's, and bring no two of them together."""
DIGEST = 8
"""Bytes that stand for a text."""


class Traits(Struct, frozen=True, gc=False):
    """What tells of which plan a draft is: what it says of itself, and the digests of its texts, one behind another."""

    imprint: Imprint
    texts: bytes


def find_traits(plan: Plan) -> Traits:
    """What tells of which plan a draft is."""
    records = plan.recommendations
    texts = {record.text for record in records} | {
        action.text for record in records for action in record.actions
    }
    digests = {blake2b(find_key(text).encode(), digest_size=DIGEST).digest() for text in texts}
    return Traits(find_imprint(plan), b"".join(sorted(digests)))


def group_drafts(drafts: Sequence[Traits]) -> tuple[Ordered, ...]:
    """The drafts of each plan in order, as indexes of `drafts`; a plan with one draft is a group of one."""
    texts = [_list_digests(draft.texts) for draft in drafts]
    roots = list(range(len(drafts)))
    for (one, other), shared in sorted(_count_shared(texts).items()):
        share = shared / min(len(texts[one]), len(texts[other]))
        if _is_one_plan(drafts[one].imprint.title, drafts[other].imprint.title, share):
            _unite(roots, one, other)
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for index in range(len(drafts)):
        groups[_find_root(roots, index)].append(index)
    return tuple(_order(drafts, group) for group in groups.values())


def _order(drafts: Sequence[Traits], group: Sequence[int]) -> Ordered:
    ordered = order_drafts([drafts[index].imprint for index in group])
    return ordered._replace(indexes=tuple(group[place] for place in ordered.indexes))


def _list_digests(texts: bytes) -> frozenset[bytes]:
    return frozenset(texts[place : place + DIGEST] for place in range(0, len(texts), DIGEST))


def _count_shared(texts: list[frozenset[bytes]]) -> Counter[tuple[int, int]]:
    """How many texts two drafts share, for those that share any."""
    holders: defaultdict[bytes, list[int]] = defaultdict(list)
    for index, found in enumerate(texts):
        for text in found:
            holders[text].append(index)
    shared: Counter[tuple[int, int]] = Counter()
    for indexes in holders.values():
        if len(indexes) <= COMMONEST:
            shared.update(combinations(indexes, 2))
    return shared


def _is_one_plan(one: str | None, other: str | None, share: float) -> bool:
    """Whether two drafts of these titles are of one plan, which have that share of the shorter one's texts."""
    if share >= SHARED_ALONE:
        return True
    titles = [normalise_words(title or "").casefold() for title in (one, other)]
    return share >= SHARED_WITH_TITLE and all(titles) and token_set_ratio(*titles) >= SAME_TITLE


def _unite(roots: list[int], one: int, other: int) -> None:
    first, second = sorted((_find_root(roots, one), _find_root(roots, other)))
    roots[second] = first


def _find_root(roots: list[int], index: int) -> int:
    while roots[index] != index:
        roots[index] = roots[roots[index]]
        index = roots[index]
    return index
