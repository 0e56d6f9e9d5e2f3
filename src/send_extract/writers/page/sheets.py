"""The sheets of the owners: what is theirs, by when, and what changed for them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from send_extract.changes import Change, Compared, Place
from send_extract.writers.diff.details import find_moves, list_each
from send_extract.writers.diff.sections import ChangeLine, draw_change
from send_extract.writers.page.items import STANDINGS, Contents, Person, PlanItem
from send_extract.writers.page.spans import find_due


class OwnerSheet(NamedTuple):
    """What one owner has to do, in the order in which it is due, and what changed for them."""

    person: Person
    items: tuple[PlanItem, ...]
    changes: tuple[ChangeLine, ...]


def list_owner_sheets(contents: Contents, compared: Compared | None) -> tuple[OwnerSheet, ...]:
    """A sheet for each owner who has something to do, and one for what nobody has."""
    changes = compared.diff.changes if compared and compared.diff.related else ()
    moves = find_moves(changes)
    return tuple(
        OwnerSheet(
            person,
            tuple(sorted(person.items, key=rank_by_day)),
            tuple(draw_change(change, moves) for change in _find_changes(person, changes)),
        )
        for person in (*contents.people, *_find_unowned(contents))
        if person.items
    )


def _find_unowned(contents: Contents) -> Iterator[Person]:
    items = tuple(item for item in contents.items if not item.owners)
    yield Person(len(contents.people), "owner-none", "No owner", None, items)


def rank_by_day(item: PlanItem) -> tuple[int, date, int]:
    """Where an item stands among those that are sorted by the day on which they are due; last what has none."""
    day = find_due(item)
    return list(STANDINGS).index(item.standing) if day is None else 0, day or date.max, item.position


def _find_changes(person: Person, changes: tuple[Change, ...]) -> Iterator[Change]:
    """The changes of a person's actions, and those that gave them one or took it."""
    theirs = {item.place for item in person.items}
    for change in changes:
        if _has_place(change, theirs) or person.label in _list_names(change):
            yield change


def _has_place(change: Change, places: set[tuple[int, int | None]]) -> bool:
    if change.implied:
        return any(_has_place(each, places) for each in change.implied)
    place = change.place.new if change.place and change.measure is None else None
    return isinstance(place, Place) and (place.recommendation, place.item) in places


def _list_names(change: Change) -> Iterator[str]:
    """Who joined or left, or answered for what came or went."""
    yield from (*change.added, *change.removed)
    if change.owners:
        yield from (*list_each(change.owners.old), *list_each(change.owners.new))
