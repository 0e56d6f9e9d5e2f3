"""A Word file's main text to HTML by mammoth, and from there to a document."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from lxml import etree

from send_extract.diagnostics import diagnose
from send_extract.document import Document
from send_extract.patterns import compile_later
from send_extract.readers import Read
from send_extract.readers.docx.asides import (
    describe_pictures,
    find_comments,
    find_diagrams,
    find_footnotes,
    find_margins,
)
from send_extract.readers.docx.package import find_properties, open_package
from send_extract.readers.docx.preparation import count_changes, prepare_body
from send_extract.readers.docx.unseen import take_unseen
from send_extract.readers.extras import require
from send_extract.readers.faults import blame_file
from send_extract.readers.lines import change_cells, read_runs
from send_extract.readers.page import read_page
from send_extract.readers.properties import read_properties
from send_extract.source import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from send_extract.diagnostics import Diagnostic
    from send_extract.document import Cell
    from send_extract.readers.docx.package import Package
    from send_extract.source import Source

_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => h2:fresh
u => u
"""
_KEPT_ROLES = ("styles", "numbering")
_ODD = compile_later(r"(?:element was ignored: |unsupported character was ignored: )(.+)")
_HARMLESS = (
    "w:bookmark",
    "w:perm",
    "w:proof",
    "w:fld",
    "w:customXml",
    "w:moveFrom",
    "w:moveTo",
    "w:lastRendered",
)


def read_docx_parts(source: Source) -> Read:
    """The document of a Word file, read in this process.

    Raises:
        DefectiveSource: the file is damaged.
        MissingExtra: mammoth is not installed.
    """
    mammoth = require("mammoth", "docx")
    with blame_file(source.name, "Word file"):
        return _read_package(mammoth, open_package(source))


def _read_package(mammoth: Any, package: Package) -> Read:  # noqa: ANN401 - mammoth has no types
    body = package.body.root
    oddities = [*_report_changes(body), *describe_pictures(body)]
    oddities += take_unseen(body, package.part("styles"))
    comments = tuple(find_comments(package))
    footnotes = (*find_footnotes(package), *find_diagrams(package))
    prepare_body(package)
    converted = _convert(mammoth, package)
    page = read_page(converted.value, exact=True)
    headers, footers = find_margins(package, "header"), find_margins(package, "footer")
    elements = (*headers, *change_cells(page.elements, _part_cell), *footnotes, *comments, *footers)
    oddities += [*page.diagnostics, *_report_unread(message.message for message in converted.messages)]
    return Read(Document(elements, "docx", None, read_properties(find_properties(package))), tuple(oddities))


def _part_cell(cell: Cell) -> Cell:
    """A cell of one paragraph, with its lines as blocks: Shift+Enter is Alt+Enter in a sheet.

    Not where a line begins in small letters, for there a sentence goes on.
    """
    if len(cell.blocks) != 1 or cell.blocks[0].level or "\n" not in cell.blocks[0].text:
        return cell
    first, *others = [line.strip() for line in cell.blocks[0].text.split("\n") if line.strip()]
    if first[:1].isupper() and any(line[0].islower() for line in others):
        return cell
    return cell._replace(blocks=read_runs(cell.blocks[0].runs))


def _convert(mammoth: Any, package: Package) -> Any:  # noqa: ANN401 - mammoth has no types
    no_picture = mammoth.images.img_element(lambda _: {})
    return mammoth.convert_to_html(_pack_slim(package), style_map=_STYLES, convert_image=no_picture)


def _pack_slim(package: Package) -> io.BytesIO:
    """The prepared text with its styles and lists alone: no pictures, no links, nothing to fetch."""
    slim = io.BytesIO()
    with zipfile.ZipFile(slim, "w") as archive:
        archive.writestr("word/document.xml", etree.tostring(package.body.root))
        for role in _KEPT_ROLES:
            root = package.part(role)
            if root is not None:
                archive.writestr(f"word/{role}.xml", etree.tostring(root))
    slim.seek(0)
    return slim


def _report_changes(body: etree._Element) -> Iterator[Diagnostic]:
    changes = count_changes(body)
    if any(changes):
        yield diagnose("tracked-changes", NOWHERE, inserted=changes.inserted, deleted=changes.deleted)


def _report_unread(messages: Iterator[str] | Sequence[str]) -> Iterator[Diagnostic]:
    """What mammoth passed over, each kind once."""
    found = dict.fromkeys(match[1] for message in messages if (match := _ODD.search(message)))
    for what in found:
        if not what.startswith(_HARMLESS):
            yield diagnose("part-unread", NOWHERE, what=what)
