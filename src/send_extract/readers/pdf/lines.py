"""Words on a page to lines, and which line break is the author's, which the column's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise, product
from typing import NamedTuple

from send_extract.notation.hanging import hangs
from send_extract.readers.pdf.words import Word

_SAME_LINE = 0.6
"""The part of its height by which a word overlaps the others of its line."""
SPACE = 0.25
"""The width of a space, in font sizes."""
_APART = 0.3
"""Lines that are further apart than others by this, in font sizes, are no lines of one paragraph."""
TOUCHING = 0.1
"""A gap of less than this, in font sizes, is within a word."""
BREAK = 0.5
"""Columns, and headings, stand further apart than this, in font sizes; words of one do not."""
CLOSEST = 0.35
"""So near may columns come to one another in a table without lines; justified words are as far apart."""
_SMALL, _LIFT, _HANGS = 0.85, 0.15, 0.5
"""How small, how high and how near a raised word is, by the size of the word before it."""
_STEP = 12.0
"""Points of the columns in which the word before a raised one is looked for."""
_DOUBT = 0.3
"""The font sizes by which a word in small letters, which hardly ever begins a paragraph, may seem to have fitted."""
SLACK = 0.5
"""Points by which two places that are meant to be one may differ."""


class Line(NamedTuple):
    """Words side by side, from left to right, and the right edge that they may reach.

    `leading` is the least gap between two lines around it, where more than its own column is known; `begins`
    where another column tells that an item begins with it, `goes_on` where it goes on with the line above.
    """

    words: tuple[Word, ...]
    edge: float = 0.0
    leading: float | None = None
    begins: bool = False
    goes_on: bool = False

    @property
    def text(self) -> str:
        """The words, a space apart."""
        return " ".join(word.text for word in self.words)

    @property
    def size(self) -> float:
        """The largest font size of the line."""
        return max(word.size for word in self.words)

    @property
    def top(self) -> float:
        """The upper edge of its highest word."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """The lower edge of its lowest word."""
        return max(word.bottom for word in self.words)

    @property
    def x0(self) -> float:
        """Where its first word begins."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Where the word that reaches furthest ends."""
        return max(word.x1 for word in self.words)


def group_lines(words: Iterable[Word], edge: float) -> tuple[Line, ...]:
    """The lines that `words` stand in, from the top down; `edge` is the right edge of their column.

    A raised mark stands in the line of the word that it hangs on, wherever its own height would put it.
    """
    own = tuple(words)
    bases = dict(_find_raised(own))
    levels = sorted(
        ((bases.get(place, word), word, place in bases) for place, word in enumerate(own)), key=_order
    )
    lines: list[list[Word]] = []
    level: Word | None = None
    for base, word, is_raised in levels:
        if level is None or not _shares_line(level, base):
            lines.append([])
            level = base
        lines[-1].append(word._replace(raised=True) if is_raised else word)
    return tuple(Line(tuple(sorted(line, key=lambda word: word.x0)), edge) for line in lines)


def _order(leveled: tuple[Word, Word, bool]) -> tuple[float, float]:
    base, word, _ = leveled
    return base.top + base.bottom, word.x0


def _find_raised(words: Sequence[Word]) -> Iterator[tuple[int, Word]]:
    """The place of each word that is smaller and higher than the one that it follows closely, and that one."""
    most = max((word.size for word in words), default=0.0)
    small = [place for place, word in enumerate(words) if word.size < _SMALL * most]
    least = min((words[place].size for place in small), default=most)
    ends: dict[int, list[Word]] = defaultdict(list)
    for word, column in product((word for word in words if least < _SMALL * word.size), (-1, 0, 1)):
        ends[int(word.x1 // _STEP) + column].append(word)
    for place in small:
        near = ends.get(int(words[place].x0 // _STEP), ())
        base = next(filter(partial(_is_base, words[place]), near), None)
        if base is not None:
            yield place, base


def _is_base(word: Word, before: Word) -> bool:
    """Whether `word` is smaller and higher than the one `before` it."""
    if word.size >= _SMALL * before.size or abs(word.x0 - before.x1) > _HANGS * before.size:
        return False
    return word.bottom > before.top and before.bottom - word.bottom > _LIFT * before.size


def _shares_line(first: Word, word: Word) -> bool:
    overlap = min(first.bottom, word.bottom) - max(first.top, word.top)
    return overlap > _SAME_LINE * min(first.bottom - first.top, word.bottom - word.top)


def part_words(words: Iterable[Word], least: float = BREAK) -> Iterator[list[Word]]:
    """Words from left to right, parted where they stand as far apart as columns: by `least` font sizes."""
    run: list[Word] = []
    reach = 0.0
    for word in words:
        if run and word.x0 - reach > least * word.size:
            yield run
            run = []
        reach = max(reach, word.x1) if run else word.x1
        run.append(word)
    if run:
        yield run


def find_wraps(lines: Sequence[Line]) -> tuple[bool, ...]:
    """For each line, whether the break before it is the column's and not the author's; never before the first.

    It is the column's where the next word would not have fitted, and the lines are no further apart than others.
    """
    known = [line.leading for line in lines if line.leading is not None]
    own = [gap for line, following in pairwise(lines) if (gap := find_gap(line, following)) >= 0]
    closest = min((*known, *own), default=0.0)
    return (False, *(_wraps(line, following, closest) for line, following in pairwise(lines)))[: len(lines)]


def _wraps(line: Line, following: Line, closest: float) -> bool:
    if following.begins or find_gap(line, following) - closest >= _APART * line.size:
        return False
    return following.goes_on or hangs(line.text) or _overflows(line, following)


def find_gap(line: Line, following: Line) -> float:
    """The points between two lines; negative where a new page begins. A list mark may stand out above its words."""
    above, below = _cut_mark(line), _cut_mark(following)
    return min(word.top for word in below) - max(word.bottom for word in above)


def _cut_mark(line: Line) -> Sequence[Word]:
    """The words of a line behind a sign that it begins with."""
    first = line.words[0].text
    is_sign = first.startswith("(cid:") or not any(map(str.isalnum, first))
    return line.words[1:] if is_sign and len(line.words) > 1 else line.words


def _overflows(line: Line, following: Line) -> bool:
    word = following.words[0]
    room = line.edge - line.words[-1].x1
    slack = _DOUBT * word.size if word.text[:1].islower() else SLACK
    return _find_end(following) - word.x0 + SPACE * word.size > room - slack


def _find_end(line: Line) -> float:
    """Where the first word of a line ends, with what hangs on it: a raised mark, the rest in other letters."""
    end = line.words[0].x1
    for word in line.words[1:]:
        if word.x0 - end >= TOUCHING * word.size:
            break
        end = word.x1
    return end
