"""The forms in which one owner holds a comma, a slash, *and*, a dash or a line break; each with what it costs.

A form is a function: the cost of taking atoms for one owner, None where they do not have that form.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from send_extract.patterns import compile_later
from send_extract.values.owner.kinds import (
    is_business,
    is_forename,
    is_inverted,
    is_nobody,
    kind_of,
    read_words,
    takes_business,
)
from send_extract.values.owner.parts import SHORT, is_person, is_short, open_part
from send_extract.values.owner.people import is_initials
from send_extract.values.owner.roles import SHARED, find_role
from send_extract.values.owner.words import (
    ALONE,
    AUTHORITIES,
    BODIES,
    COMPANIONS,
    DEPARTMENTS,
    FIELDS,
    FIRMS,
    HONORIFICS,
    NAMED,
    OPENERS,
    PARTS,
    PEOPLE,
    POSITIONS,
    POST_LETTERS,
    PREPOSITIONS,
    RANK_LETTERS,
    RANKS,
    SERVICES,
    SUBJECT_TAKERS,
    SUBJECTS,
    WRAPPED,
)

if TYPE_CHECKING:
    from send_extract.values.owner.atoms import Atom

_AND: Final = frozenset({"and", ",and"})
_PLAIN: Final = frozenset({"\n", " ", "wide"})
_BESIDE: Final = frozenset({":", "-"})
_DETAILS: Final = frozenset({"position", "body", "department", "phrase", "people"})
_WHOLE: Final = frozenset({"name", "position", "body"})
_SHORTENED: Final = compile_later(r"[A-Z]{1,3}of?[A-Z]{1,3}\Z")
"""A rank by its letters, with an *of* between (`HoS`, `ADoN`)."""
_OPENED: Final = 5
"""What a second post, or a person's initials, inside one owner's words costs."""
_LONGEST_FIRM: Final = 3
"""Words of the last partner of a firm with its ending (`Bell Sons Ltd`)."""
_ALONE: Final = 2
_GUESSED: Final = 2
"""What a word that no list has costs in a list of business."""


def join_atoms(atoms: Sequence[Atom]) -> str:
    """The words of one owner as printed, a line break as a space."""
    text = atoms[0].text
    for atom in atoms[1:]:
        text += (" " if atom.sign in _PLAIN else ", " if atom.sign == ",\n" else atom.printed) + atom.text
    return " ".join(text.split())


def find_person(atoms: Sequence[Atom]) -> int | None:
    """Which of two atoms is the person that the other says more of (`Early Years: KL`); None where neither is."""
    if len(atoms) != 2 or any(find_role(atom.text) and not is_person(atom.text) for atom in atoms):
        return None
    return next((place for tells in _TELLS for place in (0, 1) if tells(atoms, place)), None)


def _tells_letters(atoms: Sequence[Atom], place: int) -> bool:
    """`DSL: KL`: a person beside a post by its letters."""
    is_lettered = atoms[1 - place].text in POST_LETTERS | RANK_LETTERS
    return atoms[1].sign in _BESIDE and is_lettered and is_person(atoms[place].text)


def _tells_detail(atoms: Sequence[Atom], place: int) -> bool:
    """`KL – Head of SEND`, `Early Years: KL`, `KL – Kim Lowe`."""
    kind, other = (open_part(atoms[at].text).kind for at in (place, 1 - place))
    is_named = {kind, other} == {"initials", "name"}
    is_told = kind in {"initials", "name"} and (other in _DETAILS or is_named)
    return atoms[1].sign in _BESIDE and is_told


def _tells_area(atoms: Sequence[Atom], place: int) -> bool:
    """`Education: Head of SEND`: an area, and a post in it."""
    kinds = [open_part(atom.text).kind for atom in atoms]
    return (
        atoms[1].sign in _BESIDE
        and place == 1
        and kinds[0] in {"department", "body"}
        and kinds[1] == "position"
    )


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
    if len(atoms) > 2 and atoms[-1].sign in _BESIDE:
        return (replace(atoms[0], text=join_atoms(atoms[:-1])), atoms[-1])
    if len(atoms) > 2 and atoms[1].sign in _BESIDE:
        return (atoms[0], replace(atoms[1], text=join_atoms(atoms[1:])))
    return tuple(atoms)


def weigh_person(atoms: tuple[Atom, ...]) -> int | None:
    """`KL – Head of SEND`, `Early Help and Prevention: KL`, `Head of SEND: Jane Doe`."""
    pair = pair_atoms(atoms)
    if find_person(pair) is None:
        return None
    several = atoms[:-1] if atoms[-1].sign in _BESIDE else atoms[1:]
    costs = [cost for form in FORMS[1:] if len(several) > 1 and (cost := form(several)) is not None]
    return min(costs, default=None) if len(several) > 1 else 0


def weigh_inverted(atoms: tuple[Atom, ...]) -> int | None:
    """`Reed, M`: a surname, and the initial behind it."""
    return 0 if len(atoms) == 2 and is_inverted(join_atoms(atoms)) else None


def weigh_wrap(atoms: tuple[Atom, ...]) -> int | None:
    """Words that a line break or a space does not part: `Southend Borough⏎Council`."""
    is_told = find_role(atoms[0].text) is not None and is_person(atoms[1].text)  # `KL – lead⏎MN`
    if is_told or not all(atom.sign in _PLAIN for atom in atoms[1:]):
        return None
    text = join_atoms(atoms)
    if open_part(text).is_post:
        return 0
    kind = open_part(text).kind
    if kind in {"unread", "nobody"} or any(is_nobody(atom.text) for atom in atoms):
        return None
    costs = {"phrase": 6, "name": 0 if len(atoms) == 2 and "(" not in text else 6, "department": 2}
    return costs.get(kind, 0) + _weigh_inside(atoms)


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
    is_letters = is_person(last)
    is_short = is_letters and len(last) <= SHORT
    is_alone = last.casefold() in ALONE or (is_letters and not is_short)
    whole = {"name", "position"} if _is_wrapped(following) else _WHOLE
    is_whole = open_part(atom.text).kind in whole and len(atom.text.split()) > 1
    return _OPENED * (last.endswith((")", "]")) + is_short + is_whole) + _ALONE * is_alone


def _is_wrapped(atom: Atom) -> bool:
    return atom.text.casefold() in WRAPPED


def weigh_rank(atoms: tuple[Atom, ...]) -> int | None:
    """`Assistant Director, Education and Early Years`: a rank alone, and the business that it is for."""
    is_role = atoms[0].sign == "-" and find_role(atoms[0].text) is not None
    if is_role or atoms[1].sign not in {",", "-", ":", "\n", ",\n"} or not is_rank(atoms[0].text):
        return None
    rest = atoms[1:]
    if len(rest) == 1:
        return 0 if _is_subject(rest[0].text.partition(" (")[0]) else None
    signs = [atom.sign for atom in rest[1:]]
    is_counted = signs[-1] in _AND and all(sign in _AND | {","} for sign in signs)
    is_list = is_counted and all(map(is_bare, (atom.text for atom in rest)))
    return 0 if is_list else None


def is_rank(text: str) -> bool:
    """Whether `text` is a rank alone, which says nothing of its business (`Assistant Director`)."""
    words = read_words(text).folded
    if _SHORTENED.match(text):
        return True
    if not words or not RANKS.issuperset(words):
        return False
    return words[-1] in (SUBJECT_TAKERS if len(words) > 1 else OPENERS)


def _is_subject(text: str) -> bool:
    noun = read_words(text).folded[-1:]
    is_part = kind_of(text) == "body" and bool(PARTS.intersection(noun))
    return is_bare(text) or is_part or is_business(read_words(text).folded)


def weigh_post(atoms: tuple[Atom, ...]) -> int | None:
    """`Head of HR, IT and Finance`: a post whose business is a list."""
    if not takes_business(atoms[0].text) or "(" in atoms[0].text:
        return None
    signs = [atom.sign for atom in atoms[1:]]
    is_list = signs[-1] in _AND and all(sign == "," for sign in signs[:-1])
    is_pair = len(signs) == 1 and signs[0] in {"/", "with", "\n"}
    if not (is_list or is_pair or all(sign in _AND for sign in signs)):
        return None
    costs = [
        _weigh_business(atom.text, is_last=atom is atoms[-1], is_pair=len(signs) == 1) for atom in atoms[1:]
    ]
    return None if None in costs else sum(cost or 0 for cost in costs)


def _weigh_business(text: str, *, is_last: bool, is_pair: bool) -> int | None:
    """What it costs to take words for the business of a post; None where they are somebody."""
    text = text.partition(" (")[0] if is_last else text
    if text in AUTHORITIES:
        return None
    words = read_words(text).folded
    is_field = is_business(words) and (len(words) == 1 or words[-1] not in BODIES or words[-1] == "services")
    if is_field or text in DEPARTMENTS:
        return 0
    if is_bare(text):
        return 1
    if is_initials(text) and len(text) > SHORT:
        return _GUESSED if is_last and is_pair else 1
    return None


def is_bare(text: str) -> bool:
    """Whether words are business without a noun that says whose: a department, a phrase, a field of business."""
    words = read_words(text).folded
    if "(" in text or not words or words[0] == "the" or find_role(text) is not None:
        return False
    return kind_of(text) in {"department", "phrase"} or (len(words) == 1 and words[0] in FIELDS)


def weigh_series(atoms: tuple[Atom, ...]) -> int | None:
    """`Health and Wellbeing Board`, `Schools, Skills and Inclusion Board`: business, and a noun behind the last."""
    last = read_words(atoms[-1].text.partition(" (")[0])
    is_named = (
        len(last.folded) > 1
        and (last.printed[0][0].isupper() or last.folded[0] in COMPANIONS)
        and last.folded[-1] in BODIES | POSITIONS | PEOPLE
    )
    is_listed = atoms[-1].sign in _AND and all(atom.sign == "," for atom in atoms[1:-1])
    if (
        not is_named
        or not is_listed
        or "(" in join_atoms(atoms[:-1])
        or last.folded[0] in POSITIONS | BODIES - SUBJECTS - FIELDS
    ):
        return None
    before = [atom.text for atom in atoms[:-1]]
    if len(before) == 1:
        return _weigh_two(before[0], last.folded, is_ampersand="&" in atoms[-1].printed)
    if not all(_is_of_series(text) for text in before) or (
        last.folded[-1] in NAMED and last.folded[0] not in SUBJECTS | FIELDS
    ):
        return None
    return 0


def _is_of_series(text: str) -> bool:
    words = read_words(text).folded
    return is_bare(text) or (len(words) == 1 and words[0] in SUBJECTS)


def _weigh_two(before: str, last: tuple[str, ...], *, is_ampersand: bool) -> int | None:
    """What it costs to take `before and last` for one: the noun behind is both sides', or the last side's own."""
    words = read_words(before).folded
    if len(words) == 1 and words[0] in PEOPLE and last[0] in PEOPLE:
        return 0 if last[-1] in BODIES else None
    if last[0] in COMPANIONS and (words[-1] in FIELDS | SUBJECTS or words[-1] == "police"):
        return 0
    if is_ampersand and last[-1] in NAMED and _is_surname(before):
        return 0  # `Moor & Fell Trust`
    if not is_bare(before) or (last[-1] in NAMED and last[0] not in SUBJECTS | FIELDS):
        return None
    return 0 if is_business(words) or before in DEPARTMENTS else _GUESSED


def _is_name_of_own(text: str) -> bool:
    """Whether several words of no business are a body's own name (`Citizens Advice`)."""
    return kind_of(text) == "phrase" and len(text.split()) > 1


