"""The gate before an office file is opened: what its zip holds, weighed without trusting it."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from send_extract.errors import DefectiveSource, UnknownFormat
from send_extract.readers.ole2 import OLE2_MARK, detect_ole2, protected
from send_extract.source import Source


class ArchiveLimits(Struct, frozen=True):
    """The most that an honest office file holds; plans of hundreds of pages stay far below.

    `size` is in bytes when unpacked; `ratio` of unpacked to packed bytes counts only above `ratio_from`,
    since a short part of blanks packs very well.
    """

    entries: int = 5_000
    size: int = 300_000_000
    ratio: int = 200
    ratio_from: int = 5_000_000


LIMITS = ArchiveLimits()

_ENCRYPTED = 0x1
_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_MARKUP_SUFFIXES = (".xml", ".rels", ".vml", ".rdf")
_CHUNK = 1 << 20
_OVERLAP = 16
"""More bytes than `<!DOCTYPE` has, so that no declaration hides where two chunks meet."""
_DRIVE = re.compile(r"^[A-Za-z]:")


def check_archive(source: Source, limits: ArchiveLimits = LIMITS) -> tuple[str, ...]:
    """The names of the parts of an office file, once its zip has been found harmless.

    Raises:
        DefectiveSource: the zip is cut short, encrypted, a bomb, or holds what no office program writes.
    """
    if source.data.startswith(OLE2_MARK):
        kind = detect_ole2(source)
        message = f"{source.name}: this is an old Office file (.{kind}); read it as that, or save it anew."
        raise UnknownFormat(message)
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            entries = archive.infolist()
            _check_entries(source.name, entries, limits)
            for entry in entries:
                _check_name(source.name, entry.filename)
                _check_markup(source.name, archive, entry)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        message = (
            f"{source.name}: the file is damaged or cut short ({error}). Send it again, or save it anew."
        )
        raise DefectiveSource(message) from error
    return tuple(entry.filename for entry in entries)


def _check_entries(name: str, entries: list[zipfile.ZipInfo], limits: ArchiveLimits) -> None:
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise protected(name)
    if len(entries) > limits.entries:
        raise _refusal(name, f"it holds {len(entries):,} parts, more than {limits.entries:,}")
    twice = [part for part, count in Counter(entry.filename for entry in entries).items() if count > 1]
    if twice:
        raise _refusal(name, f"its part {twice[0]!r} is there more than once")
    _check_sizes(name, entries, limits)


def _check_sizes(name: str, entries: Sequence[zipfile.ZipInfo], limits: ArchiveLimits) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > limits.size:
        raise _refusal(name, f"it unpacks to {unpacked / 1e6:,.0f} MB, more than {limits.size / 1e6:,.0f} MB")
    for entry in entries:
        if entry.file_size > max(limits.ratio_from, limits.ratio * max(entry.compress_size, 1)):
            raise _refusal(name, f"its part {entry.filename!r} unpacks to over {limits.ratio} times its size")


def _check_name(name: str, part: str) -> None:
    path = part.replace("\\", "/")
    if path.startswith("/") or _DRIVE.match(path) or ".." in path.split("/"):
        raise _refusal(name, f"its part {part!r} points outside the file")


def _check_markup(name: str, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    """Refuse a declaration of entities in a part, whatever its encoding; office programs write none."""
    if not entry.filename.lower().endswith(_MARKUP_SUFFIXES):
        return
    with archive.open(entry) as part:
        tail = b""
        while chunk := part.read(_CHUNK):
            window = tail + chunk.replace(b"\0", b"")
            if _DECLARATION.search(window):
                raise _refusal(name, f"its part {entry.filename!r} declares a document type or entities")
            tail = window[-_OVERLAP:]


def check_flat(source: Source) -> None:
    """Refuses an office file that is one XML, where that declares entities.

    Raises:
        DefectiveSource: it does.
    """
    if _DECLARATION.search(source.data.replace(b"\0", b"")):
        raise _refusal(source.name, "it declares a document type or entities")


def _refusal(name: str, reason: str) -> DefectiveSource:
    return DefectiveSource(f"{name}: refused, because {reason}. Save the document anew in its own program.")
