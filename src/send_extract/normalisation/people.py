"""The people of a plan: which names its own words, or the settings, give for initials."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING

from send_extract.normalisation.keys import find_certain_keys
from send_extract.values.owner.keys import read_key
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
    for owner in filter(_has_area, owners):
        held[owner.code or ""].add(owner.organisation or "")
    is_shown = any(len(areas) > 1 for areas in held.values())
    printed = "\n".join(cells) if is_shown else ""
    return [code for code, areas in held.items() if all(f"{code} {area}" in printed for area in areas)]


def _has_area(owner: Owner) -> bool:
    return bool(owner.organisation) and not owner.name and is_initials(owner.code or "")


def _find_cells(plan: Plan) -> Iterator[str]:
    for recommendation in plan.recommendations:
        yield recommendation.who.text
        yield from (action.who.text for action in recommendation.actions)


def _find_names(plan: Plan, owners: Iterable[Owner], codes: set[str]) -> dict[str, list[str]]:
    """The names of initials: those of keys to them, else those in full of owners."""
    names: dict[str, list[str]] = defaultdict(list)
    for key in find_certain_keys(plan, codes):
        names[key.initials].append(key.name)
    keyed = set(map(fold_initials, names))
    for name in [owner.name or "" for owner in owners]:
        for initials in find_initials(name) - keyed:
            names[initials].append(name)
    return {initials: _merge_names(known) for initials, known in names.items()}


def _merge_names(names: Iterable[str]) -> list[str]:
    """Each name once: `Cllr Anne Brown` and `Anne Brown` are one, the first as printed."""
    merged: dict[tuple[str, ...], str] = {}
    for name in names:
        merged.setdefault(fold_name(name), name)
    return list(merged.values())