def _stands_alone(text: str, other: str) -> bool:
    """Whether words are nobody's department: a body's letters or own name, a person's given name.

    Beside a field of business, words that say nothing of people are one, too (`Parks and Open Spaces`).
    """
    words = read_words(text)
    is_field = is_business(read_words(other).folded) and not PEOPLE.intersection(words.folded)
    is_own = _is_name_of_own(text) and not (is_field and not any(map(str.isupper, words.printed)))
    return text in SERVICES or is_forename(text) or is_own


def weigh_fields(atoms: tuple[Atom, ...]) -> int | None:
    """`Policy and Performance`: two fields of business that are one department."""
    if len(atoms) != 2 or atoms[1].sign != "and" or atoms[0].is_listed:
        return None
    texts = [atom.text for atom in atoms]
    if _are_helpers(atoms[0], texts):
        return None
    if not all(map(is_bare, texts)) or any(map(_stands_alone, texts, reversed(texts))):
        return None
    if all(read_words(text).folded[0] in FIELDS and len(text.split()) == 1 for text in texts):
        return None
    return 1 if all(is_business(read_words(text).folded) for text in texts) else 1 + _GUESSED


def _are_helpers(first: Atom, texts: Sequence[str]) -> bool:
    """Whether two words behind those of a role that several have are two (`supported by Parks and Libraries`)."""
    are_words = all(len(text.split()) == 1 for text in texts) and texts[-1].casefold() not in COMPANIONS
    return first.is_cued and first.role in SHARED and are_words


