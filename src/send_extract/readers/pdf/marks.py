"""List marks that are no letters: small shapes that are drawn, and signs of fonts of symbols."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from send_extract.notation.marks import BULLET
from send_extract.patterns import compile_later

if TYPE_CHECKING:
    from send_extract.readers.pdf.words import Word

_SYMBOLS = compile_later(
    r"(?i)wingdings|webdings|dingbats|(?:^|\+)(?:opensymbol|starsymbol|symbol)|monotypesorts"
)
_LEAST_MARK, _MOST_MARK = 1.5, 8.0
"""The points that a drawn list mark measures."""
_OBLONG = 1.7
_INDENT = 2.5
"""The widest gap between a list mark and its words, in font sizes."""
_CLEAR = 0.3
"""What stands nearer than this, in font sizes, to the left of a sign makes it no list mark."""


def name_marks(words: Sequence[Word], shapes: Iterable[dict[str, Any]]) -> Iterator[Word]:
    """The words, a bullet for each small shape and each lone sign of a font of symbols that stands before some."""
    drawn = list(_find_drawn_marks(words, shapes))
    for word in words:
        if len(word.text) > 1 or not _SYMBOLS.search(word.font):
            yield word
            continue
        middle = (word.top + word.bottom) / 2
        row = [each for each in words if each is not word and each.top < middle < each.bottom]
        yield word if _find_marked(row, word.x0, word.x1) is None else word._replace(text=BULLET)
    yield from drawn


def _find_drawn_marks(words: Sequence[Word], shapes: Iterable[dict[str, Any]]) -> Iterator[Word]:
    """A bullet for each small round or square shape that stands before words, as browsers draw them."""
    ranked = sorted(words, key=lambda word: word.top)
    tops = [word.top for word in ranked]
    tallest = max((word.bottom - word.top for word in words), default=0.0)
    for x0, x1, top, bottom in sorted(_find_places(shapes)):
        middle = (top + bottom) / 2
        near = ranked[bisect_left(tops, middle - tallest) : bisect_left(tops, middle)]
        word = _find_marked([word for word in near if word.bottom > middle], x0, x1)
        if word is not None:
            yield word._replace(text=BULLET, x0=x0, x1=x1, spaced=True)


def _find_places(shapes: Iterable[dict[str, Any]]) -> set[tuple[float, float, float, float]]:
    """Where shapes of a mark's size stand: the same shape is often drawn twice, filled and outlined."""
    boxes = ((shape["x0"], shape["x1"], shape["top"], shape["bottom"]) for shape in shapes)
    return {
        (round(x0, 1), round(x1, 1), round(top, 1), round(bottom, 1))
        for x0, x1, top, bottom in boxes
        if _is_mark_size(x1 - x0, bottom - top)
    }


def _is_mark_size(width: float, height: float) -> bool:
    sides = _LEAST_MARK <= width <= _MOST_MARK and _LEAST_MARK <= height <= _MOST_MARK
    return sides and 1 / _OBLONG < width / height < _OBLONG


def _find_marked(row: Sequence[Word], x0: float, x1: float) -> Word | None:
    """The word that a mark between `x0` and `x1` introduces, if nothing stands close before it."""
    after = [word for word in row if 0 <= word.x0 - x1 <= _INDENT * word.size]
    if not after or any(word.x0 < x1 and word.x1 > x0 - _CLEAR * word.size for word in row):
        return None
    return min(after, key=lambda word: word.x0)
