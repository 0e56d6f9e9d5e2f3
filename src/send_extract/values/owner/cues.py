"""Cues: the words of a cell that say what the owners behind them are there for (`Lead:`, `supported by`, `A:`)."""

from __future__ import annotations

import re
from itertools import chain
from typing import Final

from msgspec import Struct

from send_extract.patterns import compile_later
from send_extract.values.owner.kinds import PERSONS, kind_of
from send_extract.values.owner.model import Role
from send_extract.values.owner.names import is_forename
from send_extract.values.owner.parts import begins_person, open_part
from send_extract.values.owner.roles import JOINTS, LABELS, LETTERS, SHARED, find_role, need_of, spell
from send_extract.values.owner.words import LETTERED, POSITIONS, WRAPPED


class Cue(Struct, frozen=True):
    """Where a cue stands, the role, its words, and whether it holds on over lines and for how many owners."""

    start: int
    end: int
    role: Role
    printed: str
    is_lasting: bool = False
    is_single: bool = False


_JOINT: Final = compile_later(
    rf"(?<![\w-])(?:(?:and|but)\s+)?({spell(JOINTS)})(?![\w-])(\s*:)?,?\s*(?!(?:and|or)\b)(?=[^\s,;/&+|→])",
    re.IGNORECASE,
    need_of(JOINTS),
)
_LABELS: Final = spell(LABELS)
_NEED_OF_LABELS: Final = need_of(LABELS)
_LABEL: Final = compile_later(
    rf"(?<![\w/-])(?:the\s+)?({_LABELS})\s*(?::\s*|=\s*|\s[–—-]\s*|[–—]\s*|-\s+|\bis\s+|\bare\s+)(?=\S)",
    re.IGNORECASE,
    _NEED_OF_LABELS,
)
_LETTER: Final = compile_later(r"(?<![\w/&(.-])([RACISLO]|R/A|A/R|R&A)\s*(?:[:=]\s*|\s[–—-]\s+)(?=\S)")
_SPACED: Final = compile_later(r"(?<![\w/&(.-])([RACI])\s+(?=[A-Z]{2,3}(?!\w))")
_LONE: Final = compile_later(rf"(?:\A|(?<=\n))\s*({_LABELS})\s*\n\s*", re.IGNORECASE, _NEED_OF_LABELS)
_BEFORE: Final = compile_later(
    rf"(?:\A|(?<=[\n,;/&+.|–—-])|(?<=\band)|(?<=\bwith)|(?<=\()|(?<=→))\s*({_LABELS})[^\S\n]+(?=(\S+))",
    re.IGNORECASE,
    _NEED_OF_LABELS,
)
_LETTERS: Final = compile_later(r"[A-Z]{2,6}(?=\s*(?:[,;/&+\n)]|\Z)|\s+and\b)")
_POSTS: Final = frozenset({"deputy", "officer", "partner", "second", "interim", "acting"})
"""Labels that are the first word of a post where letters follow (`Deputy DSL`)."""
_PLAIN: Final = frozenset(
    {"lead", "support", "sponsor", "accountable", "consulted", "informed", "funder", "owner"}
)
"""Labels that end no post."""
_BOUNDARY: Final = compile_later(r"[\n,;/&+|→=]|:\s|\band\b|\.\s|\s[–—-]\s")
_BRACKET: Final = compile_later(r"[(\[][^()\[\]]*[)\]]")


def mask_brackets(text: str) -> str:
    """`text` with nothing inside its brackets, as long as it was."""
    return _BRACKET.sub(lambda match: "(" + "\x01" * (len(match[0]) - 2) + ")", text)


def find_cues(text: str) -> list[Cue]:
    """The cues of `text` outside its brackets, in order; none overlaps another."""
    masked = mask_brackets(text)
    found = sorted(
        [*_find_joints(masked), *_find_labels(masked, text), *_find_bare(masked), *_find_letters(masked)],
        key=lambda cue: (cue.start, -cue.end),
    )
    kept: list[Cue] = []
    for cue in found:
        if not kept or cue.start >= kept[-1].end:
            kept.append(cue)
    return kept


def _find_joints(masked: str) -> list[Cue]:
    return [
        Cue(match.start(), match.end(), _role_of(match[1]), match[0], is_lasting=bool(match[2]))
        for match in _JOINT.finditer(masked)
    ]


def _find_labels(masked: str, text: str) -> list[Cue]:
    """Labels before a sign, or alone on a line."""
    lone = (match for match in _LONE.finditer(masked) if not _ends_post(match))
    cues: list[Cue] = []
    for match in chain(_LABEL.finditer(masked), lone):
        if (cues and _is_label(match)) or _can_stand(text[: match.start()]):
            start, end = match.span()
            cues.append(Cue(start, end, _role_of(match[1]), match[1], _is_shared(match[1])))
    return cues


def _find_bare(masked: str) -> list[Cue]:
    """Labels right before a person, without a sign."""
    return [
        Cue(match.start(1), match.end(), _role_of(match[1]), match[1], is_single=not _is_shared(match[1]))
        for match in _BEFORE.finditer(masked)
        if _begins_owner(masked, match)
    ]


def _is_shared(label: str) -> bool:
    """Whether a label is said of all that stand behind it."""
    return _role_of(label) in SHARED or label.casefold().endswith("s")


def _is_label(match: re.Match[str]) -> bool:
    """Whether a word with a capital and a colon is a label as the one before it is (`Lead: KL Support: MN`)."""
    return match[1].istitle() and ":" in match[0] and match[1].casefold() in _PLAIN


def _ends_post(match: re.Match[str]) -> bool:
    """Whether a label alone on its line ends the post of the line above."""
    return match.start() > 0 and match[1].casefold() in WRAPPED


def _begins_owner(masked: str, match: re.Match[str]) -> bool:
    """Whether a person, or letters that are no part of a post (`Deputy DSL`), stand behind a label."""
    word = match[2].strip(",;.")
    is_labelled_post = match[1].casefold() in _POSTS
    is_letters = not is_labelled_post and _LETTERS.match(masked, match.end()) is not None
    is_post = is_labelled_post and (word in LETTERED or word.casefold() in POSITIONS)
    return not is_post and (begins_person(word) or is_forename(word) or is_letters)


def _find_letters(masked: str) -> list[Cue]:
    signed, spaced = list(_LETTER.finditer(masked)), list(_SPACED.finditer(masked))
    is_key = (
        len({match[1] for match in signed}) > 1
    )  # of several letters each is a cue, whatever stands before
    return [
        Cue(match.start(), match.end(), LETTERS[match[1].lower()], match[1])
        for match in (*signed, *(spaced if len(spaced) > 1 else ()))
        if is_key or _can_stand(masked[: match.start()])
    ]


def _role_of(words: str) -> Role:
    folded = " ".join(words.casefold().split())
    return JOINTS.get(folded) or find_role(folded) or "owner"


def _can_stand(before: str) -> bool:
    """Whether a label can follow `before`, and is not the end of a post (`Chief Officer: …`)."""
    last = _BOUNDARY.split(before[-160:])[-1].strip(" :")
    return not last or last.endswith((")", "]", ".", "\x01")) or kind_of(open_part(last).text) in PERSONS
