"""What an Excel workbook prints beside its values: number formats, emphasis (ECMA-376, part 1, 18)."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from send_extract.document import Run
from send_extract.readers.spreadsheet.printed import Printed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from send_extract.readers.spreadsheet.printed import Place

_BUILT_IN = {
    1: "0",
    2: "0.00",
    9: "0%",
    10: "0.00%",
    17: "mmm-yy",
}  # 18.8.30; the other built-in ones change no words
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_LETTERS = {"b": "b", "i": "i", "u": "u", "strike": "s"}
_RAISED = {"superscript": "^", "subscript": "_"}
_OFF = ("0", "false", "none")


class Styles(NamedTuple):
    """The number format, and whether the words are struck out, of each cell style."""

    formats: dict[str, str]
    struck: frozenset[str]


def read_excel_print(data: bytes) -> dict[str, Printed]:
    """What each sheet of a workbook prints, by the sheet's name; nothing where a part is missing."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name.lower(): name for name in archive.namelist()}
        styles = _read_styles(_parse(archive, parts, "xl/styles.xml"))
        strings = _read_strings(_parse(archive, parts, "xl/sharedstrings.xml"))
        return {
            name: _read_sheet(archive, parts[path], styles, strings)
            for name, path in _find_sheets(archive, parts)
            if path in parts
        }


def _parse(archive: zipfile.ZipFile, parts: dict[str, str], path: str) -> etree._Element | None:
    if path not in parts:
        return None
    return etree.fromstring(
        archive.read(parts[path]), etree.XMLParser(resolve_entities=False, no_network=True)
    )


def _find_sheets(archive: zipfile.ZipFile, parts: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Each sheet's name and the path of its part, in small letters."""
    book = _parse(archive, parts, "xl/workbook.xml")
    links = _parse(archive, parts, "xl/_rels/workbook.xml.rels")
    if book is None or links is None:
        return
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    for sheet in book.iterfind("{*}sheets/{*}sheet"):
        link = next((value for key, value in sheet.attrib.items() if str(key).endswith("}id")), None)
        path = posixpath.normpath(posixpath.join("/xl", targets.get(str(link), ""))).lstrip("/").lower()
        yield sheet.get("name", ""), path


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


def _read_sheet(
    archive: zipfile.ZipFile, part: str, styles: Styles, strings: dict[str, tuple[Run, ...]]
) -> Printed:
    formats: dict[Place, str] = {}
    runs: dict[Place, tuple[Run, ...]] = {}
    struck: set[Place] = set()
    with archive.open(part) as stream:
        for _, cell in etree.iterparse(stream, tag="{*}c", resolve_entities=False, no_network=True):
            place, style = _read_place(cell.get("r", "")), cell.get("s", "")
            if place is not None:
                if rich := _read_cell_runs(cell, strings):
                    runs[place] = rich
                if style in styles.formats:
                    formats[place] = styles.formats[style]
                if style in styles.struck:
                    struck.add(place)
            cell.clear()
    return Printed(formats, runs, struck=frozenset(struck))


def _read_cell_runs(cell: etree._Element, strings: dict[str, tuple[Run, ...]]) -> tuple[Run, ...]:
    """The emphasised words of a cell, empty where they are plain."""
    if cell.get("t") == "s":
        return strings.get(cell.findtext("{*}v") or "", ())
    inline = cell.find("{*}is")
    return () if inline is None else _read_rich(inline)


def _read_place(reference: str) -> Place | None:
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        return None
    column = 0
    for letter in match.group(1):
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match.group(2)) - 1, column - 1
