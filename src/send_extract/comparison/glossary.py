"""What changed in the glossary: entries are known by their term."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from send_extract.changes import Change
from send_extract.comparison.views import change, is_minor
from send_extract.values.acronym import GlossaryEntry
from send_extract.values.wording import find_key


def compare_glossaries(old: Iterable[GlossaryEntry], new: Iterable[GlossaryEntry]) -> Iterator[Change]:
    """The changes of the entries, in the order of the old glossary, then what is new."""
    before, after = _list_senses(old), _list_senses(new)
    for term in dict.fromkeys([*before, *after]):
        lost, gained = _subtract(before[term], after[term]), _subtract(after[term], before[term])
        for one, other in zip_longest(lost, gained):
            yield _describe(one, other)


def _list_senses(entries: Iterable[GlossaryEntry]) -> defaultdict[str, list[GlossaryEntry]]:
    senses: defaultdict[str, list[GlossaryEntry]] = defaultdict(list)
    for entry in entries:
        senses[find_key(entry.term)].append(entry)
    return senses


def _subtract(entries: list[GlossaryEntry], others: list[GlossaryEntry]) -> list[GlossaryEntry]:
    """The entries without those that the others say too."""
    known = [find_key(entry.text) for entry in others]
    left = []
    for entry in entries:
        key = find_key(entry.text)
        if key in known:
            known.remove(key)
        else:
            left.append(entry)
    return left


def _describe(old: GlossaryEntry | None, new: GlossaryEntry | None) -> Change:
    if old is None or new is None:
        entry, side = (new, "new") if old is None else (old, "old")
        text, term = (entry.text, entry.term) if entry else ("", "")
        return change(
            f"glossary-{'added' if old is None else 'removed'}", None, text, term=term, **{side: text}
        )
    same = find_key(old.text).casefold() == find_key(new.text).casefold()
    words = {"old": old.text, "new": new.text, "minor": same or is_minor(old.text, new.text)}
    return change("glossary-changed", None, new.text, term=new.term, **words)
