"""Words that a text breaks at its width, put back on one line: mail, terminals and careful typists break so."""

from __future__ import annotations

from collections.abc import Sequence

from send_extract.notation.hanging import is_open
from send_extract.notation.marks import find_mark
from send_extract.patterns import compile_later
from send_extract.readers.dialects.evidence import TextRow
from send_extract.runs import part_runs

_WIDEST = 100
"""Characters of the longest line of words in a text that breaks them at its width; in others a line is a paragraph."""
_RAGGED = 10
"""Characters that may be left of a line before the word that begins the next: not every line was broken by rule."""
_ENDS = compile_later(r".*[.:;?!|>\"”]\W*$")
_LABELLED = compile_later(r"\s*[\w '/()-]{2,40}:(?:\s|$)")


def join_wrapped(rows: Sequence[TextRow]) -> list[TextRow]:
    """`rows`, with the lines of words that were broken at the text's width as one."""
    width = max((len(row.cells[0].rstrip()) for row in rows if _is_worded(row)), default=0)
    if width > _WIDEST:
        return list(rows)
    return list(map(_join, part_runs(rows, lambda lines, row: not _goes_on(lines[-1], row, width))))


def _join(lines: Sequence[TextRow]) -> TextRow:
    """The lines of a paragraph as one row, in the place of the first."""
    first, *others = lines
    if not others:
        return first
    words = (first.cells[0].rstrip(), *(row.cells[0].strip() for row in others))
    return TextRow([" ".join(words)], first.line)


def _is_worded(row: TextRow) -> bool:
    return len(row.cells) == 1 and any(map(str.isalpha, row.cells[0]))


def _goes_on(above: TextRow, row: TextRow, width: int) -> bool:
    """Whether a line finishes the one right above it, which had no room left for its first word."""
    if row.line != above.line + 1 or not (_is_worded(above) and _is_worded(row)):
        return False
    text, words = above.cells[0].rstrip(), row.cells[0].strip()
    is_inside = _is_inside(text, words)
    room = width - len(text) - 1 - len(words.split()[0])
    if room >= (_RAGGED if is_inside else 0) or _ENDS.match(text) or _begins(words):
        return False
    return is_inside or is_open(text)


def _is_inside(text: str, words: str) -> bool:
    """Whether words are inside a sentence for certain: in small letters, or in a bracket that the line above opens."""
    return words[0].islower() or (text.rfind("(") > text.rfind(")") and ")" in words)


def _begins(words: str) -> bool:
    """Whether words begin something by a mark or a label."""
    return find_mark(words) is not None or _LABELLED.match(words) is not None
