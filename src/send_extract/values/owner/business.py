"""What councils' business is, in words: a field of it, a list of fields, a rank that says nothing of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from send_extract.patterns import compile_later
from send_extract.values.owner.kinds import is_business, kind_of
from send_extract.values.owner.names import is_forename
from send_extract.values.owner.parts import SHORT
from send_extract.values.owner.people import is_initials
from send_extract.values.owner.roles import SHARED, find_role
from send_extract.values.owner.tokens import read_words
from send_extract.values.owner.words import (
    AUTHORITIES,
    BESIDE_SERVICES,
    BODIES,
    COMPANIONS,
    DEPARTMENTS,
    FIELDS,
    NAMED,
    OF_PLACES,
    OPENERS,
    PARTS,
    PEOPLE,
    POSITIONS,
    RANKS,
    SERVICES,
    SUBJECT_TAKERS,
    SUBJECTS,
)

if TYPE_CHECKING:
    from send_extract.values.owner.atoms import Atom
    from send_extract.values.owner.tokens import OwnerWords

GUESSED: Final = 2
"""What a word that no list has costs in a list of business."""
NOUNS: Final = BODIES | POSITIONS | PEOPLE
"""What words of business can go before."""
_FIELDS: Final = SUBJECTS | FIELDS
_OWNED: Final = BODIES - {"services"}
_APART: Final = POSITIONS | BODIES - _FIELDS
_SHORTENED: Final = compile_later(r"[A-Z]{1,3}of?[A-Z]{1,3}\Z")
"""A rank by its letters, with an *of* between (`HoS`, `ADoN`)."""


def is_rank(text: str) -> bool:
    """Whether `text` is a rank alone, which says nothing of its business (`Assistant Director`)."""
    words = read_words(text).folded
    takers = SUBJECT_TAKERS if len(words) > 1 else OPENERS
    is_of_ranks = bool(words) and RANKS.issuperset(words) and words[-1] in takers
    return is_of_ranks or _SHORTENED.match(text) is not None


def is_subject(text: str) -> bool:
    """Whether `text` is what a rank before it is for: business, or a part of a body."""
    words = read_words(text).folded
    is_part = kind_of(text) == "body" and words[-1] in PARTS
    return (is_bare(text) and not _SHORTENED.match(text)) or is_part or is_business(words)


def is_bare(text: str) -> bool:
    """Whether words are business without a noun that says whose: a department, a phrase, a field of business."""
    words = read_words(text).folded
    if "(" in text or not words or words[0] == "the" or find_role(text) is not None:
        return False
    return kind_of(text) in {"department", "phrase"} or (len(words) == 1 and words[0] in FIELDS)


def is_surname(text: str) -> bool:
    """Whether one word with a capital is nobody's business, post or body, and no initials."""
    words = read_words(text).folded
    is_known = bool(words) and words[0] in _FIELDS | NOUNS
    return len(words) == 1 and text[0].isupper() and not (text.isupper() or is_known)


def weigh_business(text: str, *, is_alone: bool) -> int | None:
    """What it costs to take words for the business of a post; None where they are somebody."""
    if text in AUTHORITIES:
        return None
    if text in DEPARTMENTS or _is_field(read_words(text).folded):
        return 0
    if is_bare(text):
        return 1
    guessed = GUESSED if is_alone else 1
    return guessed if is_initials(text) and len(text) > SHORT else None


def _is_field(words: tuple[str, ...]) -> bool:
    return is_business(words) and (len(words) == 1 or words[-1] not in _OWNED)


# Series that end in a noun (`Parks, Paths and Heritage Board`)
# ---------------------------------------------------------------------------------------


def ends_series(last: OwnerWords) -> bool:
    """Whether words end a series: business, and a noun behind it that is all the series'."""
    is_several = len(last.folded) > 1 and last.folded[-1] in NOUNS and last.folded[0] not in _APART
    return is_several and (last.printed[0][0].isupper() or last.folded[0] in COMPANIONS)


def is_of_series(text: str) -> bool:
    """Whether words can stand in a series before its last."""
    words = read_words(text).folded
    return is_bare(text) or (len(words) == 1 and words[0] in SUBJECTS)


def has_own_name(last: tuple[str, ...]) -> bool:
    """Whether words with a noun are a body's own name, which ends no series (`Kite Trust`)."""
    return last[-1] in NAMED and last[0] not in _FIELDS


def weigh_two(before: str, last: tuple[str, ...], *, is_ampersand: bool) -> int | None:
    """What it costs to take `before and last` for one: the noun behind is both sides', or the last side's own."""
    words = read_words(before).folded
    is_of_places = len(last) > 1 and not OF_PLACES.isdisjoint(last[1:])  # `Kent and Medway ICB`
    is_of_partners = is_ampersand and last[-1] in NAMED  # `Moor & Fell Trust`
    are_partners = (is_of_places or is_of_partners) and is_surname(before)
    if are_partners or _are_people(words, last) or _are_companions(words, last):
        return 0
    guessed = GUESSED * (not _is_listed(before))
    return guessed if is_bare(before) and not has_own_name(last) else None


def _is_listed(text: str) -> bool:
    return text in DEPARTMENTS or is_business(read_words(text).folded)


def _are_people(words: tuple[str, ...], last: tuple[str, ...]) -> bool:
    """`Parents and Carers Forum`."""
    return len(words) == 1 and words[0] in PEOPLE and last[0] in PEOPLE and last[-1] in BODIES


def _are_companions(words: tuple[str, ...], last: tuple[str, ...]) -> bool:
    """`Health and Safety Team`, `Police and Crime Commissioner`."""
    return last[0] in COMPANIONS and words[-1] in _FIELDS | {"police"}


# Two fields, one department or two (`Policy and Performance`, `HR and IT`)
# ---------------------------------------------------------------------------------------


def are_two(first: Atom, texts: Sequence[str]) -> bool:
    """Whether two fields of business are two owners: helpers, one that stands alone, two that are bodies, too."""
    are_bodies = all(" " not in text and read_words(text).folded[0] in FIELDS for text in texts)
    return are_bodies or _are_helpers(first, texts) or any(map(_stands_alone, texts, reversed(texts)))


def _are_helpers(first: Atom, texts: Sequence[str]) -> bool:
    """Whether two words behind those of a role that several have are two (`supported by Parks and Libraries`)."""
    are_words = all(len(text.split()) == 1 for text in texts) and texts[-1].casefold() not in COMPANIONS
    return first.is_cued and first.role in SHARED and are_words


def _stands_alone(text: str, other: str) -> bool:
    """Whether words are nobody's department: a body's letters or own name, a person's given name.

    Beside a field of business, words that say nothing of people are one, too (`Parks and Open Spaces`).
    """
    words = read_words(text)
    is_field = is_business(read_words(other).folded) and not PEOPLE.intersection(words.folded)
    is_named = kind_of(text) == "phrase" and len(text.split()) > 1  # `Citizens Advice`
    is_own = is_named and not (is_field and not any(map(str.isupper, words.printed)))
    is_service = text in SERVICES and (text in AUTHORITIES or other.casefold() not in BESIDE_SERVICES)
    return is_service or is_forename(text) or is_own
