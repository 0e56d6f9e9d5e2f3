"""The gate before an office file is opened: what its zip holds, weighed without trusting it."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING, NamedTuple

from send_extract.errors import DefectiveSource, UnknownFormat
from send_extract.readers.ole2 import OLE2_MARK, detect_ole2, protected

if TYPE_CHECKING:
    from collections.abc import Sequence

    from send_extract.source import Source


class Limits(NamedTuple):
    """The most that an honest office file holds; plans of hundreds of pages stay far below.

    `size` is in bytes when unpacked; `ratio` of unpacked to packed bytes counts only above `ratio_from`,
    since a short part of blanks packs very well.
    """

    entries: int = 5_000
    size: int = 300_000_000
    ratio: int = 200
    ratio_from: int = 5_000_000


LIMITS = Limits()

_ENCRYPTED = 0x1
_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_MARKUP_SUFFIXES = (".xml", ".rels", ".vml", ".rdf")
_CHUNK = 1 << 20
_OVERLAP = 16
"""More bytes than `<!DOCTYPE` has, so that no declaration hides where two chunks meet."""
_DRIVE = re.compile(r"^[A-Za-z]:")


def check_archive(source: Source, limits: Limits = LIMITS) -> tuple[str, ...]:
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


def _check_entries(name: str, entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise protected(name)
    if len(entries) > limits.entries:
        raise _refusal(name, f"it holds {len(entries):,} parts, more than {limits.entries:,}")
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > limits.size:
        raise _refusal(name, f"it unpacks to {unpacked / 1e6:,.0f} MB, more than {limits.size / 1e6:,.0f} MB")
    for entry in entries:
        if entry.file_size > limits.ratio_from and entry.file_size > limits.ratio * max(
            entry.compress_size, 1
        ):
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


def _refusal(name: str, reason: str) -> DefectiveSource:
    return DefectiveSource(f"{name}: refused, because {reason}. Save the document anew in its own program.")


_MAIN_PARTS = (
    ("word/document", "docx"),
    ("xl/workbook.bin", "xlsb"),
    ("xl/workbook", "xlsx"),
    ("ppt/presentation", "slides"),
)
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
_OPEN_KINDS = {"spreadsheet": "ods", "text": "odt", "presentation": "slides"}
_MIMETYPE = re.compile(rb"mimetype([a-z][\w./+-]{3,80})")
_DRAFTS = (".docx", ".doc", ".xlsx", ".xlsm", ".xls", ".ods", ".odt", ".csv", ".pdf", ".txt", ".html", ".md")
_ADVICE = {
    "xlsb": "this is a binary workbook (.xlsb), which is not read; save it as .xlsx",
    "odt": "this is an OpenDocument text (.odt), which is not read; save it as .docx",
    "slides": "these are slides, which are not read; save the plan's table as .docx or .xlsx",
    "": "this zip holds no Word document and no workbook; give the draft itself",
}
_MOST_NAMED = 3


def detect_package(source: Source) -> str:
    """Which office format a zip is of: `docx`, `xlsx` or `ods`; one that is cut short by the names before its parts.

    Raises:
        DefectiveSource: it is cut short before any name that tells.
        UnknownFormat: it is of another program, or of none.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            names = archive.namelist()
            kind = _identify(names, _read_mimetype(archive))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError):
        names = []
        match = _MIMETYPE.search(source.data[:200])
        parts = [name for name, _ in _MAIN_PARTS if name.encode() in source.data]
        kind = _identify(parts, match[1].decode() if match else "")
        if not kind:
            message = f"{source.name}: the zip is damaged or cut short. Send it again, or save it anew."
            raise DefectiveSource(message) from None
    if kind in _ADVICE:
        drafts = [name for name in names if name.lower().endswith(_DRAFTS)] if not kind else []
        shown = ", ".join(drafts[:_MOST_NAMED]) + (", …" if len(drafts) > _MOST_NAMED else "")
        advice = (
            f"this zip holds files ({shown}); unpack it, and give the draft itself"
            if drafts
            else _ADVICE[kind]
        )
        message = f"{source.name}: {advice}."
        raise UnknownFormat(message)
    return kind


def _read_mimetype(archive: zipfile.ZipFile) -> str:
    if "mimetype" not in archive.namelist():
        return ""
    with archive.open("mimetype") as part:
        return part.read(100).decode("ascii", "replace").strip()


def _identify(names: Sequence[str], mimetype: str) -> str:
    """A package's kind by the names of its parts, or by the type that it says it is; empty for another."""
    for prefix, kind in _MAIN_PARTS:
        if any(name.startswith(prefix) for name in names):
            return kind
    family = mimetype.removeprefix(_OPEN_DOCUMENT).partition("-")[0]
    return _OPEN_KINDS.get(family, "") if mimetype.startswith(_OPEN_DOCUMENT) else ""
