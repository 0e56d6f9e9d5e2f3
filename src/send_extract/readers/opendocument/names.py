"""The names of the elements of OpenDocument's XML (ODF 1.3, part 3)."""

from __future__ import annotations

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = f"{{{_ODF}office:1.0}}"
TEXT = f"{{{_ODF}text:1.0}}"
TABLE = f"{{{_ODF}table:1.0}}"
STYLE = f"{{{_ODF}style:1.0}}"
DRAW = f"{{{_ODF}drawing:1.0}}"
FORM = f"{{{_ODF}form:1.0}}"
FO = f"{{{_ODF}xsl-fo-compatible:1.0}}"
SVG = f"{{{_ODF}svg-compatible:1.0}}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"

PARAGRAPH, HEADING, LIST, ITEM, SECTION = (
    f"{TEXT}{name}" for name in ("p", "h", "list", "list-item", "section")
)
PARAGRAPHS = frozenset((PARAGRAPH, HEADING))
GRID, ROW, CELL, COVERED = (
    f"{TABLE}{name}" for name in ("table", "table-row", "table-cell", "covered-table-cell")
)
COMMENT, NOTE, BOX = f"{OFFICE}annotation", f"{TEXT}note", f"{DRAW}text-box"
TRACKED = f"{TEXT}tracked-changes"
SILENT = frozenset((TRACKED, f"{OFFICE}forms"))
"""What stands in a text and is none of it."""
_DC = "{http://purl.org/dc/elements/1.1/}"
UNPRINTED = frozenset((*SILENT, f"{_DC}creator", f"{_DC}date", f"{NOTE}-citation"))
"""The same, and what only says whose a comment is, and which note."""
