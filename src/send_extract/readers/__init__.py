"""Readers: one file a format, one table: format to function.

A format is told from the bytes; its reader is imported only when a source needs it.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from msgspec import Struct
from msgspec.structs import replace

from send_extract.account import Tally
from send_extract.diagnostics import Diagnostic
from send_extract.document import Document
from send_extract.errors import DefectiveSource, UnreadableSource, UsageError
from send_extract.readers.cleaning import clean_elements
from send_extract.readers.detection import detect_format
from send_extract.source import Source

__all__ = ["READERS", "Read", "detect_format", "read_document"]

READERS: dict[str, str] = {
    "delimited": "send_extract.readers.delimited:read_delimited",
    "html": "send_extract.readers.html:read_html",
    "markdown": "send_extract.readers.markdown:read_markdown",
    "docx": "send_extract.readers.docx:read_docx",
    "odt": "send_extract.readers.opendocument:read_odt",
    "xlsx": "send_extract.readers.spreadsheet:read_xlsx",
    "ods": "send_extract.readers.spreadsheet:read_ods",
    "xls": "send_extract.readers.spreadsheet:read_xls",
    "eml": "send_extract.readers.mail:read_eml",
    "csv": "send_extract.readers.csv:read_csv",
    "pdf": "send_extract.readers.pdf.assembly:read_pdf",
}


class Read(Struct, frozen=True):
    """A source read: its document, what was odd about it, and how often each word stands in each part of it.

    A reader counts the words (`tallies`) before it makes anything of them.
    """

    document: Document
    diagnostics: tuple[Diagnostic, ...] = ()
    tallies: tuple[Tally, ...] = ()


def read_document(source: Source, format: str | None = None) -> Read:  # noqa: A002 - the contract's own word
    """The document in `source`, by the reader of `format` (told from the bytes where None).

    Raises:
        UnreadableSource: there is nothing in the source.
        DefectiveSource: it is broken, protected, or nested deeper than any plan.
        UnknownFormat: the bytes are of no format that is read.
        UsageError: `format` names no reader.
    """
    if not source.data or source.data.isspace():
        message = f"{source.name}: the file is empty; export the draft again."
        raise UnreadableSource(message)
    try:
        return _clean(_find_reader(format or detect_format(source))(source))
    except RecursionError as error:
        message = (
            f"{source.name}: refused, because it is nested deeper than any plan. Save the document anew."
        )
        raise DefectiveSource(message) from error


def _clean(read: Read) -> Read:
    """What was read, as people see and mean it."""
    cleaned = clean_elements(read.document.elements)
    document = replace(read.document, elements=cleaned.elements)
    return replace(read, document=document, diagnostics=(*read.diagnostics, *cleaned.diagnostics))


def _find_reader(name: str) -> Callable[[Source], Read]:
    if name not in READERS:
        from difflib import get_close_matches

        close = "".join(f" Did you mean {each}?" for each in get_close_matches(name, READERS, n=1))
        message = f"There is no reader for the format {name!r}; choose one of {', '.join(READERS)}.{close}"
        raise UsageError(message)
    module, function = READERS[name].split(":")
    reader: Callable[[Source], Read] = getattr(import_module(module), function)
    return reader
