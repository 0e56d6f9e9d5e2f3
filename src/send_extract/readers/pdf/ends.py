"""What the ends of lines tell in a document that prints the space at which it wraps a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from send_extract.notation.hanging import hangs
from send_extract.readers.pdf.lines import Line, find_wraps
from send_extract.readers.pdf.seams import BROKEN, Habits, has_room, is_word_broken

_FEWEST = 3
"""As many wrapped lines show that the document keeps their spaces, where none lacks it."""


def keeps_each_space(cells: Iterable[Sequence[Line]], habits: Habits) -> bool:
    """Whether every line that is surely wrapped, for small letters follow, ends in its space."""
    ends = [end for cell in cells for end in _find_wrapped_ends(cell, habits)]
    return len(ends) >= _FEWEST and all(ends)


def _find_wrapped_ends(cell: Sequence[Line], habits: Habits) -> Iterator[bool]:
    for place, (line, following) in enumerate(pairwise(cell)):
        is_known = following.words[0].text[:1].islower() and not _is_full(cell[place:], habits)
        if is_known and find_wraps((line, following))[1]:
            yield line.words[-1].spaced


def is_ended(lines: Sequence[Line], habits: Habits) -> bool:
    """Whether the author ended the first of `lines`: its space would be there if the column had."""
    if not habits.keeps_each or lines[0].words[-1].spaced or not lines[1].words[0].text[:1].isupper():
        return False
    return not hangs(lines[0].text) and not _is_full(lines, habits)


def _is_full(lines: Sequence[Line], habits: Habits) -> bool:
    """Whether the first of `lines` had no room for a space, or ends inside a word."""
    line = lines[0]
    last = line.words[-1]
    is_cut = BROKEN.search(last.text) is not None or is_word_broken(lines, "", habits)
    return is_cut or not has_room(last, line.edge - last.x1)
