"""What the words of an owner are: initials, a name, a post, a body."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, Literal

from send_extract.patterns import compile_later
from send_extract.values.owner.people import is_initials
from send_extract.values.owner.words import (
    BODIES,
    COMPANIONS,
    FIELDS,
    HONORIFICS,
    NOBODY,
    OPENERS,
    PARTICLES,
    PEOPLE,
    POSITIONS,
    PREPOSITIONS,
    REFERENCES,
    SMALL_WORDS,
    SUBJECTS,
)

Kind = Literal["nobody", "initials", "name", "position", "people", "body", "phrase", "unread"]

MAX_LENGTH: Final = 240  # characters; no owner has as many
MAX_WORDS: Final = 16
MAX_NAME: Final = 5
MAX_FULL: Final = 3  # words of a name that are no initials; more are two people's

_WORD: Final = compile_later(r"[^\W_]+(?:['’.-][^\W_]+)*")
_PLACEHOLDER: Final = compile_later(r"\[[^\[\]]+\]\Z")
_SMALL: Final = PREPOSITIONS | SMALL_WORDS
_NO_NAME: Final = BODIES | SUBJECTS | POSITIONS | PEOPLE | HONORIFICS | _SMALL


def kind_of(text: str) -> Kind:
    """What `text` is, by its shape and its words; `phrase` is capitalised words that could be anyone."""
    return _kind_of(text) if len(text) <= MAX_LENGTH else "unread"


@lru_cache(maxsize=4096)
def _kind_of(text: str) -> Kind:
    if is_nobody(text):
        return "nobody"
    if _PLACEHOLDER.match(text):
        return "name"
    if is_initials(text):
        return "initials"
    words = _WORD.findall(text)
    if not words or len(words) > MAX_WORDS or ":" in text or " ".join(words).casefold() in REFERENCES:
        return "unread"
    return "name" if "/" not in text and is_name(words) else _kind_of_words(words)


def is_nobody(text: str) -> bool:
    """Whether `text` says that there is no owner yet."""
    folded = " ".join(text.casefold().split())
    return not folded or folded in NOBODY or folded.strip(" .()[]*?") in NOBODY


def is_open(text: str) -> bool:
    """Whether `text` is a post whose subject can go on (`Head of HR`, `Director Social Work`)."""
    words = [word.casefold() for word in _WORD.findall(text)]
    return _find_post(words) not in {None, len(words) - 1}


def begins_post(text: str) -> bool:
    """Whether `text` is a post that names itself first or last (`Head of Finance`, `Planning Officer`)."""
    return kind_of(text) in {"position", "people"}


def is_one_body(left: str, right: str) -> bool:
    """Whether `left and right` names one body or post, and not two: `Health and Wellbeing Board`.

    The last noun is both sides': a field of business before *and*, another after it; or people and people
    (`Parents and Carers Forum`).
    """
    before = [word.casefold() for word in _WORD.findall(left)]
    after = _WORD.findall(right)
    if not before or len(after) < 2 or not all(word[0].isupper() for word in after):  # noqa: PLR2004 - a field and a noun
        return False
    first, noun = after[0].casefold(), after[-1].casefold()
    if len(before) == 1 and before[0] in PEOPLE and first in PEOPLE:
        return noun in BODIES
    if noun not in BODIES | POSITIONS or first in POSITIONS:
        return False
    if first in COMPANIONS:
        return before[-1] in FIELDS | SUBJECTS or before[-1] == "police"
    return len(before) == 1 and before[0] in FIELDS and first in SUBJECTS


def _kind_of_words(words: list[str]) -> Kind:
    folded = [word.casefold() for word in words]
    if folded[0] in HONORIFICS and (len(words) > 1 or folded[0] not in POSITIONS):
        return (
            "name" if len(words) > 1 and words[1][0].isupper() and len(words) <= MAX_NAME + 1 else "position"
        )
    if folded[-1] in PEOPLE or folded[0] in {"all", "everyone"}:
        return "people"
    if _find_post(folded) is not None:
        return "position"
    if folded[-1] in BODIES or folded[0] in {"nhs", "department", "office", "ministry", "university"}:
        return "body"
    return _kind_of_shape(words, folded)


def _kind_of_shape(words: list[str], folded: list[str]) -> Kind:
    """What words are that hold no noun of a post, a body or people: a phrase if they are printed as a name is."""
    content = [word for word, small in zip(words, folded, strict=True) if small not in _SMALL]
    if content and words[0][0].isupper() and all(word[0].isupper() or word[0].isdigit() for word in content):
        return "phrase"
    if any(word in PEOPLE for word in folded):
        return "people"
    return "unread"


def is_name(words: list[str]) -> bool:
    """Whether `words` can be a person's name: capitalised, and none of them a word of councils' business."""
    if not 1 < len(words) <= MAX_NAME or len(words[-1]) == 1:
        return False
    full = [word for word in words if len(word) > 1 and word.casefold() not in PARTICLES]
    return 0 < len(full) <= MAX_FULL and all(
        word.casefold() in PARTICLES or _can_name(word) for word in words
    )


def is_forename(text: str) -> bool:
    """Whether `text` is one word that can be a part of a name (`Sarah`)."""
    return len(text) > 1 and text.isalpha() and _can_name(text)


def _can_name(word: str) -> bool:
    is_capitalised = word[0].isupper() and (len(word) == 1 or not word.isupper())
    return is_capitalised and word.casefold() not in _NO_NAME and not any(map(str.isdigit, word))


def _find_post(words: list[str]) -> int | None:
    """The place of the noun of a post among folded words: the last one, or one that a preposition follows."""
    if words and words[-1] in POSITIONS:
        return len(words) - 1
    for index, word in enumerate(words[:-1]):
        if word in POSITIONS and words[index + 1] in PREPOSITIONS:
            return index
    for index, word in enumerate(words[:2]):
        if word in OPENERS and (index == 0 or words[0] in POSITIONS):
            return index
    return None
