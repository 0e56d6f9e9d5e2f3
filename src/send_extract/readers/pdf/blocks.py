"""Lines to blocks: which lines are items of a list, which wrap, and the runs of words that they make."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from send_extract.document import Block, Run, cut_runs, print_runs
from send_extract.notation.marks import BULLET
from send_extract.patterns import compile_later
from send_extract.readers.lines import find_marker
from send_extract.readers.pdf.ends import is_ended
from send_extract.readers.pdf.lines import SLACK, SPACE, TOUCHING, Line, find_wraps
from send_extract.readers.pdf.seams import CLOSING, Habits, find_glue
from send_extract.readers.pdf.words import Word

_GLUED_NUMBER = compile_later(r"\d{1,2}[.)](?=[A-Z])")
_NO_MARKS = "*&£$€#%=/\\()[]{}<\"'“”‘’,.;:"
"""Signs that words begin with."""
_MEANING = ">+?~^|!≤≥"
"""Signs that mean something once, and are list marks where they come again."""
_DASHES = "-–—"
"""Marks of lists, and what may stand between the words of a line that wraps: there once, it is no mark."""
_INDENT = 0.9
"""A list mark that stands further in than others by this, in font sizes, is of a list in the list."""
_UNKNOWN = Habits()


def build_blocks(
    lines: Sequence[Line], habits: Habits = _UNKNOWN, known: frozenset[str] = frozenset()
) -> tuple[Block, ...]:
    """The blocks of a cell's lines: an item for each mark, wrapped lines joined, other breaks kept.

    `habits` tell what a line's end means in this document; `known` are signs that are list marks in other cells.
    """
    signs = known | find_signs(lines)
    blocks = _group_blocks(lines, signs, habits)
    lefts = [block[0].x0 for block in blocks if _find_mark(block[0].text, signs)]
    return tuple(_build_block(block, signs, min(lefts, default=0.0), habits) for block in blocks)


def _group_blocks(lines: Sequence[Line], signs: frozenset[str], habits: Habits) -> Sequence[Sequence[Line]]:
    """The lines of each block: a mark begins one; a line goes on that wraps, or hangs in below a marked one."""
    blocks: list[list[Line]] = []
    marked = False
    for place, (line, fits) in enumerate(zip(lines, find_wraps(lines), strict=True)):
        wrapped = fits and not is_ended(lines[place - 1 :], habits)
        is_dash = wrapped and line.words[0].text in _DASHES and line.words[0].text not in signs
        starts = line.begins or (_find_mark(line.text, signs) > 0 and not is_dash)
        hangs = marked and line.x0 > blocks[-1][0].x0 + SLACK
        if blocks and not starts and (wrapped or hangs):
            blocks[-1].append(line)
        else:
            blocks.append([line])
            marked = _find_mark(line.text, signs) > 0
    return blocks


def find_signs(lines: Sequence[Line]) -> frozenset[str]:
    """The signs that are list marks in this cell: each begins its first line, or two and more of its lines."""
    firsts = Counter(line.words[0].text for line in lines if len(line.words) > 1)
    first = lines[0].words[0].text if lines else ""
    return frozenset(
        text for text, count in firsts.items() if _may_mark(text) and (count > 1 or _marks_once(text, first))
    )


def _may_mark(text: str) -> bool:
    return len(text) == 1 and not text.isalnum() and text not in _NO_MARKS


def _marks_once(text: str, first: str) -> bool:
    return text == first and text not in _MEANING


def _find_mark(text: str, signs: frozenset[str] = frozenset()) -> int:
    """How many characters of a line are its list mark, which may have lost the space after it."""
    if text[:1] in signs and text[1:2].isspace():
        return 2
    match = _GLUED_NUMBER.match(text)
    return match.end() if match else find_marker(text)


def _build_block(lines: Sequence[Line], signs: frozenset[str], left: float, habits: Habits) -> Block:
    runs = join_lines(lines, habits)
    text = print_runs(runs)
    start = _find_mark(text, signs)
    if start and text[start:].strip():
        first = lines[0].words[0]
        level = 2 if first.x0 - left > _INDENT * first.size else 1
        return Block(cut_runs(runs, start), level, _print_mark(text[:start].strip()))
    return Block(runs)


def _print_mark(mark: str) -> str:
    """The mark, a bullet for a glyph that has no letter."""
    return BULLET if not mark.isprintable() or mark.startswith("(cid:") else mark


def join_lines(lines: Sequence[Line], habits: Habits = _UNKNOWN) -> tuple[Run, ...]:
    """The runs of lines that wrap, a space between them, or none where a word was broken."""
    runs: list[Run] = []
    begun = ""
    for place, line in enumerate(lines):
        last, glue = line.words[-1].text, ""
        begun = begun if len(line.words) == 1 else ""
        if place + 1 < len(lines):
            last, glue = find_glue(lines[place:], begun, habits)
        begun = "" if glue else begun + last
        for word, after in pairwise(line.words):
            _add_word(runs, word, " " if _is_parted(word, after) else "")
        _add_word(runs, line.words[-1]._replace(text=last), glue)
    return tuple(runs)


def _is_parted(word: Word, after: Word) -> bool:
    """Whether a space stands between two words of a line."""
    closest = SPACE if after.text[:1] in CLOSING else TOUCHING
    return after.x0 - word.x1 >= closest * after.size


def _add_word(runs: list[Run], word: Word, glue: str) -> None:
    """Adds a word and what follows it."""
    if runs and runs[-1].emphasis == word.emphasis:
        runs[-1] = Run(runs[-1].text + word.text + glue, word.emphasis)
    elif word.text:
        runs.append(Run(word.text + glue, word.emphasis))
