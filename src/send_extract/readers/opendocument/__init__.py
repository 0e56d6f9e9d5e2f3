"""OpenDocument texts (.odt; .fodt, one flat XML): what the author reads with every tracked change accepted."""

from __future__ import annotations

from send_extract.readers import Read
from send_extract.readers.opendocument.opening import check_office_file
from send_extract.readers.opendocument.reading import read_text_parts
from send_extract.source import Source


def read_odt(source: Source) -> Read:
    """The document of an OpenDocument text.

    Raises:
        DefectiveSource: the file is broken, protected or hostile.
    """
    check_office_file(source)
    return read_text_parts(source)
