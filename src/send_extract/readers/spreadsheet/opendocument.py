"""An OpenDocument workbook (.ods): its cells as they are printed, and what stands beside them (ODF 1.3, part 3)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import chain, product, starmap

from lxml import etree

from send_extract.document import Cell, Run, print_runs
from send_extract.patterns import compile_later
from send_extract.readers.lines import is_markup
from send_extract.readers.opendocument.names import (
    CELL,
    COMMENT,
    COVERED,
    GRID,
    OFFICE,
    PARAGRAPH,
    ROW,
    TABLE,
)
from send_extract.readers.opendocument.opening import open_office_file
from send_extract.readers.opendocument.styles import OfficeStyles
from send_extract.readers.opendocument.tables import read_count
from send_extract.readers.opendocument.words import OfficeParagraph
from send_extract.readers.spreadsheet.formats import print_value
from send_extract.readers.spreadsheet.sheets import (
    Area,
    Note,
    Place,
    Sheet,
    Workbook,
    hide_sheet,
    keep_filled,
    make_cell,
    make_rich_cell,
)

_FIGURES = compile_later(r"\d+")
_LETTER = compile_later(r"[^\W\d_]")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = "mmmm yyyy"
_YEAR = "yyyy"
_DAYS = (
    "dd/mm/yyyy", "d/m/yyyy", "dd/mm/yy", "d/m/yy", "dd.mm.yyyy", "dd-mm-yyyy", "d mmmm yyyy", "dd mmmm yyyy",
    "d mmm yyyy", "dd mmm yyyy", "d mmm yy", "dd mmm yy", "d-mmm-yy", "dd-mmm-yy", "dd-mmm-yyyy", "dddd d mmmm yyyy",
    "ddd d mmm yyyy", "mmm-yy", "mmm yy", "mmm yyyy",
)  # fmt: skip
"""The formats of dates in use; the one that a cell has is a style of its own, and what it shows says as much."""
_VALUES = {"string": "string-value", "boolean": "boolean-value", "time": "time-value"}
_MOST_HIDDEN = 10_000
_MOST_REPEATED = 1_000
"""More rows or cells alike are no author's; what is left out has been read already."""


def read_opendocument(data: bytes) -> Workbook:
    """The sheets of a workbook as they are printed, and what it says of itself."""
    file = open_office_file(data)
    styles = OfficeStyles(file.roots)
    body = file.content.find(f"{OFFICE}body")
    sheets = () if body is None else body.iter(GRID)
    return Workbook(tuple(_read_sheet(sheet, styles) for sheet in sheets), file.properties)


def _read_sheet(sheet: etree._Element, styles: OfficeStyles) -> Sheet:
    name = sheet.get(f"{TABLE}name", "")
    if styles.hides_tables(sheet.get(f"{TABLE}style-name")):
        return hide_sheet(name)
    cells: dict[Place, Cell] = {}
    areas: list[Area] = []
    notes: list[Note] = []
    texts: list[str] = []
    fills: dict[Place, str] = {}
    for element, places in _find_cells(sheet):
        if not len(element) and not element.get(f"{OFFICE}value-type"):
            fills |= dict.fromkeys(places, styles.fill(element.get(f"{TABLE}style-name")))
            continue
        cell = _read_cell(element, styles)
        cells |= dict.fromkeys(places, cell)
        areas += chain.from_iterable(_read_area(element, place) for place in places)
        texts.append(_tell_text(element, cell))
        notes += starmap(Note, product(places, _read_notes(element)))
    rows, columns = (_find_hidden(sheet, kind) for kind in ("row", "column"))
    beside = tuple(areas), tuple(notes), rows, columns
    return Sheet(name, keep_filled(cells), *beside, texts=tuple(texts), fills=fills)


def _tell_text(element: etree._Element, cell: Cell) -> str:
    """What a cell holds: its words, or its value as it is printed."""
    is_words = element.get(f"{OFFICE}value-type", "string") == "string"
    return "\n".join(_find_texts(element)) if is_words or not cell.blocks else cell.text


def _read_cell(element: etree._Element, styles: OfficeStyles) -> Cell:
    """What a cell prints: its words, or its date as a date."""
    kind = element.get(f"{OFFICE}value-type", "")
    if kind == "date":
        return make_cell(_print_date(element), _find_struck(element, styles))
    runs = tuple(_read_words(element, styles)) or (_print_unshown(element, kind),)
    if any(run.emphasis.strip("s") for run in runs) or not is_markup(print_runs(runs)):
        return make_rich_cell(runs)
    return make_cell(print_runs(runs), runs[0].emphasis)


