"""Which action (or measure) of the new draft is which of the old: equal words, likeness, place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from send_extract.alignment.assignment import Candidate, assign
from send_extract.alignment.candidates import find_by_words
from send_extract.alignment.evidence import (
    COMMONEST,
    LONGEST_LIST,
    NEAR_MISS,
    NEEDED,
    TELLING_WORDS,
    Circumstances,
    count_points,
    is_same_item,
)
from send_extract.alignment.gaps import Gaps, find_gaps, is_inner, is_sure
from send_extract.alignment.records import Comparand, Comparands, ItemPairs, Links
from send_extract.values.stems import FUNCTION_WORDS, find_stems

if TYPE_CHECKING:
    from send_extract.alignment.likeness import Likeness, Weights


class Pairing:
    """The pairs of items found so far, and those without a partner."""

    def __init__(self, old: Comparands, new: Comparands, links: Links) -> None:
        """Nothing paired yet."""
        self.old, self.new, self.links = old, new, links
        self.forward: dict[int, int] = {}
        self.backward: dict[int, int] = {}

    def add(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Takes more pairs in; none of their items may have a partner."""
        for old, new in pairs:
            self.forward[old] = new
            self.backward[new] = old

    def left_old(self, record: int) -> list[int]:
        """The items of an old recommendation that have no partner."""
        return [index for index in self.old.of(record) if index not in self.forward]

    def left_new(self, record: int) -> list[int]:
        """The items of a new recommendation that have no partner."""
        return [index for index in self.new.of(record) if index not in self.backward]

    def left(self) -> tuple[list[int], list[int]]:
        """All items that have no partner, on both sides."""
        return (
            [index for index in range(len(self.old.all)) if index not in self.forward],
            [index for index in range(len(self.new.all)) if index not in self.backward],
        )


def align_items(old: Comparands, new: Comparands, links: Links, weights: Weights) -> ItemPairs:
    """The pairs of items and the near-misses: equal words first, then what words and circumstances say."""
    pairing = Pairing(old, new, links)
    for record_old, record_new in sorted(links.linked):
        pairing.add(_pair_equal(pairing, pairing.left_old(record_old), pairing.left_new(record_new)))
    pairing.add(_pair_moved(pairing, *pairing.left()))
    likenesses = _compare_left(pairing, weights)
    for place_counts in (False, True):
        pairing.add(assign(_judge(pairing, likenesses, place_counts=place_counts)).items())
    pairing.add(pick_once(_pair_rewritten_runs(pairing)))
    return ItemPairs(pairing.forward, _find_near_misses(pairing, likenesses))


def _pair_equal(pairing: Pairing, old: list[int], new: list[int]) -> list[tuple[int, int]]:
    """The items of equal words, those of equal timing first; repeated ones so that most keep their order."""
    before, after = pairing.old.all, pairing.new.all
    identities = [before[i].identity for i in old], [after[j].identity for j in new]
    if identities[0] == identities[1]:
        return list(zip(old, new, strict=True))
    pairs = _pair_repeated(identities, old, new)
    for describe in _DESCRIPTIONS:
        forward = dict(pairs)
        backward = {j: i for i, j in pairs}
        pairs += _zip_by_key(
            _list_left(before, old, forward, describe), _list_left(after, new, backward, describe)
        )
    return pairs


def _list_left(
    items: Sequence[Comparand],
    indexes: list[int],
    paired: dict[int, int],
    describe: Callable[[Comparand], object],
) -> list[tuple[object, int]]:
    return [(describe(items[index]), index) for index in indexes if index not in paired]


_DESCRIPTIONS: tuple[Callable[[Comparand], object], ...] = (lambda item: item.identity, lambda item: item.key)


def _pair_repeated(
    identities: tuple[list[tuple[str, str]], list[tuple[str, str]]], old: list[int], new: list[int]
) -> list[tuple[int, int]]:
    """The longest run of pairs in order, where an item stands twice on a side; else key by key will do."""
    if all(len(set(side)) == len(side) for side in identities) or max(len(old), len(new)) > LONGEST_LIST:
        return []
    return [
        (old[one], new[one - block.src_start + block.dest_start])
        for block in Indel.opcodes(*identities)
        if block.tag == "equal"
        for one in range(block.src_start, block.src_end)
    ]


def _zip_by_key(old: list[tuple[object, int]], new: list[tuple[object, int]]) -> list[tuple[int, int]]:
    holders: defaultdict[object, list[int]] = defaultdict(list)
    for key, index in reversed(new):
        holders[key].append(index)
    return [(index, holders[key].pop()) for key, index in old if holders.get(key)]


def _pair_moved(pairing: Pairing, old: list[int], new: list[int]) -> list[tuple[int, int]]:
    """Items of equal words anywhere in the plan; few words must bring their date with them."""
    found = _pair_equal(pairing, _keep_rare(pairing.old, old), _keep_rare(pairing.new, new))
    return [(i, j) for i, j in found if _is_telling(pairing.old.all[i], pairing.new.all[j])]


