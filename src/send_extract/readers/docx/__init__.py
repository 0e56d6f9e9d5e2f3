"""Word documents (.docx): what the author reads with every tracked change accepted."""

from __future__ import annotations

from send_extract.readers import Read
from send_extract.readers.archive import check_archive
from send_extract.readers.docx.reading import read_docx_parts
from send_extract.source import Source


def read_docx(source: Source) -> Read:
    """The document of a Word file.

    Raises:
        DefectiveSource: the file is broken, protected or hostile.
    """
    check_archive(source)
    return read_docx_parts(source)
