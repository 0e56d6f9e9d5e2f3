"""What an Excel workbook prints beside its values: number formats, emphasis, notes (ECMA-376, part 1, 18)."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from send_extract.document import Run
from send_extract.patterns import compile_later
from send_extract.readers.properties import read_properties
from send_extract.readers.spreadsheet.parts import (
    find_links,
    list_parts,
    parse_part,
    read_notes,
)
from send_extract.readers.spreadsheet.printed import Printed, Workbook, read_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from send_extract.readers.spreadsheet.printed import Place

_BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    17: "mmm-yy",
    37: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00",
}  # 18.8.30; the other built-in ones change no words
_LETTERS = {"b": "b", "i": "i", "u": "u", "strike": "s"}
_RAISED = {"superscript": "^", "subscript": "_"}
_OFF = ("0", "false", "none")
_ON = ("1", "true")
_MARGINS = ("oddHeader", "oddFooter", "firstHeader", "firstFooter", "evenHeader", "evenFooter")
_PARTS = compile_later(r"(?<!&)&[LCR]|\n")
_CODES = compile_later(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|\d+|[A-Za-z])')
_FURNITURE = compile_later(r"(?:page|of|\W)*", re.IGNORECASE)
_MOST_COLUMNS = 16_384


class Styles(NamedTuple):
    """The number format, and whether the words are struck out, of each cell style."""

    formats: dict[str, str]
    struck: frozenset[str]


class Shared(NamedTuple):
    """What the sheets of a workbook share: the styles of its cells, and the strings with emphasis inside."""

    styles: Styles
    strings: dict[str, tuple[Run, ...]]


def read_excel_print(data: bytes) -> Workbook:
    """What each sheet of a workbook prints, by the sheet's name; nothing where a part is missing."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = list_parts(archive)
        shared = Shared(
            _read_styles(parse_part(archive, parts, "xl/styles.xml")),
            _read_strings(parse_part(archive, parts, "xl/sharedstrings.xml")),
        )
        sheets = {
            name: _read_sheet(archive, parts[path], shared)._replace(notes=read_notes(archive, parts, path))
            for name, path in _find_sheets(archive, parts)
            if path in parts
        }
        return Workbook(sheets, read_properties(parse_part(archive, parts, "docprops/core.xml")))


