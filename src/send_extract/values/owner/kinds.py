"""What the words of an owner are: initials, a name, a post, people, a body, a department.

Every sign that speaks for one kind, or against it, stands in one table with its weight. What weighs most is taken,
where it weighs enough; else the words are a phrase, and a phrase is a code: nobody's name is made up.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final, Literal

from msgspec import Struct

from send_extract.notation.dictionary import is_common
from send_extract.patterns import compile_later, has_any
from send_extract.values.owner.given import is_given_name
from send_extract.values.owner.people import is_initials
from send_extract.values.owner.words import (
    ALONE,
    BODIES,
    DEPARTMENTS,
    FIELDS,
    GENERIC,
    HONORIFICS,
    NOBODY,
    OFFICES,
    OPENERS,
    PARTICLES,
    PEOPLE,
    POSITIONS,
    PREPOSITIONS,
    RANK_LETTERS,
    RANKS,
    REFERENCES,
    SERVICE_RANKS,
    SMALL_WORDS,
    SUBJECT_LETTERS,
    SUBJECTS,
    SURNAMES,
)

Kind = Literal["nobody", "initials", "name", "position", "people", "body", "department", "phrase", "unread"]

MAX_LENGTH: Final = 240  # characters; no owner has as many
MAX_WORDS: Final = 16
MAX_NAME: Final = 5
MAX_FULL: Final = 3  # words of a name that are no initials; more are two people's
MAX_RANK: Final = 4  # words of a rank, its noun included
ENOUGH: Final = 3
"""What a kind must weigh to be taken: one sign that is its own, with nothing that speaks against it."""

_WORD: Final = compile_later(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_PLACEHOLDER: Final = compile_later(r"\[[^\[\]]+\]\Z")
_JOINED: Final = compile_later(r"[/&:;()]")
_MIXED: Final = compile_later(r"[^\W\d_]{1,2}(?<!Mc|De|La|Le|Di|Du)(?<!Mac|itz|Van|Von)[A-Z]")
"""`HoS`, not `McDonald`."""
_INVERTED: Final = compile_later(r"([A-Z][a-z'’]+(?:-[A-Z][a-z]+)?), [A-Z]\.?\Z", need=has_any(","))
_SMALL: Final = PREPOSITIONS | SMALL_WORDS
_BUSINESS: Final = SUBJECTS | BODIES | POSITIONS | PEOPLE


class OwnerWords(Struct, frozen=True):
    """The words of a text as printed and without their capitals."""

    printed: tuple[str, ...]
    folded: tuple[str, ...]


class Sign(Struct, frozen=True):
    """Something about words that speaks for a kind, or against it, and how much it weighs."""

    kind: Kind
    weight: int
    is_seen: Callable[[OwnerWords], bool]


def kind_of(text: str) -> Kind:
    """What `text` is, by its shape and its words; `phrase` is capitalised words that could be anyone."""
    return _kind_of(text) if len(text) <= MAX_LENGTH else "unread"


@lru_cache(maxsize=8192)
def _kind_of(text: str) -> Kind:
    if is_nobody(text):
        return "nobody"
    if _is_name_by_shape(text):
        return "name"
    if is_initials(text.removeprefix("the ")):
        return "department" if text in DEPARTMENTS or text.startswith("the ") else "initials"
    words = read_words(text)
    if not 0 < len(words.printed) <= MAX_WORDS or " ".join(words.folded) in REFERENCES:
        return "unread"
    return _weigh(words, has_signs=_JOINED.search(text) is not None)


def _is_name_by_shape(text: str) -> bool:
    return _PLACEHOLDER.match(text) is not None or is_inverted(text)


def _weigh(words: OwnerWords, *, has_signs: bool) -> Kind:
    """The kind that the signs of `words` speak for; what no sign speaks for is told by how it is printed."""
    weights: dict[Kind, int] = {}
    for sign in SIGNS:
        if sign.is_seen(words):
            weights[sign.kind] = weights.get(sign.kind, 0) + sign.weight
    if has_signs or not _is_printed_as_name(words):
        weights.pop("name", None)
    best = max(weights, key=lambda kind: weights[kind], default=None)
    return best if best and weights[best] >= ENOUGH else _kind_of_print(words)


def _kind_of_print(words: OwnerWords) -> Kind:
    """A phrase where the words are printed as a name is; people where such are among words in small letters."""
    if is_business(words.folded) and (
        words.printed[0][0].isupper() or not GENERIC.intersection(words.folded)
    ):
        return "department"
    content = [word for word, small in zip(words.printed, words.folded, strict=True) if small not in _SMALL]
    is_capitalised = all(word[0].isupper() or word[0].isdigit() for word in content)
    if content and words.printed[0][0].isupper() and is_capitalised:
        return "phrase"
    is_plural = (
        words.folded[0] in _BUSINESS and words.printed[-1].islower() and words.printed[-1].endswith("s")
    )
    return "people" if is_plural or any(word in PEOPLE for word in words.folded) else "unread"


def read_words(text: str) -> OwnerWords:
    """The words of `text`."""
    printed = tuple(_WORD.findall(text))
    return OwnerWords(printed, tuple(_fold_noun(word) for word in printed))


def first_word(text: str) -> str:
    """The first word without its capitals and a full stop, as the lists of titles have it; empty where none is."""
    return next(iter(text.split(maxsplit=1)), "").casefold().strip(".")


def _fold_noun(word: str) -> str:
    """A word as the lists have it: of `co-chair`, `sub-group` and `Board's` the noun."""
    if word in RANK_LETTERS:
        return "director"
    folded = word.casefold()
    is_prefixed = folded.startswith(("co-", "vice-", "sub-")) and folded not in _BUSINESS
    return folded.partition("-")[2] if is_prefixed else folded


# Who says who it will be, behind words for nobody (`TBC (GF to advise)`, `to be identified by KL`).
_TELLER: Final = compile_later(
    r"(tb[cad]|to be \w+|not yet \w+|unknown|vacant)"
    r"(?:\s+by\s+[^,;/&\n]{1,40}|[\s(\[:;,–—-]+[^,;/&\n]{1,40}\sto"
    r"\s(?:advise|confirm|identify|nominate|appoint|name|decide|agree|allocate|assign))"
    r"[)\].]*",
    re.IGNORECASE,
    has_any("tbc", "tba", "tbd", "to be ", "not yet ", "unknown", "vacant"),
)

# Whether words are this or that
# ---------------------------------------------------------------------------------------


def is_nobody(text: str) -> bool:
    """Whether `text` says that there is no owner yet."""
    told = _TELLER.fullmatch(text)
    folded = " ".join((told[1] if told else text).casefold().split())
    return not folded or folded in NOBODY or folded.strip(" .()[]*?") in NOBODY


def is_inverted(text: str) -> bool:
    """Whether `text` is a surname, and the initial behind it (`Reed, M`)."""
    inverted = _INVERTED.match(text)
    return inverted is not None and inverted[1].casefold() not in _BUSINESS | NOBODY


def is_business(folded: tuple[str, ...]) -> bool:
    """Whether words are a field of business, without a noun that says whose (`Legal`, `Early Help`)."""
    content = [word for word in folded if word not in _SMALL]
    return bool(content) and all(word in SUBJECTS or word in FIELDS for word in content)


def takes_business(text: str) -> bool:
    """Whether the subject of a post or a body can go on (`Head of HR`, `AM Fleet`, `Ministry of Soil`)."""
    words = read_words(text)
    nouns = zip(words.folded[:MAX_RANK], words.folded[1:], strict=False)
    is_office = any(noun in OFFICES and following in PREPOSITIONS for noun, following in nouns)
    return _goes_on(words) or _is_ranked(words) or is_office


def find_post(words: tuple[str, ...]) -> int | None:
    """The place of the noun of a post among folded words: one that a preposition follows, the last, or a rank's."""
    for index, word in enumerate(words[:-1]):
        if word in POSITIONS and words[index + 1] in PREPOSITIONS and index <= MAX_RANK:
            return index
    if words and words[-1] in POSITIONS:
        return len(words) - 1
    for index, word in enumerate(words[:MAX_RANK]):
        if word in OPENERS and (index == 0 or RANKS.issuperset(words[:index])):
            return index
    return None


