"""Which drafts are of one plan."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

from rapidfuzz.fuzz import token_set_ratio

from send_extract.comparison.ordering import Ordered, order_drafts
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


def group_drafts(plans: Sequence[Plan]) -> tuple[Ordered, ...]:
    """The drafts of each plan in order, as indexes of `plans`; a plan with one draft is a group of one."""
    texts = [_find_texts(plan) for plan in plans]
    roots = list(range(len(plans)))
    for (one, other), shared in sorted(_count_shared(texts).items()):
        if _is_one_plan(plans[one], plans[other], shared / min(len(texts[one]), len(texts[other]))):
            _unite(roots, one, other)
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for index in range(len(plans)):
        groups[_find_root(roots, index)].append(index)
    return tuple(_order(plans, group) for group in groups.values())


def _order(plans: Sequence[Plan], group: Sequence[int]) -> Ordered:
    ordered = order_drafts([plans[index] for index in group])
    return ordered._replace(indexes=tuple(group[place] for place in ordered.indexes))


def _find_texts(plan: Plan) -> frozenset[str]:
    texts = {find_key(record.text) for record in plan.recommendations}
    return frozenset(
        texts | {find_key(action.text) for record in plan.recommendations for action in record.actions}
    )


def _count_shared(texts: list[frozenset[str]]) -> Counter[tuple[int, int]]:
    """How many texts two drafts share, for those that share any."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for index, found in enumerate(texts):
        for text in found:
            holders[text].append(index)
    shared: Counter[tuple[int, int]] = Counter()
    for indexes in holders.values():
        if len(indexes) <= COMMONEST:
            shared.update(combinations(indexes, 2))
    return shared


def _is_one_plan(one: Plan, other: Plan, share: float) -> bool:
    if share >= SHARED_ALONE:
        return True
    titles = [normalise_words(plan.title or "").casefold() for plan in (one, other)]
    return share >= SHARED_WITH_TITLE and all(titles) and token_set_ratio(*titles) >= SAME_TITLE


def _unite(roots: list[int], one: int, other: int) -> None:
    first, second = sorted((_find_root(roots, one), _find_root(roots, other)))
    roots[second] = first


def _find_root(roots: list[int], index: int) -> int:
    while roots[index] != index:
        roots[index] = roots[roots[index]]
        index = roots[index]
    return index
