"""Single spaces: the few that stand between two owners (`GB BM`, `Head of Parks Head of Roads`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from send_extract.patterns import compile_later
from send_extract.values.owner.kinds import is_nobody, kind_of
from send_extract.values.owner.parts import SHORT, begins_person, is_person, is_short
from send_extract.values.owner.words import (
    ALONE,
    HONORIFICS,
    OPENERS,
    POSITIONS,
    PREPOSITIONS,
    RANK_OPENERS,
    SEATS,
    SERVICE_RANKS,
)

_WORDS: Final = compile_later(r"[\s/&+,;:]+")


class WordGap(Struct, frozen=True):
    """A single space: the words before it in the cell, those behind as printed, and the first of these bare."""

    before: tuple[str, ...]
    behind: tuple[str, ...]
    first: str

    @property
    def last(self) -> str:
        """The word before the space."""
        return self.before[-1]

    @property
    def second(self) -> str:
        """The second word behind the space; empty where there is none."""
        return self.behind[1] if self.behind[1:] else ""

    @property
    def is_post(self) -> bool:
        """Whether a post begins behind the space (`Head of …`)."""
        return self.first.casefold() in OPENERS and self.second in PREPOSITIONS


def can_part(text: str, masked: str, place: int) -> bool:
    """Whether the single space at `place` can stand between two owners; `masked` hides what is in brackets."""
    before, behind = _WORDS.split(text[:place].strip()), text[place + 1 :].split()
    if masked[place - 1] == "\x01" or not _is_between(before, behind):
        return False
    if masked[place - 1] == ")":
        return behind[0][0].isupper()
    gap = WordGap(tuple(before), tuple(behind), _WORDS.split(behind[0].strip(",;:/"))[0])
    return not any(holds(gap) for holds in _HOLDS) and any(parts(gap) for parts in _PARTS)


def _is_between(before: Sequence[str], behind: Sequence[str]) -> bool:
    return bool(before[-1] and behind) and behind[0][0] not in "(["


def _is_ranked(gap: WordGap) -> bool:
    """A rank and what it answers for (`Supt Custody`)."""
    return gap.first.casefold() in SERVICE_RANKS and kind_of(" ".join(gap.behind[:2])) == "position"


def _is_capital_name(gap: WordGap) -> bool:
    """The words on both sides are one name in capitals (`KIM LOWE`)."""
    return gap.last.isupper() and len(gap.last) > SHORT and kind_of(f"{gap.last} {gap.first}") == "name"


def _parts_row(gap: WordGap) -> bool:
    """Initials, nobody, everybody and posts that need no word before them, in a row."""
    if gap.last == "All":
        return is_nobody(gap.first) or is_short(gap.first)
    is_end = is_person(gap.last) or _stands_alone(gap.last)
    return is_end and gap.first.casefold() not in POSITIONS - ALONE and _begins_owner(gap)


def _begins_owner(gap: WordGap) -> bool:
    return gap.is_post or gap.first == "All" or _stands_alone(gap.first) or begins_person(gap.first)


def _stands_alone(word: str) -> bool:
    return is_nobody(word) or word.casefold() in ALONE


def _parts_post(gap: WordGap) -> bool:
    """A post behind another, or behind a name (`Head of Parks Head of Roads`)."""
    is_behind_post = bool(PREPOSITIONS.intersection(gap.before[:-1]))
    is_behind = is_behind_post or kind_of(" ".join(gap.before)) == "name"
    return gap.is_post and gap.last[:1].isupper() and is_behind


def _parts_title(gap: WordGap) -> bool:
    """A person's title behind any word with a capital; one without a name is a word as others (`Ward Cllrs`)."""
    is_title = gap.first.casefold().strip(".") in HONORIFICS - POSITIONS and gap.second[:1].isupper()
    is_held = gap.last.casefold().strip(".") in HONORIFICS | SEATS | RANK_OPENERS
    return is_title and gap.last[:1].isupper() and not is_held


_HOLDS: Final = (_is_ranked, _is_capital_name)
_PARTS: Final = (_parts_row, _parts_post, _parts_title)
