"""A Who cell to its atoms: the words between the places where one owner may end and the next begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from send_extract.notation.dictionary import is_common
from send_extract.patterns import compile_later
from send_extract.values.owner.cues import find_cues, mask_brackets
from send_extract.values.owner.gaps import can_part
from send_extract.values.owner.kinds import AREAS, kind_of
from send_extract.values.owner.lines import clean_cell
from send_extract.values.owner.model import Role
from send_extract.values.owner.names import is_forename
from send_extract.values.owner.roles import LEADS
from send_extract.values.owner.tokens import BUSINESS, title_word
from send_extract.values.owner.words import ABBREVIATED, ALONE, HONORIFICS, SERVED, TITLES

if TYPE_CHECKING:
    from send_extract.values.owner.cues import Cue


class Atom(Struct, frozen=True):
    """Words that are one owner's or a part of one's, the sign before them, and the role that a cue gives them.

    `is_listed` says that a comma parts them from a department, in a list whose `&` joins nothing inside a name.
    """

    text: str
    sign: str = ""
    printed: str = ""
    role: Role = "owner"
    is_cued: bool = False
    is_listed: bool = False


class OwnerCell(Struct, frozen=True):
    """A cell's atoms in order, and its words that only say roles or count."""

    atoms: tuple[Atom, ...]
    said: tuple[str, ...]


_LONGEST_CUT: Final = 5
_BEHIND: Final = compile_later(r"[,;/&(\n]|\band\b")
_Piece = tuple[str, str, str]
"""The words between two signs, the name of the sign before them, and how it is printed."""
_SIGN: Final = compile_later(
    r"(?P<skip>[(\[][^()\[\]]*[)\]]|(?<![A-Za-z])(?:[A-Z]&[A-Z]{1,3}|[A-Z]{2,3}&[A-Z])(?![A-Za-z])|[nN]/?[aA]\b|(?<![\d/])\d{1,3}/\d{1,3}(?![\d/])"
    r"|(?<![A-Za-z/])[ACDT]/(?=[A-Z][a-z]{2}|[A-Z]{3}|[A-Z]{2}\s)|(?<!\S)\d{1,2}\+(?=\s))"
    r"|(?P<line>\s*,?[ \t]*\n\s*(?:[Tt]hen\s+)?)|(?P<semi>\s*[;|]\s*(?:(?:[Tt]hen|and|&)\s+)?)|(?P<arrow>\s*→\s*)"
    r"|(?i:(?P<then>(?:\s*,\s*|\s+)(?:and\s+)?(?:then|thereafter)\s+)|(?P<plus>\s*\+\s*|\s*,?\s+(?-i:plus|PLUS)\s+)|(?P<with>\s*,?\s+(?:and\s+)?with\s+(?!delegated\b))"
    r"|(?P<commaand>\s*,\s*(?:and\b|&)\s*)|(?P<comma>\s*,\s*)|(?P<slash>\s*[/\\]{1,2}\s*)|(?P<and>\s+and(?:/or)?\s+|\s*&\s*|\s+or\s+))"
    r"|(?P<colon>\s*:\s+|\s*=\s*)|(?P<stop>(?<=[A-Za-z)]{2})\.\s+(?:Then\s+)?(?=[A-Z]))|(?P<dash>\s+[–—-]\s+|(?<!\d)\s*[–—]\s*|[–—](?!\d)|(?<=[A-Z]{2})-(?=[A-Z]{2}))"
    r"|(?P<wide>\t\s*|[ \xa0]{2,})|(?P<space>[ \xa0])"
)
_NAMES: Final = {
    "semi": ";", "arrow": "→", "then": "→", "plus": "+", "with": "with", "commaand": ",and", "comma": ",", "and": "and",
    "colon": ":", "stop": ".", "dash": "-", "wide": "wide", "space": " ", "line": "\n",
}  # fmt: skip
_STRENGTHS: Final = (
    "", " ", "and", "with", "-", ":", "/", " / ", ",", ",and", "wide", "→", "+", ".", "\n", ",\n", ";",
)  # fmt: skip
"""Of two signs without words between, the later one in this list counts."""
_ENDING: Final = frozenset({"\n", ";", ".", "wide"})


