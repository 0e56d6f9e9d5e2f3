"""The people of a plan: which names its own words, or the settings, give for initials."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING, Final

from send_extract.values.owner.keys import Key, find_keys, read_key
from send_extract.values.owner.parsing import parse_owners
from send_extract.values.owner.parts import is_person
from send_extract.values.owner.people import (
    NO_PEOPLE,
    People,
    find_initials,
    fold_initials,
    fold_name,
    is_initials,
)

if TYPE_CHECKING:
    from send_extract.plan import Plan
    from send_extract.values.owner import Owner

MAX_KEY: Final = 600  # characters of a line that can be a key
SAMPLE: Final = 1_000_000  # characters of the plan's words that are enough to know its ordinary ones


def find_people(plan: Plan, settled: Mapping[str, str]) -> People:
    """The names that `plan` has for initials: from a key, or in full in a Who cell; `settled` wins."""
    cells = dict.fromkeys(filter(None, _find_cells(plan)))
    owners = list(chain.from_iterable(parse_owners(text, NO_PEOPLE).value or () for text in cells))
    codes = dict.fromkeys(owner.code for owner in owners if owner.code)
    letters = [code.partition(" ")[0] for code in codes]
    names = _find_names(plan, owners, set(map(fold_initials, (*codes, *letters))))
    terms = [entry.term for entry in plan.glossary if not read_key(entry.term, entry.text)]
    terms += _find_ranks(owners, cells)
    return People(names, settled, filter(is_person, codes), terms)


def _find_ranks(owners: Iterable[Owner], cells: Iterable[str]) -> list[str]:
    """The letters of posts, which stand before what each answers for (`DM Ferries`, `DM Piers`), not a person."""
    held: dict[str, set[str]] = defaultdict(set)
    for owner in owners:
        if owner.code and owner.organisation and not owner.name and is_initials(owner.code):
            held[owner.code].add(owner.organisation)
    is_shown = any(len(areas) > 1 for areas in held.values())
    printed = "\n".join(cells) if is_shown else ""
    return [code for code, areas in held.items() if all(f"{code} {area}" in printed for area in areas)]


def _find_cells(plan: Plan) -> Iterator[str]:
    for recommendation in plan.recommendations:
        yield recommendation.who.text
        yield from (action.who.text for action in recommendation.actions)


def _find_names(plan: Plan, owners: Iterable[Owner], codes: set[str]) -> dict[str, list[str]]:
    """The names of initials: those of keys to them, else those in full of owners."""
    names: dict[str, list[str]] = defaultdict(list)
    for key in _find_keys(plan, codes):
        names[key.initials].append(key.name)
    keyed = set(map(fold_initials, names))
    for name in [owner.name or "" for owner in owners]:
        for initials in find_initials(name) - keyed:
            names[initials].append(name)
    return {initials: _merge_names(known) for initials, known in names.items()}


def _find_keys(plan: Plan, codes: set[str]) -> list[Key]:
    """The keys to initials in the glossary and the paragraphs, of initials that own something."""
    found = [read_key(entry.term, entry.text) for entry in plan.glossary]
    for words in plan.paragraphs:
        found += find_keys(words.text) if len(words.text) <= MAX_KEY else []
    keys = [key for key in found if key is not None and fold_initials(key.initials) in codes]
    doubtful = [key for key in keys if not key.is_certain]
    ordinary = _find_ordinary(plan, doubtful) if doubtful else set()
    return [key for key in keys if key.is_certain or not ordinary.intersection(key.name.casefold().split())]


def _find_ordinary(plan: Plan, keys: Iterable[Key]) -> set[str]:
    """The words of possible names that the plan prints in small letters, as no name is."""
    words = {word for key in keys for word in key.name.casefold().split()}
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(words))) + r")\b")
    return set(pattern.findall(_sample_words(plan)))


def _sample_words(plan: Plan) -> str:
    texts: list[str] = []
    size = 0
    for recommendation in plan.recommendations:
        texts += [recommendation.text, *(action.text for action in recommendation.actions)]
        size += sum(map(len, texts[-1 - len(recommendation.actions) :]))
        if size > SAMPLE:
            break
    return "\n".join(texts)


def _merge_names(names: Iterable[str]) -> list[str]:
    """Each name once: `Cllr Anne Brown` and `Anne Brown` are one, the first as printed."""
    merged: dict[tuple[str, ...], str] = {}
    for name in names:
        merged.setdefault(fold_name(name), name)
    return list(merged.values())
