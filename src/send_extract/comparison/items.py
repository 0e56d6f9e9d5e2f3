"""What changed in the actions and the measures: come, gone, moved, order, words, timings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from send_extract.alignment.records import Comparand, Comparands, ItemPairs
from send_extract.changes import Change, Pair, Places, Record
from send_extract.comparison.columns import compare_own_cells, list_own_cells
from send_extract.comparison.order import PlacedRecord, find_moved
from send_extract.comparison.owners import describe_owners, find_owner_keys, list_effective
from send_extract.comparison.shifts import compare_timings
from send_extract.comparison.views import View, change, is_minor, place_item
from send_extract.plan import Action, Measure, Recommendation, TimingMention

if TYPE_CHECKING:
    from send_extract.comparison.owners import Labels


class Family(NamedTuple):
    """Actions or measures: their name, both sides' items, and the pairs."""

    name: Literal["action", "measure"]
    old: Comparands
    new: Comparands
    pairs: ItemPairs


def list_families(view: View) -> tuple[Family, Family]:
    """The actions and the measures of a view."""
    alignment = view.alignment
    return (
        Family("action", alignment.old.actions, alignment.new.actions, alignment.actions),
        Family("measure", alignment.old.measures, alignment.new.measures, alignment.measures),
    )


def compare_items(view: View, family: Family) -> Iterator[tuple[int, Change]]:
    """The changes of a family, each with the new plan's recommendation under which it is told."""
    yield from _find_gone(view, family)
    moved = _find_reordered(view, family)
    for old, new in sorted(family.pairs.forward.items(), key=lambda pair: pair[1]):
        before, after = family.old.all[old], family.new.all[new]
        for found in _compare_pair(view, family, before, after, moved=old in moved):
            yield after.record, found
    yield from _find_come(view, family)


def find_record(view: View, family: Family, item: Comparand, *, is_old: bool) -> Action | Measure:
    """The action or the measure that an item stands for."""
    side = view.alignment.old if is_old else view.alignment.new
    record = side.records[item.record]
    return record.actions[item.place] if family.name == "action" else record.measures[item.place]


def _find_gone(view: View, family: Family) -> Iterator[tuple[int, Change]]:
    lived = {old: group for group in view.groups for old in group.olds}
    similar = dict(family.pairs.similar)
    for index, item in enumerate(family.old.all):
        if index not in family.pairs.forward and item.record in lived:
            pointer = _point_at(view, family, similar.get(index), "new")
            single = _Single(view.old(item.record), find_record(view, family, item, is_old=True), item, "old")
            names = Pair(single.owner.number, view.new(lived[item.record].news[0]).number)
            yield lived[item.record].news[0], _describe_single(family, single, names, pointer)


def _find_come(view: View, family: Family) -> Iterator[tuple[int, Change]]:
    lived = {new: group for group in view.groups for new in group.news}
    similar = {new: old for old, new in family.pairs.similar}
    paired = set(family.pairs.forward.values())
    for index, item in enumerate(family.new.all):
        if index not in paired and item.record in lived:
            pointer = _point_at(view, family, similar.get(index), "old")
            single = _Single(
                view.new(item.record), find_record(view, family, item, is_old=False), item, "new"
            )
            names = Pair(view.old(lived[item.record].olds[0]).number, single.owner.number)
            yield item.record, _describe_single(family, single, names, pointer)


def _point_at(view: View, family: Family, index: int | None, side: Literal["old", "new"]) -> Pair | None:
    """The item of the draft `side` that an item resembles without being it."""
    if index is None:
        return None
    items = family.old if side == "old" else family.new
    return Pair(**{side: find_record(view, family, items.all[index], is_old=side == "old").id})


class _Single(NamedTuple):
    """An item that one draft alone has: whose it is, itself, where it stands, and in which draft."""

    owner: Recommendation
    record: Action | Measure
    item: Comparand
    side: Literal["old", "new"]


