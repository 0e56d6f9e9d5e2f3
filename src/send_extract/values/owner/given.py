"""Given names, by which a person is told from a body."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from unicodedata import combining, normalize

from send_extract.notation.dictionary import is_listed


@lru_cache(maxsize=8192)
def is_given_name(word: str) -> bool:
    """Whether `word` is a given name, with its accents or without."""
    folded = fold_accents(word.partition("-")[0] if "-" in word else word)
    return is_listed(folded, Path(__file__).with_name("names.txt"))


def fold_accents(word: str) -> str:
    """A word in small letters without its accents, as many a keyboard types it."""
    return "".join(letter for letter in normalize("NFD", word.casefold()) if not combining(letter))
