"""An Excel workbook (.xlsx): its sheets, and the styles and strings that they share (ECMA-376, part 1, 18)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from send_extract.document import Cell, Run, print_runs
from send_extract.notation.colours import name_colour
from send_extract.patterns import compile_later
from send_extract.readers.parts import Link, Package, open_package
from send_extract.readers.spreadsheet.asides import read_notes
from send_extract.readers.spreadsheet.formats import print_value, read_number
from send_extract.readers.spreadsheet.sheets import (
    Sheet,
    Workbook,
    hide_sheet,
    lose_sheet,
    make_cell,
    make_rich_cell,
)
from send_extract.readers.spreadsheet.worksheet import walk_sheet

_BOOK = "xl/workbook.xml"
_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 37: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00",
    14: "d/m/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 22: "d/m/yyyy h:mm",
    **dict.fromkeys((18, 19, 20, 21, 45, 46, 47), "h:mm:ss"),
    **dict.fromkeys((*range(27, 37), *range(50, 59)), "d/m/yyyy"),
}  # fmt: skip
"""The formats that a number alone stands for (18.8.30); the others change no words."""
_LETTERS = {"b": "b", "i": "i", "u": "u", "strike": "s"}
_RAISED = {"superscript": "^", "subscript": "_"}
_OFF = ("0", "false", "none")
_ON = ("1", "true")
_ESCAPED = compile_later(r"_x([0-9A-Fa-f]{4})_")


_PALETTE = {
    "2": "FF0000", "3": "00FF00", "4": "0000FF", "5": "FFFF00", "10": "FF0000", "11": "00FF00", "12": "0000FF",
    "13": "FFFF00", "17": "008000", "50": "99CC00", "51": "FFCC00", "52": "FF9900", "53": "FF6600", "57": "339966",
}  # fmt: skip
"""The strong colours of the palette that cells are filled from by number (18.8.27)."""


class CellStyle(NamedTuple):
    """A cell's style: its number format, empty for one that changes no words, `s` for struck words, its colour."""

    number_format: str = ""
    emphasis: str = ""
    fill: str = ""


class Shared(NamedTuple):
    """What the sheets of a workbook share; `is_1904` says from which date its days are counted."""

    styles: tuple[CellStyle, ...]
    strings: tuple[tuple[Run, ...], ...]
    texts: tuple[str, ...]
    is_1904: bool = False

    def read_cell(self, element: etree._Element) -> Cell:
        """What a cell prints."""
        index = element.get("s", "0")
        style = (
            self.styles[int(index)] if index.isdecimal() and int(index) < len(self.styles) else CellStyle()
        )
        kind = element.get("t", "n")
        if kind in {"s", "inlineStr"}:
            return _read_words(self._find_string(element, kind), style)
        value = element.findtext("{*}v") or ""
        return make_cell(self._print(kind, value, style), style.emphasis) if value else Cell(fill=style.fill)

    def find_text(self, element: etree._Element, cell: Cell) -> str:
        """What a cell holds before anything is made of it: its words, or its value as it is printed."""
        kind, value = element.get("t", "n"), element.findtext("{*}v") or ""
        if kind == "s" and value.isdecimal() and int(value) < len(self.texts):
            return self.texts[int(value)]
        if kind == "inlineStr":
            return _find_words(element)
        return _unescape(value) if kind == "str" or not cell.blocks else cell.text

    def _find_string(self, element: etree._Element, kind: str) -> tuple[Run, ...]:
        if kind == "s":
            place = int(element.findtext("{*}v") or "-1")
            return self.strings[place] if 0 <= place < len(self.strings) else ()
        return read_string(element)

    def _print(self, kind: str, value: str, style: CellStyle) -> str:
        """A value that stands in the cell itself: a number, a truth, the result of a formula, an error."""
        if kind == "n":
            return print_value(
                read_number(float(value), style.number_format, is_1904=self.is_1904), style.number_format
            )
        if kind == "b":
            return print_value(value in _ON)
        if kind == "d":
            return value.removesuffix("Z").removesuffix("T00:00:00").replace("T", " ")
        return _unescape(value)


def read_excel(data: bytes) -> Workbook:
    """The sheets of a workbook as they are printed, and what it says of itself."""
    package = open_package(data)
    book = package.part(_BOOK)
    if book is None:
        message = f"it has no part {_BOOK}"
        raise LookupError(message)
    dates = book.find("{*}workbookPr")
    items = tuple(_children(package.part("xl/sharedStrings.xml")))
    shared = Shared(
        tuple(_read_styles(package.part("xl/styles.xml"))),
        tuple(map(read_string, items)),
        tuple(map(_find_words, items)),
        dates is not None and dates.get("date1904") in _ON,
    )
    return Workbook(tuple(_read_sheets(package, book, shared)), package.properties())


