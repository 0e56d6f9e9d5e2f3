"""A document: any source without its markup.

Titles, paragraphs and tables of cells; a cell is a list of blocks, a block a list of runs of emphasis. These
are tuples, not models: a large plan has millions of them, and they never leave the program.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import force_setattr, replace

from send_extract.patterns import compile_later
from send_extract.source import NOWHERE, Location

_RAISED = compile_later(r"\s*(?:[*†‡§]{1,3}|[(\[]?\d{1,2}(?:,\s*\d{1,2})*[)\]]?)\s*$")
_WORD_BEFORE = compile_later(r"(?:[A-Za-z]{3,}|[A-Z]{2,}|\b\d{4}|[.,;:!?\"'”’)])\s*$")
_POWER_OF = compile_later(r"(?:\b(?:metre|meter|yard|mile|inche?)s?|\bfeet|\bfoot|CO|NO|SO|PM|MM|CM|KM)\s*$")

GENERATED = ("generator", "send-extract")
"""The property of a document that this program wrote."""


class Run(Struct, frozen=True, gc=False, array_like=True):
    """Words under one emphasis.

    `emphasis` holds any of the letters `b` bold, `i` italic, `u` underline, `s` struck out, `^` superscript
    and `_` subscript, in that order; empty for plain. White space is as printed (two spaces can be a
    boundary); a line break inside the block is a newline.
    """

    text: str
    emphasis: str = ""


class Inset(Struct, frozen=True, gc=False, array_like=True):
    """A cell of a plan's table inside a cell: the numbers of the table, the row and the column, the rows covered."""

    table: int
    row: int
    column: int
    rows: int = 1


class Block(Struct, frozen=True, gc=False, array_like=True):
    """A paragraph or a list item of a cell.

    `level` is 0 for a paragraph, else the depth of the list from 1; `marker` is the list's own mark where
    the source counts or prints one (`1.`, `a)`), else `•` for a bulleted item and empty for a paragraph.
    `inset` is where the block stands in a table inside the cell, if that has a plan's headings.
    """

    runs: tuple[Run, ...]
    level: int = 0
    marker: str = ""
    inset: Inset | None = None

    @property
    def text(self) -> str:
        """The words without their emphasis."""
        runs = self.runs
        return runs[0].text if len(runs) == 1 else join_runs(runs)


def make_block(text: str) -> Block:
    """The block of plain words; one without runs where there are none."""
    return Block((Run(text),) if text else ())


def cut_runs(runs: Iterable[Run], start: int) -> tuple[Run, ...]:
    """The runs from character `start` on."""
    kept: list[Run] = []
    for run in runs:
        part, start = run.text[start:], max(start - len(run.text), 0)
        if part:
            kept.append(Run(part, run.emphasis))
    return tuple(kept)


def slice_runs(runs: Iterable[Run], start: int, end: int) -> tuple[Run, ...]:
    """The runs from character `start` up to `end`."""
    kept: list[Run] = []
    left = end - start
    for run in cut_runs(runs, start):
        if left > 0:
            kept.append(replace(run, text=run.text[:left]))
        left -= len(run.text)
    return tuple(kept)


