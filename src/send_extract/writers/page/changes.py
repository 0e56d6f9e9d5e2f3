"""What changed since the last draft, as a page tells it: news of each item, sections, sentences, by owner."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from send_extract.changes import Change, Compared, Place
from send_extract.writers.agenda.anchors import name_measure
from send_extract.writers.agenda.items import Contents, Person, PlanItem
from send_extract.writers.diff.details import find_moves, list_each
from send_extract.writers.diff.lengths import say_length
from send_extract.writers.diff.sections import ChangeLine, draw_change, draw_sections, name_pair
from send_extract.writers.diff.summary import list_clauses
from send_extract.writers.diff.text import name_draft
from send_extract.writers.editions import Edition
from send_extract.writers.page.lives import Lives, list_lives
from send_extract.writers.page.news import NEWS, News, Since

_DIRECTIONS = {"later": "slipped", "earlier": "earlier", "lost": "undated", "set": "dated"}
_KINDS = {
    "action-added": "new", "recommendation-added": "new", "action-moved": "moved", "action-reworded": "reworded",
    "recommendation-reworded": "reworded", "owner-changed": "owner",
}  # fmt: skip
_TOPICS = {"timing": "dates", "recommendation": "recommendations", "owner": "owners", "field": "columns"}
Places = tuple[int, int | None]


class PageChange(NamedTuple):
    """A change as a line, with the item and the record that it is about where this draft has them.

    `anchor` leads to the change, `link` from it to its record.
    """

    line: ChangeLine
    item: PlanItem | None
    link: str
    anchor: str


class PageSection(NamedTuple):
    """The changes of one recommendation."""

    anchor: str
    numbers: str
    title: str
    changes: tuple[PageChange, ...]


class Headline(NamedTuple):
    """A sentence about what changed, and where the page tells it in full."""

    text: str
    anchor: str


class Past(NamedTuple):
    """What is known of the drafts before.

    `draft` is what the last one is called; `related` is False where it is hardly a draft of the same plan; `owners`
    has what changed for each person, by their position.
    """

    draft: str
    is_related: bool
    news: Since = MappingProxyType({})
    headlines: tuple[Headline, ...] = ()
    sections: tuple[PageSection, ...] = ()
    owners: Mapping[int, tuple[ChangeLine, ...]] = MappingProxyType({})
    lives: Lives | None = None


def tell_past(edition: Edition, contents: Contents) -> Past | None:
    """What a draft's page tells of the drafts before; None where there is none."""
    compared = edition.compared
    if compared is None:
        return None
    draft = name_draft(compared.diff.origin)
    sections = tuple(_list_sections(compared, contents))
    past = Past(draft, compared.diff.related, headlines=tuple(_list_headlines(compared, sections)))
    if not compared.diff.related:
        return past
    return past._replace(
        news=find_news(compared),
        sections=sections,
        owners=_find_for_owners(contents, compared.diff.changes),
        lives=list_lives(edition.history, edition.plan, contents),
    )


def find_news(compared: Compared) -> Since:
    """What is new about each item of the newer plan, by its place there."""
    found: defaultdict[Places, list[Change]] = defaultdict(list)
    for change in _list_each(compared.diff.changes):
        place = change.place.new if change.place else None
        if isinstance(place, Place):
            found[place.recommendation, place.item].append(change)
    return {place: _gather(changes) for place, changes in found.items()}


def _list_each(changes: tuple[Change, ...]) -> Iterator[Change]:
    """The changes, each with those of single actions that it accounts for."""
    for change in changes:
        yield from change.implied or (change,)


def _gather(changes: list[Change]) -> News:
    tags = {_find_tag(change) for change in changes if change.measure is None}
    timed = next((change for change in changes if change.kind == "timing-changed" and change.value), None)
    return News(
        tags=tuple(tag for tag in NEWS if tag in tags),
        old=timed.value.old if timed and timed.value else None,
        length=_say_length(timed) if timed else "",
    )


def _find_tag(change: Change) -> str:
    if change.kind == "timing-changed" and change.shift:
        return _DIRECTIONS.get(change.shift.direction, "changed")
    return _KINDS.get(change.kind, "changed")


def _say_length(change: Change) -> str:
    length = say_length(change.shift) if change.shift else ""
    return f"{length} {change.shift.direction}" if change.shift and length else ""


def _list_sections(compared: Compared, contents: Contents) -> Iterator[PageSection]:
    """The changes by recommendation; the first of each topic is where the summary leads to."""
    items = {item.place: item for item in contents.items}
    told: set[str] = set()
    for place, section in enumerate(draw_sections(compared), 1):
        changes = []
        for line in section.lines:
            topic = _TOPICS.get(line.kind.partition("-")[0], line.kind)
            item = _find_item(line, items)
            link = item.anchor if item else _find_measure(line.change, contents.records)
            changes.append(PageChange(line, item, link, "" if topic in told else f"changes-{topic}"))
            told.add(topic)
        yield PageSection(f"change-{place}", section.numbers, section.title, tuple(changes))


def _find_item(line: ChangeLine, items: Mapping[Places, PlanItem]) -> PlanItem | None:
    place = line.change.place.new if line.change.place and line.change.measure is None else None
    return items.get((place.recommendation, place.item)) if isinstance(place, Place) else None


def _find_measure(change: Change, records: tuple[str, ...]) -> str:
    """The anchor of the measure that a change is about; empty where it is about none of this draft."""
    place = change.place.new if change.place and change.measure else None
    if not isinstance(place, Place) or place.item is None:
        return ""
    return name_measure(records[place.recommendation - 1], place.item)


def _list_headlines(compared: Compared, sections: tuple[PageSection, ...]) -> Iterator[Headline]:
    """The sentences of a diff's summary, each with the first change that it is about."""
    anchors = {change.anchor for section in sections for change in section.changes}
    for clause in list_clauses(compared):
        anchor = f"changes-{clause.topic}"
        yield Headline(clause.text, anchor if anchor in anchors else "changes")


def _find_for_owners(contents: Contents, changes: tuple[Change, ...]) -> dict[int, tuple[ChangeLine, ...]]:
    """What changed for each person: their actions, and what they got or gave up."""
    moves = find_moves(changes)
    lines = [(change, _name_record(draw_change(change, moves))) for change in changes]
    return {
        person.position: tuple(line for change, line in lines if _is_for(change, person, theirs))
        for person in contents.people
        if (theirs := {item.place for item in person.items})
    }


def _name_record(line: ChangeLine) -> ChangeLine:
    """A line that stands below no heading of its recommendation, so that it names it."""
    named = line.change.recommendation
    return line if line.subject or named is None else line._replace(subject=name_pair(named))


def _is_for(change: Change, person: Person, theirs: set[Places]) -> bool:
    return _has_place(change, theirs) or person.label in _list_names(change)


def _has_place(change: Change, places: set[Places]) -> bool:
    if change.implied:
        return any(_has_place(each, places) for each in change.implied)
    place = change.place.new if change.place and change.measure is None else None
    return isinstance(place, Place) and (place.recommendation, place.item) in places


def _list_names(change: Change) -> Iterator[str]:
    """Who joined or left, or answered for what came or went."""
    yield from (*change.added, *change.removed)
    if change.owners:
        yield from (*list_each(change.owners.old), *list_each(change.owners.new))
