"""The common words of the language: what is one is no broken word, no acronym and nobody's name."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_SIGNS = ".,;:!?()[]\"'‘’“”"


@cache
def read_dictionary() -> frozenset[str]:
    """The common words of the language, in small letters."""
    return read_words(Path(__file__).with_name("dictionary.txt"))


def read_words(path: Path) -> frozenset[str]:
    """The words of a list, one a line below its notice, whose lines begin with `#`."""
    text = path.read_text("utf-8")
    return frozenset(text[text.index("\n", text.rindex("\n#") + 1) :].split())


def is_divided(left: str, right: str) -> bool:
    """Whether two pieces, parted by a hyphen at a line's end, are one word: they are known as one, and not as two."""
    before, after = left.lower().strip(_SIGNS), right.lower().strip(_SIGNS)
    known = read_dictionary()
    return before + after in known and not {before, after} <= known
