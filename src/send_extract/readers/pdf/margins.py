"""Page headers and footers of a PDF: lines near the edge that come again on other pages."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from send_extract.readers.pdf.lines import Line, group_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from send_extract.readers.pdf.pages import Page

_DIGITS = re.compile(r"\d+")
_MARGIN = 0.1
"""The part of a page's height in which its header, or its footer, stands."""


class Text(NamedTuple):
    """A page's lines outside its tables: what is its own, and what its header and footer say."""

    body: tuple[Line, ...]
    header: tuple[Line, ...]
    footer: tuple[Line, ...]


def divide_pages(pages: Sequence[Page]) -> tuple[Text, ...]:
    """The lines outside the tables of each page; those at its edges that come again stand apart."""
    edge = max((word.x1 for page in pages for word in page.words), default=0.0)
    lines = [_find_lines(page, edge) for page in pages]
    counts = Counter(
        key for page, own in zip(pages, lines, strict=True) for key in {_fold(page, line) for line in own}
    )
    return tuple(_divide(page, own, counts) for page, own in zip(pages, lines, strict=True))


def _find_lines(page: Page, edge: float) -> tuple[Line, ...]:
    words = [word for word in page.words if not any(table.box.holds(word) for table in page.tables)]
    return group_lines(words, edge)


def _find_side(page: Page, line: Line) -> str:
    middle = (line.words[0].top + line.words[0].bottom) / 2
    if middle < _MARGIN * page.height:
        return "header"
    return "footer" if middle > (1 - _MARGIN) * page.height else ""


def _fold(page: Page, line: Line) -> str:
    return f"{_find_side(page, line)} {_DIGITS.sub('#', line.text)}"


def _divide(page: Page, lines: Sequence[Line], counts: Counter[str]) -> Text:
    sides: dict[str, list[Line]] = {"": [], "header": [], "footer": []}
    for line in lines:
        side = _find_side(page, line)
        sides[side if side and counts[_fold(page, line)] > 1 else ""].append(line)
    return Text(tuple(sides[""]), tuple(sides["header"]), tuple(sides["footer"]))