def _is_printed_as_name(words: OwnerWords) -> bool:
    """Whether `words` are printed as a person's name: a few, each with its capital."""
    printed = words.printed
    return 1 < len(printed) <= MAX_NAME and all(
        word.casefold() in PARTICLES or _can_name(word) for word in printed
    )


def _can_name(word: str) -> bool:
    if len(word) == 1:
        return word.isupper()
    if not word[0].isupper() or any(map(str.isdigit, word)):
        return False
    return len(word) > 2 if word.isupper() else _MIXED.search(word) is None


def can_name(words: list[str]) -> bool:
    """Whether words can be the name behind initials: one first name, and a surname that may be any word.

    `North`, `Head` and `Board` are surnames, too; what stands before must be nothing of councils' business.
    """
    read = OwnerWords(tuple(words), tuple(map(str.casefold, words)))
    is_plain = _is_printed_as_name(read) and not _BUSINESS.intersection(read.folded[:-1]) - SURNAMES
    full = [word for word in words if len(word) > 1 and word.casefold() not in PARTICLES]
    return is_plain and len(full) <= MAX_FULL and (len(words) == 2 or read.folded[-1] not in _BUSINESS)


def is_forename(text: str) -> bool:
    """Whether `text` is one word that is a given name (`Sarah`)."""
    return text.isalpha() and text[:1].isupper() and is_given_name(text)


