"""The drafts of one plan to the rows that tell of them together: which draft each is, what changed, each action's life.

One task a plan, the same wherever it is done: bytes in, bytes out, in any order of the drafts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import chain
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct

from send_extract.changes import History, Life, Placed, PlanDiff
from send_extract.comparison.history import trace_history
from send_extract.comparison.ordering import find_clues, find_imprint, order_drafts
from send_extract.confinement import seal
from send_extract.corpus.history_tables import FAMILY_TABLES
from send_extract.corpus.tables import Identity, encode_rows
from send_extract.plan import Action, Plan, Recommendation
from send_extract.values.timing import Timing, first_start, last_end
from send_extract.values.wording import find_key
from send_extract.writers.agenda.lasting import list_items, name_items
from send_extract.writers.diff.csv import list_cells
from send_extract.writers.diff.text import name_draft
from send_extract.writers.rows import join
from send_extract.writers.wording import list_owners


class PlanMember(Struct, frozen=True, array_like=True):
    """A source of a plan, and its `plan.json`."""

    identity: Identity
    plan: bytes


class MemberRows(Struct, frozen=True, array_like=True):
    """The lines that a source has in each of `FAMILY_TABLES`."""

    uri: str
    tables: tuple[bytes, ...]


class _FamilyDraft(NamedTuple):
    """A draft of a plan, read; `copies` are other sources that are the same."""

    identity: Identity
    plan: Plan
    copies: tuple[tuple[Identity, Plan], ...] = ()


class _Family(NamedTuple):
    """The drafts of a plan in order, what the plan is called, whether the order is told.

    `diffs` has what changed from each draft to the next, `histories` the plan's own cut to each draft alone.
    """

    name: str
    drafts: Sequence[_FamilyDraft]
    is_ordered: bool
    diffs: Sequence[PlanDiff]
    histories: Sequence[History]


@seal
def answer_family(data: bytes) -> bytes:
    """A worker's task: the rows of each source of a plan."""
    members = msgspec.msgpack.decode(data, type=tuple[PlanMember, ...])
    return msgspec.msgpack.encode(tuple(trace_members(members)))


def read_member_rows(data: bytes) -> tuple[MemberRows, ...]:
    """The rows that were answered."""
    return msgspec.msgpack.decode(data, type=tuple[MemberRows, ...])


def trace_members(members: Iterable[PlanMember]) -> Iterator[MemberRows]:
    """The rows of each source of a plan, whichever comes first."""
    family = _trace(_take_copies_apart(sorted(members, key=lambda member: member.identity)))
    for place, draft in enumerate(family.drafts, 1):
        yield _tell(
            draft.identity,
            [_describe(family, place)],
            _list_changes(family, place),
            _list_stages(family, place),
        )
        for identity, plan in draft.copies:
            copy = _FamilyDraft(identity, plan)
            yield _tell(identity, [_describe(family, place, copy)], (), ())


def _take_copies_apart(members: Iterable[PlanMember]) -> list[_FamilyDraft]:
    """The drafts, each once: what has the same words and says the same of itself is one, in whatever format."""
    found: defaultdict[object, list[tuple[Identity, Plan]]] = defaultdict(list)
    for member in members:
        plan = msgspec.json.decode(member.plan, type=Plan)
        clues = find_clues(find_imprint(plan))
        found[clues.status, clues.number, clues.day, _list_words(plan)].append((member.identity, plan))
    return [_FamilyDraft(*first, tuple(copies)) for first, *copies in found.values()]


def _list_words(plan: Plan) -> tuple[str, ...]:
    """What the records of a plan say, in normal form; a cell that its actions share is told by each of them."""
    records = plan.recommendations
    items = (_say_item(record, action or record) for record, action in list_items(plan))
    rest = ((record.number, record.text, *(each.text for each in record.measures)) for record in records)
    return tuple(map(find_key, chain.from_iterable(chain(items, rest))))


def _say_item(record: Recommendation, item: Action | Recommendation) -> tuple[str, ...]:
    return item.text, item.when.text, item.who.text or record.who.text


def _trace(drafts: Sequence[_FamilyDraft]) -> _Family:
    order = order_drafts([find_imprint(draft.plan) for draft in drafts])
    ordered = [drafts[index] for index in order.indexes]
    traced = trace_history([draft.plan for draft in ordered], is_ordered=order.is_known)
    name = _name_plan(ordered[0].identity)
    return _Family(name, ordered, order.is_known, traced.diffs, _cut(traced.history))


def _cut(history: History) -> list[History]:
    """A history as each of its drafts sees it alone: whoever asks each draft would else go through all of it."""
    lives: list[list[Life]] = [[] for _ in history.drafts]
    for life in history.actions:
        for stage in life.stages:
            lives[stage.draft - 1].append(Life(life.identifier, (stage,)))
    return [History(title=history.title, drafts=(), actions=tuple(each)) for each in lives]


def _name_plan(first: Identity) -> str:
    """What a plan is known by: its first draft, for that stays what it is when others come."""
    return sha256(f"{first.council or ''}\n{first.digest}".encode()).hexdigest()[:16]


def _tell(identity: Identity, *tables: Iterable[Sequence[Any]]) -> MemberRows:
    lines = (
        encode_rows(table, ((*identity, *row) for row in rows))
        for table, rows in zip(FAMILY_TABLES, tables, strict=True)
    )
    return MemberRows(identity.uri, tuple(lines))


def _describe(family: _Family, place: int, copy: _FamilyDraft | None = None) -> tuple[Any, ...]:
    draft = copy or family.drafts[place - 1]
    of = family.drafts[place - 1].identity.uri if copy else None
    is_latest = place == len(family.drafts) and not copy
    said = draft.plan.title, draft.plan.draft.label, draft.plan.draft.date
    return family.name, place, len(family.drafts), is_latest, family.is_ordered, of, *said


def _list_changes(family: _Family, place: int) -> Iterator[tuple[Any, ...]]:
    """What changed in the draft at a place since the one before."""
    if place == 1:
        return
    diff = family.diffs[place - 2]
    since = family.drafts[place - 2].identity.uri, name_draft(diff.origin)
    for change in diff.changes:
        key = _find_key(change.place.new if change.place else None)
        yield family.name, place, *since, change.identifier, key, *list_cells(change)


def _find_key(place: Placed) -> int | None:
    """Which of the later draft's recommendations a change is of."""
    first = place[0] if isinstance(place, tuple) else place
    return first.recommendation if first else None


def _list_stages(family: _Family, place: int) -> Iterator[tuple[Any, ...]]:
    """The actions of the draft at a place, and what has a date and no actions."""
    plan = family.drafts[place - 1].plan
    history = family.histories[place - 1]
    kinds = {life.identifier: life.stages[0].changes for life in history.actions}
    begin = family.name, place, place == len(family.drafts)
    keys = {id(record): key for key, record in enumerate(plan.recommendations, 1)}
    names = name_items(plan, history, place)
    actions = 0
    for (record, action), name in zip(list_items(plan), names, strict=True):
        actions += action is not None
        item = action or record
        yield (
            *begin,
            name,
            *(keys[id(record)], actions if action else None),
            *(record.number, action.id if action else None, record.section, item.text),
            join(list_owners(item.who.value or record.who.value)),
            item.when.text or None,
            *_find_days(item.when.value),
            join(kinds.get(name, ())),
        )


def _find_days(timing: Timing | None) -> tuple[Any, ...]:
    return first_start(timing), last_end(timing), timing.status if timing else None
