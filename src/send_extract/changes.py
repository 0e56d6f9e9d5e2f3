"""What changed between two drafts of a plan: the kinds of change, and the record of them.

This is the diff contract (design, section 4). Fields may be added; these stay.
"""

from __future__ import annotations

import datetime as dt
from hashlib import sha256
from typing import Literal

from msgspec import Struct

from send_extract.plan import Action, Measure, Plan, Recommendation
from send_extract.values.timing import Timing

DIFF_SCHEMA_VERSION = "1.0"
HISTORY_SCHEMA_VERSION = "1.0"

Kind = Literal[
    "recommendation-merged", "recommendation-split", "recommendation-added", "recommendation-removed",
    "recommendation-renumbered", "recommendation-reordered", "recommendation-reworded",
    "action-added", "action-removed", "action-moved", "action-reordered", "action-reworded",
    "timing-changed", "timing-reworded", "owner-changed",
    "measure-added", "measure-removed", "measure-moved", "measure-reworded",
    "note-added", "note-removed", "field-changed",
    "glossary-added", "glossary-removed", "glossary-changed",
    "title-changed", "heading-changed", "paragraph-added", "paragraph-removed", "paragraph-reworded", "cosmetic",
]  # fmt: skip
"""The kinds of change.

`field-changed` is this program's own, for the columns that the contract has no kind for: status, progress,
priority, cost, section and `extra`; so are those of what stands outside the table: its title and its paragraphs.
"""

Order = Literal["given", "turned", "unknown"]
Direction = Literal["later", "earlier", "set", "lost", "changed"]
Sided = str | tuple[str, ...] | None
"""Words or numbers of one draft: None where that draft has none, several in a merge or a split."""


class Pair(Struct, frozen=True, gc=False):
    """What a record is called in the old draft and in the new one."""

    old: Sided = None
    new: Sided = None


class Place(Struct, frozen=True, gc=False):
    """Where a record stands in one draft: the recommendation's place and the item's place in it, from 1."""

    recommendation: int
    item: int | None = None


Placed = Place | tuple[Place, ...] | None


class Places(Struct, frozen=True, gc=False):
    """Where a record stands in both drafts; of a merge or a split the first is the one that lives on."""

    old: Placed = None
    new: Placed = None


class Shift(Struct, frozen=True, gc=False):
    """How far a date went: whole months and days, both None where no number can be given."""

    months: int | None
    days: int | None
    direction: Direction


class Values(Struct, frozen=True, gc=False):
    """What a timing meant and means, None where it was not read."""

    old: Timing | None = None
    new: Timing | None = None


class Travel(Struct, frozen=True, gc=False):
    """What a merge or a split carried along: an item's id (a note's words) and its place in both drafts."""

    old: str
    new: str
    place: Places


class Record(Struct, frozen=True, gc=False, omit_defaults=True):
    """The whole of what was added or removed, as in `plan.json`; one of the three."""

    recommendation: Recommendation | None = None
    action: Action | None = None
    measure: Measure | None = None


class Change(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One change.

    `text` says what it is about; `old` and `new` are the words on both sides. `shift` and `value` are a
    timing's, `added` and `removed` an owner change's, `term` a glossary entry's, `field` a column's.
    `similar` points from a record that came or went to the one it resembles without being it. `minor` marks a
    difference of a letter, capitals or punctuation. `record` is the whole of what was added or removed, and
    `owners` who answers for an action that came, went or moved. What a merge or a split took along is
    `carried_…`. `identifier` is the action's lasting one, where its history is known. `implied` are changes of
    single actions that this one accounts for (the owner of each, where the Who cell changed) and that are not
    counted again.
    """

    kind: Kind
    recommendation: Pair | None
    action: Pair | None
    text: str
    old: Sided
    new: Sided
    shift: Shift | None = None
    measure: Pair | None = None
    term: str | None = None
    field: str | None = None
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    similar: Pair | None = None
    minor: bool = False
    value: Values | None = None
    owners: Pair | None = None
    place: Places | None = None
    record: Record | None = None
    identifier: str | None = None
    carried_actions: tuple[Travel, ...] = ()
    carried_measures: tuple[Travel, ...] = ()
    carried_notes: tuple[Travel, ...] = ()
    implied: tuple[Change, ...] = ()


class Endpoint(Struct, frozen=True, gc=False):
    """One of the two drafts that were compared."""

    label: str | None
    sha256: str
    title: str | None = None
    name: str | None = None


class PlanDiff(Struct, frozen=True, kw_only=True, rename={"origin": "from", "target": "to"}):
    """All that changed from one draft to another, by recommendation in the order of the new draft.

    `summary` counts the changes by kind, and the differences of typing under `cosmetic`; these stand in
    `cosmetic`, apart from the changes. `related` is False where the two are hardly drafts of one plan. `order` is
    `turned` where the drafts themselves say that the first is the later one, `unknown` where nothing but their
    files' names puts them in order: no shift then has a direction.
    """

    schema_version: str = DIFF_SCHEMA_VERSION
    origin: Endpoint
    target: Endpoint
    related: bool = True
    order: Order = "given"
    summary: dict[str, int]
    changes: tuple[Change, ...] = ()
    cosmetic: tuple[Change, ...] = ()


class Compared(Struct, frozen=True):
    """Two drafts and what changed between them: what the writers draw from."""

    old: Plan
    new: Plan
    diff: PlanDiff


class HistoryDraft(Struct, frozen=True, gc=False):
    """A draft in the order of a history; `place` counts from 1."""

    place: int
    label: str | None
    name: str
    sha256: str
    date: dt.date | None = None


class Stage(Struct, frozen=True, gc=False):
    """An action as it stood in one draft, and the kinds of change that brought it there."""

    draft: int
    recommendation: str
    action: str
    text: str
    when: str
    value: Timing | None
    owners: tuple[str, ...]
    changes: tuple[Kind, ...] = ()


class Life(Struct, frozen=True, gc=False):
    """An action through the drafts that have it, under an identifier that never changes."""

    identifier: str
    stages: tuple[Stage, ...]


class History(Struct, frozen=True, kw_only=True):
    """The drafts of one plan in order, and the life of every action, by its first appearance.

    `ordered` is False where nothing but their files' names tells the order.
    """

    schema_version: str = HISTORY_SCHEMA_VERSION
    title: str | None
    ordered: bool = True
    drafts: tuple[HistoryDraft, ...]
    actions: tuple[Life, ...]


DIGITS = 10
"""Of a digest in an identifier: a trillion of them, so that no two actions of a plan share one by chance."""


def name_by_words(key: str, count: int) -> str:
    """The identifier of the `count`th action whose words have `key` when it first appears."""
    digest = sha256(key.encode()).hexdigest()[:DIGITS]
    return digest if count == 1 else f"{digest}-{count}"
