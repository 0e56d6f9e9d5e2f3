"""The sheets of the owners: what is theirs, by when, and what changed for them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from send_extract.writers.agenda.items import STANDINGS, Contents, Person, PlanItem
from send_extract.writers.agenda.spans import find_due


class OwnerSheet(Struct, frozen=True):
    """What one owner has to do, in the order in which it is due."""

    person: Person
    items: tuple[PlanItem, ...]


def list_owner_sheets(contents: Contents) -> tuple[OwnerSheet, ...]:
    """A sheet for each owner who has something to do, and one for what nobody has."""
    return tuple(
        OwnerSheet(person, tuple(sorted(person.items, key=rank_by_day)))
        for person in (*contents.people, *_find_unowned(contents))
        if person.items or person.recommendations
    )


def _find_unowned(contents: Contents) -> Iterator[Person]:
    items = tuple(item for item in contents.items if not item.owners)
    yield Person(len(contents.people), "owner-none", "No owner", None, items)


def rank_by_day(item: PlanItem) -> tuple[int, date, int]:
    """Where an item stands among those that are sorted by the day on which they are due; last what has none."""
    day = find_due(item)
    return list(STANDINGS).index(item.standing) if day is None else 0, day or date.max, item.position
