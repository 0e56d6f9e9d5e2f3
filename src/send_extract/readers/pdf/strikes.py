"""Lines drawn through the middle of words, which strike them out and rule no table."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    Drawn = dict[str, Any]

_THICKEST = 2.0
"""The most points that such a line is thick; what is thicker covers words."""
_LOWEST, _HIGHEST = 0.1, 0.55
"""How far above a letter's foot a line goes through it, in font sizes: an underline, or a cell's edge, is below."""
_COVERED = 0.6
"""The part of its length in which a line that strikes words out has letters under it."""


class Strike(NamedTuple):
    """A level line through words, in points."""

    x0: float
    x1: float
    y: float

    def crosses(self, letter: Drawn) -> bool:
        """Whether the line goes through the middle of a letter."""
        if not self.x0 <= (letter["x0"] + letter["x1"]) / 2 <= self.x1:
            return False
        return bool(_LOWEST <= (letter["foot"] - self.y) / max(letter["size"], _LOWEST) <= _HIGHEST)


class Struck(NamedTuple):
    """What is drawn through words: the shapes' identities, and the letters that are struck out."""

    shapes: frozenset[int] = frozenset()
    letters: frozenset[int] = frozenset()


def find_struck(letters: Sequence[Drawn], shapes: Iterable[Drawn], noted: Iterable[Strike] = ()) -> Struck:
    """The letters that `shapes`, or the lines `noted` as such, are drawn through."""
    ranked = sorted(letters, key=_find_foot)
    tallest = max((letter["size"] for letter in ranked), default=0.0)
    lines: set[int] = set()
    struck: set[int] = set()
    for line, shape in (*_find_thin(shapes), *((each, None) for each in noted)):
        first, last = (bisect_left(ranked, y, key=_find_foot) for y in (line.y, line.y + tallest))
        crossed = list(filter(line.crosses, ranked[first:last]))
        if crossed and sum(map(_find_width, crossed)) >= _COVERED * (line.x1 - line.x0):
            lines.add(id(shape))
            struck.update(map(id, crossed))
    return Struck(frozenset(lines), frozenset(struck))


def _find_foot(letter: Drawn) -> float:
    foot: float = letter["foot"]
    return foot


def _find_width(letter: Drawn) -> float:
    width: float = letter["x1"] - letter["x0"]
    return width


def _find_thin(shapes: Iterable[Drawn]) -> Iterator[tuple[Strike, Drawn]]:
    for shape in shapes:
        if shape["bottom"] - shape["top"] <= _THICKEST < shape["x1"] - shape["x0"]:
            yield Strike(shape["x0"], shape["x1"], (shape["top"] + shape["bottom"]) / 2), shape
