"""What an OpenDocument sheet prints beside its values: emphasis, months, merged cells (ODF 1.3, part 3)."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

from send_extract.document import Run
from send_extract.patterns import compile_later
from send_extract.readers.properties import read_properties
from send_extract.readers.spreadsheet.printed import Area, Note, Printed, Workbook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from send_extract.readers.spreadsheet.printed import Place

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_FIGURES = compile_later(r"\d+")
_LETTER = compile_later(r"[^\W\d_]")
_MONTH = "mmm yyyy"
_YEAR = "yyyy"
_MOST_HIDDEN = 10_000


def read_opendocument_print(data: bytes) -> Workbook:
    """What each sheet of a workbook prints, by the sheet's name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root, about = (_parse(archive, path) for path in ("content.xml", "meta.xml"))
    if root is None:
        return Workbook({})
    emphasis = _read_styles(root)
    sheets = {
        sheet.get(f"{_TABLE}name", ""): _read_sheet(sheet, emphasis) for sheet in root.iter(f"{_TABLE}table")
    }
    return Workbook(sheets, read_properties(about))


def _parse(archive: zipfile.ZipFile, path: str) -> etree._Element | None:
    if path not in archive.namelist():
        return None
    return etree.fromstring(
        archive.read(path), etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    )


def _read_styles(root: etree._Element) -> dict[str, str]:
    """The emphasis of the words of each style."""
    return {
        style.get(f"{_STYLE}name", ""): _read_emphasis(properties)
        for style in root.iter(f"{_STYLE}style")
        if (properties := style.find(f"{_STYLE}text-properties")) is not None
    }


def _read_emphasis(properties: etree._Element) -> str:
    position = properties.get(f"{_STYLE}text-position", "")
    found = (
        ("b", properties.get(f"{_FO}font-weight") == "bold"),
        ("i", properties.get(f"{_FO}font-style") == "italic"),
        ("u", properties.get(f"{_STYLE}text-underline-style", "none") != "none"),
        ("s", properties.get(f"{_STYLE}text-line-through-style", "none") != "none"),
        ("^", position.startswith("super")),
        ("_", position.startswith("sub")),
    )
    return "".join(letter for letter, applies in found if applies)


def _read_sheet(sheet: etree._Element, emphasis: dict[str, str]) -> Printed:
    formats: dict[Place, str] = {}
    runs: dict[Place, tuple[Run, ...]] = {}
    areas: list[Area] = []
    notes: list[Note] = []
    for place, cell in _find_cells(sheet):
        if cell.get(f"{_OFFICE}value-type") == "date":
            formats[place] = _tell_format(cell)
        else:
            runs[place] = tuple(_read_words(cell, emphasis))
        area = _read_area(cell, place)
        if area.first != area.last:
            areas.append(area)
        notes += [Note(place, words) for words in _read_notes(cell)]
    return Printed(
        formats,
        {place: words for place, words in runs.items() if words},
        tuple(areas),
        notes=tuple(notes),
        hidden_rows=_find_hidden(sheet, "row"),
        hidden_columns=_find_hidden(sheet, "column"),
    )


def _tell_format(cell: etree._Element) -> str:
    """The number format that tells what a date's cell shows: one that shows the year alone, or no day, or all of it."""
    shown = "".join("".join(map(str, each.itertext())) for each in cell.iterchildren(f"{_TEXT}p"))
    year = cell.get(f"{_OFFICE}date-value", "")[:4]
    figures = _FIGURES.findall(shown)
    if figures in ([year], [year[2:]]):
        return _MONTH if _LETTER.search(shown) else _YEAR
    has_month_alone = len(figures) == len(("06", "2022")) and year in figures and not _LETTER.search(shown)
    return _MONTH if has_month_alone else ""


def _read_notes(cell: etree._Element) -> Iterator[str]:
    """The words of the notes on a cell, without their author and date."""
    for note in cell.iterchildren(f"{_OFFICE}annotation"):
        words = " ".join(
            " ".join("".join(map(str, each.itertext())) for each in note.iterchildren(f"{_TEXT}p")).split()
        )
        if words:
            yield words


def _find_hidden(sheet: etree._Element, kind: str) -> frozenset[int]:
    """The rows (or columns) that are hidden or filtered out, blank ones at the sheet's end aside."""
    hidden: set[int] = set()
    place = 0
    for each in sheet.iter(f"{_TABLE}table-{kind}"):
        count = _count(each, f"number-{kind}s-repeated")
        if each.get(f"{_TABLE}visibility", "visible") != "visible":
            hidden.update(range(place, place + min(count, _MOST_HIDDEN)))
        place += count
    return frozenset(hidden)


def _find_cells(sheet: etree._Element) -> Iterator[tuple[Place, etree._Element]]:
    """The cells that hold words, each with its place; blank rows and cells are counted, not repeated."""
    row = 0
    for each in sheet.iter(f"{_TABLE}table-row"):
        column = 0
        for cell in each.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            if len(cell):
                yield (row, column), cell
            column += _count(cell, "number-columns-repeated")
        row += _count(each, "number-rows-repeated")


def _count(element: etree._Element, attribute: str) -> int:
    value = element.get(f"{_TABLE}{attribute}", "1")
    return int(value) if value.isdecimal() else 1


def _read_area(cell: etree._Element, place: Place) -> Area:
    rows, columns = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
    return Area(place, (place[0] + rows - 1, place[1] + columns - 1))


def _read_words(cell: etree._Element, styles: dict[str, str]) -> Iterator[Run]:
    """The paragraphs of a cell, one a line."""
    inherited = styles.get(cell.get(f"{_TABLE}style-name", ""), "")
    struck = "s" if "s" in inherited else ""
    for index, paragraph in enumerate(cell.iterchildren(f"{_TEXT}p")):
        if index:
            yield Run("\n")
        yield from _read_runs(paragraph, struck, styles)


def _read_runs(element: etree._Element, emphasis: str, styles: dict[str, str]) -> Iterator[Run]:
    if element.text:
        yield Run(element.text, emphasis)
    for child in element:
        yield from _read_child(child, emphasis, styles)
        if child.tail:
            yield Run(child.tail, emphasis)


def _read_child(child: etree._Element, emphasis: str, styles: dict[str, str]) -> Iterator[Run]:
    if child.tag == f"{_TEXT}s":
        yield Run(" " * int(child.get(f"{_TEXT}c", "1")), emphasis)
    elif child.tag == f"{_TEXT}line-break":
        yield Run("\n", emphasis)
    elif child.tag == f"{_TEXT}tab":
        yield Run(" ", emphasis)
    elif isinstance(child.tag, str):
        own = styles.get(child.get(f"{_TEXT}style-name", ""), "")
        yield from _read_runs(
            child, "".join(letter for letter in "bius^_" if letter in emphasis + own), styles
        )
