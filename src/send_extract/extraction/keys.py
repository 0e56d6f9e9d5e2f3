"""A key below the rows of a plan, in its own table."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import takewhile
from typing import TYPE_CHECKING

from send_extract.notation.numbers import parse_number
from send_extract.patterns import compile_later

if TYPE_CHECKING:
    from send_extract.document import Row
    from send_extract.extraction.columns import Columns

_WIDEST_KEY = 3
_EXPLAINED = compile_later(r"[A-Z][\w&/.-]{0,9}\s*=\s*\w[^=\n]*$")


def split_key(columns: Columns, rows: tuple[Row, ...]) -> int:
    """Where a key that ends the rows begins: two or more short rows of words without a figure, or of explained terms.

    These are `RAG  Meaning`, or `KL = Kim Lowe` alone in each row.
    """
    numbers = columns.find("number")
    start = _count_above(rows, lambda row: bool(numbers) and _is_short(row, columns, numbers[0]))
    start = min(start, _count_above(rows, _is_explained))
    return start if 0 < start < len(rows) - 1 else len(rows)


def _count_above(rows: tuple[Row, ...], is_of_key: Callable[[Row], bool]) -> int:
    """How many rows stand above those that are a key's and end them."""
    return len(rows) - sum(1 for _ in takewhile(is_of_key, reversed(rows)))


def _is_explained(row: Row) -> bool:
    """Whether one cell is all of a row, and says what a term stands for."""
    [words, *others] = [cell.text for cell in row.filled] or [""]
    return not others and _EXPLAINED.match(words) is not None


def _is_short(row: Row, columns: Columns, place: int) -> bool:
    """Whether a row has too few cells, all filled, and words without a figure where its number would be."""
    cells = row.cells
    if not place < len(cells) < len(columns.headings) or len(cells) > _WIDEST_KEY:
        return False
    text = cells[place].text
    return all(cell.blocks for cell in cells) and parse_number(text) is None and not re.search(r"\d", text)
