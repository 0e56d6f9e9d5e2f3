"""A When or Who cell that changed as a whole: one change of the recommendation instead of one an action."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import filterfalse
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec.structs import replace

from send_extract.changes import Change, Pair, Place, Places
from send_extract.comparison.owners import describe_owners, find_owner_keys, is_inherited, list_labels
from send_extract.comparison.shifts import compare_timings
from send_extract.comparison.views import change
from send_extract.plan import Action, Recommendation, TimingMention
from send_extract.values.wording import find_key, is_same_wording

if TYPE_CHECKING:
    from send_extract.comparison.views import Counterparts, View

TIMINGS = frozenset({"timing-changed", "timing-reworded"})


class LinkedPair(NamedTuple):
    """A recommendation of the old plan and one of the new that belong together."""

    old: Recommendation
    new: Recommendation
    place: Places

    @property
    def has_actions(self) -> bool:
        """Whether both have actions."""
        return bool(self.old.actions and self.new.actions)

    def holds(self, found: Change) -> bool:
        """Whether a change is of an action that stands in both."""
        return (
            found.action is not None
            and found.place is not None
            and isinstance(found.place.old, Place)
            and isinstance(found.place.new, Place)
            and Places(Place(found.place.old.recommendation), Place(found.place.new.recommendation))
            == self.place
        )

    def actions(self, found: Change) -> tuple[Action, Action]:
        """The two forms of the action of a change that the link holds."""
        old, new = (getattr(found.place, side).item - 1 for side in ("old", "new"))
        return self.old.actions[old], self.new.actions[new]

    def names(self) -> dict[str, Any]:
        """What a change of the whole link is about."""
        return {
            "recommendation": Pair(self.old.number, self.new.number),
            "text": self.new.text,
            "place": self.place,
        }


def fold_cells(view: View, group: Counterparts, changes: list[Change]) -> list[Change]:
    """The changes of a group with those that one cell accounts for folded into a change of that cell."""
    pooled = _is_pooled(view, group)
    for link in _list_links(view, group):
        changes = _fold_owners(link, changes, pooled=pooled, in_union=group.is_union)
        changes = _fold_timings(link, changes)
    return changes


def _list_links(view: View, group: Counterparts) -> Iterator[LinkedPair]:
    for old in sorted(group.olds):
        for new in sorted(group.news):
            yield LinkedPair(view.old(old), view.new(new), Places(Place(old + 1), Place(new + 1)))


def _is_pooled(view: View, group: Counterparts) -> bool:
    """Whether a merge has the owners of all its parts, or a split shares out those of the whole."""
    olds, news = (
        [find_owner_keys(list_labels(side(index).who)) for index in indexes]
        for side, indexes in ((view.old, group.olds), (view.new, group.news))
    )
    return group.is_union and frozenset().union(*olds) == frozenset().union(*news)


def _fold_owners(link: LinkedPair, changes: list[Change], *, pooled: bool, in_union: bool) -> list[Change]:
    old, new = list_labels(link.old.who), list_labels(link.new.who)
    if find_owner_keys(old) == find_owner_keys(new):
        return changes
    implied = [found for found in changes if _is_inherited(link, found)]
    whole = replace(describe_owners(old, new, link.names()), implied=tuple(implied))
    if implied:
        return _give_to_union(changes, implied) if pooled else _replace_implied(changes, whole, implied)
    if in_union and not link.has_actions and (pooled or not (old and new)):
        return _give_to_union(changes, [whole])
    return changes if pooled or link.has_actions else [*changes, whole]


def _give_to_union(changes: list[Change], implied: list[Change]) -> list[Change]:
    """The changes with those that their first, a merge or a split, accounts for under it."""
    union = replace(changes[0], implied=(*changes[0].implied, *implied))
    return [union, *(found for found in changes[1:] if found not in implied)]


def _is_inherited(link: LinkedPair, found: Change) -> bool:
    """Whether a change is of the owners of an action that has its recommendation's, in both drafts."""
    if found.kind != "owner-changed" or not link.holds(found):
        return False
    old, new = link.actions(found)
    return is_inherited(link.old, old) and is_inherited(link.new, new)


def _replace_implied(changes: list[Change], whole: Change, implied: list[Change]) -> list[Change]:
    rest = [found for found in changes if not any(found is one for one in implied)]
    return [*rest, whole]


def _fold_timings(link: LinkedPair, changes: list[Change]) -> list[Change]:
    """The change of a When cell that its actions' own timings do not tell."""
    timings = [found for found in changes if found.kind in TIMINGS and link.holds(found)]
    if _is_divided_otherwise(link):
        changed = list(filterfalse(_is_same_wording, timings))
        return [found for found in changes if found not in changed]
    whole = _describe_shared(link, timings) or _describe_untold(link, timings)
    return _replace_implied(changes, whole, list(whole.implied)) if whole else changes


def _describe_shared(link: LinkedPair, timings: list[Change]) -> Change | None:
    """The change of the one timing that all actions share in both drafts, which accounts for that of each."""
    if not (_is_shared(link.old) and _is_shared(link.new)):
        return None
    return _describe_cell(link, link.old.actions[0].when, link.new.actions[0].when, timings)


def _describe_untold(link: LinkedPair, timings: list[Change]) -> Change | None:
    """The change of a cell that says more than its actions, which accounts for theirs that came or went."""
    if (_is_shared(link.old) and _is_shared(link.new)) or not (_is_untold(link.old) or _is_untold(link.new)):
        return None
    implied = [found for found in timings if not (found.old and found.new)]
    return _describe_cell(link, link.old.when, link.new.when, implied)


def _is_divided_otherwise(link: LinkedPair) -> bool:
    """Whether the same cell stands beside the same actions: what its parts are is then how it was divided."""
    old, new = ([find_key(action.text) for action in record.actions] for record in (link.old, link.new))
    return old == new and bool(link.old.when.text) and is_same_wording(link.old.when.text, link.new.when.text)


def _is_same_wording(found: Change) -> bool:
    return is_same_wording(str(found.old or ""), str(found.new or ""))


def _describe_cell(
    link: LinkedPair, old: TimingMention, new: TimingMention, implied: list[Change]
) -> Change | None:
    found = compare_timings(old, new)
    if found is None:
        return None
    words: dict[str, Any] = {"old": old.text, "new": new.text, "shift": found.shift, "value": found.value}
    return change(found.kind, **link.names(), **words, implied=tuple(implied))


def _is_shared(record: Recommendation) -> bool:
    """Whether the one timing of the cell is that of all its actions, several."""
    return len(record.actions) > 1 and all(
        action.when.text == record.when.text != "" for action in record.actions
    )


def _is_untold(record: Recommendation) -> bool:
    """Whether a When cell says more than its actions: it has none, or they have not all a timing."""
    return bool(record.when.text.strip()) and not (
        record.actions and all(a.when.text for a in record.actions)
    )