def weigh_slash(atoms: tuple[Atom, ...]) -> int | None:
    """`HR/OD team`, `Parent/Carer Forum`: a slash between words that one noun follows."""
    if not all(atom.sign == "/" for atom in atoms[1:]):
        return None
    last = read_words(atoms[-1].text).folded
    firsts = [atom.text for atom in atoms[:-1]]
    is_word = all(len(text.split()) == 1 and (is_bare(text) or text in DEPARTMENTS) for text in firsts)
    return 0 if is_word and len(last) > 1 and last[-1] in BODIES | POSITIONS | PEOPLE else None


def weigh_firm(atoms: tuple[Atom, ...]) -> int | None:
    """`Hale & Dunn LLP`, `Reeve, Bond & Co`: the names of a firm's partners, and what the law or custom adds."""
    last = read_words(atoms[-1].text)
    if atoms[-1].sign not in _AND or any(atom.sign != "," for atom in atoms[1:-1]):
        return None
    is_ended = last.folded[-1] in FIRMS and len(last.folded) <= _LONGEST_FIRM and last.printed[0][0].isupper()
    return 0 if is_ended and all(_is_surname(atom.text) for atom in atoms[:-1]) else None


def _is_surname(text: str) -> bool:
    """Whether one word with a capital is nobody's business, post or body, and no initials."""
    words = read_words(text).folded
    is_known = bool(words) and words[0] in SUBJECTS | BODIES | POSITIONS | PEOPLE | FIELDS
    return len(words) == 1 and text[0].isupper() and not (text.isupper() or is_known)


FORMS: Final[tuple[Callable[[tuple[Atom, ...]], int | None], ...]] = (
    weigh_person, weigh_inverted, weigh_wrap, weigh_rank, weigh_post, weigh_series, weigh_fields, weigh_slash,
    weigh_firm,
)  # fmt: skip
