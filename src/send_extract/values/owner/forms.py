"""The forms in which one owner holds a comma, a slash, *and*, a dash or a line break; each with what it costs.

A form is a function: the cost of taking atoms for one owner, None where they do not have that form.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from send_extract.values.owner.business import (
    GUESSED,
    NOUNS,
    are_two,
    ends_series,
    has_own_name,
    is_bare,
    is_of_series,
    is_rank,
    is_subject,
    is_surname,
    weigh_business,
    weigh_two,
)
from send_extract.values.owner.joining import BESIDE, PLAIN, find_person, join_atoms, pair_atoms
from send_extract.values.owner.kinds import is_business, is_nobody, takes_business
from send_extract.values.owner.names import is_inverted, may_be_name
from send_extract.values.owner.parts import is_person, is_short, open_part
from send_extract.values.owner.roles import find_role
from send_extract.values.owner.tokens import BUSINESS, read_words
from send_extract.values.owner.words import (
    ALONE,
    AROUND,
    AUTHORITIES,
    DEPARTMENTS,
    FIRMS,
    HONORIFICS,
    NAMED,
    OF_PLACES,
    OPENERS,
    POSITIONS,
    PREPOSITIONS,
    SCHOOLS,
    SUBJECTS,
    WRAPPED,
)

if TYPE_CHECKING:
    from send_extract.values.owner.atoms import Atom
    from send_extract.values.owner.kinds import Kind
    from send_extract.values.owner.tokens import OwnerWords

_AND: Final = frozenset({"and", ",and"})
_LISTING: Final = _AND | {","}
_BEHIND_RANK: Final = frozenset({",", "-", ":", "\n", ",\n"})
_BEHIND_POST: Final = frozenset({"/", "with", "\n"})
_WHOLE: Final = frozenset({"name", "position", "body"})
_DESKS: Final = frozenset({"position", "phrase", "body"})
_OPENED: Final = 5
"""What a second post, or a person's initials, inside one owner's words costs."""
_LONGEST_FIRM: Final = 3
"""Words of the last partner of a firm with its ending (`Bell Sons Ltd`)."""
_ALONE: Final = 2
_WRAPS: Final[dict[Kind, int]] = {"phrase": 6, "name": 6, "department": 2}
"""What words cost that white space alone holds together."""


def _list_signs(atoms: Sequence[Atom]) -> tuple[str, ...]:
    """The signs between atoms."""
    return tuple(atom.sign for atom in atoms[1:])


def _is_list(atoms: Sequence[Atom]) -> bool:
    """Whether commas and a last *and* part atoms (`HR, IT and Finance`)."""
    *others, last = _list_signs(atoms)
    return last in _AND and set(others) <= {","}


def _drop_bracket(text: str) -> str:
    return text.partition(" (")[0]


def weigh_person(atoms: tuple[Atom, ...]) -> int | None:
    """`KL – Head of SEND`, `Early Help and Prevention: KL`, `Head of SEND: Jane Doe`."""
    pair = pair_atoms(atoms)
    if find_person(pair) is None:
        return None
    several = atoms[:-1] if atoms[-1].sign in BESIDE else atoms[1:]
    costs = [cost for form in FORMS[1:] if len(several) > 1 and (cost := form(several)) is not None]
    return min(costs, default=None) if len(several) > 1 else 0


def weigh_inverted(atoms: tuple[Atom, ...]) -> int | None:
    """`Reed, M`: a surname, and the initial behind it."""
    return 0 if len(atoms) == 2 and is_inverted(join_atoms(atoms)) else None


def weigh_wrap(atoms: tuple[Atom, ...]) -> int | None:
    """Words that a line break or a space does not part: `Southend Borough⏎Council`."""
    if not PLAIN.issuperset(_list_signs(atoms)) or _is_told(atoms):
        return None
    part = open_part(join_atoms(atoms))
    if part.is_post:
        return 0
    if part.kind in {"unread", "nobody"} or any(is_nobody(atom.text) for atom in atoms):
        return None
    return _weigh_whole(part.kind, atoms) + _weigh_inside(atoms)


def _weigh_whole(kind: Kind, atoms: Sequence[Atom]) -> int:
    """What all the words cost as one owner; a name of two is no more than broken."""
    is_broken = kind == "name" and len(atoms) == 2 and "(" not in join_atoms(atoms)
    return 0 if is_broken else _WRAPS.get(kind, 0)


def _is_told(atoms: Sequence[Atom]) -> bool:
    """Whether a role said of who stands before is on the line of the next (`KL – lead⏎MN`)."""
    return is_person(atoms[1].text) and find_role(atoms[0].text) is not None


def _weigh_inside(atoms: tuple[Atom, ...]) -> int:
    """What the words of several owners inside one cost: a second post, initials, what can stand alone."""
    openings = sum(_weigh_opening(read_words(atom.text).folded) for atom in atoms[1:])
    return openings + sum(_weigh_end(atom, following) for atom, following in pairwise(atoms))


def _weigh_opening(words: tuple[str, ...]) -> int:
    """What words that begin as somebody's do cost inside one owner."""
    is_post = words[0] in OPENERS and len(words) > 1 and words[1] in PREPOSITIONS
    return _OPENED * is_post + _OPENED * (words[0] in HONORIFICS)