def _print_unshown(element: etree._Element, kind: str) -> Run:
    """The value of a cell that a program wrote without the words for it."""
    value = element.get(f"{OFFICE}{_VALUES.get(kind, 'value')}", "")
    return Run(print_value(float(value)) if value and kind not in _VALUES else value)


def _print_date(element: etree._Element) -> str:
    """A date as its cell shows it, where that is plainly this date, else by the parts that are shown."""
    date = dt.datetime.fromisoformat(element.get(f"{OFFICE}date-value", ""))
    shown = _read_shown(element)
    return (
        shown
        if any(print_value(date, each) == shown for each in _DAYS)
        else print_value(date, _tell_format(element))
    )


def _read_shown(cell: etree._Element) -> str:
    return "".join(_find_texts(cell))


def _find_struck(element: etree._Element, styles: OfficeStyles) -> str:
    """`s` where the style of a cell strikes its words out."""
    return "s" if "s" in styles.emphasis("table-cell", element.get(f"{TABLE}style-name")) else ""


def _tell_format(cell: etree._Element) -> str:
    """The number format that tells what a date's cell shows: one that shows the year alone, or no day, or all of it."""
    shown = _read_shown(cell)
    date = cell.get(f"{OFFICE}date-value", "")
    year, figures, is_worded = date[:4], _FIGURES.findall(shown), _LETTER.search(shown) is not None
    if figures in ([year], [year[2:]]):
        return _MONTH if is_worded else _YEAR
    if is_worded:
        return _MONTH if not figures and shown[:3].lower() == _MONTHS[int(date[5:7]) - 1] else ""
    return _MONTH if len(figures) == len(("06", "2022")) and year in figures else ""


def _read_notes(cell: etree._Element) -> Iterator[str]:
    """The words of the notes on a cell, without their author and date."""
    for note in cell.iterchildren(COMMENT):
        words = " ".join(" ".join(_find_texts(note)).split())
        if words:
            yield words


def _find_texts(element: etree._Element) -> Iterator[str]:
    """The words of each paragraph right inside an element; those of a paragraph inside it stand apart."""
    for each in element.iterchildren(PARAGRAPH):
        is_parted = each.find(f".//{PARAGRAPH}") is not None
        yield ("\n" if is_parted else "").join(map(str, each.itertext()))


def _find_hidden(sheet: etree._Element, kind: str) -> frozenset[int]:
    """The rows (or columns) that are hidden or filtered out, blank ones at the sheet's end aside."""
    hidden: set[int] = set()
    place = 0
    for each in sheet.iter(f"{TABLE}table-{kind}"):
        count = read_count(each, f"number-{kind}s-repeated")
        if each.get(f"{TABLE}visibility", "visible") != "visible":
            hidden.update(range(place, place + min(count, _MOST_HIDDEN)))
        place += count
    return frozenset(hidden)


def _find_cells(sheet: etree._Element) -> Iterator[tuple[etree._Element, list[Place]]]:
    """The cells that hold words or may be coloured, each with its places: several where it is repeated."""
    row = 0
    for each in sheet.iter(ROW):
        rows = read_count(each, "number-rows-repeated")
        column = 0
        for cell in each.iterchildren(CELL, COVERED):
            columns = read_count(cell, "number-columns-repeated")
            is_styled = rows == 1 and cell.get(f"{TABLE}style-name")
            if len(cell) or cell.get(f"{OFFICE}value-type") or is_styled:
                below, beside = range(min(rows, _MOST_REPEATED)), range(min(columns, _MOST_REPEATED))
                yield cell, [(row + down, column + right) for down, right in product(below, beside)]
            column += columns
        row += rows


def _read_area(element: etree._Element, place: Place) -> Iterator[Area]:
    """The range that a cell covers, where it covers more than its own place."""
    rows, columns = read_count(element, "number-rows-spanned"), read_count(element, "number-columns-spanned")
    if rows > 1 or columns > 1:
        yield Area(place, (place[0] + rows - 1, place[1] + columns - 1))


def _read_words(cell: etree._Element, styles: OfficeStyles) -> Iterator[Run]:
    """The paragraphs of a cell, one a line."""
    struck = dict.fromkeys(_find_struck(cell, styles), True)
    for index, element in enumerate(cell.iterchildren(PARAGRAPH)):
        if index:
            yield Run("\n")
        paragraph = OfficeParagraph(styles)
        paragraph.read(element, struck)
        yield from (Run(*words) for words in paragraph.words)
