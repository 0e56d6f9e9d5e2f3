"""Differences of typing: white space, quotes, dashes, `&`, the spelling of months, emphasis."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from send_extract.changes import Change, Pair
from send_extract.comparison.owners import find_owner_keys, list_labels
from send_extract.comparison.recommendations import is_shared_out_otherwise
from send_extract.comparison.views import change
from send_extract.plan import OwnersMention, Plan, Recommendation
from send_extract.values.wording import find_key

if TYPE_CHECKING:
    from send_extract.comparison.views import View

Wording = tuple[str, str]


def find_cosmetic(view: View, old: Plan, new: Plan) -> Iterator[Change]:
    """The differences of typing in records that both plans have, in the order of the new one."""
    for group in view.groups:
        if not group.is_union:
            yield from _compare_records(view.old(group.olds[0]), view.new(group.news[0]))
    for before, after in sorted(view.alignment.actions.forward.items(), key=lambda pair: pair[1]):
        one, other = view.old_action(before), view.new_action(after)
        names = Pair(one.id, other.id)
        yield from _tell((one.text, other.text), (one.rich, other.rich), action=names)
        yield from _tell((one.when.text, other.when.text), action=names)
    for before, after in sorted(view.alignment.measures.forward.items(), key=lambda pair: pair[1]):
        first, second = view.old_measure(before), view.new_measure(after)
        yield from _tell(
            (first.text, second.text), (first.rich, second.rich), measure=Pair(first.id, second.id)
        )
    yield from _compare_entries(old, new)


def _compare_records(old: Recommendation, new: Recommendation) -> Iterator[Change]:
    names = Pair(old.number, new.number)
    yield from _tell((old.number, new.number), recommendation=names)
    yield from _tell((old.text, new.text), (old.rich, new.rich), recommendation=names)
    if is_shared_out_otherwise(old, new):
        words = [" ".join([each.text, *each.notes]) for each in (old, new)]
        yield change("cosmetic", names, new.text, old=words[0], new=words[1])
    for one, other in zip(old.notes, new.notes, strict=False):
        yield from _tell((one, other), recommendation=names)
    if [action.when.text for action in old.actions] == [action.when.text for action in new.actions]:
        yield from _tell((old.when.text, new.when.text), recommendation=names)
    if old.who.text != new.who.text and _is_same_owners(old.who, new.who):
        yield change("cosmetic", names, new.who.text, old=old.who.text, new=new.who.text)


def _is_same_owners(old: OwnersMention, new: OwnersMention) -> bool:
    return find_owner_keys(list_labels(old)) == find_owner_keys(list_labels(new))


def _tell(
    words: Wording, rich: tuple[str | None, str | None] = (None, None), **names: Pair
) -> Iterator[Change]:
    """A difference of typing between two wordings that say the same, else of emphasis."""
    old, new = words
    if old == new and rich[0] != rich[1]:
        old, new = rich[0] or old, rich[1] or new
    elif old == new or find_key(old) != find_key(new):
        return
    yield change("cosmetic", names.pop("recommendation", None), new, old=old, new=new, **names)


def _compare_entries(old: Plan, new: Plan) -> Iterator[Change]:
    texts = {(find_key(entry.term), find_key(entry.text)): entry for entry in old.glossary}
    for entry in new.glossary:
        other = texts.get((find_key(entry.term), find_key(entry.text)))
        if other is not None and (other.term, other.text) != (entry.term, entry.text):
            yield change("cosmetic", None, entry.text, old=other.text, new=entry.text, term=entry.term)
