"""Tables inside cells that are plans of their own: their rows become rows of the table around them.

Each row of the inner table is a row more of the recommendation in whose row it stands, as if the cells beside it
were merged over all of them. An inner column stands under the outer one that means the same field, or behind the
cell that holds it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from send_extract.document import Block, Cell, Element, Inset, Paragraph, Row, Run, Table, make_cell
from send_extract.headings import EXTRA, fold_heading
from send_extract.headings.lines import HeadingRow
from send_extract.headings.rows import find_heading_row

T = TypeVar("T")

_EMPTY = Cell()
_NUMBER = "number"


class InnerTable(Struct, frozen=True):
    """A table inside a cell: the place of the cell in its row, its headings with their fields, its rows of cells.

    `printed` are all of its headings, those of the numbers of its rows too.
    """

    place: int
    headings: tuple[str, ...]
    fields: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    printed: tuple[str, ...] = ()


class Slot(Struct, frozen=True):
    """A column of the table that is made: that of the outer table at `own`, or one behind it for an inner heading."""

    own: int
    heading: str = ""


def has_insets(element: Element) -> bool:
    """Whether a cell of a table holds a plan's table."""
    if isinstance(element, Paragraph):
        return False
    return any(block.inset for row in element.rows for cell in row.cells for block in cell.blocks)


def unfold_insets(elements: Sequence[Element], synonyms: Mapping[str, str]) -> tuple[Element, ...]:
    """The elements, the rows of inner tables as rows of the outer ones that have a plan's headings."""
    parts = (
        _unfold(element, synonyms) if isinstance(element, Table) and has_insets(element) else (element,)
        for element in elements
    )
    return tuple(chain.from_iterable(parts))


def lift_insets(elements: Sequence[Element], synonyms: Mapping[str, str]) -> Iterator[Element]:
    """The elements, each inner table that is left in one as a table of its own below it."""
    for element in elements:
        if isinstance(element, Table) and has_insets(element):
            yield from _lift(element, synonyms)
        else:
            yield element


def _unfold(table: Table, synonyms: Mapping[str, str]) -> Iterator[Table]:
    """A table with the rows of those inside it, and their headings, which it has others for, as tables without rows."""
    bare = [*map(_leave_row, table.rows)]
    head = find_heading_row([row.texts for row in bare], synonyms)
    if head is None:
        yield table
        return
    inner = [list(_find_inner(row, synonyms)) for row in table.rows]
    slots = _list_slots(head, chain.from_iterable(inner))
    rows: list[Row] = []
    for place, (row, found) in enumerate(zip(bare, inner, strict=True)):
        wide = _widen(row, slots, is_head=place == head.end - 1)
        rows += _unfold_row(wide, [line for each in found for line in _place_rows(each, head, slots)])
    yield replace(table, rows=tuple(rows))
    printed = dict.fromkeys(each.printed for each in chain.from_iterable(inner))
    for headings in filter(None, printed):
        yield Table((_make_head(headings, table.rows[0]),), table.location)


def _make_head(headings: Sequence[str], row: Row) -> Row:
    return replace(row, cells=tuple(map(make_cell, headings)))


def _lift(table: Table, synonyms: Mapping[str, str]) -> Iterator[Element]:
    """What is around inner tables, as a table or, where it has one column, as paragraphs, and these below it."""
    bare = [_leave_row(row) for row in table.rows]
    is_wide = any(len(row.own) > 1 for row in bare)
    if is_wide:
        yield replace(table, rows=tuple(bare))
    for row, left in zip(table.rows, bare, strict=True):
        if not is_wide:
            yield from left.paragraphs
        for inner in _find_inner(row, synonyms):
            rows = (Row(cells, row.location) for cells in inner.rows)
            yield Table((_make_head(inner.headings, row), *rows), table.location)


def _leave_row(row: Row) -> Row:
    return replace(row, cells=tuple(map(_leave, row.cells)))


def _leave(cell: Cell) -> Cell:
    """A cell without the tables inside it."""
    if not any(block.inset for block in cell.blocks):
        return cell
    return replace(cell, blocks=tuple(block for block in cell.blocks if not block.inset))


def _find_inner(row: Row, synonyms: Mapping[str, str]) -> Iterator[InnerTable]:
    """The tables inside the cells of a row, each with what stands above its headings among its rows."""
    for place, cell in enumerate(row.cells):
        blocks = [block for block in cell.blocks if block.inset and not cell.span]
        for _, own in groupby(blocks, key=lambda block: block.inset and block.inset.table):
            yield _build_inner(place, list(own), synonyms)


def _build_inner(place: int, blocks: Sequence[Block], synonyms: Mapping[str, str]) -> InnerTable:
    rows = lay_rows(blocks)
    head = find_heading_row([[cell.text for cell in row] for row in rows], synonyms)
    if head is None:
        return InnerTable(place, ("",), (EXTRA,), tuple(rows))
    below = (*rows[: head.place], *rows[head.end :])
    inner = InnerTable(place, head.headings, head.fields, below, head.headings)
    return _number_words(inner)


