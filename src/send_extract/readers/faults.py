"""What a parser raises over a damaged file, turned into the one error that says so."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from lxml import etree

from send_extract.errors import DefectiveSource

_RAISED = (
    zipfile.BadZipFile, zlib.error, struct.error, etree.LxmlError, EOFError, OSError, LookupError, ValueError,
    TypeError, AttributeError, NotImplementedError, AssertionError, UnboundLocalError, OverflowError,
)  # fmt: skip
_PARSERS = ("pdfminer", "pdfplumber", "pyo3_runtime", "pypdfium2", "xlrd")
"""Packages whose own errors are about the file."""


@contextmanager
def blame_file(name: str, kind: str) -> Iterator[None]:
    """Blames the file `name`, of `kind` (`Word file`), for what its parsers raise inside.

    Raises:
        DefectiveSource: a parser stumbled; the message has its own words.
    """
    try:
        yield
    except (MemoryError, RecursionError, DefectiveSource):
        raise
    except BaseException as error:  # pyo3's PanicException is no Exception
        if not isinstance(error, _RAISED) and not type(error).__module__.startswith(_PARSERS):
            raise
        words = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        message = f"{name}: the {kind} is damaged ({words}). Send it again, or save it anew."
        raise DefectiveSource(message) from error
