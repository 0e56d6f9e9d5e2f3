"""Words on a page to lines, lines to blocks: which line break is the author's, which the column's."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from send_extract.document import Block, Run, cut_runs
from send_extract.notation.marks import BULLET
from send_extract.patterns import compile_later
from send_extract.readers.lines import find_marker

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

_BOLD = compile_later(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_SLANTED = compile_later(r"italic|oblique", re.IGNORECASE)
_BROKEN = compile_later(r"\w[-/\u2010]$")
"""A line that ends so was broken inside a word."""
_GLUED_NUMBER = compile_later(r"\d{1,2}[.)](?=[A-Z])")
_SAME_LINE = 0.6
_SPACE = 0.25
"""The width of a space, in font sizes."""
_APART = 0.3
"""Lines that are further apart than others by this, in font sizes, are no lines of one paragraph."""
_TOUCHING = 0.1
"""A gap of less than this, in font sizes, is within a word."""
_NO_MARKS = "*&£$€#%=/\\()[]{}<\"'“”‘’,.;:"
"""Signs that words begin with."""
_MEANING = ">+?~^|!≤≥"
"""Signs that mean something once, and are list marks where they come again."""
_CLOSING = ",.;:!?)]"
_LETTER = 1.15
"""How much wider than the average of its word the next letter may be."""
_SMALL, _LIFT = 0.85, 0.15
"""How small and how high a raised word is, by the word before it."""
_INDENT = 0.9
"""A list mark that stands further in than others by this, in font sizes, is of a list in the list."""
_WHOLE = 4
"""The letters of a word that is hardly ever the beginning or the end of another by chance."""
_DOUBT = 0.3
"""The font sizes by which a word in small letters, which hardly ever begins a paragraph, may seem to have fitted."""
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
    raised: bool = False

    @property
    def emphasis(self) -> str:
        """The emphasis that the font's name tells, and the word's height on its line."""
        bold = "b" if _BOLD.search(self.font) else ""
        return bold + ("i" if _SLANTED.search(self.font) else "") + ("^" if self.raised else "")


class Line(NamedTuple):
    """Words side by side, from left to right, and the right edge that they may reach.

    `leading` is the least gap between two lines around it, where more than its own column is known; `begins`
    where another column tells that an item begins with it.
    """

    words: tuple[Word, ...]
    edge: float = 0.0
    leading: float | None = None
    begins: bool = False

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
    return tuple(Line(_raise_words(sorted(line, key=lambda word: word.x0)), edge) for line in lines)


def _raise_words(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words of a line, those that are smaller and higher than the one before them as raised."""
    pairs = zip((None, *words), words, strict=False)
    return tuple(
        word._replace(raised=True) if before is not None and _is_raised(before, word) else word
        for before, word in pairs
    )


def _is_raised(before: Word, word: Word) -> bool:
    return word.size < _SMALL * before.size and before.bottom - word.bottom > _LIFT * before.size


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
        not following.begins and _overflows(line, following) and gap - closest < _APART * line.size
        for (line, following), gap in zip(pairs, gaps, strict=True)
    )
    return (False, *wraps)[: len(lines)]


def find_gap(line: Line, following: Line) -> float:
    """The points between two lines; negative where a new page begins."""
    return min(word.top for word in following.words) - max(word.bottom for word in line.words)


def _overflows(line: Line, following: Line) -> bool:
    word = following.words[0]
    room = line.edge - line.words[-1].x1
    slack = _DOUBT * word.size if word.text[0].islower() else _SLACK
    return word.x1 - word.x0 + _SPACE * word.size > room - slack


def build_blocks(
    lines: Sequence[Line], vocabulary: Container[str] = (), known: frozenset[str] = frozenset()
) -> tuple[Block, ...]:
    """The blocks of a cell's lines: an item for each mark, wrapped lines joined, other breaks kept.

    `vocabulary` holds words of the document: one of them at the end of a line was not broken there. `known` are
    signs that are list marks in other cells.
    """
    blocks: list[list[Line]] = []
    signs = known | find_signs(lines)
    marked = False
    for line, wrapped in zip(lines, find_wraps(lines), strict=True):
        starts = _find_mark(line.text, signs) > 0
        hangs = marked and bool(blocks) and line.words[0].x0 > blocks[-1][0].words[0].x0 + _SLACK
        if blocks and not starts and not line.begins and (wrapped or hangs):
            blocks[-1].append(line)
        else:
            blocks.append([line])
            marked = starts
    lefts = [block[0].words[0].x0 for block in blocks if _find_mark(block[0].text, signs)]
    return tuple(_build_block(block, signs, min(lefts, default=0.0), vocabulary) for block in blocks)


def find_signs(lines: Sequence[Line]) -> frozenset[str]:
    """The signs that are list marks in this cell: each begins its first line, or two and more of its lines."""
    firsts = [line.words[0].text for line in lines if len(line.words) > 1]
    signs = {text for text in firsts if len(text) == 1 and not text.isalnum() and text not in _NO_MARKS}
    return frozenset(
        sign
        for sign in signs
        if firsts.count(sign) > 1 or (sign == lines[0].words[0].text and sign not in _MEANING)
    )


def _find_mark(text: str, signs: frozenset[str] = frozenset()) -> int:
    """How many characters of a line are its list mark, which may have lost the space after it."""
    if text[:1] in signs and text[1:2].isspace():
        return 2
    match = _GLUED_NUMBER.match(text)
    return match.end() if match else find_marker(text)


def _build_block(
    lines: Sequence[Line], signs: frozenset[str], left: float, vocabulary: Container[str]
) -> Block:
    runs = join_lines(lines, vocabulary)
    text = "".join(run.text for run in runs)
    start = _find_mark(text, signs)
    if start and text[start:].strip():
        first = lines[0].words[0]
        level = 2 if first.x0 - left > _INDENT * first.size else 1
        return Block(cut_runs(runs, start), level, _print_mark(text[:start].strip()))
    return Block(runs)


def _print_mark(mark: str) -> str:
    """The mark, a bullet for a glyph that has no letter."""
    return BULLET if not mark.isprintable() or mark.startswith("(cid:") else mark


def join_lines(lines: Sequence[Line], vocabulary: Container[str] = ()) -> tuple[Run, ...]:
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
                parted = above is not None and not _breaks_word(above, line, vocabulary)
            _add_word(runs, word, " " if parted else "")
            before = word
        above = line
    return tuple(runs)


def _breaks_word(line: Line, following: Line, vocabulary: Container[str]) -> bool:
    """Whether the column broke a word: at its hyphen or slash, or because no line could hold it."""
    last = line.words[-1]
    following_word = following.words[0]
    left, right = last.text[-1], following_word.text[0]
    if _BROKEN.search(last.text) or right in _CLOSING:
        return True
    if not (left.isalpha() and right.islower()) and not (left.isupper() and right.isupper()):
        return False
    if f"{last.text}{following_word.text}".lower() in vocabulary:
        return True
    if any(len(part) >= _WHOLE and part.lower() in vocabulary for part in (last.text, following_word.text)):
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
