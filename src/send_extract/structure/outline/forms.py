"""Tables laid out as forms: labels and their values in turn (`Lead | … | By when | …`), no heading row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from msgspec import Struct

from send_extract.document import Block, Cell, Row, Run, Table
from send_extract.headings import EXTRA
from send_extract.source import Location
from send_extract.structure.outline.labels import IDENTITY, read_label

_FEWEST = 2
"""A form has no fewer labels that are a plan's."""
_KNOWN_SHARE = 0.5
_KNOWN_SHARE_OF_WIDE = 0.6
"""The part of the labels that are a plan's; more of them where a row has several."""
_WIDEST = 6
"""The most cells in a row of a form: three labels and their values."""


class FormLine(Struct, frozen=True):
    """A label and its value in a form, or a title over its whole width (no value)."""

    label: str
    values: tuple[Block, ...]
    location: Location
    is_title: bool = False


def read_form(table: Table) -> tuple[FormLine, ...]:
    """The lines of a table that is a form; none where it is any other table."""
    rows = [row for row in table.rows if row.is_filled]
    lines = tuple(chain.from_iterable(map(_read_row, rows)))
    fields = [_find_field(line.label) for line in lines if not line.is_title]
    is_form = len(lines) >= len(rows) and _are_known(fields, len(rows)) and not _is_heading_row(rows[0])
    return lines if is_form else ()


def _are_known(fields: Sequence[str], rows: int) -> bool:
    """Whether enough of the labels in some rows mean a field."""
    known = [field for field in fields if field != EXTRA]
    share = _KNOWN_SHARE if len(fields) <= rows else _KNOWN_SHARE_OF_WIDE
    return len({*known}) >= _FEWEST and len(known) >= share * len(fields)


def _read_row(row: Row) -> Iterator[FormLine]:
    """The labels of a row with their values: none where its cells are no labels and values in turn."""
    cells = _list_cells(row)
    if len(cells) == 1 and cells[0].text.strip():
        yield FormLine(_print(cells[0]), (), row.location, is_title=True)
    if len(cells) % 2 or len(cells) > _WIDEST:
        return
    for label, value in zip(cells[::2], cells[1::2], strict=True):
        if label.blocks or value.blocks:
            yield FormLine(_print(label), _unspan(value), row.location)


def _list_cells(row: Row) -> list[Cell]:
    """The cells of a row, a merged one once; without an empty one behind the last pair."""
    cells = [cell for cell in row.cells if cell.span != "column"]
    is_odd = len(cells) > 1 and len(cells) % 2 == 1
    return cells[:-1] if is_odd and not cells[-1].blocks else cells


def _unspan(cell: Cell) -> tuple[Block, ...]:
    return () if cell.span else cell.blocks


def _print(cell: Cell) -> str:
    return " ".join(cell.text.split()).rstrip(":")


def _find_field(label: str) -> str:
    return "number" if IDENTITY.match(label) else read_label(label).field


def _is_heading_row(row: Row) -> bool:
    """Whether the values of a row are headings too, which count nothing: the table is one of columns."""
    values = [block.text for line in _read_row(row) for block in line.values]
    labels = [read_label(value.rstrip(":")) for value in values]
    return bool(labels) and all(label.field != EXTRA and not label.number for label in labels)


def join_title(label: str, values: Sequence[Block]) -> Block:
    """The words of a numbered label and the first of its values, as one heading."""
    runs = (Run(": "), *values[0].runs) if values else ()
    return Block((Run(label), *runs))
