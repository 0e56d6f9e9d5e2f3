"""A key below the rows of a plan, in its own table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from send_extract.notation.numbers import parse_number

if TYPE_CHECKING:
    from send_extract.document import Row
    from send_extract.extraction.columns import Columns

_WIDEST_KEY = 3


def split_key(columns: Columns, rows: tuple[Row, ...]) -> int:
    """Where a key that ends the rows begins (`RAG  Meaning`): two or more short rows of words without a figure."""
    numbers = columns.find("number")
    start = len(rows)
    while start and numbers and _is_short(rows[start - 1], columns, numbers[0]):
        start -= 1
    return start if 0 < start < len(rows) - 1 else len(rows)


def _is_short(row: Row, columns: Columns, place: int) -> bool:
    """Whether a row has too few cells, all filled, and words without a figure where its number would be."""
    cells = row.cells
    if not place < len(cells) < len(columns.headings) or len(cells) > _WIDEST_KEY:
        return False
    text = cells[place].text
    return all(cell.blocks for cell in cells) and parse_number(text) is None and not re.search(r"\d", text)
