"""Merges and splits: recommendations of one draft that are one in the other.

A split is a merge seen from the other side, so one search serves both. Of the readings `merged` and `removed,
its actions moved` the one with fewer changes is taken, unless the words themselves say that it was merged.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from send_extract.alignment.candidates import find_by_keys, find_by_words
from send_extract.alignment.evidence import UNION_ACTIONS, UNION_HINTED, UNION_ITEM, UNION_WORDS
from send_extract.alignment.likeness import Weights
from send_extract.alignment.recommendations import find_number
from send_extract.alignment.records import Comparands, Side, Union
from send_extract.patterns import compile_later
from send_extract.values.stems import find_stems

_NUMBER = compile_later(r"\w+(?:\.\w+)*")


class UnionView(NamedTuple):
    """The two drafts seen from the one with the parts: a merge's old draft, a split's new one."""

    parts: Side
    wholes: Side
    pairs: dict[int, int]
    weights: Weights


class UnionPart(NamedTuple):
    """A part that vanished into a whole, with what speaks for it."""

    strength: float
    part: int
    whole: int


def find_unions(
    old: Side, new: Side, pairs: dict[int, int], weights: Weights
) -> tuple[tuple[Union, ...], tuple[Union, ...]]:
    """The merges and the splits; a recommendation is in one of them at most, the one that more speaks for.

    Where two recommendations live on as one another in a merge and in a split alike, and as much speaks for either,
    it is neither: which draft is the older must not decide.
    """
    merging = UnionView(old, new, pairs, weights)
    splitting = UnionView(new, old, {after: before for before, after in pairs.items()}, weights)
    merges = {(found.union.parts[0], found.union.whole): found for found in _gather(merging)}
    splits = {(found.union.whole, found.union.parts[0]): found for found in _gather(splitting)}
    return _drop_weaker(merges, splits), _drop_weaker(splits, merges)


class _Found(NamedTuple):
    """A merge or a split, with all that speaks for it."""

    union: Union
    strength: float


Founds = dict[tuple[int, int], _Found]
"""Merges, or splits, by the old and the new recommendation that live on as one another."""


def _drop_weaker(unions: Founds, rivals: Founds) -> tuple[Union, ...]:
    return tuple(
        found.union
        for pair, found in unions.items()
        if pair not in rivals or found.strength > rivals[pair].strength
    )


def _gather(view: UnionView) -> Iterator[_Found]:
    """Each whole with its parts: first the one that lives on, then those that vanished, in order."""
    survivors = {whole: part for part, whole in view.pairs.items()}
    best: dict[int, UnionPart] = {}
    for part, whole in sorted(set(_find_candidates(view))):
        strength = _judge(view, part, whole, survivors[whole])
        if strength is not None and (part not in best or strength > best[part].strength):
            best[part] = UnionPart(strength, part, whole)
    parts: defaultdict[int, list[UnionPart]] = defaultdict(list)
    for finding in best.values():
        parts[finding.whole].append(finding)
    for whole, found in sorted(parts.items()):
        vanished = sorted(finding.part for finding in found)
        yield _Found(Union(whole, (survivors[whole], *vanished)), sum(each.strength for each in found))


def _find_candidates(view: UnionView) -> Iterator[tuple[int, int]]:
    """The vanished parts, each with the wholes that share something, or that a note names."""
    wholes = sorted(view.pairs.values())
    vanished = [index for index in range(len(view.parts.records)) if index not in view.pairs]
    if not vanished:
        return
    yield from find_by_keys(_list_keys(view.parts, vanished), _list_keys(view.wholes, wholes))
    yield from find_by_words(
        [(index, view.parts.records[index].text) for index in vanished],
        [(index, view.wholes.records[index].text) for index in wholes],
        view.weights,
    )
    yield from _find_announced(view, vanished)


def _list_keys(side: Side, indexes: list[int]) -> Iterator[tuple[int, object]]:
    for index in indexes:
        yield from ((index, ("number", number)) for number in _NUMBER.findall(find_number(side, index)))
        yield from ((index, side.actions.all[item].key) for item in side.actions.of(index))


def _find_announced(view: UnionView, vanished: list[int]) -> Iterator[tuple[int, int]]:
    numbers = {find_number(view.parts, index): index for index in view.pairs}
    for part in vanished:
        for number in _list_announced(view.parts, part):
            if number in numbers:
                yield part, view.pairs[numbers[number]]


def _list_announced(side: Side, index: int) -> set[str]:
    relations = [relation for relation in side.records[index].relations if relation.kind == "merge"]
    return {number.casefold() for relation in relations for number in relation.numbers}


def _judge(view: UnionView, part: int, whole: int, survivor: int) -> float | None:
    """How much speaks for `part` having gone into `whole`, None where it is not enough."""
    taken, kept = _measure_words(view, part, whole, survivor)
    found, count = _count_found(view, part, whole, survivor)
    hinted = _is_hinted(view, part, whole, survivor)
    share = found / max(count, 1)
    if not count:
        enough = hinted or taken >= UNION_WORDS
    elif _is_plain(taken, kept, share, hinted=hinted):
        enough = True
    else:
        told = share >= UNION_ACTIONS and (found > 1 or taken >= UNION_HINTED)
        enough = told and _is_shorter(view, part, found, whole)
    return taken + share + hinted if enough else None


def _is_plain(taken: float, kept: float, share: float, *, hinted: bool) -> bool:
    """Whether a hint, the words and the actions, two of them together, say so."""
    if share >= UNION_ACTIONS:
        return hinted or taken >= UNION_WORDS
    return (hinted and taken >= UNION_HINTED) or (taken >= UNION_WORDS and kept >= UNION_WORDS + 0.2)


def _measure_words(view: UnionView, part: int, whole: int, survivor: int) -> tuple[float, float]:
    """The share of the part's own words that the whole took over, and of all its words that the whole has."""
    own, united, other = (
        find_stems(side.records[index].text)
        for side, index in ((view.parts, part), (view.wholes, whole), (view.parts, survivor))
    )
    weigh = view.weights.total
    distinct = own - other
    taken = weigh(distinct & united) / (weigh(distinct) or 1.0) if weigh(distinct) >= weigh(own) / 4 else 0.0
    return taken, weigh(own & united) / (weigh(own) or 1.0)