def read_cell(text: str) -> OwnerCell:
    """The atoms of a cell, those behind a cue with its role."""
    said: list[str] = []
    clean = clean_cell(text, said)
    cues = find_cues(clean)
    said += [cue.printed for cue in cues]
    atoms: list[Atom] = []
    start, cue = 0, None
    for following in (*cues, None):
        end = following.start if following else len(clean)
        atoms += _cut(clean[start:end], cue)
        start, cue = (following.end if following else end), following
    return OwnerCell(tuple(atoms), tuple(said))


def _cut(text: str, cue: Cue | None) -> list[Atom]:
    """The atoms between two cues; the role of the first holds on as far as it can."""
    pieces = _find_pieces(text)
    reach = _find_reach(cue, [sign for _, sign, _ in pieces]) if cue else 0
    role: Role = cue.role if cue else "owner"
    listed = _find_listed(pieces)
    return [
        Atom(words, sign if place or not cue else "cue", printed, role, is_cued=True, is_listed=listed[place])
        if place < reach
        else Atom(words, sign, printed, is_listed=listed[place])
        for place, (words, sign, printed) in enumerate(pieces)
    ]


def _find_reach(cue: Cue, signs: Sequence[str]) -> int:
    """How many of the words behind a cue have its role."""
    ends = (place for place, sign in enumerate(signs) if _ends_role(cue, sign, is_first=not place))
    return next(ends, len(signs))


def _ends_role(cue: Cue, sign: str, *, is_first: bool) -> bool:
    is_end = cue.is_single or (sign in _ENDING and not cue.is_lasting)
    return (is_end and not is_first) or (sign == "with" and cue.role in LEADS)


def _find_listed(pieces: Sequence[_Piece]) -> list[bool]:
    """Which words a comma parts from others of their kind, where no `and` joins words among commas."""
    signs = [sign for _, sign, _ in pieces]
    joins_names = (",", "and", ",") in zip(signs, signs[1:], signs[2:], strict=False)
    listed = [False]
    for (before, _, _), sign in zip(pieces, signs[1:], strict=False):
        listed.append(sign == "," and not joins_names and (listed[-1] or _begins_list(before)))
    return listed


def _begins_list(text: str) -> bool:
    """Whether a comma parts `text` from another of its kind: a department, or who has its title in the plural."""
    return title_word(text) in TITLES or kind_of(text) in AREAS


def _find_pieces(text: str) -> list[_Piece]:
    """The words between signs, each with the sign before and how it is printed."""
    pieces: list[_Piece] = []
    start, sign, printed = 0, "", ""
    masked = mask_brackets(text)
    for match in () if text.isalnum() else _SIGN.finditer(text):
        name = match.lastgroup or ""
        if name == "skip" or not _is_sign(text, masked, match, start):
            continue
        if _has_words(text[start : match.start()]):
            pieces.append((text[start : match.start()].strip(), sign, printed))
            sign, printed = "", ""
        start = match.end()
        sign, printed = max(sign, _name_sign(match[0], name), key=_STRENGTHS.index), match[0]
    if _has_words(text[start:]):
        pieces.append((text[start:].strip(), sign, printed))
    return pieces


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))


def _is_sign(text: str, masked: str, match: re.Match[str], start: int) -> bool:
    """Whether a sign can stand between owners: a space and a full stop seldom do."""
    if match.lastgroup == "space":
        return can_part(text, masked, match.start())
    before = text[start : match.start()]
    last = re.split(r"\s", before)[-1].casefold()
    if match.lastgroup == "with" and last in SERVED:
        return not text[match.end() :][:1].isupper()  # `Children with Disabilities Team`
    if match.lastgroup == "with" and text[match.end() :][:1].islower():
        return kind_of(_BEHIND.split(text[match.end() :])[0]) != "unread"  # `Trustee with safeguarding brief`
    return match.lastgroup != "stop" or not (last in HONORIFICS | ABBREVIATED or _are_cut(before.split()))


def _are_cut(words: Sequence[str]) -> bool:
    """Whether all the words before a full stop are cut short."""
    return bool(words) and all(_is_cut(word.rstrip(".")) for word in words)


def _is_cut(word: str) -> bool:
    """Whether a word before a full stop is cut short, though no list has it (`Dem. Services`)."""
    is_short = word.istitle() and word.isalpha() and len(word) <= _LONGEST_CUT
    folded = word.casefold()
    return is_short and not (folded in BUSINESS | ALONE or is_common(folded) or is_forename(word))


def _name_sign(printed: str, name: str) -> str:
    if name == "slash":
        return " / " if printed.strip() != printed else "/"
    if name == "line":
        return ",\n" if "," in printed else "\n"
    return _NAMES[name]
