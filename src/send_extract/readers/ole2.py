"""Old Office files, and new ones behind a password: both are OLE2 (MS-CFB)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from send_extract.errors import DefectiveSource, UnknownFormat

if TYPE_CHECKING:
    from send_extract.source import Source

OLE2_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

# What the directory of an OLE2 file names (MS-CFB 2.6.1: UTF-16, little-endian), in the order of looking.
_OLE2_STREAMS = (
    ("EncryptedPackage", "protected"),
    ("EncryptionInfo", "protected"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
)
_OLE2_ADVICE = {
    "doc": "this is an old Word file (.doc), which is not read; open it in Word and save it as .docx",
    "unknown": "this is an old Office file, which is not read; save it as .docx or .xlsx",
}


def identify_ole2(data: bytes) -> str:
    """What an OLE2 file is: `protected` (an encrypted new one), `doc`, `xls`, or `unknown`."""
    for stream, kind in _OLE2_STREAMS:
        if stream.encode("utf-16-le") + b"\0\0" in data:
            return kind
    return "unknown"


def detect_ole2(source: Source) -> str:
    """The reader of an OLE2 file, if it has one: `xls`.

    Raises:
        DefectiveSource: it is password-protected.
        UnknownFormat: it is of another old Office program.
    """
    kind = identify_ole2(source.data)
    if kind == "protected":
        raise protected(source.name)
    if kind == "xls":
        return kind
    message = f"{source.name}: {_OLE2_ADVICE[kind]}."
    raise UnknownFormat(message)


def protected(name: str) -> DefectiveSource:
    """The error for a file that only its password opens."""
    return DefectiveSource(
        f"{name}: the file is password-protected. Save it without a password and try again."
    )
