"""A PDF's pages as pdfplumber sees them: their words, and the cells that lines are drawn around."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, NamedTuple

from send_extract.errors import DefectiveSource
from send_extract.readers.extras import require
from send_extract.readers.faults import blame_file
from send_extract.readers.ole2 import protected
from send_extract.readers.pdf.lines import Word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from send_extract.source import Source

_WIDE_LETTERS = 0.2
"""A gap between letters of more than this, in font sizes, parts two words."""


class Box(NamedTuple):
    """A rectangle, in points from the page's upper left corner."""

    x0: float
    top: float
    x1: float
    bottom: float

    def holds(self, word: Word) -> bool:
        """Whether the middle of `word` is inside."""
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom


class Place(NamedTuple):
    """A place in a table's grid: the box that covers it, and whether that repeats another place."""

    box: Box | None
    span: str = ""


class Ruled(NamedTuple):
    """A ruled table: its outline and its grid."""

    box: Box
    rows: tuple[tuple[Place, ...], ...]


class Page(NamedTuple):
    """A page: its size, words, ruled tables from the top down, and whether it shows pictures."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    tables: tuple[Ruled, ...]
    has_pictures: bool


def read_pages(source: Source) -> tuple[Page, ...]:
    """The pages of a PDF.

    Raises:
        DefectiveSource: the file is broken or protected.
        MissingExtra: pdfplumber is not installed.
    """
    plumber = require("pdfplumber", "pdf")
    from pdfminer.pdfdocument import PDFPasswordIncorrect  # noqa: PLC0415 - comes with pdfplumber

    try:
        with blame_file(source.name, "PDF"), plumber.open(io.BytesIO(source.data)) as pdf:
            return tuple(_read_page(page) for page in pdf.pages)
    except DefectiveSource as error:
        causes = (error.__cause__, *getattr(error.__cause__, "args", ()))
        if any(isinstance(cause, PDFPasswordIncorrect) for cause in causes):
            raise protected(source.name) from error
        raise


def _read_page(page: Any) -> Page:  # noqa: ANN401 - pdfplumber's own class
    found = page.extract_words(
        extra_attrs=["fontname", "size"], x_tolerance_ratio=_WIDE_LETTERS, keep_blank_chars=False
    )
    words = tuple(
        Word(
            each["text"], each["x0"], each["x1"], each["top"], each["bottom"], each["fontname"], each["size"]
        )
        for each in found
    )
    tables = sorted(page.find_tables(), key=lambda table: table.bbox[1])
    read = Page(
        page.page_number,
        float(page.width),
        float(page.height),
        words,
        tuple(_read_table(table) for table in tables),
        bool(page.images),
    )
    page.close()
    return read


def _read_table(table: Any) -> Ruled:  # noqa: ANN401 - pdfplumber's own class
    boxes = [Box(*cell) for cell in table.cells]
    columns = sorted({round(box.x0, 1) for box in boxes})
    rows = sorted({round(box.top, 1) for box in boxes})
    return Ruled(
        Box(*table.bbox),
        tuple(tuple(_find_places(boxes, columns, top)) for top in rows),
    )


def _find_places(boxes: Sequence[Box], columns: Sequence[float], top: float) -> Iterator[Place]:
    for left in columns:
        cover = next((box for box in boxes if _covers(box, left, top)), None)
        if cover is None:
            yield Place(None)
        elif left - cover.x0 > 1:
            yield Place(cover, "column")
        else:
            yield Place(cover, "row" if top - cover.top > 1 else "")


def _covers(box: Box, left: float, top: float) -> bool:
    return box.x0 - 1 <= left < box.x1 - 1 and box.top - 1 <= top < box.bottom - 1
