"""Atoms of one owner as its words, and which of two atoms is the person that the other says more of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from send_extract.values.owner.kinds import AREAS, PERSONS
from send_extract.values.owner.parts import is_person, is_short, open_part
from send_extract.values.owner.roles import find_role
from send_extract.values.owner.words import LETTERED

if TYPE_CHECKING:
    from send_extract.values.owner.atoms import Atom

PLAIN: Final = frozenset({"\n", " ", "wide"})
"""Signs that are no more than white space."""
BESIDE: Final = frozenset({":", "-"})
"""Signs behind which more is said of who stands before."""
_DETAILS: Final = frozenset({"position", "body", "department", "phrase", "people"})


def join_atoms(atoms: Sequence[Atom]) -> str:
    """The words of one owner as printed, a line break as a space."""
    text = atoms[0].text
    for atom in atoms[1:]:
        text += (" " if atom.sign in PLAIN else ", " if atom.sign == ",\n" else atom.printed) + atom.text
    return " ".join(text.split())


def find_person(atoms: Sequence[Atom]) -> int | None:
    """Which of two atoms is the person that the other says more of (`Road Safety: KL`); None where neither is."""
    if len(atoms) != 2 or any(find_role(atom.text) and not is_person(atom.text) for atom in atoms):
        return None
    return next((place for tells in _TELLS for place in (0, 1) if tells(atoms, place)), None)


def _tells_letters(atoms: Sequence[Atom], place: int) -> bool:
    """`DSL: KL`: a person beside a post by its letters."""
    is_lettered = atoms[1 - place].text in LETTERED
    return atoms[1].sign in BESIDE and is_lettered and is_person(atoms[place].text)


def _tells_detail(atoms: Sequence[Atom], place: int) -> bool:
    """`KL – Head of SEND`, `Road Safety: KL`, `KL – Kim Lowe`."""
    kind, other = (open_part(atoms[at].text).kind for at in (place, 1 - place))
    is_told = kind in PERSONS and (other in _DETAILS or {kind, other} == PERSONS)
    return atoms[1].sign in BESIDE and is_told


def _tells_area(atoms: Sequence[Atom], place: int) -> bool:
    """`Education: Head of SEND`, `Head of SEND – County Council`: an area or a body, and a post in it."""
    post, area = open_part(atoms[place].text), open_part(atoms[1 - place].text)
    is_area = area.kind == "body" if place == 0 else area.kind in AREAS
    return atoms[1].sign in BESIDE and post.kind == "position" and is_area


def _tells_post(atoms: Sequence[Atom], place: int) -> bool:
    """`KL Head of SEND`: a person's post that stands behind without a sign."""
    if atoms[1].sign != " " or place or len(atoms[1].text.split()) == 1:
        return False
    person, post = open_part(atoms[0].text), open_part(atoms[1].text)
    is_named = person.kind == "name" or is_short(person.text)
    return is_named and post.kind == "position"


_TELLS: Final = (_tells_letters, _tells_detail, _tells_area, _tells_post)


def pair_atoms(atoms: Sequence[Atom]) -> tuple[Atom, ...]:
    """`atoms` as two, where a dash or a colon parts the first, or the last, from all the others; else as they are."""
    if len(atoms) > 2 and atoms[-1].sign in BESIDE:
        return (replace(atoms[0], text=join_atoms(atoms[:-1])), atoms[-1])
    if len(atoms) > 2 and atoms[1].sign in BESIDE:
        return (atoms[0], replace(atoms[1], text=join_atoms(atoms[1:])))
    return tuple(atoms)
