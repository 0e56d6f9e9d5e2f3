"""How alike two wordings are: their shared words, weighted by how rare these are in the two drafts."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from send_extract.alignment.evidence import (
    FUNCTION_WEIGHT,
    NUMBER_WEIGHT,
    SAMPLE,
    SHORTEST_TEXT,
    SLIP_SHARE,
    SLIPS_FROM,
)
from send_extract.alignment.records import Side
from send_extract.notation.slips import Slip, find_slip
from send_extract.values.stems import FUNCTION_WORDS, SHORTEST_STEM, find_stems

NEGATIONS = frozenset(["no", "not", "never", "without", "none", "nor", "cannot"])
SLIP_LENGTH = 5


class Likeness(NamedTuple):
    """How alike two wordings are, 0 to 1; `substitution` is the mean share that each alone has."""

    share: float
    substitution: float


UNLIKE = Likeness(0.0, 1.0)
EQUAL = Likeness(1.0, 0.0)


class Weights:
    """The words of two drafts, each with its weight: the rarer, the more it tells."""

    def __init__(self, counts: Counter[str], texts: int) -> None:
        """Weights from the number of `texts` and how many of them each word stands in."""
        self._counts = counts
        self._texts = max(texts, 1)
        self._weights: dict[str, float] = {}

    def weigh(self, word: str) -> float:
        """The weight of one stem."""
        weight = self._weights.get(word)
        if weight is None:
            weight = self._weights[word] = self._find_weight(word)
        return weight

    def _find_weight(self, word: str) -> float:
        rarity = math.log(1 + (self._texts + 1) / (self._counts[word] + 1))
        if word in FUNCTION_WORDS:
            return rarity * FUNCTION_WEIGHT
        return rarity * NUMBER_WEIGHT if word in NEGATIONS or word[0].isdigit() else rarity

    def total(self, words: Iterable[str]) -> float:
        """The weight of several stems."""
        return math.fsum(self.weigh(word) for word in words)

    def rank(self, text: str) -> list[str]:
        """The stems of a text, the heaviest first."""
        return sorted(find_stems(text), key=lambda word: (-self.weigh(word), word))

    def compare(self, old: str, new: str) -> Likeness:
        """How alike two texts are: the mean of Dice's share and of the lesser text's share, by weight.

        The second makes an elaboration of a text more like it than a text that trades as many words.
        """
        before, after = find_stems(old), find_stems(new)
        least, most = sorted((self.total(before), self.total(after)))
        if not least:
            return EQUAL if before == after else UNLIKE
        kept = self.total(before & after)
        if kept >= least * SLIPS_FROM or max(len(before), len(after)) <= SHORTEST_TEXT:
            slips = _pair_slips(before - after, after - before)
            kept += SLIP_SHARE * self.total(chain.from_iterable(slips)) / 2
        dice, cover = min(1.0, 2 * kept / (least + most)), min(1.0, kept / least)
        return Likeness((dice + cover) / 2, math.sqrt((1 - cover) * max(0.0, 1 - kept / most)))


def weigh_words(old: Side, new: Side) -> Weights:
    """The weights of the words of two drafts, from the distinct texts of both (a sample of large ones)."""
    texts = [*_sample(old), *_sample(new)]
    return Weights(Counter(chain.from_iterable(map(find_stems, texts))), len(texts))


def _sample(side: Side) -> list[str]:
    texts = {record.text for record in side.records}
    texts |= {item.text for items in (side.actions, side.measures) for item in items.all}
    return sorted(texts)[:: max(1, len(texts) // SAMPLE)]


def _pair_slips(lost: frozenset[str], gained: frozenset[str]) -> list[tuple[str, str]]:
    """Words of either side that are a slip of the fingers apart, each once."""
    used: set[str] = set()
    found = []
    for old, new in ((old, new) for old in sorted(lost) for new in sorted(gained) if is_slip(old, new)):
        if old not in used and new not in used:
            used |= {old, new}
            found.append((old, new))
    return found


def is_slip(one: str, other: str) -> bool:
    """Whether two words are a slip of the fingers apart: a letter more, fewer, other, or two changed about.

    Of short words only the last is one (`PHF`, `PFH`), for `not` is no slip of `now`; figures are never.
    """
    shortest = min(len(one), len(other))
    if shortest < SHORTEST_STEM or not (one.isalpha() and other.isalpha()):
        return False
    slip = find_slip(one, other)
    return slip is Slip.SWAPPED or (slip is not None and shortest >= SLIP_LENGTH)
