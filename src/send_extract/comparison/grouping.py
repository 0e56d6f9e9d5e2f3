"""Which drafts are of one plan, and of which that cannot be told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import pairwise
from typing import Literal, NamedTuple

from msgspec import Struct
from rapidfuzz.fuzz import token_set_ratio

from send_extract.comparison.blocking import DIGEST, find_candidates, list_digests
from send_extract.comparison.councils import is_same_council
from send_extract.comparison.ordering import Imprint, Ordered, find_imprint, order_drafts
from send_extract.plan import Plan
from send_extract.values.wording import find_key, normalise_words

SAME_TITLE = 85
"""From this likeness (of 100) on, two titles are one."""


class Demand(NamedTuple):
    """The share of the shorter draft's texts that two drafts of one plan have word for word, at least.

    Texts are recommendations and actions. `titled` is asked where their titles are alike, `alone` otherwise.
    """

    titled: float
    alone: float


TOGETHER = Demand(0.1, 0.5)
"""Of drafts of one council, or that somebody put into one folder: drafts of one plan share most of their texts, a plan
copied from elsewhere some; a common title says a good deal, so a tenth is enough with it."""
APART = Demand(0.5, 0.8)
"""Of drafts of which nothing tells whether they are of one council: titles of plans are alike all over the country."""


class Traits(Struct, frozen=True, gc=False):
    """What tells of which plan a draft is: what it says of itself, the digests of its texts, the council, if known."""

    imprint: Imprint
    texts: bytes
    council: str | None = None


class Doubt(NamedTuple):
    """Two drafts of which it cannot be told whether they are of one plan, and the share of texts that they have."""

    one: int
    other: int
    share: float


class Kinship(NamedTuple):
    """The drafts of each plan in order, by their indexes, and what is in doubt between drafts of different ones."""

    groups: tuple[Ordered, ...]
    doubts: tuple[Doubt, ...] = ()


Verdict = Literal["same", "doubtful", "other"]


def find_traits(plan: Plan, council: str | None = None) -> Traits:
    """What tells of which plan a draft is."""
    records = plan.recommendations
    texts = {record.text for record in records} | {
        action.text for record in records for action in record.actions
    }
    digests = {blake2b(find_key(text).encode(), digest_size=DIGEST).digest() for text in texts}
    return Traits(find_imprint(plan), b"".join(sorted(digests)), council)


def group_drafts(drafts: Sequence[Traits]) -> tuple[Ordered, ...]:
    """The drafts of each plan of a folder in order, as indexes; a plan with one draft is a group of one."""
    return relate_drafts(drafts, TOGETHER).groups


def relate_drafts(drafts: Sequence[Traits], demand: Demand = APART) -> Kinship:
    """The drafts of each plan, and doubts; `demand` holds where nothing tells whether two are of one council.

    Which drafts are together does not depend on the order in which they are given; their indexes are of that order.
    """
    ranked = sorted(range(len(drafts)), key=lambda index: _rank(drafts[index]))
    inner = [*map(drafts.__getitem__, ranked)]
    judged = [
        (pair, _judge(inner[pair.one], inner[pair.other], pair.share, demand)) for pair in _weigh(inner)
    ]
    families = _Families(inner, _find_torn(inner, judged))
    judged.sort(key=lambda found: _find_strength(found[0]))
    doubts = [pair for pair, verdict in judged if not families.take(pair, verdict)]
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for place, index in enumerate(ranked):
        groups[families.find(place)].append(index)
    ordered = sorted(map(sorted, groups.values()))
    told = (_turn(doubt, ranked) for doubt in families.keep_open(doubts))
    return Kinship(tuple(_order(drafts, group) for group in ordered), tuple(sorted(told)))


def _turn(doubt: Doubt, ranked: Sequence[int]) -> Doubt:
    """A doubt by the indexes that the drafts were given with."""
    one, other = sorted((ranked[doubt.one], ranked[doubt.other]))
    return Doubt(one, other, doubt.share)


def _rank(draft: Traits) -> tuple[str, ...]:
    """What puts drafts of one plan side by side."""
    imprint = draft.imprint
    return (
        find_key(draft.council or ""),
        _name(draft),
        imprint.name,
        imprint.draft.label or "",
        draft.texts.hex(),
    )


def _name(draft: Traits) -> str:
    """What a draft's plan is called, without figures: its title, else the name of its file."""
    return "".join(sign for sign in find_key(draft.imprint.title or draft.imprint.name) if not sign.isdigit())


