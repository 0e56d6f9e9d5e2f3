"""Typed text with the tags of tables in it: outside these a line is a paragraph, as in any text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from send_extract.patterns import compile_later
from send_extract.readers.delimited.wrapped import join_wrapped
from send_extract.readers.dialects.evidence import TextRow

_TABLE = compile_later(r"<(/?)table\b[^<>]*>", re.IGNORECASE)
_BLOCK = compile_later(
    r"<(?:(?:!doctype|html|head|body|title|p|div|br|h[1-6]|[uod]l|pre|section|article|main|header|center|form|tr|td|th"
    r"|thead|tbody|style|script|textarea)\b|!--|[a-z/][^<>\n]*\n[^<>]*>)",
    re.IGNORECASE,
)
"""Tags that say where lines end, or hold some: a page has such, typed text has none but in its tables."""


def mark_lines(markup: str) -> str:
    """`markup`, the lines that stand outside its tables in the tags of paragraphs where no other tag parts them."""
    if any(
        _BLOCK.search(markup, start, end) for start, end, is_table in _part_tables(markup) if not is_table
    ):
        return markup
    pieces = ((markup[start:end], is_table) for start, end, is_table in _part_tables(markup))
    return "".join(words if is_table else _print_lines(words) for words, is_table in pieces)


def _part_tables(markup: str) -> Iterator[tuple[int, int, bool]]:
    """Where the pieces of a text begin and end, and which are tables, the tables inside another one with that."""
    start = depth = 0
    for tag in _TABLE.finditer(markup):
        place = tag.end() if tag[1] else tag.start()
        if depth == bool(tag[1]):
            yield start, place, bool(tag[1])
            start = place
        depth = max(depth + (-1 if tag[1] else 1), 0)
    yield start, len(markup), depth > 0


def _print_lines(words: str) -> str:
    rows = [
        TextRow([line], number)
        for number, line in enumerate(words.split("\n"))
        if line and not line.isspace()
    ]
    return "".join(f"<p>{row.cells[0]}</p>\n" for row in join_wrapped(rows))
