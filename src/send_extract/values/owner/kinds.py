"""What the words of an owner are: initials, a name, a post, a body."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, Literal

from send_extract.patterns import compile_later
from send_extract.values.owner.people import is_initials
from send_extract.values.owner.words import (
    BODIES,
    COMPANIONS,
    DEPARTMENTS,
    FIELDS,
    HONORIFICS,
    NOBODY,
    OPENERS,
    PARTICLES,
    PARTS,
    PEOPLE,
    POSITIONS,
    PREPOSITIONS,
    RANK_LETTERS,
    RANKS,
    REFERENCES,
    SMALL_WORDS,
    SUBJECT_TAKERS,
    SUBJECTS,
    SURNAMES,
)

Kind = Literal["nobody", "initials", "name", "position", "people", "body", "phrase", "unread"]

MAX_LENGTH: Final = 240  # characters; no owner has as many
MAX_WORDS: Final = 16
MAX_NAME: Final = 5
MAX_RANK: Final = 4  # words of a rank, its noun included
MAX_FULL: Final = 3  # words of a name that are no initials; more are two people's

_WORD: Final = compile_later(r"[^\W_]+(?:['’.-][^\W_]+)*")
_JOINED: Final = compile_later(r"[/&]")
_PLACEHOLDER: Final = compile_later(r"\[[^\[\]]+\]\Z")
_CAPITALS: Final = compile_later(
    r"[^\W\d_]{1,2}(?<!Mc|De|La|Le|Di|Du)(?<!Mac|itz|Van|Von)[A-Z]"
)  # `HoS`, not `McDonald`
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
    if not words or len(words) > MAX_WORDS or " ".join(words).casefold() in REFERENCES:
        return "unread"
    if ":" in text:
        return "position" if takes_subject(*text.split(":", 1)) else "unread"
    return "name" if not _JOINED.search(text) and is_name(words) else _kind_of_words(words)


def is_nobody(text: str) -> bool:
    """Whether `text` says that there is no owner yet."""
    folded = " ".join(text.casefold().split())
    return not folded or folded in NOBODY or folded.strip(" .()[]*?") in NOBODY


def is_open(text: str) -> bool:
    """Whether `text` is a post whose subject can go on (`Head of HR`, `Director Social Work`)."""
    words = [word.casefold() for word in _WORD.findall(text)]
    return _find_post(words) not in {None, len(words) - 1}


def takes_subject(left: str, right: str) -> bool:
    """Whether `left` is a rank alone and `right` its subject: `Assistant Director, Early Years`."""
    rank = [word.casefold() for word in _WORD.findall(left)]
    if (
        not rank
        or not RANKS.issuperset(rank)
        or rank[-1] not in (SUBJECT_TAKERS if len(rank) > 1 else OPENERS)
    ):
        return False
    if right in DEPARTMENTS or is_field(right):
        return True
    kind, noun = kind_of(right), right.rpartition(" ")[2].casefold()
    return kind == "phrase" or (kind == "body" and noun in PARTS)


def is_field(text: str) -> bool:
    """Whether `text` is a field of business, without a noun that says whose (`Legal`, `Early Help`)."""
    words = [word.casefold() for word in _WORD.findall(text)]
    return bool(words) and all(word in SUBJECTS or word in FIELDS for word in words)


def ends_with_noun(text: str) -> bool:
    """Whether `text` is a field of business and the noun of a body or a post (`Care Team`)."""
    words = [word.casefold() for word in _WORD.findall(text)]
    is_fielded = len(words) > 1 and words[0] in SUBJECTS | FIELDS
    return is_fielded and words[-1] in BODIES | POSITIONS and words[-1] not in FIELDS


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
    folded = [_fold_noun(word) for word in words]
    if folded[0] in HONORIFICS and (len(words) > 1 or folded[0] not in POSITIONS):
        return (
            "name" if len(words) > 1 and words[1][0].isupper() and len(words) <= MAX_NAME + 1 else "position"
        )
    if folded[-1] in PEOPLE or folded[0] in {"all", "everyone"}:
        return "people"
    is_rank = words[0] in RANK_LETTERS and len(words) > 1 and is_field(" ".join(words[1:]))
    if is_rank or _find_post(folded) is not None:
        return "position"
    if folded[-1] in BODIES or folded[0] in {"nhs", "department", "office", "ministry", "university"}:
        return "body"
    return _kind_of_shape(words, folded)


def _fold_noun(word: str) -> str:
    """A word as its lists have it: of `co-chair` and `sub-group` the noun."""
    folded = word.casefold()
    return (
        folded.partition("-")[2]
        if folded.startswith(("co-", "vice-", "sub-")) and folded not in POSITIONS
        else folded
    )


def _kind_of_shape(words: list[str], folded: list[str]) -> Kind:
    """What words are that hold no noun of a post, a body or people: a phrase if they are printed as a name is."""
    content = [word for word, small in zip(words, folded, strict=True) if small not in _SMALL]
    if words[0][0].isupper() and all(word in SUBJECTS for word in folded):
        return "phrase"
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
    before = words[:-1] if words[-1].casefold() in SURNAMES and words[-1].istitle() else words
    return 0 < len(full) <= MAX_FULL and all(
        word.casefold() in PARTICLES or _can_name(word) for word in before
    )


def is_forename(text: str) -> bool:
    """Whether `text` is one word that can be a part of a name (`Sarah`)."""
    return len(text) > 1 and text.isalpha() and _can_name(text)


def _can_name(word: str) -> bool:
    if len(word) == 1:
        return word.isupper()  # an initial, `A` too
    is_capitalised = word[0].isupper() and not word.isupper() and _CAPITALS.search(word) is None
    return is_capitalised and word.casefold() not in _NO_NAME and not any(map(str.isdigit, word))


def _find_post(words: list[str]) -> int | None:
    """The place of the noun of a post among folded words: the last one, or one that a preposition follows."""
    if words and words[-1] in POSITIONS:
        return len(words) - 1
    for index, word in enumerate(words[:-1]):
        if word in POSITIONS and words[index + 1] in PREPOSITIONS:
            return index
    for index, word in enumerate(words[:MAX_RANK]):
        if word in OPENERS and (index == 0 or RANKS.issuperset(words[:index])):
            return index
    return None
