"""One walk of an Excel sheet's XML to its cells, and to what it says of rows, columns and pages (18.3)."""

from __future__ import annotations

from collections.abc import Callable
from typing import IO

from lxml import etree

from send_extract.document import Cell
from send_extract.readers.spreadsheet.asides import print_margin
from send_extract.readers.spreadsheet.sheets import Area, Place, Sheet, read_area, read_place

_ON = ("1", "true")
_MARGINS = ("oddHeader", "oddFooter", "firstHeader", "firstFooter", "evenHeader", "evenFooter")
_READ = tuple(f"{{*}}{name}" for name in ("c", "row", "col", "mergeCell", *_MARGINS))
_MOST_COLUMNS = 16_384


def walk_sheet(
    name: str,
    stream: IO[bytes],
    read_cell: Callable[[etree._Element], Cell],
    find_text: Callable[[etree._Element, Cell], str],
) -> Sheet:
    """The sheet in `stream`, its cells as `read_cell` prints them; `find_text` gives what one holds."""
    walk = _SheetWalk(read_cell, find_text)
    for _, element in etree.iterparse(
        stream, tag=_READ, resolve_entities=False, no_network=True, huge_tree=True
    ):
        walk.read(element)
        element.clear()
    return walk.close(name)


class _SheetWalk:
    """A sheet being read: what its elements say, as they end."""

    def __init__(
        self,
        read_cell: Callable[[etree._Element], Cell],
        find_text: Callable[[etree._Element, Cell], str],
    ) -> None:
        self._print = read_cell
        self._find_text = find_text
        self._texts: list[str] = []
        self._cells: dict[Place, Cell] = {}
        self._fills: dict[Place, str] = {}
        self._next: Place = (0, 0)
        self._areas: list[Area] = []
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()
        self._uncomputed: list[Place] = []
        self._margins: dict[tuple[str, str], None] = {}

    def read(self, element: etree._Element) -> None:
        """Reads one element of the sheet, once it has ended."""
        name = etree.QName(element).localname
        read = _READERS.get(name)
        if read is None:
            self._read_margin(name, element.text or "")
        else:
            read(self, element)

    def read_cell(self, element: etree._Element) -> None:
        """A cell; one that does not say where it stands follows the one before it."""
        place = read_place(element.get("r", "")) or self._next
        self._next = (place[0], place[1] + 1)
        cell = self._print(element)
        text = self._find_text(element, cell)
        if place not in self._cells or self._cells[place] != cell:
            self._texts.append(text)
        if cell.blocks:
            self._cells[place] = _join_cells(self._cells.get(place, cell), cell)
            return
        if cell.fill:
            self._fills[place] = cell.fill
        if element.find("{*}f") is not None and not _has_result(element):
            self._uncomputed.append(place)

    def read_row(self, element: etree._Element) -> None:
        """A row: where it stands, and whether it is hidden."""
        number = element.get("r", "")
        row = int(number) - 1 if number.isdecimal() else self._next[0]
        self._next = (row + 1, 0)
        if element.get("hidden") in _ON:
            self._hidden_rows.add(row)

    def read_column(self, element: etree._Element) -> None:
        """Columns that are described alike: whether they are hidden."""
        if element.get("hidden") in _ON:
            first, last = int(element.get("min", "1")), int(element.get("max", "1"))
            self._hidden_columns.update(range(first - 1, min(last, _MOST_COLUMNS)))

    def read_merged(self, element: etree._Element) -> None:
        """A merged range."""
        area = read_area(element.get("ref", ""))
        if area is not None:
            self._areas.append(area)

    def _read_margin(self, name: str, code: str) -> None:
        kind = name.removeprefix("odd").removeprefix("even").removeprefix("first").lower()
        self._margins |= dict.fromkeys((kind, words) for words in print_margin(code))

    def close(self, name: str) -> Sheet:
        """All that was read."""
        return Sheet(
            name,
            self._cells,
            tuple(self._areas),
            hidden_rows=frozenset(self._hidden_rows),
            hidden_columns=frozenset(self._hidden_columns),
            uncomputed=tuple(self._uncomputed),
            margins=tuple(self._margins),
            texts=tuple(self._texts),
            fills=self._fills,
        )


_READERS = {
    "c": _SheetWalk.read_cell,
    "row": _SheetWalk.read_row,
    "col": _SheetWalk.read_column,
    "mergeCell": _SheetWalk.read_merged,
}


def _join_cells(first: Cell, second: Cell) -> Cell:
    """A cell that a damaged file has twice: the words of both, where they are not the same."""
    return first if first == second else Cell((*first.blocks, *second.blocks))


def _has_result(cell: etree._Element) -> bool:
    """Whether the file holds the result of a cell's formula, be it an empty text."""
    return bool(cell.findtext("{*}v")) or cell.get("t") == "str" or cell.find("{*}is") is not None
