"""Words on a page to lines, lines to blocks: which line break is the author's, which the column's."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from send_extract.document import Block, Run
from send_extract.readers.lines import find_marker

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_SLANTED = re.compile(r"italic|oblique", re.IGNORECASE)
_BROKEN = re.compile(r"\w[-/\u2010]$")
"""A line that ends so was broken inside a word."""
_GLUED_NUMBER = re.compile(r"\d{1,2}[.)](?=[A-Z])")
_SAME_LINE = 0.6
_SPACE = 0.25
"""The width of a space, in font sizes."""
_APART = 0.3
"""Lines that are further apart than others by this, in font sizes, are no lines of one paragraph."""
_TOUCHING = 0.1
"""A gap of less than this, in font sizes, is within a word."""
_CLOSING = ",.;:!?)]"
_LETTER = 1.15
"""How much wider than the average of its word the next letter may be."""
_SLACK = 0.5
"""Points by which two places that are meant to be one may differ."""


class Word(NamedTuple):
    """A word where it stands, in points from the page's upper left corner."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    font: str = ""
    size: float = 0.0

    @property
    def emphasis(self) -> str:
        """The emphasis that the font's name tells."""
        return ("b" if _BOLD.search(self.font) else "") + ("i" if _SLANTED.search(self.font) else "")


class Line(NamedTuple):
    """Words side by side, from left to right, and the right edge that they may reach.

    `leading` is the least gap between two lines around it, where more than its own column is known.
    """

    words: tuple[Word, ...]
    edge: float = 0.0
    leading: float | None = None

    @property
    def text(self) -> str:
        """The words, a space apart."""
        return " ".join(word.text for word in self.words)

    @property
    def size(self) -> float:
        """The largest font size of the line."""
        return max(word.size for word in self.words)


def group_lines(words: Iterable[Word], edge: float) -> tuple[Line, ...]:
    """The lines that `words` stand in, from the top down; `edge` is the right edge of their column."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda each: (each.top + each.bottom, each.x0)):
        if lines and _shares_line(lines[-1][0], word):
            lines[-1].append(word)
        else:
            lines.append([word])
    return tuple(Line(tuple(sorted(line, key=lambda word: word.x0)), edge) for line in lines)


def _shares_line(first: Word, word: Word) -> bool:
    overlap = min(first.bottom, word.bottom) - max(first.top, word.top)
    return overlap > _SAME_LINE * min(first.bottom - first.top, word.bottom - word.top)


def find_wraps(lines: Sequence[Line]) -> tuple[bool, ...]:
    """For each line, whether the break before it is the column's and not the author's; never before the first.

    It is the column's where the next word would not have fitted, and the lines are no further apart than others.
    """
    pairs = tuple(pairwise(lines))
    gaps = [find_gap(line, following) for line, following in pairs]
    known = [line.leading for line in lines if line.leading is not None]
    closest = min((*known, *(gap for gap in gaps if gap >= 0)), default=0.0)
    wraps = (
        _overflows(line, following) and gap - closest < _APART * line.size
        for (line, following), gap in zip(pairs, gaps, strict=True)
    )
    return (False, *wraps)[: len(lines)]


def find_gap(line: Line, following: Line) -> float:
    """The points between two lines; negative where a new page begins."""
    return min(word.top for word in following.words) - max(word.bottom for word in line.words)


def _overflows(line: Line, following: Line) -> bool:
    word = following.words[0]
    room = line.edge - line.words[-1].x1
    return word.x1 - word.x0 + _SPACE * word.size > room - _SLACK


def build_blocks(lines: Sequence[Line]) -> tuple[Block, ...]:
    """The blocks of a cell's lines: an item for each mark, wrapped lines joined, other breaks kept."""
    blocks: list[list[Line]] = []
    marked = False
    for line, wrapped in zip(lines, find_wraps(lines), strict=True):
        starts = _find_mark(line.text) > 0
        hangs = marked and bool(blocks) and line.words[0].x0 > blocks[-1][0].words[0].x0 + _SLACK
        if blocks and not starts and (wrapped or hangs):
            blocks[-1].append(line)
        else:
            blocks.append([line])
            marked = starts
    return tuple(_build_block(block) for block in blocks)


def _find_mark(text: str) -> int:
    """How many characters of a line are its list mark, which may have lost the space after it."""
    match = _GLUED_NUMBER.match(text)
    return match.end() if match else find_marker(text)


def _build_block(lines: Sequence[Line]) -> Block:
    runs = join_lines(lines)
    text = "".join(run.text for run in runs)
    start = _find_mark(text)
    if start and text[start:].strip():
        return Block(cut_runs(runs, start), 1, text[:start].strip())
    return Block(runs)


def join_lines(lines: Sequence[Line]) -> tuple[Run, ...]:
    """The runs of lines that wrap, a space between them, or none where a word was broken."""
    runs: list[Run] = []
    above: Line | None = None
    for line in lines:
        before: Word | None = None
        for word in line.words:
            if before is not None:
                closest = _SPACE if word.text[0] in _CLOSING else _TOUCHING
                parted = word.x0 - before.x1 >= closest * word.size
            else:
                parted = above is not None and not _breaks_word(above, line)
            _add_word(runs, word, " " if parted else "")
            before = word
        above = line
    return tuple(runs)


def _breaks_word(line: Line, following: Line) -> bool:
    """Whether the column broke a word: at its hyphen or slash, or because no line could hold it."""
    last = line.words[-1]
    following_word = following.words[0]
    left, right = last.text[-1], following_word.text[0]
    if _BROKEN.search(last.text) or right in _CLOSING:
        return True
    if not (left.isalpha() and right.islower()) and not (left.isupper() and right.isupper()):
        return False
    is_alone = all(find_marker(f"{word.text} x") for word in line.words[:-1])
    rest = following_word.x1 - following_word.x0
    is_full = line.edge - last.x1 < _LETTER * rest / len(following_word.text)
    return is_alone and is_full and last.x1 - last.x0 + rest > line.edge - last.x0 + _SLACK


def _add_word(runs: list[Run], word: Word, space: str) -> None:
    if runs and runs[-1].emphasis == word.emphasis:
        runs[-1] = Run(runs[-1].text + space + word.text, word.emphasis)
        return
    if space:
        runs[-1] = Run(f"{runs[-1].text} ", runs[-1].emphasis)
    runs.append(Run(word.text, word.emphasis))


def cut_runs(runs: Sequence[Run], start: int) -> tuple[Run, ...]:
    """The runs from character `start` on."""
    kept: list[Run] = []
    for text, emphasis in runs:
        part, start = text[start:], max(start - len(text), 0)
        if part:
            kept.append(Run(part, emphasis))
    return tuple(kept)
