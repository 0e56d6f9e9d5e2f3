"""The words of an owner's text, as they are printed and as the lists have them."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from send_extract.patterns import compile_later
from send_extract.values.owner.words import (
    BODIES,
    COUNCILLORS,
    PEOPLE,
    POSITIONS,
    RANK_LETTERS,
    SEATS,
    SUBJECTS,
)


class OwnerWords(Struct, frozen=True):
    """The words of a text as printed and without their capitals."""

    printed: tuple[str, ...]
    folded: tuple[str, ...]


_WORD: Final = compile_later(r"[^\W_]+(?:['’.&-][^\W_]+)*")
BUSINESS: Final = SUBJECTS | BODIES | POSITIONS | PEOPLE
"""Words that are of councils' business, and seldom of a name."""


def read_words(text: str) -> OwnerWords:
    """The words of `text`."""
    printed = tuple(_WORD.findall(text))
    return OwnerWords(printed, tuple(_fold_noun(word) for word in printed))


def first_word(text: str) -> str:
    """The first word without its capitals and a full stop, as the lists of titles have it; empty where none is."""
    return next(iter(text.split(maxsplit=1)), "").casefold().strip(".")


def title_word(text: str) -> str:
    """The first word, as the lists of titles have it; of a councillor the one behind the seat (`Ward Cllr Bird`)."""
    words = [word.casefold().strip(".") for word in text.split(maxsplit=2)[:2]]
    is_seated = len(words) > 1 and words[0] in SEATS and words[1] in COUNCILLORS
    return words[is_seated] if words else ""


def _fold_noun(word: str) -> str:
    """A word as the lists have it: of `co-chair`, `sub-group` and `Board's` the noun."""
    if word in RANK_LETTERS:
        return "director"
    folded = word.casefold()
    is_prefixed = folded.startswith(("co-", "vice-", "sub-")) and folded not in BUSINESS
    return folded.partition("-")[2] if is_prefixed else folded
