"""Which atoms of a Who cell are one owner's: of all divisions the one that is cheapest.

Every part costs what its words leave open, every cut and every join what its sign says against it. What a list may
be joined to stands in `FORMS`: only these hold a comma, a slash or *and* inside one owner. Divisions that cost the
same are a tie, which is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from send_extract.values.owner.atoms import Atom
from send_extract.values.owner.forms import FORMS
from send_extract.values.owner.joining import find_person, join_atoms, pair_atoms
from send_extract.values.owner.kinds import is_nobody
from send_extract.values.owner.model import Role
from send_extract.values.owner.parts import is_person, open_part
from send_extract.values.owner.roles import find_role
from send_extract.values.owner.words import WRAPPED

if TYPE_CHECKING:
    from send_extract.values.owner.kinds import Kind


class Claim(Struct, frozen=True):
    """One owner's words, the sign before them, the role that a cue gives, and what a sign joins to the person.

    `printed` is the sign as it is printed and all the words behind it.
    """

    text: str
    sign: str = ""
    role: Role = "owner"
    is_cued: bool = False
    detail: str = ""
    printed: str = ""


class OwnerDivision(Struct, frozen=True):
    """One way to divide: its claims, and what it costs."""

    claims: tuple[Claim, ...]
    cost: int


COSTS: Final[dict[Kind, int]] = {
    "nobody": 0, "initials": 0, "name": 0, "position": 0, "people": 0, "body": 0, "department": 1, "phrase": 3,
    "unread": 9,
}  # fmt: skip
"""What a part leaves open: a department may be a word of another's name, a phrase anything, other words are nobody."""
ROLE_COST: Final = 1
CUTS: Final = {
    "": 0, "cue": 0, ";": 0, "\n": 0, ",\n": 0, "wide": 0, "→": 0, "+": 0, ".": 0, ",and": 0, ",": 1, "/": 1, " / ": 0,
    "and": 2, "with": 1, "-": 3, ":": 3, " ": 4,
}  # fmt: skip
"""What a sign says against a cut at it."""
JOINS: Final = {"\n": 2, ",\n": 4, " / ": 3, "wide": 3, " ": 0}
"""What a sign says against one owner on both sides; a join at any other costs what its form says."""
EVEN: Final = 0
"""What a cut costs at a single space between initials, or where nobody stands on one side."""
MOST: Final = 400  # atoms; no cell has as many
LONGEST: Final = 12  # atoms of one owner
_CLOSING: Final = frozenset({";", "cue", "→", "+", "."})
WAYS: Final = 8
SPACED: Final = 2
"""What a cut at a single space costs where the parts are counted, as one stands for each action."""


def divide(atoms: Sequence[Atom]) -> list[OwnerDivision]:
    """The cheapest divisions of `atoms`, several where they cost the same."""
    return _cheapest(list(_search(_Search(atoms, is_counted=False)).values()))


def divide_counted(atoms: Sequence[Atom]) -> dict[int, list[OwnerDivision]]:
    """By number of parts, the cheapest divisions of `atoms`."""
    return _search(_Search(atoms, is_counted=True))


def _cheapest(tables: list[list[OwnerDivision]]) -> list[OwnerDivision]:
    found = [division for divisions in tables for division in divisions]
    least = min((division.cost for division in found), default=0)
    return [division for division in found if division.cost == least][:WAYS]


class _Search(Struct, frozen=True):
    """What is divided, and whether divisions into different numbers of parts are kept apart."""

    atoms: Sequence[Atom]
    is_counted: bool


_Reached = list[dict[int, list[OwnerDivision]]]
"""By atom, by number of parts: the cheapest divisions of all that stands before it."""


def _search(search: _Search) -> dict[int, list[OwnerDivision]]:
    """Dynamic programming over the places where an owner may begin."""
    atoms = search.atoms
    if len(atoms) > MOST:
        return {len(atoms): [OwnerDivision(tuple(_claim((atom,)) for atom in atoms), 0)]}
    reached: _Reached = [{} for _ in range(len(atoms) + 1)]
    reached[0] = {0: [OwnerDivision((), 0)]}
    for start in range(len(atoms)):
        for end in _find_ends(atoms, start):
            cost = weigh_part(tuple(atoms[start:end]))
            if cost is not None:
                _extend(reached, search, (start, end), cost)
    return reached[-1]


def _find_ends(atoms: Sequence[Atom], start: int) -> Iterator[int]:
    """Where a part that begins at `start` may end: at the latest before a sign that no owner holds."""
    for end in range(start + 1, min(start + LONGEST, len(atoms)) + 1):
        if end > start + 1 and atoms[end - 1].sign in _CLOSING:
            return
        yield end


def _extend(reached: _Reached, search: _Search, span: tuple[int, int], cost: int) -> None:
    """Enter the part of `span` in the table."""
    start, end = span
    claim = _claim(search.atoms[start:end])
    cost += _weigh_cut(search, start) if start else 0
    for number, divisions in reached[start].items():
        count = number + search.is_counted
        longer = [OwnerDivision((*one.claims, claim), one.cost + cost) for one in divisions]
        reached[end][count] = _cheapest([reached[end].get(count, []), longer])


def _claim(atoms: Sequence[Atom]) -> Claim:
    """The claim that atoms of one owner make; what a sign joins to a person is a detail of that person."""
    first, whole, pair = atoms[0], join_atoms(atoms), pair_atoms(atoms)
    person = find_person(pair)
    printed = first.printed + whole
    if person is None:
        return Claim(whole, first.sign, first.role, first.is_cued, "", printed)
    detail = pair[1 - person].text
    return Claim(pair[person].text, first.sign, first.role, first.is_cued, detail, printed)


@lru_cache(maxsize=8192)
def weigh_part(atoms: tuple[Atom, ...]) -> int | None:
    """What it costs to take `atoms` for one owner; None where they cannot be one."""
    if len(atoms) == 1:
        return _weigh_words(atoms[0].text)
    if atoms[0].is_cued != atoms[-1].is_cued or atoms[0].role != atoms[-1].role:
        return None
    forms = [cost for form in FORMS if (cost := form(atoms)) is not None]
    joins = sum(JOINS.get(atom.sign, 0) for atom in atoms[1:])
    return min(forms) + joins if forms else None


def _weigh_words(text: str) -> int:
    if text.casefold() in WRAPPED:
        return COSTS["phrase"]
    if is_nobody(text) or (find_role(text) is not None and not is_person(text)):
        return ROLE_COST
    return COSTS[open_part(text).kind]


def _weigh_cut(search: _Search, place: int) -> int:
    """What the sign before the atom at `place` says against a cut there."""
    sign = search.atoms[place].sign
    if sign != " ":
        return CUTS[sign]
    before, behind = search.atoms[place - 1].text, search.atoms[place].text
    if before.endswith((")", "]")) or (_is_short(before.rpartition(" ")[2]) and _is_short(behind)):
        return EVEN
    return SPACED if search.is_counted else CUTS[sign]


def _is_short(text: str) -> bool:
    """Whether `text` is initials, nobody or everybody: what may stand in a row without signs."""
    return is_person(text.split(maxsplit=1)[0]) or is_nobody(text) or text == "All"