def _find_sheets(archive: zipfile.ZipFile, parts: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Each sheet's name and the path of its part, in small letters."""
    book = parse_part(archive, parts, "xl/workbook.xml")
    targets = {link.name: link.path for link in find_links(archive, parts, "xl/workbook.xml")}
    for sheet in () if book is None else book.iterfind("{*}sheets/{*}sheet"):
        link = next((value for key, value in sheet.attrib.items() if str(key).endswith("}id")), None)
        yield sheet.get("name", ""), targets.get(str(link), "")


def _read_styles(root: etree._Element | None) -> Styles:
    if root is None:
        return Styles({}, frozenset())
    codes = _BUILT_IN | {
        int(each.get("numFmtId", "0")): each.get("formatCode", "")
        for each in root.iterfind("{*}numFmts/{*}numFmt")
    }
    fonts = [_read_emphasis(font) for font in root.iterfind("{*}fonts/{*}font")]
    formats: dict[str, str] = {}
    struck: set[str] = set()
    for index, style in enumerate(root.iterfind("{*}cellXfs/{*}xf")):
        font, code = int(style.get("fontId", "0")), codes.get(int(style.get("numFmtId", "0")))
        if code:
            formats[str(index)] = code
        if font < len(fonts) and "s" in fonts[font]:
            struck.add(str(index))
    return Styles(formats, frozenset(struck))


def _read_strings(root: etree._Element | None) -> dict[str, tuple[Run, ...]]:
    """The shared strings that have emphasis inside, by their index."""
    if root is None:
        return {}
    return {str(index): runs for index, item in enumerate(root) if (runs := _read_rich(item))}


def _read_rich(item: etree._Element) -> tuple[Run, ...]:
    runs = tuple(
        Run(run.findtext("{*}t") or "", _read_emphasis(run.find("{*}rPr"))) for run in item.iterfind("{*}r")
    )
    return runs if any(run.emphasis for run in runs) else ()


def _read_emphasis(properties: etree._Element | None) -> str:
    if properties is None:
        return ""
    found: set[str] = set()
    for each in properties:
        name, value = etree.QName(each).localname, each.get("val", "")
        if name in _LETTERS and value not in _OFF:
            found.add(_LETTERS[name])
        elif name == "vertAlign":
            found.add(_RAISED.get(value, ""))
    return "".join(letter for letter in "bius^_" if letter in found)


class _Sheet:
    """A sheet being read: what its cells, rows, columns and margins say, as they come."""

    def __init__(self, shared: Shared) -> None:
        self._shared = shared
        self._formats: dict[Place, str] = {}
        self._runs: dict[Place, tuple[Run, ...]] = {}
        self._struck: set[Place] = set()
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()
        self._uncomputed: list[Place] = []
        self._margins: list[tuple[str, str]] = []
        self._corner: Place = (0, 0)

    def add(self, element: etree._Element) -> None:
        """Reads one element of the sheet, once it has ended."""
        name = etree.QName(element).localname
        if name == "c":
            self._add_cell(element)
        elif name == "row" and element.get("hidden") in _ON:
            self._hidden_rows.add(int(element.get("r", "1")) - 1)
        elif name == "col" and element.get("hidden") in _ON:
            first, last = int(element.get("min", "1")), int(element.get("max", "1"))
            self._hidden_columns.update(range(first - 1, min(last, _MOST_COLUMNS)))
        elif name in _MARGINS:
            kind = name.removeprefix("odd").removeprefix("even").removeprefix("first").lower()
            self._margins += [(kind, words) for words in print_margin(element.text or "")]

    def _add_cell(self, cell: etree._Element) -> None:
        place, style = read_place(cell.get("r", "")), cell.get("s", "")
        if place is None:
            return
        if len(cell):
            self._corner = (max(self._corner[0], place[0]), max(self._corner[1], place[1]))
        if rich := _read_cell_runs(cell, self._shared.strings):
            self._runs[place] = rich
        if style in self._shared.styles.formats:
            self._formats[place] = self._shared.styles.formats[style]
        if style in self._shared.styles.struck:
            self._struck.add(place)
        has_value = cell.findtext("{*}v") or cell.get("t") == "str" or cell.find("{*}is") is not None
        if cell.find("{*}f") is not None and not has_value:
            self._uncomputed.append(place)

    def close(self) -> Printed:
        """All that was read."""
        return Printed(
            self._formats,
            self._runs,
            struck=frozenset(self._struck),
            hidden_rows=frozenset(self._hidden_rows),
            hidden_columns=frozenset(self._hidden_columns),
            uncomputed=tuple(self._uncomputed),
            margins=tuple(dict.fromkeys(self._margins)),
            corner=self._corner,
        )


def _read_sheet(archive: zipfile.ZipFile, part: str, shared: Shared) -> Printed:
    sheet = _Sheet(shared)
    tags = [f"{{*}}{name}" for name in ("c", "row", "col", *_MARGINS)]
    with archive.open(part) as stream:
        for _, element in etree.iterparse(stream, tag=tags, resolve_entities=False, no_network=True):
            sheet.add(element)
            element.clear()
    return sheet.close()


def print_margin(code: str) -> Iterator[str]:
    """The words of a page header or footer: its left, middle and right part without the codes (18.3.1.39)."""
    for part in _PARTS.split(code):
        words = " ".join(_CODES.sub(" ", part.replace("&&", "\0")).replace("\0", "&").split())
        if words and not _FURNITURE.fullmatch(words):
            yield words


def _read_cell_runs(cell: etree._Element, strings: dict[str, tuple[Run, ...]]) -> tuple[Run, ...]:
    """The emphasised words of a cell, empty where they are plain."""
    if cell.get("t") == "s":
        return strings.get(cell.findtext("{*}v") or "", ())
    inline = cell.find("{*}is")
    return () if inline is None else _read_rich(inline)
