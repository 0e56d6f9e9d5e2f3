"""What changed in the recommendations themselves: come, gone, merged, split, renamed, moved, reworded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from send_extract.changes import Change, Pair, Place, Places, Record, Travel
from send_extract.comparison.columns import compare_shares
from send_extract.comparison.order import PlacedRecord, find_moved
from send_extract.comparison.views import Counterparts, change, is_minor, name_group, place_group, place_item
from send_extract.plan import Recommendation
from send_extract.values.wording import find_key

if TYPE_CHECKING:
    from send_extract.comparison.views import View


def find_come(view: View) -> Iterator[Change]:
    """The recommendations that the new plan has and the old has not, with all that is in them."""
    known = {index for group in view.groups for index in group.news}
    similar = {new: view.old(old).number for old, new in view.alignment.similar}
    for index, record in enumerate(view.alignment.new.records):
        if index not in known:
            pointer = Pair(old=similar[index]) if index in similar else None
            yield change(
                "recommendation-added", Pair(new=record.number), record.text, new=record.text,
                place=Places(new=Place(index + 1)), similar=pointer, record=Record(recommendation=record),
            )  # fmt: skip


def find_gone(view: View) -> Iterator[Change]:
    """The recommendations that the old plan had and the new has not, with all that was in them."""
    known = {index for group in view.groups for index in group.olds}
    similar = {old: view.new(new).number for old, new in view.alignment.similar}
    for index, record in enumerate(view.alignment.old.records):
        if index not in known:
            pointer = Pair(new=similar[index]) if index in similar else None
            yield change(
                "recommendation-removed", Pair(old=record.number), record.text, old=record.text,
                place=Places(old=Place(index + 1)), similar=pointer, record=Record(recommendation=record),
            )  # fmt: skip


def find_reordered(view: View) -> frozenset[int]:
    """The old indexes of the fewest recommendations that must have moved, merges and splits apart."""
    return find_moved(
        [
            PlacedRecord(group.olds[0], group.news[0], _gather_words(view, group))
            for group in view.groups
            if not group.is_union
        ]
    )


def _gather_words(view: View, group: Counterparts) -> str:
    """The words of a recommendation in both drafts, in an order that does not tell which is the older."""
    sides = [
        "\n".join(map(find_key, (record.number, record.text, *(action.text for action in record.actions))))
        for record in (view.old(group.olds[0]), view.new(group.news[0]))
    ]
    return "\n".join(sorted(sides))


def compare_group(view: View, group: Counterparts, moved: frozenset[int]) -> Iterator[Change]:
    """What changed in the recommendations of a group, its actions and measures apart."""
    names = name_group(view, group)
    old, new = view.old(group.olds[0]), view.new(group.news[0])
    if group.is_union:
        yield _describe_union(view, group, names)
    else:
        if find_key(old.number) != find_key(new.number):
            yield change(
                "recommendation-renumbered",
                names,
                new.text,
                old=old.number,
                new=new.number,
                place=place_group(group),
            )
        if group.olds[0] in moved:
            yield change("recommendation-reordered", names, _name(new), place=place_group(group))
        if find_key(old.text) != find_key(new.text) and not is_shared_out_otherwise(old, new):
            yield change(
                "recommendation-reworded", names, new.text, old=old.text, new=new.text,
                minor=is_minor(old.text, new.text), place=place_group(group),
            )  # fmt: skip
    if group.is_union or not is_shared_out_otherwise(old, new):
        yield from _compare_notes(view, group)
    for old_index in group.olds:
        for new_index in group.news:
            yield from _compare_columns(view, old_index, new_index)


def is_shared_out_otherwise(old: Recommendation, new: Recommendation) -> bool:
    """Whether the same words are text in one draft and a note in the other: the note lost, or got, its emphasis."""
    return len(old.notes) != len(new.notes) and _join_all(old) == _join_all(new)


def _join_all(record: Recommendation) -> str:
    return find_key("".join([record.text, *record.notes]).replace("*", ""))


def _name(record: Recommendation) -> str:
    """What a recommendation is known by: its words, else those of its first action."""
    return record.text or next((action.text for action in record.actions), "")


def _describe_union(view: View, group: Counterparts, names: Pair) -> Change:
    olds = [view.old(index).text for index in sorted(group.olds)]
    news = [view.new(index).text for index in sorted(group.news)]
    is_merge = len(olds) > 1
    return change(
        "recommendation-merged" if is_merge else "recommendation-split",
        names,
        news[0] if is_merge else olds[0],
        old=tuple(olds) if is_merge else olds[0],
        new=news[0] if is_merge else tuple(news),
        place=place_group(group),
        carried_actions=tuple(_find_travels(view, group, "actions")),
        carried_measures=tuple(_find_travels(view, group, "measures")),
        carried_notes=tuple(_find_carried_notes(view, group)),
    )


def _find_travels(view: View, group: Counterparts, family: str) -> Iterator[Travel]:
    """The items that a merge or a split carried to, or from, another than the one that lives on."""
    old, new = getattr(view.alignment.old, family), getattr(view.alignment.new, family)
    survivors = group.olds[0], group.news[0]
    for before, after in sorted(getattr(view.alignment, family).forward.items()):
        one, other = old.all[before], new.all[after]
        link = one.record, other.record
        if link[0] in group.olds and link[1] in group.news and link != survivors:
            ids = (
                getattr(view.old(link[0]), family)[one.place].id,
                getattr(view.new(link[1]), family)[other.place].id,
            )
            yield Travel(*ids, place=Places(place_item(one), place_item(other)))


def list_notes(record: Recommendation, numbers: dict[str, str] | None = None) -> dict[str, str]:
    """A recommendation's notes by key; a tie to others that no note states counts as one.

    `numbers` says how those are called in the other draft: a tie that follows them is the same.
    """
    notes = {find_key(note): note for note in record.notes}
    for relation in record.relations:
        if not any(relation.kind[:5] in note.casefold() for note in record.notes):
            named = [(numbers or {}).get(number, number) for number in relation.numbers]
            text = f"{relation.kind} to recommendation {', '.join(named)}"
            notes[find_key(text)] = text
    return notes


def _compare_notes(view: View, group: Counterparts) -> Iterator[Change]:
    """The notes that all parts of a group had, and those that they have."""
    olds = {index: list_notes(view.old(index), view.numbers) for index in sorted(group.olds)}
    news = {index: list_notes(view.new(index)) for index in sorted(group.news)}
    before, after = _pool(olds), _pool(news)
    for key, note in before.items():
        if key not in after:
            part = group._replace(olds=_list_holders(group.olds, olds, key))
            yield _describe_note(view, part, "note-removed", old=note)
    for key, note in after.items():
        if key not in before:
            part = group._replace(news=_list_holders(group.news, news, key))
            yield _describe_note(view, part, "note-added", new=note)


def _list_holders(indexes: tuple[int, ...], notes: dict[int, dict[str, str]], key: str) -> tuple[int, ...]:
    return tuple(index for index in indexes if key in notes[index])


def _describe_note(view: View, part: Counterparts, kind: str, **note: str) -> Change:
    text = next(iter(note.values()))
    return change(kind, name_group(view, part), text, **note, place=place_group(part))


def _pool(notes: dict[int, dict[str, str]]) -> dict[str, str]:
    return {key: note for part in notes.values() for key, note in part.items()}


def _find_carried_notes(view: View, group: Counterparts) -> Iterator[Travel]:
    """Which part of a split has which of the notes."""
    kept = list_notes(view.old(group.olds[0]), view.numbers)
    for index in group.news if len(group.news) > 1 else ():
        record = view.new(index)
        places = Places(Place(group.olds[0] + 1), Place(index + 1))
        yield from (Travel(kept[key], record.number, places) for key in list_notes(record) if key in kept)


def _compare_columns(view: View, old_index: int, new_index: int) -> Iterator[Change]:
    old, new = view.old(old_index), view.new(new_index)
    names = {
        "recommendation": Pair(old.number, new.number),
        "text": new.text,
        "place": Places(Place(old_index + 1), Place(new_index + 1)),
    }
    yield from compare_shares(view.shares[0][old_index], view.shares[1][new_index], names)
