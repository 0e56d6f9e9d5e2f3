"""What a page can be filtered by, and what each item is filed under."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct

from send_extract.writers.agenda.items import STANDINGS, Contents, PlanItem
from send_extract.writers.agenda.scale import Scale, add_months
from send_extract.writers.agenda.spans import list_months
from send_extract.writers.page.news import NEWS, NO_NEWS, Since

_STATES = {
    "tbc": "To be confirmed", "ongoing": "Ongoing", "complete": "Complete", "in_progress": "In progress",
    "not_started": "Not started", "immediate": "Immediate", "as_required": "As required", "overdue": "Overdue",
    "paused": "Paused", "deferred": "Paused", "cancelled": "Cancelled", "on_track": "In progress",
    "none": "Not applicable", "unspecified": "Unspecified",
}  # fmt: skip
MOST_STATES = 12
"""A column of more different words than this is no column of states to choose from."""


class Choice(NamedTuple):
    """A value to filter by and how many items have it."""

    value: str
    name: str
    size: int


class Choices(NamedTuple):
    """The values to choose from under one heading."""

    name: str
    choices: tuple[Choice, ...]


class Filing(Struct, frozen=True, gc=False):
    """What an item is filed under: owners, months (counted from the scale's first) and states."""

    owners: str
    months: str
    states: str


def file_item(item: PlanItem, contents: Contents, since: Since, scale: Scale | None) -> Filing:
    """The values that an item is found by."""
    months = list_months(item, scale) if scale else ()
    return Filing(
        " ".join(contents.people[owner].key for owner in item.owners) or "none",
        " ".join(f"{first}-{last}" for first, last in months),
        " ".join(dict.fromkeys(value for value, _ in _list_states(item, since))),
    )


def _list_states(item: PlanItem, since: Since) -> Iterator[tuple[str, str]]:
    """The states of an item: value and name."""
    yield f"is-{item.standing}", STANDINGS[item.standing]
    if item.timing and item.timing.status:
        name = _STATES[item.timing.status]
        yield f"says-{_spell(name)}", name
    for tag in since.get(item.place, NO_NEWS).tags:
        yield f"new-{tag}", NEWS[tag]
    if item.record.status:
        words = " ".join(item.record.status.split())
        yield f"row-{_spell(words)}", words


def _spell(words: str) -> str:
    return "-".join("".join(letter if letter.isalnum() else " " for letter in words.lower()).split())


def list_states(contents: Contents, since: Since, draft: str) -> tuple[Choices, ...]:
    """The states to choose from, by where they come from; `draft` is what the last draft is called."""
    found: Counter[tuple[str, str]] = Counter()
    for item in contents.items:
        found.update(dict.fromkeys(_list_states(item, since), 1))
    groups = (("is-", "Date"), ("says-", "Said in place of a date"), ("row-", "Status"), ("new-", draft))
    return tuple(
        Choices(name, choices)
        for prefix, name in groups
        if 0 < len(choices := _choose(found, prefix)) <= MOST_STATES
    )


def _choose(found: Counter[tuple[str, str]], prefix: str) -> tuple[Choice, ...]:
    return tuple(
        Choice(value, name, count) for (value, name), count in found.items() if value.startswith(prefix)
    )


def list_owner_choices(contents: Contents) -> tuple[Choice, ...]:
    """The owners to choose from, and those items that have none."""
    owners = [Choice(each.key, each.label, len(each.items)) for each in contents.people if each.items]
    nobody = sum(not item.owners for item in contents.items)
    return (*owners, Choice("none", "Nobody", nobody)) if nobody else tuple(owners)


def list_month_choices(contents: Contents, scale: Scale | None) -> tuple[Choice, ...]:
    """The months to choose from, each with how many items run in it."""
    if scale is None:
        return ()
    counts = [0] * scale.months
    for item in contents.items:
        running = {month for first, last in list_months(item, scale) for month in range(first, last + 1)}
        for month in running:
            counts[month] += 1
    months = (add_months(scale.first, place) for place in range(scale.months))
    return tuple(
        Choice(f"{month:%Y-%m}", f"{month:%B %Y}", count)
        for month, count in zip(months, counts, strict=True)
        if count
    )
