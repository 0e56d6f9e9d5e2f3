"""What follows from a change, a line below it: what a merge carried, what came or went with a recommendation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from send_extract.changes import Change, Pair, Place, Placed, Sided
from send_extract.plan import Action, Recommendation
from send_extract.writers.diff.lengths import say_length, say_numbers
from send_extract.writers.diff.marking import Role, Segment, draw_step, flatten

Detail = tuple[Segment, ...]


class Moves(NamedTuple):
    """The actions that moved: what each is called now by its old place, and what it was called by its new one.

    `unions` are the recommendations that are a merge or a part of a split.
    """

    gone: Mapping[Place, str] = MappingProxyType({})
    come: Mapping[Place, str] = MappingProxyType({})
    unions: frozenset[Sided] = frozenset()


NO_MOVES = Moves()
UNIONS = frozenset(("recommendation-merged", "recommendation-split"))


def find_moves(changes: Sequence[Change]) -> Moves:
    """The actions that moved to another recommendation, told once as such and not as gone or new with one."""
    gone: dict[Place, str] = {}
    come: dict[Place, str] = {}
    unions: set[Sided] = set()
    for change in changes:
        if change.kind == "action-moved" and change.place and change.action:
            gone |= _name_at(change.place.old, change.action.new)
            come |= _name_at(change.place.new, change.action.old)
        elif change.kind in UNIONS and change.recommendation:
            unions |= set(list_each(change.recommendation.new))
    return Moves(gone, come, frozenset(unions))


def _name_at(place: Placed, name: Sided) -> dict[Place, str]:
    return {place: say_numbers(name)} if isinstance(place, Place) else {}


def list_details(change: Change, moves: Moves) -> Iterator[Detail]:
    """What follows from a change: a date in its words, what is in a new recommendation, a near-miss."""
    if change.kind.endswith("-reworded") and change.shift and (length := say_length(change.shift)):
        yield (Segment(f"the date in it is {length} {change.shift.direction}", _find_role(change)),)
    if change.kind in UNIONS:
        yield from _detail_union(change)
    if change.record:
        yield from _detail_record(change, moves)
    if change.owners and change.kind == "action-moved":
        yield (Segment("owner: "), *draw_step(*_name_sides(change.owners)))
    if change.similar:
        yield (Segment(f"similar to {_point(change.similar)}, not the same", "quiet"),)


def _name_sides(owners: Pair) -> tuple[str, str]:
    return flatten(owners.old) or "nobody", flatten(owners.new) or "nobody"


def _point(similar: Pair) -> str:
    return f"the old {flatten(similar.old)}" if similar.old else f"the new {flatten(similar.new)}"


def _find_role(change: Change) -> Role:
    directions: dict[str, Role] = {"later": "later", "earlier": "earlier"}
    return directions.get(change.shift.direction, "quiet") if change.shift else "quiet"


def _detail_union(change: Change) -> Iterator[Detail]:
    yield from ((Segment(flatten(text), "old"),) for text in list_each(change.old))
    yield from ((Segment(flatten(text), "new"),) for text in list_each(change.new))
    for travel in change.carried_actions:
        yield (Segment(f"the old {travel.old} is {travel.new}", "quiet"),)


def list_each(words: Sided) -> tuple[str, ...]:
    """The words of each record."""
    return (words,) if isinstance(words, str) else words or ()


def _detail_record(change: Change, moves: Moves) -> Iterator[Detail]:
    record = change.record
    if record and record.action:
        names = ", ".join(list_each((change.owners.new or change.owners.old) if change.owners else None))
        said = ", ".join(filter(None, (flatten(record.action.when.text), flatten(names))))
        yield from [(Segment(said, "quiet"),)] if said else []
    if record and record.recommendation:
        yield from _detail_recommendation(change, record.recommendation, moves)


def _detail_recommendation(change: Change, record: Recommendation, moves: Moves) -> Iterator[Detail]:
    """The actions that came or went with a recommendation; one that moved is named by what it is, or was, elsewhere."""
    is_new = change.kind.endswith("added")
    moved, word = (moves.come, "was") if is_new else (moves.gone, "is now")
    place = change.place and (change.place.new if is_new else change.place.old)
    row = place.recommendation if isinstance(place, Place) else 0
    for item, action in enumerate(record.actions, 1):
        elsewhere = moved.get(Place(row, item))
        if elsewhere:
            yield (Segment(f"{action.id} {word} {elsewhere}", "quiet"),)
        else:
            yield _print_action(action, "new" if is_new else "old")


def _print_action(action: Action, role: Role) -> Detail:
    when = f" ({flatten(action.when.text)})" if action.when.text.strip() else ""
    return Segment(f"{action.id} "), Segment(flatten(action.text), role), Segment(when, "quiet")