def _describe_single(family: Family, single: _Single, names: Pair, similar: Pair | None) -> Change:
    """The change of an item that came or went; `similar` is what it resembles without being it."""
    owner, record, item, side = single
    action = record if isinstance(record, Action) else None
    return change(
        f"{family.name}-{'added' if side == 'new' else 'removed'}",
        names,
        record.text,
        **{side: record.text, family.name: Pair(**{side: record.id})},
        similar=similar,
        place=Places(**{side: place_item(item)}),
        owners=Pair(**{side: list_effective(owner, action)}) if action else None,
        record=Record(action=action, measure=record if isinstance(record, Measure) else None),
    )


def _find_reordered(view: View, family: Family) -> set[int]:
    """The old indexes of the items that moved within their recommendation, the fewest of each."""
    lists: defaultdict[tuple[int, int], list[PlacedRecord]] = defaultdict(list)
    for old, new in family.pairs.forward.items():
        before, after = family.old.all[old], family.new.all[new]
        lists[before.record, after.record].append(
            PlacedRecord(old, new, "\n".join(sorted((before.key, after.key))))
        )
    linked = view.alignment.links.linked
    return {old for link, placed in lists.items() if link in linked for old in find_moved(placed)}


def _compare_pair(
    view: View, family: Family, before: Comparand, after: Comparand, *, moved: bool
) -> Iterator[Change]:
    one = find_record(view, family, before, is_old=True)
    other = find_record(view, family, after, is_old=False)
    names = _name_pair(view, family, (before, one), (after, other))
    if (before.record, after.record) not in view.alignment.links.linked:
        yield change(
            f"{family.name}-moved", **names, owners=_compare_owners(view, (before, one), (after, other))
        )
    elif moved:
        yield change("action-reordered" if family.name == "action" else "measure-moved", **names)
    if before.key != after.key:
        shift = _find_shift_in_words(one.mentions, other.mentions)
        yield change(
            f"{family.name}-reworded", **names, old=one.text, new=other.text,
            minor=is_minor(one.text, other.text), **shift,
        )  # fmt: skip
    if isinstance(one, Action) and isinstance(other, Action):
        yield from _compare_when(one, other, names)
        cells = (list_own_cells(one, view.headings[0]), list_own_cells(other, view.headings[1]))
        shares = (view.shares[0][before.record], view.shares[1][after.record])
        yield from compare_own_cells((shares[0], cells[0]), (shares[1], cells[1]), names)
        if (before.record, after.record) in view.alignment.links.linked:
            yield from _compare_who(
                list_effective(view.old(before.record), one),
                list_effective(view.new(after.record), other),
                names,
            )


def _name_pair(
    view: View,
    family: Family,
    old: tuple[Comparand, Action | Measure],
    new: tuple[Comparand, Action | Measure],
) -> dict[str, Any]:
    return {
        "recommendation": Pair(view.old(old[0].record).number, view.new(new[0].record).number),
        family.name: Pair(old[1].id, new[1].id),
        "text": new[1].text,
        "place": Places(place_item(old[0]), place_item(new[0])),
    }


def _compare_owners(
    view: View, old: tuple[Comparand, Action | Measure], new: tuple[Comparand, Action | Measure]
) -> Pair | None:
    """Who owned a moved action and who owns it now, where its recommendation brought another owner."""
    if not (isinstance(old[1], Action) and isinstance(new[1], Action)):
        return None
    before = list_effective(view.old(old[0].record), old[1])
    after = list_effective(view.new(new[0].record), new[1])
    return None if find_owner_keys(before) == find_owner_keys(after) else Pair(before, after)


def _compare_when(old: Action, new: Action, names: dict[str, Any]) -> Iterator[Change]:
    found = compare_timings(old.when, new.when)
    if found is not None:
        yield change(
            found.kind, **names, old=old.when.text, new=new.when.text, shift=found.shift, value=found.value
        )  # fmt: skip


def _compare_who(old: Labels, new: Labels, names: dict[str, Any]) -> Iterator[Change]:
    if find_owner_keys(old) != find_owner_keys(new):
        yield describe_owners(old, new, names)


def _find_shift_in_words(old: Iterable[TimingMention], new: Iterable[TimingMention]) -> dict[str, Any]:
    """The shift of a date that stands in the words, where either wording has one timing."""
    before, after = tuple(old), tuple(new)
    if len(before) != 1 or len(after) != 1:
        return {}
    found = compare_timings(before[0], after[0])
    return {} if found is None or found.shift is None else {"shift": found.shift, "value": found.value}