def _find_strength(pair: Doubt) -> tuple[float, int, int]:
    return -pair.share, pair.one, pair.other


def _order(drafts: Sequence[Traits], group: Sequence[int]) -> Ordered:
    ordered = order_drafts([drafts[index].imprint for index in group])
    return ordered._replace(indexes=tuple(group[place] for place in ordered.indexes))


def _weigh(drafts: Sequence[Traits]) -> Iterator[Doubt]:
    """The pairs that may be of one plan, with the share of texts that they have, those of a form left out."""
    names = [f"{find_key(draft.council or '')}\n{_name(draft)}" for draft in drafts]
    pairs, forms = find_candidates([draft.texts for draft in drafts], names)
    pairs.update(
        (one, one + 1) for one, (name, other) in enumerate(pairwise(names)) if name == other
    )  # the drafts of a title stand side by side
    texts = [frozenset(list_digests(draft.texts)) - forms for draft in drafts]
    for one, other in pairs:
        shorter = min(len(texts[one]), len(texts[other]))
        yield Doubt(one, other, len(texts[one] & texts[other]) / shorter if shorter else 0.0)


def _judge(one: Traits, other: Traits, share: float, demand: Demand) -> Verdict:
    """Whether two drafts with that share of texts are of one plan."""
    is_one_council = is_same_council(one.council, other.council)
    if is_one_council is False:
        return "other"
    if _meets(share, TOGETHER if is_one_council else demand, one, other):
        return "same"
    is_near = _meets(share, TOGETHER, one, other)
    return "doubtful" if is_near or (is_one_council and _is_called_the_same(one, other)) else "other"


def _is_called_the_same(one: Traits, other: Traits) -> bool:
    titles = {find_key(each.imprint.title or "").casefold() for each in (one, other)}
    return len(titles) == 1 and "" not in titles


def _meets(share: float, demand: Demand, one: Traits, other: Traits) -> bool:
    return share >= demand.alone or (share >= demand.titled and _has_same_title(one, other))


def _has_same_title(one: Traits, other: Traits) -> bool:
    titles = [normalise_words(each.imprint.title or "").casefold() for each in (one, other)]
    return all(titles) and token_set_ratio(*titles) >= SAME_TITLE


def _find_torn(drafts: Sequence[Traits], judged: Iterable[tuple[Doubt, Verdict]]) -> set[int]:
    """The drafts that name no council and fit plans of councils that are not one."""
    fits: defaultdict[int, set[str]] = defaultdict(set)
    for pair, verdict in judged:
        for place, other in ((pair.one, pair.other), (pair.other, pair.one)):
            council = drafts[other].council
            if verdict == "same" and council and not drafts[place].council:
                fits[place].add(council)
    return {place for place, councils in fits.items() if not _agree(councils, councils)}


def _agree(councils: Iterable[str], others: Collection[str]) -> bool:
    return all(is_same_council(one, other) is not False for one in councils for other in others)


class _Families:
    """Drafts put together so far; the councils of a family never contradict one another."""

    def __init__(self, drafts: Sequence[Traits], torn: Collection[int]) -> None:
        self._torn = torn
        self._roots = list(range(len(drafts)))
        self._councils = [{draft.council} if draft.council else set() for draft in drafts]

    def find(self, place: int) -> int:
        """What stands for the family of a draft."""
        roots = self._roots
        while roots[place] != place:
            roots[place] = roots[roots[place]]
            place = roots[place]
        return place

    def take(self, pair: Doubt, verdict: Verdict) -> bool:
        """Puts a pair together where it is of one plan; False where that is in doubt."""
        first, second = sorted((self.find(pair.one), self.find(pair.other)))
        if first == second or verdict == "other":
            return True
        is_torn = (pair.one in self._torn) is not (pair.other in self._torn)
        if verdict == "doubtful" or is_torn or not _agree(self._councils[first], self._councils[second]):
            return False
        self._roots[second] = first
        self._councils[first] |= self._councils[second]
        return True

    def keep_open(self, doubts: Iterable[Doubt]) -> Iterator[Doubt]:
        """The doubts that were not settled by other drafts, the strongest between two families alone."""
        seen: set[tuple[int, ...]] = set()
        for doubt in doubts:
            families = tuple(sorted((self.find(doubt.one), self.find(doubt.other))))
            if families[0] != families[1] and families not in seen:
                seen.add(families)
                yield doubt
