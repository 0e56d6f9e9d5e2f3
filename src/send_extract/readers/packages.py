"""Office files that are zips, told apart: which format one is of, and what to do with one that is not read."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Sequence

from send_extract.errors import DefectiveSource, UnknownFormat
from send_extract.source import Source
from send_extract.version import NAME

_MAIN_PARTS = (
    ("word/document", "docx"),
    ("xl/workbook.bin", "xlsb"),
    ("xl/workbook", "xlsx"),
    ("ppt/presentation", "slides"),
)
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
_OPEN_KINDS = {"spreadsheet": "ods", "text": "odt", "presentation": "slides"}
_MIMETYPE = re.compile(rb"mimetype([a-z][\w./+-]{3,80})")
_FLAT = re.compile(rb"<office:document\b[^>]*\boffice:mimetype=[\"']([\w./+-]+)")
_DRAFTS = (".docx", ".doc", ".xlsx", ".xlsm", ".xls", ".ods", ".odt", ".csv", ".pdf", ".txt", ".html", ".md")
_OWN = f"<dc:creator>{NAME}</dc:creator>"
"""What a workbook that this program made says of itself, also once a person has saved it again."""
_ADVICE = {
    "own": "this is a workbook that this program made, not a draft; give the draft itself, or its plan.md or plan.docx",
    "xlsb": "this is a binary workbook (.xlsb), which is not read; save it as .xlsx",
    "slides": "these are slides, which are not read; save the plan's table as .docx or .xlsx",
    "": "this zip holds no Word document and no workbook; give the draft itself",
}
_MOST_NAMED = 3
_HEAD = 65536
_LONGEST = 4096
"""The bytes that are read of a part which says what a file is."""
_FIRST = 200
"""The bytes within which an OpenDocument file says its type."""


def detect_package(source: Source) -> str:
    """Which office format a zip is of (`docx`, `xlsx`, `ods`, `odt`); one that is cut short by the names in it.

    Raises:
        DefectiveSource: it is cut short before any name that tells.
        UnknownFormat: it is of another program, or of none.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            names = archive.namelist()
            kind = _identify(names, _read_part(archive, "mimetype").strip())
            kind = "own" if kind == "xlsx" and _OWN in _read_part(archive, "docProps/core.xml") else kind
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError):
        names, kind = [], _guess(source.data)
        if not kind:
            message = f"{source.name}: the zip is damaged or cut short. Send it again, or save it anew."
            raise DefectiveSource(message) from None
    return _accept(source, kind, names)


def detect_flat(source: Source) -> str:
    """Which format an OpenDocument file is of that is one flat XML: `ods` or `odt`; empty where the XML is another.

    Raises:
        UnknownFormat: it is of another program.
    """
    match = _FLAT.search(source.data[:_HEAD])
    kind = _identify((), match[1].decode("ascii")) if match else ""
    return _accept(source, kind) if kind else ""


def _accept(source: Source, kind: str, names: Sequence[str] = ()) -> str:
    """The kind, where it is read."""
    if kind in _ADVICE:
        message = f"{source.name}: {_ADVICE[kind] if kind else _advise(names)}."
        raise UnknownFormat(message)
    return kind


def _guess(data: bytes) -> str:
    """The kind of a zip that has lost the list of its parts, by the names before them; empty for another."""
    match = _MIMETYPE.search(data[:_FIRST])
    parts = [name for name, _ in _MAIN_PARTS if name.encode() in data]
    return _identify(parts, match[1].decode() if match else "")


def _advise(names: Sequence[str]) -> str:
    """What to do with a zip that is no office file: unpack it where there are drafts in it."""
    drafts = [name for name in names if name.lower().endswith(_DRAFTS)]
    if not drafts:
        return _ADVICE[""]
    shown = ", ".join(drafts[:_MOST_NAMED]) + (", …" if len(drafts) > _MOST_NAMED else "")
    return f"this zip holds files ({shown}); unpack it, and give the draft itself"


def _read_part(archive: zipfile.ZipFile, name: str) -> str:
    """The beginning of a part that says what a file is; empty where there is none."""
    if name not in archive.namelist():
        return ""
    with archive.open(name) as part:
        return part.read(_LONGEST).decode("ascii", "replace")


def _identify(names: Sequence[str], mimetype: str) -> str:
    """A package's kind by the names of its parts, or by the type that it says it is; empty for another."""
    for prefix, kind in _MAIN_PARTS:
        if any(name.startswith(prefix) for name in names):
            return kind
    family = mimetype.removeprefix(_OPEN_DOCUMENT).partition("-")[0]
    return _OPEN_KINDS.get(family, "") if mimetype.startswith(_OPEN_DOCUMENT) else ""
