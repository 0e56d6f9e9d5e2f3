"""Read, extract, normalise: the only file that names every stage."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from send_extract.errors import UnreadableSource
from send_extract.extraction import extract_plan
from send_extract.normalisation import normalise_plan
from send_extract.plan import Plan, SourceRecord
from send_extract.readers import read_document
from send_extract.settings import DEFAULTS, Settings
from send_extract.source import Source

if TYPE_CHECKING:
    from os import PathLike

    from send_extract.document import Document


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
    document, read_diagnostics = read_document(opened, format)
    plan, extract_diagnostics = extract_plan(document, _record_source(opened, document), settings)
    known = (*read_diagnostics, *plan.diagnostics, *extract_diagnostics)
    return normalise_plan(replace(plan, diagnostics=known), settings)


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
        return Source(path.name, path.read_bytes())
    except OSError as error:
        if path.is_dir():
            message = f"{path} is a folder without drafts. Name a file, or a folder that has some."
        else:
            message = f"{path} cannot be read: {(error.strerror or str(error)).lower()}. Check its name."
        raise UnreadableSource(message) from error


def _record_source(source: Source, document: Document) -> SourceRecord:
    return SourceRecord(
        name=source.name,
        format=document.format,
        encoding=document.encoding,
        sha256=source.sha256,
        bytes=len(source.data),
    )