def _weigh_end(atom: Atom, following: Atom) -> int:
    """What words that end as somebody's do cost inside one owner."""
    last = atom.text.split()[-1]
    is_sure = is_short(last)
    is_alone = last.casefold() in ALONE or (is_person(last) and not is_sure)
    whole = _WHOLE - {"body"} if following.text.casefold() in WRAPPED else _WHOLE
    is_whole = open_part(atom.text).kind in whole and len(atom.text.split()) > 1
    return _OPENED * (last.endswith((")", "]")) + is_sure + is_whole) + _ALONE * is_alone


def weigh_rank(atoms: tuple[Atom, ...]) -> int | None:
    """`Assistant Director, Education and Early Years`: a rank alone, and the business that it is for."""
    first, rest = atoms[0], atoms[1:]
    is_role = first.sign == "-" and find_role(first.text) is not None
    if is_role or rest[0].sign not in _BEHIND_RANK or not is_rank(first.text):
        return None
    return 0 if _are_subjects(rest) else None


def _are_subjects(atoms: Sequence[Atom]) -> bool:
    """Whether atoms are the business of a rank: one, or a list."""
    if len(atoms) == 1:
        return is_subject(_drop_bracket(atoms[0].text))
    is_list = atoms[-1].sign in _AND and _LISTING.issuperset(_list_signs(atoms))
    return is_list and all(is_bare(atom.text) for atom in atoms)


def weigh_post(atoms: tuple[Atom, ...]) -> int | None:
    """`Head of HR, IT and Finance`: a post whose business is a list."""
    first, rest = atoms[0], atoms[1:]
    if "(" in first.text or not takes_business(first.text) or not _is_business_list(atoms):
        return None
    texts = [_drop_bracket(atom.text) if atom is rest[-1] else atom.text for atom in rest]
    costs = [weigh_business(text, is_alone=len(rest) == 1) for text in texts]
    return None if None in costs else sum(filter(None, costs))


def _is_business_list(atoms: Sequence[Atom]) -> bool:
    is_pair = len(atoms) == 2 and atoms[1].sign in _BEHIND_POST
    return is_pair or _is_list(atoms) or _AND.issuperset(_list_signs(atoms))


def weigh_desk(atoms: tuple[Atom, ...]) -> int | None:
    """`Contract Manager – Grounds Maintenance`: any post, or what has no other name, and its business behind a dash."""
    if len(atoms) != 2 or atoms[1].sign != "-":
        return None
    head, area = atoms[0].text, _drop_bracket(atoms[1].text)
    is_stranger = may_be_name(read_words(head)) or find_role(head) is not None
    is_head = open_part(head).kind in _DESKS and "(" not in head and not is_stranger
    return 1 if is_head and is_subject(area) and area not in AUTHORITIES else None


