"""Packages of XML in a ZIP file, as Word and Excel have them: the same bytes for the same parts."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping
from types import MappingProxyType
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_LEVEL = 4
"""How hard parts are packed: a tenth larger than by the usual 6, in two thirds of the time."""
EPOCH = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)
"""The first day that a ZIP file knows, where nothing says another."""


def escape_xml(text: str) -> str:
    """Words as they stand between tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def settle_package(data: bytes, replaced: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
    """A package whose parts stand in the order of their names, none with a date; some may be `replaced`."""
    stream = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as given, ZipFile(stream, "w") as settled:
        for name in sorted(given.namelist()):
            part = ZipInfo(name, EPOCH.timetuple()[:6])
            words = replaced[name] if name in replaced else given.read(name)
            settled.writestr(part, words, ZIP_DEFLATED, _LEVEL)
    return stream.getvalue()
