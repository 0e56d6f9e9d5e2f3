"""Given names, by which a person is told from a body."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from unicodedata import combining, normalize


@cache
def _read_names() -> frozenset[str]:
    text = files("send_extract.values.owner").joinpath("names.txt").read_text("utf-8")
    return frozenset(_fold(line) for line in text.splitlines() if not line.startswith("#"))


def is_given_name(word: str) -> bool:
    """Whether `word` is a given name, with its accents or without."""
    return _fold(word.partition("-")[0] if "-" in word else word) in _read_names()


def _fold(word: str) -> str:
    return "".join(letter for letter in normalize("NFD", word.casefold()) if not combining(letter))
