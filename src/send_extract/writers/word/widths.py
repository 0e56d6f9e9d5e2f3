"""How wide the columns of a table are, by what stands in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from send_extract.writers.word.body import PrintedRow

_LETTER = 105
"""The width of a letter, in twentieths of a point, and of the room beside the words of a cell."""
_ROOM = 200
_LONGEST_WORD = 14
"""Letters of a word that a column is made wide enough for; a longer one is broken."""


def find_widths(rows: Sequence[PrintedRow], total: int) -> tuple[int, ...]:
    """The widths of the columns, together `total`: room for the longest word, the rest by how much is said."""
    columns = list(zip(*_list_texts(rows), strict=True))
    least = [_find_least(texts) for texts in columns]
    scale = min(1.0, total / sum(least))
    shares = [(1 + sum(map(len, texts))) ** 0.5 for texts in columns]
    left = (total - scale * sum(least)) / sum(shares)
    widths = [int(scale * width + left * share) for width, share in zip(least, shares, strict=True)]
    return (*widths[:-1], total - sum(widths[:-1]))


def _list_texts(rows: Sequence[PrintedRow]) -> Iterator[list[str]]:
    """The words of the cells of each row that has one in every column."""
    for row in rows:
        if len(row.cells) == len(rows[0].cells):
            yield [" ".join(line.text for line in cell.lines) for cell in row.cells]


def _find_least(texts: Iterable[str]) -> int:
    words = chain.from_iterable(text.split() for text in texts)
    return _ROOM + _LETTER * min(max(map(len, words), default=1), _LONGEST_WORD)
