"""Lists whose words go together: one body's or one post's, or each a department's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from send_extract.values.owner.kinds import ends_with_noun, is_field, is_open, kind_of
from send_extract.values.owner.words import DEPARTMENTS, FIELDS

if TYPE_CHECKING:
    from collections.abc import Sequence

_LAST: Final = frozenset({"and", "&"})
_SLASHES: Final = frozenset({"/", " / "})
MIN_SERIES: Final = 3
MAX_DEPARTMENT: Final = 2  # words


class Text(NamedTuple):
    """A piece of a cell between weak boundaries: where it begins, its words, and the boundary before."""

    start: int
    words: str
    sign: str


def find_joined(pieces: Sequence[Text]) -> frozenset[int]:
    """The pieces that go on from the one before, whatever each could be alone.

    `Education, Health and Care Team` is one team: fields of business, and a noun behind the last.
    `Manager for Early Help, MASH and Assessment` is one post: what ends its list is nobody alone.
    """
    joined: set[int] = set()
    for last, piece in enumerate(pieces):
        if last >= MIN_SERIES - 1 and piece.sign in _LAST:
            first = _find_first(pieces, last)
            joined.update(range(first + 1, last + 1))
    return frozenset(joined)


def _find_first(pieces: Sequence[Text], last: int) -> int:
    """Where the series begins that `last` ends; `last` itself where there is none."""
    if ends_with_noun(pieces[last].words):
        first = last
        while first and is_field(pieces[first - 1].words) and (first == last or pieces[first].sign == ","):
            first -= 1
        return first if last - first >= MIN_SERIES - 1 else last
    first = last - 1
    while first and pieces[first].sign == "," and _can_go_on(pieces[first].words):
        first -= 1
    is_post = is_open(pieces[first].words) and kind_of(pieces[last].words) == "phrase"
    return first if is_post and first < last - 1 else last


def _can_go_on(words: str) -> bool:
    return kind_of(words) in {"phrase", "initials"} or (words.isupper() and words.isalpha())


def lists_departments(pieces: Sequence[Text]) -> bool:
    """Whether each piece is a department: `HR / Legal`, `HR, Legal & Finance`, not `Policy and Performance`.

    A slash divides them; commas do where one of them is capitals or the first can stand alone, as no noun behind
    the last makes them one.
    """
    if len(pieces) < 2 or not all(_is_department(piece.words) for piece in pieces):  # noqa: PLR2004 - a list
        return False
    signs = {piece.sign for piece in pieces[1:]}
    can_stand = any(piece.words.isupper() for piece in pieces) or pieces[0].words.casefold() in FIELDS
    return signs <= _SLASHES or (can_stand and "," in signs and signs <= {",", *_LAST})


def _is_department(words: str) -> bool:
    if len(words) < 2 or len(words.split()) > MAX_DEPARTMENT:  # noqa: PLR2004 - one letter is no department
        return False
    return words in DEPARTMENTS or (words.isupper() and words.isalpha()) or is_field(words)
