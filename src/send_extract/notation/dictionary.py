"""The common words of the language: what is one is no broken word, no acronym and nobody's name."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from pathlib import Path

_SIGNS = ".,;:!?()[]\"'‘’“”"


@lru_cache(maxsize=65536)
def is_common(word: str) -> bool:
    """Whether `word`, in small letters, is a common word of the language."""
    return is_listed(word, Path(__file__).with_name("dictionary.txt"))


def is_listed(word: str, path: Path) -> bool:
    """Whether a list has `word`: one a line, in order, below its notice, whose lines begin with `#`.

    It is sought by halves in the list's own text, for a set of the words takes longer to make than a small run to ask.
    """
    text = _read_list(path)
    place = bisect_left(range(len(text)), word, key=lambda at: _line_at(text, at))
    return place < len(text) and _line_at(text, place) == word


def _line_at(text: str, at: int) -> str:
    return text[text.rfind("\n", 0, at) + 1 : text.find("\n", at)]


@cache
def _read_list(path: Path) -> str:
    return path.read_text("utf-8")


def is_divided(left: str, right: str) -> bool:
    """Whether two pieces, parted by a hyphen at a line's end, are one word: they are known as one, and not as two."""
    before, after = left.lower().strip(_SIGNS), right.lower().strip(_SIGNS)
    return is_common(before + after) and not (is_common(before) and is_common(after))
