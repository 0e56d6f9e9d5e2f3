"""What a Word file's body is made of: paragraphs, and tables of cells of paragraphs."""

from __future__ import annotations

from itertools import chain

from msgspec import Struct

from send_extract.source import NOWHERE, Location
from send_extract.writers.rich import Piece


class PrintedLine(Struct, frozen=True, gc=False):
    """A paragraph: its words, its style (of `markup.STYLES`), where they stood in the draft, its comment's number."""

    pieces: tuple[Piece, ...]
    style: str = "cell"
    place: Location = NOWHERE
    comment: int | None = None

    @property
    def text(self) -> str:
        """The words without their emphasis."""
        return "".join(piece.text for piece in self.pieces)


class PrintedCell(Struct, frozen=True, gc=False):
    """A cell: its paragraphs, over how many rows it reaches (0: one above reaches over it), over how many columns."""

    lines: tuple[PrintedLine, ...] = ()
    rows: int = 1
    columns: int = 1


class PrintedRow(Struct, frozen=True, gc=False):
    """A row: its cells; `stays` says that it should stand on one page with the next."""

    cells: tuple[PrintedCell, ...]
    stays: bool = False


class PrintedTable(Struct, frozen=True, gc=False):
    """A table: its rows, and its columns' widths in twentieths of a point; the first row may be of headings."""

    rows: tuple[PrintedRow, ...]
    widths: tuple[int, ...]
    has_headings: bool


Body = tuple[PrintedLine | PrintedTable, ...]


def make_line(text: str, style: str = "cell", place: Location = NOWHERE) -> PrintedLine:
    """A paragraph of plain words."""
    return PrintedLine((Piece(text),), style, place)


def list_lines(body: Body) -> list[PrintedLine]:
    """Every paragraph of a body, in order."""
    lines: list[PrintedLine] = []
    for part in body:
        if isinstance(part, PrintedLine):
            lines.append(part)
        else:
            cells = chain.from_iterable(row.cells for row in part.rows)
            lines += chain.from_iterable(cell.lines for cell in cells)
    return lines
