"""What a person's name looks like: how it is printed, titles, given names, initials, surnames that are other words."""

from __future__ import annotations

from typing import Final

from send_extract.notation.dictionary import is_common
from send_extract.patterns import compile_later, has_any
from send_extract.values.owner.given import is_given_name
from send_extract.values.owner.tokens import BUSINESS, OwnerWords
from send_extract.values.owner.words import (
    BODIES,
    COUNCILLORS,
    HONORIFICS,
    LETTERED_RANKS,
    NOBODY,
    PARTICLES,
    POSITIONS,
    RANK_OPENERS,
    RANKS,
    SEATS,
    SERVICE_RANKS,
    SUBJECTS,
    SURNAMES,
)

MAX_NAME: Final = 5
MAX_FULL: Final = 3  # words of a name that are no initials; more are two people's
_MIXED: Final = compile_later(r"[^\W\d_]{1,2}(?<!Mc|De|La|Le|Di|Du)(?<!Mac|itz|Van|Von)[A-Z]")
"""`HoS`, not `McDonald`."""
_INVERTED: Final = compile_later(r"([A-Z][a-z'’]+(?:-[A-Z][a-z]+)?), [A-Z]\.?\Z", need=has_any(","))


def is_printed_as_name(words: OwnerWords) -> bool:
    """Whether `words` are printed as a person's name: a few, each with its capital."""
    printed = words.printed
    return 1 < len(printed) <= MAX_NAME and all(
        word.casefold() in PARTICLES or word in LETTERED_RANKS or _can_name(word) for word in printed
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
    is_plain = is_printed_as_name(read) and not BUSINESS.intersection(read.folded[:-1]) - SURNAMES
    full = [word for word in words if len(word) > 1 and word.casefold() not in PARTICLES]
    return is_plain and len(full) <= MAX_FULL and (len(words) == 2 or read.folded[-1] not in BUSINESS)


def is_forename(text: str) -> bool:
    """Whether `text` is one word that is a given name (`Sarah`)."""
    return text.isalpha() and text[:1].isupper() and is_given_name(text)


def is_inverted(text: str) -> bool:
    """Whether `text` is a surname, and the initial behind it (`Reed, M`)."""
    inverted = _INVERTED.match(text)
    return inverted is not None and inverted[1].casefold() not in BUSINESS | NOBODY


def has_title(words: OwnerWords) -> bool:
    """`Cllr Bird`, `Dr A Singh`, `Ward Cllr Bird`, `Det Sgt Benn`, `PC Benn`."""
    place = int(words.folded[0] in SEATS and not COUNCILLORS.isdisjoint(words.folded[1:2]))
    title = words.folded[place].strip(".")
    is_person = len(words.printed) > place + 1 and words.printed[place + 1][0].isupper()
    return is_person and ((title in HONORIFICS and not is_rank_of(words)) or _has_rank(words))


def _has_rank(words: OwnerWords) -> bool:
    """A rank of the police, and one word behind it that names nothing else."""
    *ranks, last = words.folded
    is_rank = words.printed[0] in LETTERED_RANKS or ranks[-1].strip(".") in SERVICE_RANKS
    is_begun = RANK_OPENERS.issuperset(rank.strip(".") for rank in ranks[:-1])
    return is_rank and is_begun and (last in SURNAMES or not _is_ordinary(last))


def is_rank_of(words: OwnerWords) -> bool:
    """`Supt Custody`: a rank, and what it answers for."""
    last = words.folded[-1]
    is_area = len(words.printed) > 1 and _is_ordinary(last) and last not in SURNAMES
    return words.folded[0] in SERVICE_RANKS and is_area and not is_given_name(last)


def _is_ordinary(word: str) -> bool:
    return word in SUBJECTS or (is_common(word) and not is_given_name(word))


def has_given_name(words: OwnerWords) -> bool:
    """`Sarah Smith`."""
    return len(words.printed) > 1 and is_given_name(words.printed[0])


def may_be_name(words: OwnerWords) -> bool:
    """`Edda Marwick`, `Edda Marsh`: two words of which the first is no other word: somebody, or a firm."""
    if len(words.printed) != len(("Edda", "Marwick")) or not is_printed_as_name(words):
        return False
    first, last = words.folded
    is_other = first in BUSINESS | RANKS or last in BUSINESS or min(len(first), len(last)) == 1
    return not is_other and not any(map(is_common, first.split("-")))


def has_initial(words: OwnerWords) -> bool:
    """`J Smith`, `J.R. Smith`: letters alone before one word that is more than a letter."""
    first, last = words.printed[0], words.printed[-1]
    letters = first.split(".")
    is_short = all(len(letter) == 1 and letter.isupper() for letter in letters)
    return is_short and len(words.printed) > 1 and len(last) > 2 and last[0].isupper() and not last.isupper()


def is_surname_of_business(words: OwnerWords) -> bool:
    """`Max North`, `Sue Head`: a given name, or an initial, and one word of business that is a surname, too."""
    last = words.folded[-1]
    if len(words.printed) != 2 or last not in SURNAMES or not words.printed[-1].istitle():
        return False
    return has_given_name(words) or (has_initial(words) and last not in BODIES | POSITIONS)
