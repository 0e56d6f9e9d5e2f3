"""What the comparison looks at: two plans aligned, and how their records are called."""

from __future__ import annotations

from typing import Any, NamedTuple

from send_extract.alignment import Alignment
from send_extract.alignment.likeness import is_slip
from send_extract.alignment.records import Comparand
from send_extract.changes import Change, Pair, Place, Places, Sided
from send_extract.comparison.naming import Headings
from send_extract.comparison.shares import Shares, share_cells
from send_extract.plan import Action, Measure, Recommendation
from send_extract.values.wording import find_key, find_words


class Counterparts(NamedTuple):
    """Recommendations that belong together: one to one, or several on one side in a merge or a split."""

    olds: tuple[int, ...]
    news: tuple[int, ...]

    @property
    def is_union(self) -> bool:
        """Whether it is a merge or a split."""
        return len(self.olds) + len(self.news) > 2


class View(NamedTuple):
    """Two plans aligned; `numbers` says how the old recommendations are called now, where otherwise.

    `shares` are what the recommendations of each say of all their actions.
    """

    alignment: Alignment
    groups: tuple[Counterparts, ...]
    numbers: dict[str, str]
    headings: tuple[Headings, Headings]
    shares: tuple[tuple[Shares, ...], tuple[Shares, ...]]

    def old(self, index: int) -> Recommendation:
        """A recommendation of the old plan."""
        return self.alignment.old.records[index]

    def new(self, index: int) -> Recommendation:
        """A recommendation of the new plan."""
        return self.alignment.new.records[index]

    def old_action(self, index: int) -> Action:
        """An action of the old plan, by its index there."""
        item = self.alignment.old.actions.all[index]
        return _take(self.alignment.old.records, item).actions[item.place]

    def new_action(self, index: int) -> Action:
        """An action of the new plan, by its index there."""
        item = self.alignment.new.actions.all[index]
        return _take(self.alignment.new.records, item).actions[item.place]

    def old_measure(self, index: int) -> Measure:
        """A measure of the old plan, by its index there."""
        item = self.alignment.old.measures.all[index]
        return _take(self.alignment.old.records, item).measures[item.place]

    def new_measure(self, index: int) -> Measure:
        """A measure of the new plan, by its index there."""
        item = self.alignment.new.measures.all[index]
        return _take(self.alignment.new.records, item).measures[item.place]


def _take(records: tuple[Recommendation, ...], item: Comparand) -> Recommendation:
    return records[item.record]


def view_alignment(alignment: Alignment, headings: tuple[Headings, Headings]) -> View:
    """The view of an alignment of plans whose columns are called as `headings` say."""
    groups = _find_groups(alignment)
    before, after = alignment.old.records, alignment.new.records
    pairs = ((before[old].number, after[group.news[0]].number) for group in groups for old in group.olds)
    numbers = {old: new for old, new in pairs if old != new}
    olds, news = (
        tuple([share_cells(record, its) for record in records])
        for records, its in zip((before, after), headings, strict=True)
    )
    return View(alignment, groups, numbers, headings, (olds, news))


def _find_groups(alignment: Alignment) -> tuple[Counterparts, ...]:
    """The groups in the order of the new plan; what came or went has none."""
    groups = {old: Counterparts((old,), (new,)) for old, new in alignment.links.forward.items()}
    before, after = alignment.old.records, alignment.new.records
    for merge in alignment.merges:
        parts = _lead_with(merge.parts, before, after[merge.whole].number)
        groups[merge.parts[0]] = Counterparts(parts, (merge.whole,))
    for split in alignment.splits:
        parts = _lead_with(split.parts, after, before[split.whole].number)
        groups[split.whole] = Counterparts((split.whole,), parts)
    return tuple(sorted(groups.values(), key=lambda group: group.news[0]))


def _lead_with(parts: tuple[int, ...], records: tuple[Recommendation, ...], number: str) -> tuple[int, ...]:
    """The parts with the one of the whole's own number first, where there is one: to people it lives on."""
    return tuple(sorted(parts, key=lambda index: records[index].number != number))


def name_group(view: View, group: Counterparts) -> Pair:
    """The numbers of a group: one, or in a merge or a split several, in the order of the plan."""
    return Pair(
        _join([view.old(index).number for index in sorted(group.olds)]),
        _join([view.new(index).number for index in sorted(group.news)]),
    )


def place_group(group: Counterparts) -> Places:
    """The places of a group, the record that lives on first."""
    olds, news = (tuple(Place(index + 1) for index in side) for side in group)
    return Places(olds if len(olds) > 1 else olds[0], news if len(news) > 1 else news[0])


def _join(names: list[str]) -> Sided:
    return names[0] if len(names) == 1 else tuple(names)


def place_item(item: Comparand) -> Place:
    """Where an item stands."""
    return Place(item.record + 1, item.place + 1)


def change(kind: str, recommendation: Pair | None, text: str, **words: Any) -> Change:
    """A change of one of the kinds, with whatever else is known of it."""
    return Change(**({"kind": kind, "recommendation": recommendation, "text": text, **_UNSAID} | words))


_UNSAID: dict[str, Any] = {"action": None, "old": None, "new": None}


def is_minor(old: str, new: str) -> bool:
    """Whether two wordings differ in capitals, punctuation, or a slip of the fingers in a word."""
    before, after = find_words(old), find_words(new)
    return len(before) == len(after) and all(
        one == other or is_slip(one, other) for one, other in zip(before, after, strict=True)
    )


def is_same_field(old: str | None, new: str | None) -> bool:
    """Whether two cells say the same; None is an empty one."""
    return find_key(old or "") == find_key(new or "")
