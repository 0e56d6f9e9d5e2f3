"""What a page lists: every action, and every recommendation that answers for itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from send_extract.plan import Action, OwnersMention, Plan, PlanOwner, Recommendation, TimingMention
from send_extract.values.timing import Timing
from send_extract.writers.agenda.anchors import name_anchors
from send_extract.writers.wording import describe_timing, list_owners

Standing = Literal["dated", "recurring", "contingent", "said", "unread", "undated"]

STANDINGS: dict[Standing, str] = {
    "dated": "Has a date",
    "recurring": "Recurs",
    "contingent": "Waits for something",
    "said": "Has a status and no date",
    "unread": "Date not understood",
    "undated": "No date given",
}
"""How an item can stand to the calendar, in the words of the page."""


class PlanItem(Struct, frozen=True):
    """One thing to be done, as every view shows it.

    `place` counts recommendations and actions from 1, as a diff does; `words` say the timing in full; `names`
    are what its owners are called, `owners` their positions among the people.
    """

    position: int
    anchor: str
    number: str
    text: str
    record: Recommendation
    parent: str
    action: Action | None
    place: tuple[int, int | None]
    when: TimingMention
    who: OwnersMention
    standing: Standing
    words: str
    names: tuple[str, ...] = ()
    owners: tuple[int, ...] = ()

    @property
    def timing(self) -> Timing | None:
        """What its timing means, None where it was not read."""
        return self.when.value


class Person(Struct, frozen=True):
    """An owner in the page's list: `colour` tells neighbours apart, beside the label that does so alone."""

    position: int
    anchor: str
    label: str
    name: str | None
    items: tuple[PlanItem, ...]
    recommendations: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What an address calls them by."""
        return self.anchor.partition("-")[2]

    @property
    def colour(self) -> int:
        """Which of the colours is theirs."""
        return self.position % COLOURS


COLOURS = 8
"""So many colours tell owners apart at a glance; their labels do so in any case."""


NOBODY = PlanOwner(None)


class Contents(Struct, frozen=True):
    """What a page is made of: its items in the plan's order, its people, the anchors of its recommendations."""

    items: tuple[PlanItem, ...]
    people: tuple[Person, ...]
    records: tuple[str, ...]


def list_contents(plan: Plan) -> Contents:
    """The items of a plan, and who answers for them."""
    records = name_anchors("r", (record.number for record in plan.recommendations))
    found = list(_find_parts(plan))
    anchors = name_anchors("a", (action.id if action else record.number for _, record, action in found))
    labels = list(_list_labels(plan, found))
    places = {label: place for place, label in enumerate(labels)}
    items = tuple(
        _make_item(position, (anchor, records[place[0] - 1]), (place, record, action), places)
        for position, (anchor, (place, record, action)) in enumerate(zip(anchors, found, strict=True))
    )
    return Contents(items, tuple(_list_people(plan, labels, items)), records)


Part = tuple[tuple[int, int | None], Recommendation, Action | None]
"""A place in the plan and what stands there."""


def _find_parts(plan: Plan) -> Iterator[Part]:
    """The actions, and the recommendations that have a timing or owners of their own and no actions."""
    for row, record in enumerate(plan.recommendations, 1):
        for place, action in enumerate(record.actions, 1):
            yield (row, place), record, action
        if not record.actions and (record.when.text.strip() or record.who.text.strip()):
            yield (row, None), record, None


def _list_labels(plan: Plan, found: Iterable[Part]) -> Iterator[str]:
    """The owners of the plan in its order, then those that only its items name."""
    listed = (owner.code or owner.name or "" for owner in plan.owners)
    named = (label for _, record, action in found for label in list_owners((action or record).who.value))
    yield from dict.fromkeys(filter(None, (*listed, *named)))


def _make_item(position: int, anchors: tuple[str, str], part: Part, places: dict[str, int]) -> PlanItem:
    place, record, action = part
    held = action or record
    names = tuple(dict.fromkeys(list_owners(held.who.value)))
    return PlanItem(
        position=position,
        anchor=anchors[0],
        number=action.id if action else record.number,
        text=held.text,
        record=record,
        parent=anchors[1],
        action=action,
        place=place,
        when=held.when,
        who=held.who,
        standing=find_standing(held.when),
        words=describe_timing(held.when.value),
        names=names,
        owners=tuple(places[name] for name in names),
    )


def say_when(item: PlanItem) -> str:
    """When an item is to be done: in full, as printed where it was not understood, or that nothing says so."""
    return item.words or " ".join(item.when.text.split()) or "no date"


def find_standing(when: TimingMention) -> Standing:
    """How a timing stands to the calendar."""
    timing = when.value
    if timing is None:
        return "unread" if when.text.strip() else "undated"
    if timing.rrule or timing.frequency:
        return "recurring"
    if any(interval.start or interval.end for interval in timing.intervals):
        return "dated"
    if timing.contingent_on or timing.references:
        return "contingent"
    return "said" if when.text.strip() else "undated"


def _list_people(plan: Plan, labels: list[str], items: tuple[PlanItem, ...]) -> Iterator[Person]:
    owners = {owner.code or owner.name: owner for owner in plan.owners}
    theirs: defaultdict[int, list[PlanItem]] = defaultdict(list)
    for item in items:
        for owner in item.owners:
            theirs[owner].append(item)
    for position, (label, anchor) in enumerate(zip(labels, name_anchors("owner", labels), strict=True)):
        known = owners.get(label, NOBODY)
        name = known.name if known.name != label else None
        yield Person(position, anchor, label, name, tuple(theirs[position]), known.recommendations)
