"""What an OpenDocument sheet prints beside its values: emphasis, months, merged cells (ODF 1.3, part 3)."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from send_extract.document import Run
from send_extract.readers.spreadsheet.printed import Area, Printed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from send_extract.readers.spreadsheet.printed import Place

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_NUMBER = "{urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_MONTH = "mmm yyyy"


class Styles(NamedTuple):
    """What the file's styles say: the emphasis of words, and the cell styles whose dates print no day."""

    emphasis: dict[str, str]
    dayless: frozenset[str]


def read_opendocument_print(data: bytes) -> dict[str, Printed]:
    """What each sheet of a workbook prints, by the sheet's name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if "content.xml" not in archive.namelist():
            return {}
        root = etree.fromstring(
            archive.read("content.xml"),
            etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True),
        )
    styles = _read_styles(root)
    return {
        sheet.get(f"{_TABLE}name", ""): _read_sheet(sheet, styles) for sheet in root.iter(f"{_TABLE}table")
    }


def _read_styles(root: etree._Element) -> Styles:
    dates = {
        style.get(f"{_STYLE}name"): style.find(f"{_NUMBER}day") is None
        for style in root.iter(f"{_NUMBER}date-style")
    }
    emphasis: dict[str, str] = {}
    dayless: set[str] = set()
    for style in root.iter(f"{_STYLE}style"):
        name = style.get(f"{_STYLE}name", "")
        properties = style.find(f"{_STYLE}text-properties")
        if properties is not None:
            emphasis[name] = _read_emphasis(properties)
        if dates.get(style.get(f"{_STYLE}data-style-name")):
            dayless.add(name)
    return Styles(emphasis, frozenset(dayless))


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


def _read_sheet(sheet: etree._Element, styles: Styles) -> Printed:
    formats: dict[Place, str] = {}
    runs: dict[Place, tuple[Run, ...]] = {}
    areas: list[Area] = []
    for place, cell in _find_cells(sheet):
        if cell.get(f"{_OFFICE}value-type") == "date":
            if cell.get(f"{_TABLE}style-name") in styles.dayless:
                formats[place] = _MONTH
        else:
            runs[place] = tuple(_read_words(cell, styles))
        area = _read_area(cell, place)
        if area.first != area.last:
            areas.append(area)
    return Printed(formats, runs, tuple(areas))


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


def _read_words(cell: etree._Element, styles: Styles) -> Iterator[Run]:
    """The paragraphs of a cell, one a line."""
    inherited = styles.emphasis.get(cell.get(f"{_TABLE}style-name", ""), "")
    struck = "s" if "s" in inherited else ""
    for index, paragraph in enumerate(cell.iterchildren(f"{_TEXT}p")):
        if index:
            yield Run("\n")
        yield from _read_runs(paragraph, struck, styles)


def _read_runs(element: etree._Element, emphasis: str, styles: Styles) -> Iterator[Run]:
    if element.text:
        yield Run(element.text, emphasis)
    for child in element:
        yield from _read_child(child, emphasis, styles)
        if child.tail:
            yield Run(child.tail, emphasis)


def _read_child(child: etree._Element, emphasis: str, styles: Styles) -> Iterator[Run]:
    if child.tag == f"{_TEXT}s":
        yield Run(" " * int(child.get(f"{_TEXT}c", "1")), emphasis)
    elif child.tag == f"{_TEXT}line-break":
        yield Run("\n", emphasis)
    elif child.tag == f"{_TEXT}tab":
        yield Run(" ", emphasis)
    elif isinstance(child.tag, str):
        own = styles.emphasis.get(child.get(f"{_TEXT}style-name", ""), "")
        yield from _read_runs(
            child, "".join(letter for letter in "bius^_" if letter in emphasis + own), styles
        )
