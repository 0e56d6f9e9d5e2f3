"""A diff applied to the old plan: it gives the content of the new one, or the diff is not complete.

Everything is told by place: what neither came, went nor moved keeps its order and fills the places left.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from send_extract.changes import Place
from send_extract.comparison.owners import find_owner_keys, list_labels
from send_extract.plan import TimingMention
from send_extract.values.wording import find_key
from tests.comparison.content import (
    NO_TIMING,
    ActionContent,
    Content,
    Glossary,
    RecommendationContent,
    find_action,
    find_content,
    find_recommendation,
    find_when,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from send_extract.changes import Change, Placed, PlanDiff
    from send_extract.plan import Plan, Recommendation

Draft = dict[str, Any]
"""A record's content while it changes."""

ARRIVALS = frozenset({"added", "removed", "moved", "reordered"})
FAMILIES = (("action", "actions"), ("measure", "measures"))
CARRIED = {"actions": "carried_actions", "measures": "carried_measures"}


def apply_changes(old: Plan, diff: PlanDiff) -> Content:
    """The content of the plan that the changes of `diff` make of `old`."""
    changes = [*diff.changes, *chain.from_iterable(change.implied for change in diff.changes)]
    numbers = _find_numbers(changes)
    before = [_open_record(record, numbers) for record in old.recommendations]
    after = _lay_records(before, changes)
    for family, plural in FAMILIES:
        _lay_items(before, after, changes, (family, plural))
    for change in changes:
        for edit in _EDITS.get(change.kind, ()):
            edit(after, change)
    return Content(tuple(map(_close_record, after)), _apply_glossary(find_content(old).glossary, changes))


def _find_numbers(changes: list[Change]) -> dict[str, str]:
    """How the recommendations are called now, where otherwise."""
    numbers: dict[str, str] = {}
    for change in changes:
        if change.recommendation and change.kind in _RENAMING:
            olds, news = (_list_names(getattr(change.recommendation, side)) for side in ("old", "new"))
            kept = next(
                (new for new, place in _order_parts(change) if place is _list_places(change, "new")[0]),
                news[0],
            )
            numbers |= dict.fromkeys(olds, kept)
    return numbers


_RENAMING = frozenset({"recommendation-renumbered", "recommendation-merged", "recommendation-split"})