def _find_words(item: etree._Element) -> str:
    """The words of a string, whatever their emphasis; how they are pronounced is none of them."""
    return _unescape("".join(text.text or "" for text, _ in _find_texts(item)))


def _find_texts(item: etree._Element) -> Iterator[tuple[etree._Element, etree._Element]]:
    """The texts of a string, each with what holds it: the string itself, or a run of one emphasis."""
    for text in item.iter("{*}t"):
        holder = text.getparent()
        if holder is not None and etree.QName(holder).localname != "rPh":
            yield text, holder


def _children(root: etree._Element | None) -> Iterator[etree._Element]:
    return iter(()) if root is None else root.iterchildren("{*}si")


def _read_sheets(package: Package, book: etree._Element, shared: Shared) -> Iterator[Sheet]:
    links = {link.name: link for link in package.links(_BOOK)}
    for sheet in book.iterfind("{*}sheets/{*}sheet"):
        link, name = _find_link(sheet, links), sheet.get("name", "")
        if link is None or (link.kind == "worksheet" and link.path not in package.names):
            yield lose_sheet(name)
            continue
        if link.kind != "worksheet":
            continue
        if sheet.get("state", "visible") != "visible":
            yield hide_sheet(name)
            continue
        with package.archive.open(package.names[link.path]) as stream:
            read = walk_sheet(name, stream, shared.read_cell, shared.find_text)
        yield read._replace(notes=read_notes(package, link.path))


def _find_link(sheet: etree._Element, links: dict[str, Link]) -> Link | None:
    identity = next((str(value) for key, value in sheet.attrib.items() if str(key).endswith("}id")), "")
    return links.get(identity)


def _read_styles(root: etree._Element | None) -> Iterator[CellStyle]:
    if root is None:
        return
    formats = root.iterfind("{*}numFmts/{*}numFmt")
    codes = _BUILT_IN | {int(each.get("numFmtId", "0")): each.get("formatCode", "") for each in formats}
    fonts = [_read_emphasis(font) for font in root.iterfind("{*}fonts/{*}font")]
    fills = [_read_fill(fill) for fill in root.iterfind("{*}fills/{*}fill")]
    for style in root.iterfind("{*}cellXfs/{*}xf"):
        font, fill, code = (int(style.get(name, "0")) for name in ("fontId", "fillId", "numFmtId"))
        emphasis, colour = "".join(fonts[font : font + 1]), "".join(fills[fill : fill + 1])
        yield CellStyle(codes.get(code, ""), "s" if "s" in emphasis else "", colour)


def _read_fill(fill: etree._Element) -> str:
    """The colour that a fill has of itself or of the usual palette; one of a theme is not known (18.8.20, 18.8.27)."""
    pattern = fill.find("{*}patternFill")
    colour = None if pattern is None else pattern.find("{*}fgColor")
    if pattern is None or colour is None or pattern.get("patternType", "none") == "none":
        return ""
    return name_colour(colour.get("rgb") or _PALETTE.get(colour.get("indexed", ""), ""))


def read_string(item: etree._Element) -> tuple[Run, ...]:
    """A string's words, by their emphasis; how they are pronounced is left out (18.4)."""
    runs = ((text.text or "", holder.find("{*}rPr")) for text, holder in _find_texts(item))
    return tuple(Run(_unescape(text), _read_emphasis(properties)) for text, properties in runs if text)


def _read_words(runs: tuple[Run, ...], style: CellStyle) -> Cell:
    if any(run.emphasis for run in runs):
        return make_rich_cell(runs)
    return make_cell(print_runs(runs), style.emphasis)


def _read_emphasis(properties: etree._Element | None) -> str:
    found: set[str] = set()
    for each in () if properties is None else properties:
        name, value = etree.QName(each).localname, each.get("val", "")
        if name in _LETTERS and value not in _OFF:
            found.add(_LETTERS[name])
        elif name == "vertAlign":
            found.add(_RAISED.get(value, ""))
    return "".join(letter for letter in "bius^_" if letter in found)


def _unescape(text: str) -> str:
    """Text with the characters that XML cannot hold in their places (22.9.2.19)."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text
