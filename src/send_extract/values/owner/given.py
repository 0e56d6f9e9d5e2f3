"""Given names, by which a person is told from a body."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from unicodedata import combining, normalize

from send_extract.notation.dictionary import read_words


@cache
def _read_names() -> frozenset[str]:
    """The names in small letters without accents, as the list has them."""
    return read_words(Path(__file__).with_name("names.txt"))


def is_given_name(word: str) -> bool:
    """Whether `word` is a given name, with its accents or without."""
    return _fold(word.partition("-")[0] if "-" in word else word) in _read_names()


def _fold(word: str) -> str:
    return "".join(letter for letter in normalize("NFD", word.casefold()) if not combining(letter))
