"""What speaks for a column being a field: every weight and threshold of the assignment, in one place, with its reason.

A column's points for a field are those of its heading, of its place among the others, and of its cells: the share
of each kind of cell times the weight of that kind for the field. No field at all has no points, so that a column
whose evidence is against every field has none.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from send_extract.headings.cells import Profile

NAMED = 4.0
"""A heading that means the field: more than any cells, so that they must speak against it and for another."""
WEAKLY_NAMED = 3.0
"""A heading that means the field among others (`Year`, `Issue`): less than cells that are plainly no such."""
HINTED = 1.5
"""A heading of another field that may also mean this one (`Priority`: a theme): half of what cells can say."""
COUNTED = 5.0
"""A theme or an aim of sentences that a number counts, and actions answer: more than its heading says."""
ORDERED = 3.0
"""A column of orders under a heading that is not known, where none is of what is asked or done: more than its place."""
GROUPED = 3.0
"""A column left of what is recommended whose words hold for two rows each and more: as plainly as cells can say."""
SPREAD = 2.5
"""A column without a heading beside one that has: the heading may stand over both, if that gives it up."""
FIRST, BEFORE = 1.5, 1.0
"""A column left of the actions may be what they answer, the first one sooner than those after it."""
BARE = 1.0
"""Such a column without any heading is so even where its cells are no sentences: nothing says that it is else."""
NEEDED = 2.4
"""What a column needs whose heading does not say: four fifths of its cells (3.0 at most) plainly of the field."""
MARGIN = 1.0
"""By how much a reading must be better than the next one: a third of what cells alone can say."""
EARLIER = 0.01
"""What each column further right loses, so that of two that are alike the first is taken, whatever their order."""
CERTAIN = 2
"""Filled cells from which on they count in full; one alone, which may be a slip, counts half."""

EXCLUSIVE = frozenset(("number", "recommendation", "when", "start", "end", "revised"))
"""Fields of one column: two timings, or two texts, joined are neither's. Others join their columns' words."""

SEEN: Mapping[str, frozenset[str]] = {
    # Fields that cells alone can tell, by the kinds that tell them.
    "number": frozenset(("number",)),
    "when": frozenset(("date",)),
    "who": frozenset(("post", "name")),
    "status": frozenset(("rag", "status")),
    "priority": frozenset(("level",)),
    "cost": frozenset(("money",)),
}

_TIMED = {
    "number": -3.0, "figure": -3.0, "date": 3.0, "status": 1.0, "rag": -3.0, "level": 0.0, "money": -4.0,
    "percent": -4.0, "mark": -3.0, "post": -4.0, "name": -4.0, "body": -4.0, "words": -0.5, "prose": -3.5,
}  # fmt: skip
_OWNED = {
    "number": -3.5, "figure": -3.5, "date": -3.0, "status": -1.5, "rag": -3.0, "level": -3.0, "money": -4.0,
    "percent": -4.0, "mark": -3.0, "post": 3.0, "name": 2.0, "body": 2.0, "prose": -1.5,
}  # fmt: skip

CELLS: Mapping[str, Mapping[str, float]] = {
    # What each kind of cell says for or against a field, 3 as plainly as cells can, -4 and less whatever the heading.
    "number": {"number": 3.0, "figure": 3.0, "date": -4.0, "status": -4.0, "rag": -2.0, "level": -1.0, "money": -4.0,
               "percent": -4.0, "post": -3.0, "name": -3.0, "body": -3.0, "words": -2.0, "prose": -3.0},
    "section": {"number": -3.0, "figure": -1.0, "date": -3.0, "status": -2.0, "level": -2.0, "money": -3.0,
                "post": -1.0, "words": 1.0, "prose": 1.0},
    "recommendation": {"number": -4.0, "figure": -8.0, "date": -4.0, "status": -3.0, "rag": -4.0, "level": -3.0,
                       "money": -4.0, "percent": -8.0, "mark": -4.0, "post": -1.5, "name": -0.5, "prose": 2.0},
    # A count of actions is none of them, even where there is but one; posts stand under `Action`, short for its `by`.
    "actions": {"number": -4.0, "figure": -8.0, "date": -5.0, "status": -2.0, "rag": -5.0, "level": -4.0,
                "money": -5.0, "percent": -5.0, "mark": -5.0, "post": -4.0, "name": -1.0, "body": -1.0, "prose": 2.0},
    "when": _TIMED, "start": _TIMED, "end": _TIMED, "revised": _TIMED,
    "who": _OWNED, "accountable": _OWNED,
    "measures": {"number": -1.0, "date": -4.0, "status": -1.0, "rag": -2.0, "level": -2.0, "mark": -2.0, "post": -1.5,
                 "name": -1.0, "percent": 1.0, "prose": 1.0},
    "status": {"rag": 3.0, "status": 3.0, "level": -2.0, "date": -1.0, "percent": 1.0, "mark": 1.0, "post": -3.0,
               "name": -3.0, "money": -3.0, "prose": -1.0},
    "progress": {"date": -1.0, "status": 1.0, "percent": 1.0, "post": -2.0, "prose": 1.0},
    "priority": {"level": 3.0, "rag": 1.0, "date": -3.0, "money": -3.0, "post": -2.0, "words": -3.0, "prose": -3.0},
    "cost": {"money": 3.0, "figure": 1.0, "date": -2.0, "post": -1.0},
    "notes": {"prose": 0.5},
}  # fmt: skip


def weigh_cells(field: str, profile: Profile) -> float:
    """The points that a column's cells give it as `field`."""
    weights = CELLS[field]
    points = sum(share * weights.get(kind, 0.0) for kind, share in profile.shares)
    return points if profile.filled >= CERTAIN else points / CERTAIN


def is_seen(field: str, profile: Profile) -> bool:
    """Whether cells alone can tell `field`, and most of these do."""
    kinds = SEEN.get(field, frozenset())
    return sum(share for kind, share in profile.shares if kind in kinds) > 1 / 2