def _has_title(words: OwnerWords) -> bool:
    is_person = len(words.printed) > 1 and words.printed[1][0].isupper()
    return words.folded[0].strip(".") in HONORIFICS and is_person and not _is_rank_of(words)


def _is_rank_of(words: OwnerWords) -> bool:
    """`Supt Custody`: a rank, and what it answers for."""
    last = words.folded[-1]
    is_area = len(words.printed) > 1 and _is_ordinary(last) and last not in SURNAMES
    return words.folded[0] in SERVICE_RANKS and is_area and not is_given_name(last)


def _is_ordinary(word: str) -> bool:
    return word in SUBJECTS or (is_common(word) and not is_given_name(word))


def _has_given_name(words: OwnerWords) -> bool:
    return len(words.printed) > 1 and is_given_name(words.printed[0])


def _has_initial(words: OwnerWords) -> bool:
    """`J Smith`, `J.R. Smith`: letters alone before one word that is more than a letter."""
    first, last = words.printed[0], words.printed[-1]
    letters = first.split(".")
    is_short = all(len(letter) == 1 and letter.isupper() for letter in letters)
    return is_short and len(words.printed) > 1 and len(last) > 2 and last[0].isupper() and not last.isupper()


def _is_surname_of_business(words: OwnerWords) -> bool:
    """`Max North`, `Sue Head`: a given name, or an initial, and one word of business that is a surname, too."""
    last = words.folded[-1]
    if len(words.printed) != 2 or last not in SURNAMES or not words.printed[-1].istitle():
        return False
    return _has_given_name(words) or (_has_initial(words) and last not in BODIES | POSITIONS)


def _ends_in(vocabulary: frozenset[str]) -> Callable[[OwnerWords], bool]:
    return lambda words: words.folded[-1] in vocabulary and not _is_surname_of_business(words)


def _is_ranked(words: OwnerWords) -> bool:
    """`AD Education`, `Supt Custody`: the letters of a rank, or a rank, and its business."""
    return len(words.printed) > 1 and (words.printed[0] in SUBJECT_LETTERS or _is_rank_of(words))


def _goes_on(words: OwnerWords) -> bool:
    place = find_post(words.folded)
    return place is not None and place < len(words.folded) - 1


SIGNS: Final = (
    Sign("name", 9, _has_title),  # nobody else has one; `Cllr Board` is a person
    Sign("name", 4, _has_given_name),  # outweighs nothing that is certain
    Sign("name", 4, _has_initial),
    Sign("name", 1, lambda words: any(word in PARTICLES for word in words.folded[1:-1])),
    Sign("name", -4, lambda words: bool(_BUSINESS.intersection(words.folded[:-1]))),
    Sign("name", -4, lambda words: words.folded[-1] in SUBJECTS and not _is_surname_of_business(words)),
    Sign("position", 5, _ends_in(POSITIONS)),
    Sign("position", 5, _ends_in(SERVICE_RANKS)),
    Sign("position", 6, _goes_on),  # `Head of the School Board` is a post
    Sign("position", 6, _is_ranked),
    Sign("position", 4, lambda words: len(words.folded) == 1 and words.folded[0].strip(".") in HONORIFICS),
    Sign("people", 5, _ends_in(PEOPLE)),
    Sign("people", 7, lambda words: words.folded[0] in {"all", "everyone", "each", "every"}),
    Sign("body", 5, _ends_in(BODIES)),
    Sign(
        "body", 4, lambda words: words.folded[0] in {"nhs", "department", "office", "ministry", "university"}
    ),
    Sign("body", -2, lambda words: len(words.folded) == 1 and words.folded[0] in SUBJECTS),
    Sign("position", 3, lambda words: words.folded[0] in ALONE and len(words.folded) == 1),
)
"""What speaks for each kind; the last noun weighs 5, what only one kind has weighs more, a given name less."""
