"""Read, structure, extract, normalise: the only file that names every stage."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from send_extract.document import Document
from send_extract.errors import UnreadableSource
from send_extract.extraction import extract_plan
from send_extract.normalisation import divide_cells, normalise_plan
from send_extract.plan import Plan, SourceRecord
from send_extract.readers import read_document
from send_extract.settings import DEFAULTS, Settings
from send_extract.source import Source
from send_extract.structure import structure_document

if TYPE_CHECKING:
    from os import PathLike


def read_plan(
    source: str | PathLike[str] | bytes | Source,
    *,
    settings: Settings | None = None,
    format: str | None = None,  # noqa: A002 - the contract's own word
) -> Plan:
    """The plan of a draft: a path, the draft's bytes, or a `Source`.

    `format` names a reader; without it the bytes tell. The diagnostics of every stage are the plan's own.

    Raises:
        SendExtractError: the source cannot be read, or has no plan; see `errors.py` for which.
    """
    opened = open_source(source)
    settings = DEFAULTS if settings is None else settings
    read = read_document(opened, format)
    document = structure_document(read.document, settings.headings)
    extraction = extract_plan(document, _record_source(opened, document), settings)
    plan = replace(extraction.plan, diagnostics=(*read.diagnostics, *extraction.diagnostics))
    return normalise_plan(divide_cells(plan, extraction.cells, settings), settings)


def open_source(source: str | PathLike[str] | bytes | Source) -> Source:
    """The source that a path, bytes, or a `Source` stands for; a path is read here and nowhere else.

    Raises:
        UnreadableSource: there is no such file, it may not be read, or it is a folder.
    """
    if isinstance(source, Source):
        return source
    if isinstance(source, bytes):
        return Source("-", source)
    path = Path(source)
    try:
        return Source(spell_name(path.name), path.read_bytes())
    except (OSError, ValueError) as error:
        raise UnreadableSource(_describe_unreadable(path, error)) from error


def spell_name(name: str) -> str:
    """A file's name as text that can be written: a byte that is no UTF-8 becomes U+FFFD."""
    return name.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _describe_unreadable(path: Path, error: OSError | ValueError) -> str:
    name = spell_name(str(path))
    if isinstance(error, IsADirectoryError) or (os.name == "nt" and os.path.isdir(path)):  # noqa: PTH112 - Path.is_dir can raise
        return f"{name} is a folder without drafts. Name a file, or a folder that has some."
    words = error.strerror if isinstance(error, OSError) else None
    return f"{name} cannot be read: {(words or str(error)).lower()}. Check its name."


def _record_source(source: Source, document: Document) -> SourceRecord:
    return SourceRecord(
        name=source.name,
        format=document.format,
        encoding=document.encoding,
        sha256=source.sha256,
        bytes=len(source.data),
    )
