"""A document: any source without its markup.

Titles, paragraphs and tables of cells; a cell is a list of blocks, a block a list of runs of emphasis. These
are tuples, not models: a large plan has millions of them, and they never leave the program.
"""

from __future__ import annotations

from typing import NamedTuple

from send_extract.source import NOWHERE, Location


class Run(NamedTuple):
    """Words under one emphasis.

    `emphasis` holds any of the letters `b` bold, `i` italic, `u` underline, `s` struck out, `^` superscript
    and `_` subscript, in that order; empty for plain. White space is as printed (two spaces can be a
    boundary); a line break inside the block is a newline.
    """

    text: str
    emphasis: str = ""


class Block(NamedTuple):
    """A paragraph or a list item of a cell.

    `level` is 0 for a paragraph, else the depth of the list from 1; `marker` is the list's own mark where
    the source counts or prints one (`1.`, `a)`), else `•` for a bulleted item and empty for a paragraph.
    """

    runs: tuple[Run, ...]
    level: int = 0
    marker: str = ""

    @property
    def text(self) -> str:
        """The words without their emphasis."""
        runs = self.runs
        return runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])


class Cell(NamedTuple):
    """A table's cell: its blocks in order; empty where nothing is printed.

    `span` says that the cell repeats a merged one: `row` (from the row above), `column` (from the left), or
    empty.
    """

    blocks: tuple[Block, ...] = ()
    span: str = ""

    @property
    def text(self) -> str:
        """The words of all blocks, one a line."""
        blocks = self.blocks
        return blocks[0].text if len(blocks) == 1 else "\n".join([block.text for block in blocks])


class Row(NamedTuple):
    """A table's row; `location` is the row's (line, or page, sheet, table, row)."""

    cells: tuple[Cell, ...]
    location: Location = NOWHERE
    is_header: bool = False


class Table(NamedTuple):
    """A table, its rows in source order, header rows among them."""

    rows: tuple[Row, ...]
    location: Location = NOWHERE


class Paragraph(NamedTuple):
    """Words outside every table: a heading where `level` is 1 to 6 (0 otherwise).

    `kind` is `body`, `title` (the document's own title), `header`, `footer` or `comment`. A list item outside
    a table has its marker in the block.
    """

    block: Block
    location: Location = NOWHERE
    level: int = 0
    kind: str = "body"

    @property
    def text(self) -> str:
        """The words without their emphasis."""
        return self.block.text


class Document(NamedTuple):
    """A source read: what stands in it, in order, and what the file says of itself.

    `format` is the reader's name, `encoding` the text encoding (None for a binary format), `properties` the
    file's own metadata (`title`, `subject`, `created` …) as text.
    """

    elements: tuple[Paragraph | Table, ...]
    format: str
    encoding: str | None = None
    properties: tuple[tuple[str, str], ...] = ()