def weigh_series(atoms: tuple[Atom, ...]) -> int | None:
    """`Health and Wellbeing Board`, `Parks, Paths and Heritage Board`: business, and a noun behind the last."""
    last = read_words(_drop_bracket(atoms[-1].text))
    if not (_is_list(atoms) and ends_series(last)) or "(" in join_atoms(atoms[:-1]):
        return None
    if len(atoms) == 2:
        return weigh_two(atoms[0].text, last.folded, is_ampersand="&" in atoms[1].printed)
    is_series = all(is_of_series(atom.text) for atom in atoms[:-1])
    return 0 if is_series and not has_own_name(last.folded) else None


def weigh_fields(atoms: tuple[Atom, ...]) -> int | None:
    """`Policy and Performance`: two fields of business that are one department."""
    texts = [atom.text for atom in atoms]
    is_pair = _list_signs(atoms) == ("and",) and not atoms[0].is_listed
    if not (is_pair and all(map(is_bare, texts))) or are_two(atoms[0], texts):
        return None
    return 1 if all(is_business(read_words(text).folded) for text in texts) else 1 + GUESSED


def weigh_slash(atoms: tuple[Atom, ...]) -> int | None:
    """`HR/OD team`, `Parent/Carer Forum`: a slash between words that one noun follows."""
    last = read_words(atoms[-1].text).folded
    if len(last) == 1 or last[-1] not in NOUNS or set(_list_signs(atoms)) != {"/"}:
        return None
    return 0 if all(_is_word_of_business(atom.text) for atom in atoms[:-1]) else None


def _is_word_of_business(text: str) -> bool:
    return len(text.split()) == 1 and (text in DEPARTMENTS or is_bare(text))


def weigh_seat(atoms: tuple[Atom, ...]) -> int | None:
    """`Headteacher, Oakfell Primary`: a post without business of its own, and the body by name where it is."""
    first, second = atoms[:2]
    if (
        first.sign in BESIDE | {","}
        or second.sign != ","
        or second.is_listed
        or not _is_bare_post(first.text)
    ):
        return None
    if len(atoms) > 2 and weigh_series(atoms[1:]) is None:
        return None
    return 0 if _has_own_name(read_words(join_atoms(atoms[1:]))) else None


def _is_bare_post(text: str) -> bool:
    """Whether a post has no business of its own."""
    words = read_words(text).folded
    is_bare = (PREPOSITIONS | SUBJECTS).isdisjoint(words[:-1]) and words[-1] in POSITIONS | ALONE
    return is_bare and open_part(text).kind == "position"


def _has_own_name(body: OwnerWords) -> bool:
    """Whether words are the name of one place or body (`Oakfell Primary`, `Ward 7B`)."""
    *before, last = body.folded
    is_ward = before == ["ward"] and any(map(str.isdigit, last))
    return is_ward or (bool(before) and before[0] not in BUSINESS and last in NAMED | SCHOOLS | OF_PLACES)


def weigh_firm(atoms: tuple[Atom, ...]) -> int | None:
    """`Hale & Dunn LLP`, `Reeve, Bond & Co`: the names of a firm's partners, and what the law or custom adds."""
    last = read_words(atoms[-1].text)
    is_ended = last.folded[-1] in FIRMS and len(last.folded) <= _LONGEST_FIRM and last.printed[0][0].isupper()
    is_firm = is_ended and _is_list(atoms) and all(is_surname(atom.text) for atom in atoms[:-1])
    return 0 if is_firm else None


def weigh_place(atoms: tuple[Atom, ...]) -> int | None:
    """`Citizens Advice Lowmoor and District`: a place, and what lies around it."""
    if _list_signs(atoms) != ("and",) or read_words(atoms[0].text).folded[-1] in BUSINESS:
        return None
    return 0 if read_words(atoms[1].text).folded[0] in AROUND else None


FORMS: Final[tuple[Callable[[tuple[Atom, ...]], int | None], ...]] = (
    weigh_person, weigh_inverted, weigh_wrap, weigh_rank, weigh_post, weigh_desk, weigh_series, weigh_fields,
    weigh_slash, weigh_firm, weigh_place, weigh_seat,
)  # fmt: skip
