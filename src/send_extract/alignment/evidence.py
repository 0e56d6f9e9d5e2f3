"""When two records are the same: every threshold of alignment, in one place, with its reason.

Two actions (or measures) are the same by their words *and* their circumstances. The circumstances are counted
in points (`count_points`); the fewer there are, the more alike the words must be (`NEEDED`). So a sentence
that was rewritten beyond recognition is still the same action when nothing round it moved and its date
stands, and a sentence that looks much like a dropped one is another action when it stands elsewhere with
another date.
"""

from __future__ import annotations

from typing import NamedTuple

FUNCTION_WEIGHT = 0.1
"""Words of grammar say nothing of what an action is; a tenth keeps two texts of nothing else apart."""
NUMBER_WEIGHT = 1.5
"""A number or a negation tells phase 1 from phase 2, and done from not done."""
SLIP_SHARE = 0.9
"""A word with a slip of the fingers (`PHF`, `PFH`) is nearly, not wholly, the same word."""
SLIPS_FROM = 0.2
"""Slips are looked for once a fifth of the words agree as they stand; they seldom hide more."""
SHORTEST_TEXT = 3
"""In texts of so few words they are looked for anyhow."""
SAMPLE = 2_000
"""Texts a side from which rarity is learnt: enough to tell rare from common, however large the plan."""

NEEDED = {2: 0.0, 1: 0.40, 0: 0.55, -1: 0.72, -2: 0.85, -3: 0.92}
"""Likeness that is needed, by points of circumstance.

2: the same gap between the same neighbours, one out, one in, at the same date: the words need not agree.
1: either of these is unknown: unrelated actions of one plan share less than two fifths.
0: same gap and another date, or same date and another place: more than half.
-1, -2, -3: another place and another date, another recommendation: only what is nearly the same sentence.
"""
FEWEST, MOST = -3, 2
TRADED_ELSEWHERE, TRADED_OTHERWISE = 0.25, 0.16
"""The share of words that may have been traded for others where the place, or where the date, speaks against it.

An elaboration trades nothing: one text keeps all its words. A frame that keeps its words and trades its object
(`events run for parents`, `for practitioners`: 0.17) is how sibling actions look; at another date it is another
action. One word of a long sentence, or a slip of the fingers, stays below.
"""
NEAR_MISS = 0.5
"""From this likeness on, a record that went is shown beside the one that came: `similar, not the same`."""

RECOMMENDATION_NEEDED = {0: 0.68, 1: 0.58, 2: 0.50, 3: 0.46}
"""Likeness of two recommendations, words and actions together, by how many of number, place and owner agree.

A number alone proves nothing: with words and actions that differ even all three are not enough.
"""
CARRIED_OVER, FEWEST_CARRIED = 2 / 3, 4
"""The share of actions and measures together, on both sides, that stand word for word in one recommendation each.

Four that stayed together are no coincidence: the recommendation was rewritten round them. Fewer, or a lesser
share, is what an action or two that moved look like.
"""
TEXT_SHARE, ACTIONS_SHARE, ACTION_SHARE, MEASURES_SHARE = 0.45, 0.3, 0.1, 0.15
"""What each part of a recommendation weighs; actions the more, the more there are (to `ACTIONS_COUNTED`)."""
ACTIONS_COUNTED = 4
LONGEST_LIST = 40
"""Items of a recommendation that are compared one by one; what is beyond is compared by equal words only."""

UNION_WORDS = 0.55
"""The share of a vanished recommendation's own words that a merged one must have taken over."""
UNION_HINTED = 0.35
"""The same where a note announced the merge, or the new number names both."""
UNION_ACTIONS = 0.5
"""The share of its actions that must be found there."""
UNION_ITEM = 0.75
"""From this likeness on, an action is found in a merge or a split though it was reworded."""

COMMONEST = 30
"""A word (or an equal text) that stands in more records than this is no way to find a partner."""
HEAVIEST = 5
"""How many of a text's rarest words are used to look for its partner elsewhere."""
LEAST_SHARED = 2
"""How many of these the partner must have."""
TELLING_WORDS = 3
"""An action of fewer words (`Report to Board`) is no evidence of a move by itself: its date must agree."""
UNMATCHED_COST = 1.3
"""What leaving a record alone costs in the assignment; a perfect pair costs 0, the poorest about 1."""


class Circumstances(NamedTuple):
    """What speaks for two items being the same, beside their words.

    `place` is 1 in the same gap with no rival, 0 in the same gap among rivals, -1 elsewhere in the same
    recommendation, -2 in another; `timing` and `owner` 1 the same, 0 not known, -1 different.
    """

    place: int
    timing: int
    owner: int = 0


def count_points(circumstances: Circumstances) -> int:
    """The points of the circumstances; an owner of its own counts only against."""
    points = circumstances.place + circumstances.timing + min(0, circumstances.owner)
    return max(FEWEST, min(MOST, points))


def is_same_item(likeness: float, substitution: float, circumstances: Circumstances) -> bool:
    """Whether two items with these words are the same under these circumstances."""
    if likeness < NEEDED[count_points(circumstances)]:
        return False
    if circumstances.timing < 0:
        return substitution <= TRADED_OTHERWISE
    return circumstances.place >= 0 or substitution <= TRADED_ELSEWHERE
