"""Old Office files, and new ones behind a password: both are OLE2 (MS-CFB)."""

from __future__ import annotations

from send_extract.errors import DefectiveSource, UnknownFormat
from send_extract.source import Source

OLE2_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_HEADER = 512
_LARGEST_SHIFT = 12

# What the directory of an OLE2 file names (MS-CFB 2.6.1: UTF-16, little-endian), in the order of looking.
_OLE2_STREAMS = (
    ("EncryptedPackage", "protected"),
    ("EncryptionInfo", "protected"),
    ("__nameid_version1.0", "msg"),
    ("WordDocument", "doc"),
    ("PowerPoint Document", "ppt"),
    ("Workbook", "xls"),
    ("Book", "xls"),
)
_OLE2_ADVICE = {
    "doc": "this is an old Word file (.doc), which is not read; open it in Word and save it as .docx",
    "ppt": "this is an old Office file of PowerPoint (.ppt), which is not read; save its table as .docx or .xlsx",
    "msg": "this is an Outlook message (.msg), which is not read; save the draft in it as a file of its own",
    "unknown": "this is an old Office file, which is not read; save it as .docx or .xlsx",
}


def identify_ole2(data: bytes) -> str:
    """What an OLE2 file is: `protected` (an encrypted new one), `doc`, `ppt`, `xls`, `msg`, or `unknown`."""
    for stream, kind in _OLE2_STREAMS:
        if stream.encode("utf-16-le") + b"\0\0" in data:
            return kind
    return "unknown"


def _is_cut(data: bytes) -> bool:
    """Whether the directory of an OLE2 file, which its header gives the sector of, lies beyond its end (MS-CFB 2.2)."""
    if len(data) < _HEADER:
        return True
    shift, sector = int.from_bytes(data[30:32], "little"), int.from_bytes(data[48:52], "little")
    return shift > _LARGEST_SHIFT or (sector + 1 << shift) >= len(data)


def detect_ole2(source: Source) -> str:
    """The reader of an OLE2 file, if it has one: `xls`.

    Raises:
        DefectiveSource: it is password-protected, or cut short.
        UnknownFormat: it is of another old Office program.
    """
    kind = identify_ole2(source.data)
    if kind == "protected":
        raise protected(source.name)
    if kind == "xls":
        return kind
    if kind == "unknown" and _is_cut(source.data):
        message = f"{source.name}: the file is damaged or cut short. Send it again, or save it anew."
        raise DefectiveSource(message)
    message = f"{source.name}: {_OLE2_ADVICE[kind]}."
    raise UnknownFormat(message)


def protected(name: str) -> DefectiveSource:
    """The error for a file that only its password opens."""
    return DefectiveSource(
        f"{name}: the file is password-protected. Save it without a password and try again."
    )