def _count_found(view: UnionView, part: int, whole: int, survivor: int) -> tuple[int, int]:
    """How many of the part's actions the whole has beyond the survivor's, and how many there are."""
    actions = view.parts.actions
    free = _list_free(view, whole, survivor)
    found = 0
    for index in actions.of(part):
        item = actions.all[index]
        match = _find_match(view, item.key, item.text, free)
        if match is not None:
            del free[match]
            found += 1
    return found, len(actions.of(part))


def _list_free(view: UnionView, whole: int, survivor: int) -> dict[int, str]:
    """The whole's actions that are not the survivor's, index to key."""
    held = Counter(view.parts.actions.all[index].key for index in view.parts.actions.of(survivor))
    free: dict[int, str] = {}
    for index in view.wholes.actions.of(whole):
        key = view.wholes.actions.all[index].key
        if held[key]:
            held[key] -= 1
        else:
            free[index] = key
    return free


def _find_match(view: UnionView, key: str, text: str, free: dict[int, str]) -> int | None:
    for index, other in free.items():
        if key == other:
            return index
    texts: Comparands = view.wholes.actions
    alike = [(view.weights.compare(text, texts.all[index].text).share, -index) for index in free]
    share, index = max(alike, default=(0.0, 0))
    return -index if share >= UNION_ITEM else None


def _is_hinted(view: UnionView, part: int, whole: int, survivor: int) -> bool:
    """Whether a note of either part announced it, or the whole's number names both."""
    numbers = [find_number(view.parts, index) for index in (part, survivor)]
    announced = any(set(numbers) <= _list_named(view.parts, index) for index in (part, survivor))
    return announced or set(numbers) <= set(_NUMBER.findall(find_number(view.wholes, whole)))


def _list_named(side: Side, index: int) -> set[str]:
    """The numbers that a note says will be one: `merge 4&6`, or of row 6 `merge with 4`."""
    announced = _list_announced(side, index)
    return announced | {find_number(side, index)} if len(announced) == 1 else announced


def _is_shorter(view: UnionView, part: int, found: int, whole: int) -> bool:
    """Whether `merged` takes fewer changes than `removed, its actions moved`."""
    wholes = {view.wholes.measures.all[index].key for index in view.wholes.measures.of(whole)}
    measures = [view.parts.measures.all[index].key for index in view.parts.measures.of(part)]
    carried = sum(key in wholes for key in measures)
    left = len(view.parts.actions.of(part)) - found + len(measures) - carried
    return 1 + left < 1 + found + carried
