"""The best one-to-one pairing of candidates, exactly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from send_extract.alignment.evidence import UNMATCHED_COST

LARGEST = 1_200
"""Above this many records a component is paired cheapest first: exactness would take minutes."""
FORBIDDEN = 1e6


class Candidate(NamedTuple):
    """A pair that may be: the indexes on both sides and its cost, from 0."""

    old: int
    new: int
    cost: float


def assign(candidates: Iterable[Candidate]) -> dict[int, int]:
    """The pairing of least cost, old index to new; records with no good partner are left alone.

    The candidates fall into components that share no record; nearly all have one or two records a side, so
    that the cost grows with the number of candidates and not with its cube.
    """
    pairs: dict[int, int] = {}
    for component in _find_components(list(candidates)):
        pairs.update(_solve(component))
    return pairs


def _solve(component: list[Candidate]) -> Iterable[tuple[int, int]]:
    olds = sorted({candidate.old for candidate in component})
    news = sorted({candidate.new for candidate in component})
    if min(len(olds), len(news)) == 1:
        best = min(component, key=lambda candidate: (candidate.cost, candidate.old, candidate.new))
        return [(best.old, best.new)]
    if max(len(olds), len(news)) > LARGEST:
        return _pair_cheapest(component)
    return _solve_exactly(component, olds, news)


def _solve_exactly(component: list[Candidate], olds: list[int], news: list[int]) -> Iterator[tuple[int, int]]:
    # lap brings numpy, a tenth of a second; most diffs never come here.
    import lap  # type: ignore[import-untyped] # a package without types
    import numpy as np

    rows, columns = ({index: place for place, index in enumerate(side)} for side in (olds, news))
    costs = np.full((len(olds), len(news)), FORBIDDEN)
    for candidate in component:
        costs[rows[candidate.old], columns[candidate.new]] = candidate.cost
    chosen = lap.lapjv(costs, extend_cost=True, cost_limit=UNMATCHED_COST, return_cost=False)[0]
    return ((old, news[int(place)]) for old, place in zip(olds, chosen, strict=True) if place >= 0)


def _pair_cheapest(component: list[Candidate]) -> Iterator[tuple[int, int]]:
    used_old: set[int] = set()
    used_new: set[int] = set()
    for old, new, _ in sorted(
        component, key=lambda candidate: (candidate.cost, candidate.old, candidate.new)
    ):
        if old not in used_old and new not in used_new:
            used_old.add(old)
            used_new.add(new)
            yield old, new


def _find_components(candidates: list[Candidate]) -> list[list[Candidate]]:
    """The candidates in groups that share no record (union-find over both sides)."""
    parents: dict[int, int] = {}
    for candidate in candidates:
        old, new = _find_root(parents, candidate.old), _find_root(parents, ~candidate.new)
        parents[max(old, new)] = min(old, new)
    groups: defaultdict[int, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        groups[_find_root(parents, candidate.old)].append(candidate)
    return list(groups.values())


def _find_root(parents: dict[int, int], node: int) -> int:
    parents.setdefault(node, node)
    while parents[node] != node:
        parents[node] = parents[parents[node]]
        node = parents[node]
    return node
