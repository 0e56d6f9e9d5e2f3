"""The common words of the language: what is one is no broken word, no acronym and nobody's name."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def read_dictionary() -> frozenset[str]:
    """The common words of the language, in small letters."""
    text = files("send_extract.notation").joinpath("dictionary.txt").read_text("utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))
