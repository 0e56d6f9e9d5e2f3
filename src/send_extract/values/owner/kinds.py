"""What the words of an owner are: initials, a name, a post, people, a body, a department.

Every sign that speaks for one kind, or against it, stands in one table with its weight. What weighs most is taken,
where it weighs enough; else the words are a phrase, and a phrase is a code: nobody's name is made up.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise
from typing import Final, Literal

from msgspec import Struct

from send_extract.notation.dictionary import is_common
from send_extract.patterns import compile_later, has_any
from send_extract.values.owner.contacts import ADDRESS
from send_extract.values.owner.names import (
    has_given_name,
    has_initial,
    has_title,
    is_inverted,
    is_printed_as_name,
    is_rank_of,
    is_surname_of_business,
)
from send_extract.values.owner.people import is_initials
from send_extract.values.owner.tokens import BUSINESS, OwnerWords, read_words
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
    RANKS,
    REFERENCES,
    SERVICE_RANKS,
    SMALL_WORDS,
    SUBJECT_LETTERS,
    SUBJECTS,
)

Kind = Literal["nobody", "initials", "name", "position", "people", "body", "department", "phrase", "unread"]

AREAS: Final[frozenset[Kind]] = frozenset({"department", "body"})
"""Where somebody may be from."""
PERSONS: Final[frozenset[Kind]] = frozenset({"initials", "name"})
_SUBJECTS: Final = AREAS | {"phrase"}
MAX_LENGTH: Final = 240  # characters; no owner has as many
MAX_WORDS: Final = 16
MAX_RANK: Final = 4  # words of a rank, its noun included
ENOUGH: Final = 3
"""What a kind must weigh to be taken: one sign that is its own, with nothing that speaks against it."""

_PLACEHOLDER: Final = compile_later(r"\[[^\[\]]+\]\Z")
_BESIDE: Final = compile_later(
    r"([^,:–()-]+?)(?:\s*[,:]|\s[–-])\s+([^,:–()-]+)\Z", need=has_any(",", ":", "–", "-")
)
_JOINED: Final = compile_later(r"(?<!\b[AT])/|[&:;()]")
_SAYING: Final = frozenset(
    {"will", "would", "should", "must", "shall", "are", "is", "was", "were", "has", "have"}
)
_SMALL: Final = PREPOSITIONS | SMALL_WORDS


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
    shaped = next((kind for kind, fits in SHAPES if fits(text)), None)
    if shaped:
        return shaped
    if is_initials(text.removeprefix("the ")):
        return "department" if text in DEPARTMENTS or text.startswith("the ") else "initials"
    words = read_words(text)
    if not 0 < len(words.printed) <= MAX_WORDS or " ".join(words.folded) in REFERENCES:
        return "unread"
    return _weigh(words, has_signs=_JOINED.search(text) is not None)


def _is_name_by_shape(text: str) -> bool:
    return _PLACEHOLDER.match(text) is not None or is_inverted(text)


def _is_post_beside(text: str) -> bool:
    """`Portfolio Holder, Housing`: a post, and its business behind a sign."""
    beside = _BESIDE.match(text)
    return beside is not None and _kind_of(beside[1]) == "position" and _kind_of(beside[2]) in _SUBJECTS


def _weigh(words: OwnerWords, *, has_signs: bool) -> Kind:
    """The kind that the signs of `words` speak for; what no sign speaks for is told by how it is printed."""
    weights: dict[Kind, int] = {}
    for sign in SIGNS:
        if sign.is_seen(words):
            weights[sign.kind] = weights.get(sign.kind, 0) + sign.weight
    if has_signs or not is_printed_as_name(words):
        weights.pop("name", None)
    best = max(weights, key=lambda kind: weights[kind], default=None)
    return best if best and weights[best] >= ENOUGH else _kind_of_print(words)


def _kind_of_print(words: OwnerWords) -> Kind:
    """The kind that the capitals of words speak for that no noun tells: the first in the table that is seen.

    What says something of somebody is a sentence, and names nobody.
    """
    if not _SAYING.isdisjoint(words.folded):
        return "unread"
    return next((kind for kind, is_seen in PRINTS if is_seen(words)), "unread")


def _is_field(words: OwnerWords) -> bool:
    """Business; words that name none without a capital need one (`new post`)."""
    is_named = words.printed[0][0].isupper() or not GENERIC.intersection(words.folded)
    return is_named and is_business(words.folded)


def _is_capitalised(words: OwnerWords) -> bool:
    """Words printed as a name is: all that say something with a capital, the first one at least."""
    content = [word for word, small in zip(words.printed, words.folded, strict=True) if small not in _SMALL]
    are_capital = all(word[0].isupper() or word[0].isdigit() for word in content)
    is_begun = words.printed[0][0].isupper() or words.folded[0] == "the"
    return bool(content) and is_begun and are_capital


def _is_plural(words: OwnerWords) -> bool:
    """People among words in small letters, or business that ends in a plural."""
    last = words.printed[-1]
    is_several = words.folded[0] in BUSINESS and last.islower() and last.endswith("s")
    return is_several or not PEOPLE.isdisjoint(words.folded)


# Who says who it will be, behind words for nobody (`TBC (GF to advise)`, `to be identified by KL`).
_OWED: Final = compile_later(
    r"\s*(?:the\s+)?(?:(?:action|responsible|lead)\s+)?(?:owner|lead|officer)s?\s+(?:is\s+|are\s+)?"
    r"(?:tb[cad]|(?:to\s+be|not\s+yet)\s+\w+)"
    r"(?:\s+(?:at|by|in|with|from)\s[^,;/&\n]{1,40})?\s*",
    re.IGNORECASE,
    has_any("owner", "lead", "officer"),
)
"""What says that an owner is still to be named (`Owner to be agreed at SLT`)."""
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
    if _OWED.fullmatch(text):
        return True
    told = _TELLER.fullmatch(text)
    folded = " ".join((told[1] if told else text).casefold().split())
    return not folded or folded in NOBODY or folded.strip(" .()[]*?") in NOBODY


def is_business(folded: tuple[str, ...]) -> bool:
    """Whether words are a field of business, without a noun that says whose (`Legal`, `Early Help`)."""
    content = [word for word in folded if word not in _SMALL]
    return bool(content) and all(word in SUBJECTS or word in FIELDS for word in content)


def takes_business(text: str) -> bool:
    """Whether the subject of a post or a body can go on (`Head of HR`, `AM Fleet`, `Ministry of Soil`)."""
    words = read_words(text)
    return _goes_on(words) or _is_ranked(words) or _leads_on(words.folded[: MAX_RANK + 1], OFFICES)


def _leads_on(folded: tuple[str, ...], nouns: frozenset[str]) -> bool:
    """Whether a preposition stands behind one of `nouns`."""
    return any(noun in nouns and small in PREPOSITIONS for noun, small in pairwise(folded))


def _ends_in(vocabulary: frozenset[str]) -> Callable[[OwnerWords], bool]:
    return lambda words: words.folded[-1] in vocabulary and not is_surname_of_business(words)


def _is_ranked(words: OwnerWords) -> bool:
    """`AD Education`, `Supt Custody`: the letters of a rank, or a rank, and its business."""
    return len(words.printed) > 1 and (words.printed[0] in SUBJECT_LETTERS or is_rank_of(words))


def _is_held(words: OwnerWords) -> bool:
    """`Station Manager Quarle`: a post of several words, and a surname that is no other word."""
    *before, noun, last = ("", *words.folded)
    is_named = len(before) > 1 and noun in POSITIONS and words.printed[-1].istitle()
    return is_named and last not in BUSINESS and not is_common(last)


def _goes_on(words: OwnerWords) -> bool:
    """`Head of HR`, `Director Social Work`: the business of a post stands behind its noun."""
    folded = words.folded
    openers = (place for place, word in enumerate(folded[:MAX_RANK]) if word in OPENERS)
    is_opened = any(RANKS.issuperset(folded[:place]) for place in openers)
    return _leads_on(folded[: MAX_RANK + 2], POSITIONS) or (is_opened and folded[-1] not in POSITIONS)


SHAPES: Final[tuple[tuple[Kind, Callable[[str], object]], ...]] = (
    ("nobody", is_nobody),
    ("name", _is_name_by_shape),
    ("phrase", ADDRESS.fullmatch),
    ("position", _is_post_beside),
)
"""What words are by their shape, whatever they say; the first that fits counts."""
PRINTS: Final[tuple[tuple[Kind, Callable[[OwnerWords], bool]], ...]] = (
    ("department", _is_field),
    ("phrase", _is_capitalised),
    ("people", _is_plural),
)
"""What words are that no sign speaks for."""
SIGNS: Final = (
    Sign("name", 9, has_title),  # nobody else has one; `Cllr Board` is a person
    Sign("name", 4, has_given_name),  # outweighs nothing that is certain
    Sign("name", 4, has_initial),
    Sign("name", 1, lambda words: any(word in PARTICLES for word in words.folded[1:-1])),
    Sign("name", -4, lambda words: bool(BUSINESS.intersection(words.folded[:-1]))),
    Sign("name", -4, lambda words: words.folded[-1] in SUBJECTS and not is_surname_of_business(words)),
    Sign("position", 5, _ends_in(POSITIONS)),
    Sign("position", 5, _ends_in(SERVICE_RANKS)),
    Sign("position", 6, _goes_on),  # `Head of the School Board` is a post
    Sign("position", 6, _is_ranked),
    Sign("position", 4, _is_held),
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
