"""Tables without headings of their own: the next page of the one before, or something else of the same width."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from send_extract.document import Row, Table
from send_extract.extraction.columns import Columns
from send_extract.extraction.rows import PlacedRow
from send_extract.headings.cells import kind_of_cell
from send_extract.notation.numbers import parse_number

_SAMPLE = 20
"""Rows of a table that tell what stands in its columns."""
_OWNERS = frozenset(("post", "name", "body"))
_WORDS = frozenset(("words", "prose", "figure", "mark", ""))
"""The kinds of cell that tell nothing of a column: they stand in any."""
_USUAL = 0.5
"""The share of a column's cells that are of one kind before another kind is strange in it."""


def is_next_page(table: Table, columns: Columns, above: Sequence[Row]) -> bool:
    """Whether a table goes on with the rows `above`, which stand under `columns`."""
    rows, width = table.rows, len(columns.headings)
    if any(len(row.cells) == width for row in rows):
        return _is_alike(rows, columns, above)
    if not rows or (above and any(cell.blocks for row in rows for cell in row.cells[width:])):
        return False
    return _is_numbered_on(rows[0], columns, above)


def _is_numbered_on(row: Row, columns: Columns, above: Sequence[Row]) -> bool:
    """Whether a row has a number, and in figures where those above it do: `A` below `12` is a letter of a key."""
    number = _read_number(row, columns)
    last = next(filter(None, (_read_number(each, columns) for each in reversed(above))), "")
    return parse_number(number) is not None and (_has_figure(number) or not _has_figure(last))


def _has_figure(number: str) -> bool:
    return any(map(str.isdigit, number))


def _read_number(row: Row, columns: Columns) -> str:
    return next((cell.text for cell in PlacedRow(row, columns).cells("number")), "")


def _is_alike(rows: Sequence[Row], columns: Columns, above: Sequence[Row]) -> bool:
    """Whether as many columns as not hold what they hold above, of those that tell."""
    like = unlike = 0
    for place in range(len(columns.headings)):
        usual = find_usual(_list_kinds(above, place))
        kinds = _list_kinds(rows, place)
        if usual and kinds:
            like, unlike = like + (usual in kinds), unlike + (usual not in kinds)
    return unlike <= like


def find_usual(kinds: Sequence[str]) -> str | None:
    """The kind that most of a column's cells are of, where it tells something."""
    [(kind, count)] = Counter(kinds).most_common(1) or [("", 0)]
    return kind if kind not in _WORDS and count > _USUAL * len(kinds) else None


def _list_kinds(rows: Iterable[Row], place: int) -> list[str]:
    """The kinds of a column's filled cells; a row of merged cells is a title and tells nothing."""
    whole = [row for row in rows if not any(cell.span == "column" for cell in row.cells)]
    texts = [row.cells[place].text for row in whole[:_SAMPLE] if place < len(row.cells)]
    return [tell_cell(text.strip()) for text in texts if text.strip()]


def tell_cell(text: str) -> str:
    """The kind of a filled cell: owners of every sort are one."""
    kind = kind_of_cell(text)
    return "owner" if kind in _OWNERS else kind
