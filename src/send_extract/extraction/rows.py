"""One row of a plan, as it is looked at to tell what it is: its number, its words, which cells are filled."""

from __future__ import annotations

from msgspec import Struct

from send_extract.diagnostics import Diagnostic, diagnose
from send_extract.document import Cell, Row
from send_extract.extraction.columns import Columns
from send_extract.notation.furniture import cut_continued
from send_extract.notation.numbers import Number, is_below, parse_number, take_number

_LONGEST_QUOTE = 60
"""Letters of a row that a diagnostic quotes."""
_FEWEST_MERGED = 3
"""Cells merged into one before a row is a title by that alone; in a narrow table all of them."""


class PlacedRow(Struct, frozen=True):
    """A row and the columns that its cells stand under."""

    row: Row
    columns: Columns

    def cells(self, field: str) -> tuple[Cell, ...]:
        """The row's cells of `field`, in order."""
        cells, places = self.row.cells, self.columns.places.get(field, ())
        if len(places) == 1:
            return (cells[places[0]],) if places[0] < len(cells) else ()
        return tuple([cells[place] for place in places if place < len(cells)])


class RowFacts(Struct, frozen=True):
    """What a row shows at a glance: the places of its filled cells, their words, and what those say.

    `number` is the one in its number cell or in front of its words, `skipped` how many characters that takes
    there; `repeats` says that its recommendation is the merged cell of the row above. `number_words` and `text` are
    without the word that a page break adds to what goes on (`3 (continued)`), which `is_continued` says they had.
    """

    filled: tuple[int, ...]
    texts: tuple[str, ...]
    number_words: str = ""
    number: Number | None = None
    text: str = ""
    skipped: int = 0
    repeats: bool = False
    is_continued: bool = False


class Above(Struct, frozen=True):
    """The recommendation that is open above a row: its number and its words."""

    number: str
    text: str


def say_kind(row: Row, kind: str, reason: str) -> Diagnostic:
    """Says as what a row is read, and why."""
    text = " ".join(" ".join(cell.text for cell in row.filled).split())
    return diagnose("row-kind", row.location, text=text[:_LONGEST_QUOTE], kind=kind, reason=reason)


def find_banner(row: Row) -> str | None:
    """The words of a row whose cells are merged into one, or into one behind its label (`Priority 2 | Good plans`)."""
    filled = _list_filled(row)
    merged = [cell.span for cell in row.cells].count("column")
    texts = [row.cells[place].text for place in filled]
    if len(filled) == 1 and merged >= min(_FEWEST_MERGED, len(row.cells) - 1) > 0:
        return texts[0]
    is_labelled = filled == (0, 1) and merged == len(row.cells) - len(filled) > 1
    return " ".join(texts) if is_labelled and parse_number(texts[0]) is None else None


def read_facts(placed: PlacedRow) -> RowFacts:
    """What `placed` shows."""
    numbered, worded = placed.cells("number"), placed.cells("recommendation")
    printed = numbered[0].text if numbered else _print_marker(worded)
    text = _join_words(worded)
    repeats = bool(text if worded else printed) and _are_repeated(worded or numbered)
    number, skipped = _find_number(printed, text)
    bare = cut_continued(printed), cut_continued(text)
    filled = _list_filled(placed.row)
    texts = tuple([placed.row.cells[place].text for place in filled])
    return RowFacts(filled, texts, bare[0], number, bare[1], skipped, repeats, bare != (printed, text))


def _print_marker(cells: tuple[Cell, ...]) -> str:
    """The number of the only item of a cell, which the document counts: a list over the rows (`6.`)."""
    blocks = [block for cell in cells for block in cell.blocks]
    return blocks[0].marker if len(blocks) == 1 and parse_number(blocks[0].marker) else ""


def read_words(placed: PlacedRow) -> str:
    """The words of its recommendation, as they are among what `placed` shows."""
    return cut_continued(_join_words(placed.cells("recommendation")))


def _join_words(cells: tuple[Cell, ...]) -> str:
    return " ".join([cell.text for cell in cells if cell.blocks])


def _list_filled(row: Row) -> tuple[int, ...]:
    """The places of the cells with words, of one that is merged over columns the first."""
    return tuple([place for place, cell in enumerate(row.cells) if cell.blocks and cell.span != "column"])


def _are_repeated(cells: tuple[Cell, ...]) -> bool:
    return all(cell.span == "row" for cell in cells if cell.blocks)


def _find_number(printed: str, text: str) -> tuple[Number | None, int]:
    """The number in the number cell, or that of a step below it in front of the words, and what it takes of them."""
    number, skipped = (text and take_number(text)) or (None, 0)
    own = parse_number(printed) if printed else None
    if printed and (own is None or number is None or not is_below(own.number, number.number)):
        return own, 0
    return number, skipped