def _list_names(names: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else names or ()


def _order_parts(change: Change) -> list[tuple[str, Place]]:
    """The new numbers with their places, in the order of the plan."""
    names = _list_names(change.recommendation.new if change.recommendation else None)
    places = sorted(_list_places(change, "new"), key=lambda place: place.recommendation)
    return list(zip(names, places, strict=True))


def _list_places(change: Change, side: str) -> tuple[Place, ...]:
    place: Placed = getattr(change.place, side, None)
    return (place,) if isinstance(place, Place) else place or ()


def _open_record(record: Recommendation, numbers: dict[str, str]) -> Draft:
    content = find_recommendation(record, numbers)
    return content._asdict() | {
        "owners": find_owner_keys(list_labels(record.who)),
        "actions": [action._asdict() for action in content.actions],
        "measures": [{"text": text} for text in content.measures],
    }


def _close_record(record: Draft) -> RecommendationContent:
    actions = tuple(ActionContent(**action) for action in record["actions"])
    told = {"owners": frozenset(), "when": NO_TIMING} if actions else {}
    measures = tuple(measure["text"] for measure in record["measures"])
    return RecommendationContent(**(record | told | {"actions": actions, "measures": measures}))


def _lay_records(before: list[Draft], changes: list[Change]) -> list[Draft]:
    """The recommendations in their new order, each with what the old plan had; what came, as it came."""
    placed: dict[int, Draft] = {}
    gone: set[int] = set()
    for change in changes:
        if change.kind.startswith("recommendation-") and change.kind.split("-")[1] in _LAYING:
            olds = [place.recommendation for place in _list_places(change, "old")]
            gone |= set(olds)
            placed |= _lay_parts(before, change, olds)
    return _fill(placed, [dict(record) for place, record in enumerate(before, 1) if place not in gone])


_LAYING = ARRIVALS | {"merged", "split"}


def _lay_parts(before: list[Draft], change: Change, olds: list[int]) -> dict[int, Draft]:
    """The recommendations that a change puts in their new places."""
    if not olds:
        record = change.record.recommendation if change.record else None
        return {
            place.recommendation: _open_record(record, {}) for place in _list_places(change, "new") if record
        }
    whole = before[olds[0] - 1] | {"notes": frozenset().union(*(before[old - 1]["notes"] for old in olds))}
    empty: Draft = {"actions": [], "measures": []}
    places = [place.recommendation for place in _list_places(change, "new")]
    return {place: dict(whole) if place == places[0] else whole | empty for place in places}


def _fill(placed: dict[int, Draft], rest: Iterable[Draft]) -> list[Draft]:
    """What has a place in it, and the rest in order in the places left."""
    left = list(rest)
    queue = iter(left)
    places = range(1, len(placed) + len(left) + 1)
    return [placed[place] if place in placed else next(queue) for place in places]


def _lay_items(
    before: list[Draft], after: list[Draft], changes: list[Change], names: tuple[str, str]
) -> None:
    """Puts the items of each recommendation in their new order, and those that moved where they went."""
    family, plural = names
    gone: set[Place] = set()
    placed: dict[int, dict[int, Draft]] = {}
    come = {
        p.recommendation for c in changes if c.kind == "recommendation-added" for p in _list_places(c, "new")
    }
    for old, new, item in _list_arrivals(before, changes, family, plural):
        if old is not None:
            gone.add(old)
        if new is not None and new.item is not None and new.recommendation not in come:
            placed.setdefault(new.recommendation, {})[new.item] = item
    origins = {
        id(item): Place(r, i)
        for r, record in enumerate(before, 1)
        for i, item in enumerate(record[plural], 1)
    }
    for place, record in enumerate(after, 1):
        rest = [dict(item) for item in record[plural] if origins.get(id(item)) not in gone]
        record[plural] = _fill(placed.get(place, {}), rest)


def _list_arrivals(
    before: list[Draft], changes: list[Change], family: str, plural: str
) -> Iterable[tuple[Place | None, Place | None, Draft]]:
    """Every item that came, went, moved or was carried along: where from, where to, and its content."""
    for change in changes:
        kind, _, what = change.kind.partition("-")
        if kind == family and what in ARRIVALS:
            old, new = (next(iter(_list_places(change, side)), None) for side in ("old", "new"))
            yield old, new, _take(before, old, plural) if old else _open_item(change)
        for travel in getattr(change, CARRIED[plural]):
            old, new = travel.place.old, travel.place.new
            yield old, new, _take(before, old, plural)


def _take(before: list[Draft], place: Place, plural: str) -> Draft:
    return dict(before[place.recommendation - 1][plural][(place.item or 1) - 1])


def _open_item(change: Change) -> Draft:
    record = change.record
    if record and record.action:
        owners = change.owners.new if change.owners else ()
        return find_action(record.action, _list_names(owners))._asdict()
    return {"text": find_key(change.text)}


def _find_target(after: list[Draft], change: Change) -> Draft:
    """What a change is about: an action, a measure, or the recommendation itself."""
    place = _list_places(change, "new")[0]
    record = after[place.recommendation - 1]
    if place.item is None:
        return record
    item: Draft = record["actions" if change.action else "measures"][place.item - 1]
    return item


def _set_text(after: list[Draft], change: Change) -> None:
    _find_target(after, change)["text"] = find_key(str(change.new))


def _set_number(after: list[Draft], change: Change) -> None:
    _find_target(after, change)["number"] = find_key(str(change.new))


def _set_timing(after: list[Draft], change: Change) -> None:
    value = change.value.new if change.value else None
    _find_target(after, change)["when"] = find_when(TimingMention(str(change.new or ""), value))


def _set_owners(after: list[Draft], change: Change) -> None:
    target = _find_target(after, change)
    removed, added = find_owner_keys(change.removed), find_owner_keys(change.added)
    target["owners"] = (target["owners"] - removed) | added


def _set_moved_owners(after: list[Draft], change: Change) -> None:
    if change.owners is not None:
        _find_target(after, change)["owners"] = find_owner_keys(_list_names(change.owners.new))


def _set_parts(after: list[Draft], change: Change) -> None:
    """The numbers and the words of what a merge or a split made, and each part's notes."""
    for (number, place), text in zip(_order_parts(change), _list_names(change.new), strict=True):
        record = after[place.recommendation - 1]
        record |= {"number": find_key(number), "text": find_key(text)}
        if len(_list_places(change, "new")) > 1:
            carried = [travel.old for travel in change.carried_notes if travel.place.new == place]
            record["notes"] = frozenset(map(find_key, carried))


def _add_note(after: list[Draft], change: Change) -> None:
    for place in _list_places(change, "new"):
        after[place.recommendation - 1]["notes"] |= {find_key(change.text)}


def _remove_note(after: list[Draft], change: Change) -> None:
    for place in _list_places(change, "new"):
        after[place.recommendation - 1]["notes"] -= {find_key(change.text)}


def _set_column(after: list[Draft], change: Change) -> None:
    target = _find_target(after, change)
    rest = {(name, cell) for name, cell in target["columns"] if name != change.field}
    cell = find_key(str(change.new or ""))
    target["columns"] = frozenset(rest | ({(change.field, cell)} if cell else set()))


_EDITS: dict[str, tuple[Callable[[list[Draft], Change], None], ...]] = {
    "recommendation-renumbered": (_set_number,),
    "recommendation-merged": (_set_parts,),
    "recommendation-split": (_set_parts,),
    "recommendation-reworded": (_set_text,),
    "action-reworded": (_set_text,),
    "measure-reworded": (_set_text,),
    "timing-changed": (_set_timing,),
    "timing-reworded": (_set_timing,),
    "owner-changed": (_set_owners,),
    "action-moved": (_set_moved_owners,),
    "note-added": (_add_note,),
    "note-removed": (_remove_note,),
    "field-changed": (_set_column,),
}


def _apply_glossary(entries: Glossary, changes: list[Change]) -> Glossary:
    after = list(entries)
    for change in changes:
        if change.kind.startswith("glossary-") and change.term:
            term = find_key(change.term)
            if change.old is not None:
                after.remove((term, find_key(str(change.old))))
            if change.new is not None:
                after.append((term, find_key(str(change.new))))
    return tuple(sorted(after))