def _keep_rare(items: Comparands, indexes: list[int]) -> list[int]:
    counts: defaultdict[str, int] = defaultdict(int)
    for index in indexes:
        counts[items.all[index].key] += 1
    return [index for index in indexes if counts[items.all[index].key] <= COMMONEST]


def _is_telling(old: Comparand, new: Comparand) -> bool:
    return old.when == new.when or len(find_stems(old.text) - FUNCTION_WORDS) >= TELLING_WORDS


def _compare_left(pairing: Pairing, weights: Weights) -> dict[tuple[int, int], Likeness]:
    """How alike the items without a partner are, for those that stand together or share rare words."""
    before, after = pairing.old.all, pairing.new.all
    left_old, left_new = pairing.left()
    pairs = set(_find_neighbours(pairing, left_old))
    pairs |= set(
        find_by_words(
            [(i, before[i].text) for i in left_old], [(j, after[j].text) for j in left_new], weights
        )
    )
    return {(i, j): weights.compare(before[i].text, after[j].text) for i, j in sorted(pairs)}


def _find_neighbours(pairing: Pairing, left_old: list[int]) -> Iterator[tuple[int, int]]:
    """The pairs within linked recommendations; of an endless list only its first items."""
    records = {pairing.old.all[index].record for index in left_old}
    for record_old, record_new in pairing.links.linked:
        if record_old in records:
            left = pairing.left_old(record_old)[:LONGEST_LIST]
            for new in pairing.left_new(record_new)[:LONGEST_LIST]:
                yield from ((old, new) for old in left)


def _judge(
    pairing: Pairing, likenesses: dict[tuple[int, int], Likeness], *, place_counts: bool
) -> Iterator[Candidate]:
    """The pairs that may be the same; only `place_counts` lets place and date speak for words that differ."""
    gaps = find_gaps(pairing.old, pairing.new, pairing.links, pairing.forward)
    for (old, new), (share, substitution) in likenesses.items():
        if old in pairing.forward or new in pairing.backward:
            continue
        circumstances = _find_circumstances(pairing, gaps, old, new)
        points = count_points(circumstances)
        if is_same_item(share, substitution, circumstances) and (place_counts or share >= NEEDED[1]):
            distance = abs(pairing.old.all[old].place - pairing.new.all[new].place)
            yield Candidate(old, new, 1 - 0.8 * share - 0.04 * (points + 3) + 1e-6 * distance**2)


def _find_circumstances(pairing: Pairing, gaps: Gaps, old: int, new: int) -> Circumstances:
    before, after = pairing.old.all[old], pairing.new.all[new]
    return Circumstances(
        gaps.place(old, new) if (before.record, after.record) in pairing.links.linked else -2,
        _compare_keys(before.when, after.when),
        _compare_keys(before.who, after.who),
    )


def _compare_keys(old: str, new: str) -> int:
    if not old or not new:
        return 0
    return 1 if old == new else -1


def _pair_rewritten_runs(pairing: Pairing) -> Iterator[tuple[int, int]]:
    """Several in one gap, as many out as in, at the same dates in order: each was rewritten.

    Where one came or went beside them, a date that only one has on either side still tells which it is.
    """
    gaps = find_gaps(pairing.old, pairing.new, pairing.links, pairing.forward)
    for gap, (olds, news) in gaps.runs.items():
        before, after = _list_whens(pairing.old, olds), _list_whens(pairing.new, news)
        if before == after and all(before):
            yield from zip(olds, news, strict=True) if is_sure(gap, pairing.links.forward) else ()
        elif is_inner(gap):
            shared = _list_own_dates(before, after)
            yield from ((olds[before.index(when)], news[after.index(when)]) for when in shared)


def _list_whens(items: Comparands, indexes: list[int]) -> list[str]:
    return [items.all[index].when for index in indexes]


def _list_own_dates(before: list[str], after: list[str]) -> list[str]:
    """The dates that stand once on both sides; none where they stand in another order."""
    counts = Counter(before), Counter(after)
    own = [
        [when for when in side if when and counts[0][when] == counts[1][when] == 1]
        for side in (before, after)
    ]
    return own[0] if own[0] == own[1] else []


def _find_near_misses(
    pairing: Pairing, likenesses: dict[tuple[int, int], Likeness]
) -> tuple[tuple[int, int], ...]:
    """The pairs that are alike but not the same, each record in one at most, the most alike first."""
    alike = [
        (-share, old, new)
        for (old, new), (share, _) in likenesses.items()
        if share >= NEAR_MISS and old not in pairing.forward and new not in pairing.backward
    ]
    return pick_once((old, new) for _, old, new in sorted(alike))


def pick_once(pairs: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The pairs in order, without those whose old or new was taken before."""
    olds: dict[int, int] = {}
    news: set[int] = set()
    for old, new in pairs:
        if old not in olds and new not in news:
            olds[old] = new
            news.add(new)
    return tuple(olds.items())