def _number_words(inner: InnerTable) -> InnerTable:
    """An inner table with the numbers of its rows before the words that they number: they are no recommendation's."""
    fields = inner.fields
    if "actions" not in fields:
        fields = tuple("actions" if field == "recommendation" else field for field in fields)
    if _NUMBER not in fields or "actions" not in fields:
        return replace(inner, fields=fields)
    number, words = fields.index(_NUMBER), fields.index("actions")
    rows = tuple(_drop(_number_row(row, number, words), number) for row in inner.rows)
    return InnerTable(inner.place, _drop(inner.headings, number), _drop(fields, number), rows, inner.printed)


def _drop(items: tuple[T, ...], place: int) -> tuple[T, ...]:
    return items[:place] + items[place + 1 :]


def _number_row(row: tuple[Cell, ...], number: int, words: int) -> tuple[Cell, ...]:
    if not row[number].text:
        return row
    first, *others = row[words].blocks or (Block(()),)
    numbered = replace(first, runs=(Run(f"{row[number].text} "), *first.runs))
    cells = list(row)
    cells[words] = replace(cells[words], blocks=(numbered, *others))
    return tuple(cells)


def lay_rows(blocks: Sequence[Block]) -> list[tuple[Cell, ...]]:
    """The rows of the table inside a cell whose blocks these are, cells that cover others repeated."""
    cells: dict[tuple[int, int], list[Block]] = {}
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for block in blocks:
        at = block.inset or Inset(0, 0, 0)
        cells.setdefault((at.row, at.column), []).append(replace(block, inset=None))
        spans |= {(at.row + more, at.column): (at.row, at.column) for more in range(1, at.rows)}
    laid = {place: Cell(tuple(own)) for place, own in cells.items()}
    covered = {place: replace(laid[over], span="row") for place, over in spans.items()}
    return _lay_grid(covered | laid)


def _lay_grid(laid: Mapping[tuple[int, int], Cell]) -> list[tuple[Cell, ...]]:
    """Cells by row and column as rows of one width."""
    width = 1 + max(column for _, column in laid)
    numbers = sorted({row for row, _ in laid})
    return [tuple(laid.get((number, column), _EMPTY) for column in range(width)) for number in numbers]


def _list_slots(head: HeadingRow, inner: Iterable[InnerTable]) -> list[Slot]:
    """The columns of the outer table, and behind each those that inner tables in it need besides."""
    own = list(map(Slot, range(len(head.headings))))
    needed = (slot for each in inner for slot in _find_slots(each, head) if slot and slot.heading)
    return sorted((*own, *dict.fromkeys(needed)), key=lambda slot: slot.own)


def _find_slots(inner: InnerTable, head: HeadingRow) -> list[Slot]:
    """Where the columns of an inner table go, the first of a field under the outer one of that field."""
    slots: list[Slot] = []
    for heading, field in zip(inner.headings, inner.fields, strict=True):
        found = Slot(inner.place, heading)
        if field == EXTRA:
            folded = [fold_heading(other) for other in head.headings]
            place = folded.index(fold_heading(heading)) if fold_heading(heading) in folded else None
        else:
            place = head.fields.index(field) if field in head.fields else None
        own = found if place is None else Slot(place)
        slots.append(found if own in slots else own)
    return slots


def _place_rows(inner: InnerTable, head: HeadingRow, slots: Sequence[Slot]) -> Iterator[dict[int, Cell]]:
    """The cells of each row of an inner table by their places in the rows that are made."""
    places = [slots.index(slot) for slot in _find_slots(inner, head)]
    for cells in inner.rows:
        yield dict(zip(places, cells, strict=False))


def _widen(row: Row, slots: Sequence[Slot], *, is_head: bool) -> Row:
    """A row of the outer table with the columns that are made; a cell merged over others covers those between."""
    cells: list[Cell] = []
    for slot in slots:
        own, after = row.at(slot.own), row.at(slot.own + 1)
        if not slot.heading:
            cells.append(own)
        elif own.blocks and "column" in {own.span, after.span}:
            cells.append(replace(own, span="column"))
        else:
            cells.append(make_cell(slot.heading if is_head else ""))
    return replace(row, cells=tuple(cells))


def _unfold_row(row: Row, lines: Sequence[Mapping[int, Cell]]) -> Iterator[Row]:
    """A row with those of its inner tables: in it, or below it where it has words of its own in their columns."""
    inner = frozenset(chain.from_iterable(lines))
    is_above = not lines or any(row.cells[place].blocks for place in inner)
    if is_above:
        yield row
    for count, line in enumerate(lines):
        around = tuple(map(_cover, row.cells)) if is_above or count else row.cells
        cells = [line.get(place, _EMPTY) if place in inner else cell for place, cell in enumerate(around)]
        yield replace(row, cells=tuple(cells))


def _cover(cell: Cell) -> Cell:
    """A cell as one that is merged with that above repeats it."""
    return replace(cell, span=cell.span or "row") if cell.blocks else cell
