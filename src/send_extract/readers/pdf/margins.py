"""Page headers and footers of a PDF: lines near the edge that come again on other pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from send_extract.notation.furniture import is_marking, is_page_number
from send_extract.patterns import compile_later
from send_extract.readers.pdf.lines import Line, group_lines, part_words

if TYPE_CHECKING:
    from send_extract.readers.pdf.pages import Page

_DIGITS = compile_later(r"\d+")
_MARGIN = 0.1
"""The part of a page's height in which its header, or its footer, stands."""
_SHIFT = 6.0
"""The points by which a header's place may differ from page to page."""


class PageText(NamedTuple):
    """A page's lines outside its tables: what is its own, and what its header and footer say."""

    body: tuple[Line, ...]
    header: tuple[Line, ...]
    footer: tuple[Line, ...]


def divide_pages(pages: Sequence[Page]) -> tuple[PageText, ...]:
    """The lines outside the tables of each page; those at its edges that come again stand apart."""
    lines = [_find_lines(page) for page in pages]
    repeated = _find_repeated(pages, lines)
    return tuple(_divide(page, own, repeated) for page, own in zip(pages, lines, strict=True))


def _find_lines(page: Page) -> tuple[Line, ...]:
    """The lines outside tables; their right edge is the page's margin, or the furthest of them."""
    words = [word for word in page.words if not any(table.box.holds(word) for table in page.tables)]
    left = min((word.x0 for word in words), default=0.0)
    return group_lines(words, max((page.width - left, *(word.x1 for word in words))))


def _find_side(page: Page, line: Line) -> str:
    middle = (line.words[0].top + line.words[0].bottom) / 2
    if middle < _MARGIN * page.height:
        return "header"
    return "footer" if middle > (1 - _MARGIN) * page.height else ""


def _fold(page: Page, line: Line) -> str:
    return f"{_find_side(page, line)} {_DIGITS.sub('#', line.text)}"


def _measure(page: Page, line: Line) -> float:
    """How far a line stands from the edge of its page."""
    top = line.words[0].top
    return top if _find_side(page, line) == "header" else page.height - top


def _find_repeated(pages: Sequence[Page], lines: Sequence[Sequence[Line]]) -> Mapping[str, Sequence[float]]:
    """For each wording at the edge of a page, how far from the edge it stands on each of the pages."""
    found: dict[str, list[float]] = {}
    for page, own in zip(pages, lines, strict=True):
        for line in own:
            if _find_side(page, line):
                found.setdefault(_fold(page, line), []).append(_measure(page, line))
    return found


def _divide(page: Page, lines: Sequence[Line], repeated: Mapping[str, Sequence[float]]) -> PageText:
    sides: dict[str, list[Line]] = {"": [], "header": [], "footer": []}
    for line in lines:
        side = _find_side(page, line)
        places = repeated.get(_fold(page, line), ()) if side else ()
        near = [place for place in places if abs(place - _measure(page, line)) < _SHIFT]
        sides[side if len(near) > 1 or _is_furniture(side, line) else ""].append(line)
    return PageText(tuple(sides[""]), tuple(sides["header"]), tuple(sides["footer"]))


def _is_furniture(side: str, line: Line) -> bool:
    """Whether a line at a page's edge says its number, or who may read it: in a footer beside other words."""
    texts = [" ".join(word.text for word in words) for words in part_words(line.words)]
    said = [_says_page(text) or is_marking(text) for text in texts]
    return any(said) if side == "footer" else bool(side) and all(said)


def _says_page(text: str) -> bool:
    """Whether a text is a page's number, and no bare figure, which a row may begin with: `Page 3`, `3 of 12`."""
    return is_page_number(text) and any(map(str.isdecimal, text)) and not text.isdecimal()
