"""A PDF's pages: their words, the tables that lines are drawn around, and what cannot be read."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from send_extract.errors import DefectiveSource
from send_extract.readers.extras import require
from send_extract.readers.faults import blame_file
from send_extract.readers.ole2 import protected
from send_extract.readers.pdf.annotations import Annotations, read_annotations
from send_extract.readers.pdf.letters import drop_doubles, find_page_turn, find_turn, leans, read_stamps
from send_extract.readers.pdf.marks import name_marks
from send_extract.readers.pdf.ruling import Box, LevelLine, Ruled, find_ruling
from send_extract.readers.pdf.streams import Losses, count_losses
from send_extract.readers.pdf.strikes import find_struck
from send_extract.readers.pdf.tallies import spell_letters
from send_extract.readers.pdf.words import Word, is_overprinted, read_words
from send_extract.source import Source

_PICTURE = 0.3
"""The part of a page that a picture of words fills; a crest or a chart fills less."""


class Page(NamedTuple):
    """A page: its size, words, ruled tables from the top down, and what else is on it.

    `stamp` is printed across the page; `has_unread` says that a picture of words is all, or most, of it. `comments`
    are None where what is laid over the page is damaged; `is_damaged` says that the end of the page is lost,
    `is_overprinted` that lines stand on one another. `text` is all of its letters before anything is made of them.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    tables: tuple[Ruled, ...]
    has_unread: bool
    rules: tuple[LevelLine, ...] = ()
    stamp: str = ""
    comments: tuple[str, ...] | None = ()
    is_damaged: bool = False
    is_overprinted: bool = False
    text: str = ""


def read_pages(source: Source) -> tuple[Page, ...]:
    """The pages of a PDF.

    Raises:
        DefectiveSource: the file is broken or protected.
        MissingExtra: pdfplumber is not installed.
    """
    plumber = require("pdfplumber", "pdf")
    from pdfminer.pdfdocument import PDFPasswordIncorrect

    try:
        with (
            blame_file(source.name, "PDF"),
            count_losses() as losses,
            plumber.open(io.BytesIO(source.data)) as pdf,
        ):
            pages = tuple(_read_page(page, losses) for page in pdf.pages)
            return (*pages, *_find_lost(pdf, len(pages)))
    except DefectiveSource as error:
        causes = (error.__cause__, *getattr(error.__cause__, "args", ()))
        if any(isinstance(cause, PDFPasswordIncorrect) for cause in causes):
            raise protected(source.name) from error
        if any(isinstance(cause, MemoryError) for cause in causes):
            raise MemoryError from error
        raise


def _find_lost(pdf: Any, found: int) -> Iterator[Page]:
    """A page without words for those that the file counts and does not hold."""
    from pdfminer.pdftypes import resolve1

    pages = resolve1(pdf.doc.catalog.get("Pages"))
    count = resolve1(pages.get("Count")) if isinstance(pages, dict) else 0
    if isinstance(count, int) and count > found > 0:
        yield Page(found + 1, 0.0, 0.0, (), (), has_unread=False, is_damaged=True)


def _read_page(page: Any, losses: Losses) -> Page:
    page = _turn_upright(_quicken(page))
    laid = _read_annotations(page)
    letters = drop_doubles(page.chars)
    struck = find_struck(letters, (*page.lines, *page.rects, *page.curves), laid.strikes if laid else ())
    bars = [edge for edge in page.edges if edge["orientation"] == "v"]
    printed = name_marks(tuple(read_words(letters, struck.letters, bars)), (*page.curves, *page.rects))
    words = (*printed, *(laid.words if laid else ()))
    ruling = find_ruling(page.filter(lambda each: id(each) not in struck.shapes) if struck.shapes else page)
    read = Page(
        page.page_number,
        float(page.width),
        float(page.height),
        words,
        ruling.tables,
        _has_unread(page, words),
        ruling.rules,
        read_stamps(letters),
        laid.comments if laid else None,
        losses.tell(),
        is_overprinted(letter for letter in letters if not leans(letter) and not find_turn(letter)),
        spell_letters(letters),
    )
    page.close()
    return read


def _read_annotations(page: Any) -> Annotations | None:
    try:
        return read_annotations(page.annots)
    except (ValueError, TypeError, LookupError, AttributeError):
        return None


def _turn_upright(page: Any) -> Any:
    """The page as it is to be read, where its words lie on their side."""
    turn = find_page_turn(page.chars)
    if not turn:
        return page
    inner = page.page_obj
    inner.rotate = (inner.rotate + turn) % 360
    inner.attrs["Rotate"] = inner.rotate
    page.close()
    return _quicken(type(page)(page.pdf, inner, page.page_number, page.initial_doctop))


def _quicken(page: Any) -> Any:
    """The page, its letters read without what is not used: pdfplumber decodes twenty attributes of each."""
    from pdfminer.layout import LTChar

    process = page.process_object
    left, top = float(page.mediabox[0]), float(page.mediabox[1])

    def read(item: Any) -> dict[str, Any]:
        if not isinstance(item, LTChar):
            read_whole: dict[str, Any] = process(item)
            return read_whole
        name = item.fontname
        return {
            "object_type": "char",
            "text": item.get_text(),
            "x0": item.x0 + left,
            "x1": item.x1 + left,
            "top": page.height - item.y1 + top,
            "bottom": page.height - item.y0 + top,
            "foot": page.height - item.matrix[5] + top,
            "fontname": name.decode("latin-1") if isinstance(name, bytes) else name,
            "size": item.size,
            "matrix": item.matrix,
        }

    page.process_object = read
    return page


def _has_unread(page: Any, words: Sequence[Word]) -> bool:
    """Whether a picture fills the page and no words were recognised in it."""
    if not words:
        return bool(page.images)
    boxes = [Box(image["x0"], image["top"], image["x1"], image["bottom"]) for image in page.images]
    large = [box for box in boxes if box.area > _PICTURE * page.width * page.height]
    return any(not any(box.holds(word) for word in words) for box in large)
