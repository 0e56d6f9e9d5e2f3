"""What changed for each item since the last draft."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from send_extract.changes import Change, Compared, Place
from send_extract.values.timing import Timing
from send_extract.writers.diff.lengths import say_length

NEWS = {
    "slipped": "Slipped", "earlier": "Came forward", "undated": "Lost its date", "dated": "Given a date",
    "new": "New", "moved": "Moved here", "reworded": "Reworded", "owner": "New owner", "changed": "Changed",
}  # fmt: skip
"""What can be new about an item, the weightiest first, in the words of its tag."""
_DIRECTIONS = {"later": "slipped", "earlier": "earlier", "lost": "undated", "set": "dated"}
_KINDS = {
    "action-added": "new", "recommendation-added": "new", "action-moved": "moved", "action-reworded": "reworded",
    "recommendation-reworded": "reworded", "owner-changed": "owner",
}  # fmt: skip


class News(NamedTuple):
    """What is new about one item: tags, its timing in the last draft where that was another, and how far it went."""

    tags: tuple[str, ...] = ()
    old: Timing | None = None
    length: str = ""


NO_NEWS = News()
Since = Mapping[tuple[int, int | None], News]
"""What is new, by place in the plan."""


def find_news(compared: Compared | None) -> Since:
    """What is new about each item of the newer plan, by its place there."""
    if compared is None or not compared.diff.related:
        return MappingProxyType({})
    found: defaultdict[tuple[int, int | None], list[Change]] = defaultdict(list)
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