def strip_runs(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The runs without white space at either end."""
    kept = list(runs)
    while kept and not kept[-1].text.strip():
        kept.pop()
    while kept and not kept[0].text.strip():
        del kept[0]
    if kept:
        kept[0] = replace(kept[0], text=kept[0].text.lstrip())
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return tuple(kept)


def are_set_in(runs: Iterable[Run], letters: str) -> bool:
    """Whether there are words, and all of them are in one of the emphases `letters`."""
    marks = [run.emphasis for run in runs if run.text.strip()]
    return bool(marks) and not any(map(frozenset(letters).isdisjoint, marks))


def print_runs(runs: Iterable[Run]) -> str:
    """All the words of `runs`."""
    return "".join([run.text for run in runs])


def join_runs(runs: Sequence[Run]) -> str:
    """The words of `runs` without the footnote marks raised among them."""
    if not any("^" in run.emphasis for run in runs):
        return print_runs(runs)
    return "".join(["" if is_raised_mark(runs, place) else run.text for place, run in enumerate(runs)])


def is_raised_mark(runs: Sequence[Run], place: int) -> bool:
    """Whether a run is a raised footnote mark: a star or figures after a word, a year or a bare number.

    The `2` of a square metre or of ten squared is none, nor is the `st` of a 1st.
    """
    run = runs[place]
    if place == 0 or "^" not in run.emphasis or not _RAISED.match(run.text):
        return False
    before = runs[place - 1].text
    if run.text.strip()[0] in "*†‡§":
        return not before.isspace()
    if _WORD_BEFORE.search(before):
        return _POWER_OF.search(before) is None
    return place == 1 and before.strip().isdecimal() and len(runs) == len("3¹")


class Cell(Struct, frozen=True, gc=False, array_like=True):
    """A table's cell: its blocks in order; empty where nothing is printed.

    `span` says that the cell repeats a merged one: `row` (from the row above), `column` (from the left), or
    empty. `fill` is the colour of a cell without words (`Red`), where that is no paper's. `text` is the words of all
    blocks, one a line: told once, since every cell is asked for them many times.
    """

    blocks: tuple[Block, ...] = ()
    span: str = ""
    fill: str = ""
    text: str = ""

    def __post_init__(self) -> None:
        """The words follow from the blocks, whatever was given."""
        force_setattr(self, "text", "\n".join([block.text for block in self.blocks]))


def make_cell(text: str) -> Cell:
    """The cell of plain words, empty where there are none."""
    return Cell((make_block(text),)) if text else Cell()


_NO_CELL = Cell()


class Row(Struct, frozen=True, gc=False, array_like=True):
    """A table's row; `location` is the row's (line, or page, sheet, table, row)."""

    cells: tuple[Cell, ...]
    location: Location = NOWHERE
    is_header: bool = False

    @property
    def texts(self) -> list[str]:
        """The words of each cell."""
        return [cell.text for cell in self.cells]

    def at(self, place: int) -> Cell:
        """The cell of a column, an empty one where the row ends before it."""
        return self.cells[place] if place < len(self.cells) else _NO_CELL

    @property
    def is_filled(self) -> bool:
        """Whether any cell has words."""
        return any(cell.blocks for cell in self.cells)

    @property
    def filled(self) -> list[Cell]:
        """The cells with words, one that is merged over columns once."""
        return [cell for cell in self.cells if cell.blocks and cell.span != "column"]

    @property
    def own(self) -> list[Cell]:
        """The cells with words that repeat no merged one."""
        return [cell for cell in self.cells if cell.blocks and not cell.span]

    @property
    def paragraphs(self) -> list[Paragraph]:
        """Its own words outside every table."""
        return [Paragraph(block, self.location) for cell in self.own for block in cell.blocks]


class Table(Struct, frozen=True, gc=False, array_like=True):
    """A table, its rows in source order, header rows among them."""

    rows: tuple[Row, ...]
    location: Location = NOWHERE


class Paragraph(Struct, frozen=True, gc=False, array_like=True):
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


Element = Paragraph | Table
RUNNING = frozenset(("header", "footer"))
"""Kinds of paragraphs that stand on every page, and so behind the last line of anything."""


class Document(Struct, frozen=True, gc=False, array_like=True):
    """A source read: what stands in it, in order, and what the file says of itself.

    `format` is the reader's name, `encoding` the text encoding (None for a binary format), `properties` the
    file's own metadata (`title`, `subject`, `created` …) as text, and the names of its `hidden` sheets.
    """

    elements: tuple[Element, ...]
    format: str
    encoding: str | None = None
    properties: tuple[tuple[str, str], ...] = ()
