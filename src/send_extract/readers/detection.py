"""Which format a source is of, told from its bytes, never from its name alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from send_extract.errors import UnknownFormat
from send_extract.headings import count_fields
from send_extract.readers.decoding import decode_text
from send_extract.readers.ole2 import OLE2_MARK, detect_ole2

if TYPE_CHECKING:
    from send_extract.source import Source

_HEAD = 65536
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|div)\b",
    re.IGNORECASE | re.DOTALL,
)
_PIPE_RULE = re.compile(r"^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*\|[-|: \t]*$", re.MULTILINE)
_REGENERATED = "<!-- send-extract "
_QUOTED_LINES = re.compile(r'(?:^|\t)"[^"\t\n]*\n(?:[^"\t]|"")*"(?=\t|\r?$)', re.MULTILINE)
"""A quoted cell of several lines, as a spreadsheet writes it into tab-separated text."""
_FEWEST_FIELDS = 2


def detect_format(source: Source) -> str:
    """The name of the reader that fits the bytes of `source`.

    Raises:
        DefectiveSource: a file of a known kind that cannot be opened (protected by a password).
        UnknownFormat: the bytes are of no format that is read.
    """
    head = source.data[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _detect_zipped(source)
    if head.startswith(OLE2_MARK):
        return detect_ole2(source)
    if head.startswith(b"{\\rtf"):
        message = f"{source.name}: this is rich text (RTF), which is not read; save it as .docx."
        raise UnknownFormat(message)
    return _detect_text(decode_text(head[: len(head) & ~3], source.name).text)


def _detect_zipped(source: Source) -> str:
    from send_extract.readers.archive import identify_package  # noqa: PLC0415 - a text needs no zipfile

    kind = identify_package(source.data)
    if kind is None:
        message = f"{source.name}: this zip holds no Word document and no workbook; give the draft itself."
        raise UnknownFormat(message)
    return kind


def _detect_text(text: str) -> str:
    if _HTML.match(text):
        return "html"
    if text.lstrip().startswith(_REGENERATED):
        return "markdown"
    lines = [line for line in text.splitlines() if line.strip()]
    if _has_header(lines, "\t"):
        return "csv" if _QUOTED_LINES.search(text) else "delimited"
    if _PIPE_RULE.search(text):
        return "markdown"
    if _has_header(lines, ",") or _has_header(lines, ";"):
        return "csv"
    return "markdown" if _is_outline(lines) else "delimited"


def _has_header(lines: list[str], separator: str) -> bool:
    """Whether a line, cut at `separator`, holds two or more of a plan's headings."""
    return any(
        count_fields([cell.strip("\"' ") for cell in line.split(separator)]) >= _FEWEST_FIELDS
        for line in lines
        if separator in line
    )


def _is_outline(lines: list[str]) -> bool:
    """Whether the text is headings with `label: value` bullets below them, as some councils publish."""
    headings = sum(1 for line in lines if re.match(r"#{1,6} ", line))
    labels = sum(1 for line in lines if re.match(r"\s*[-*+] +[^:]{2,60}:", line))
    return headings > 1 and labels > 1
