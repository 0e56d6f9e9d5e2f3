"""PDF: tables drawn with lines, their words put together from their places on the page."""

from __future__ import annotations

from send_extract.readers import Read
from send_extract.readers.confinement import Confinement, read_confined
from send_extract.source import Source

CONFINEMENT = Confinement(seconds=120.0, seconds_per_megabyte=30.0)
"""A packed page is a few kilobytes and takes a quarter of a second: three hundred of them are no attack."""


def read_pdf(source: Source) -> Read:
    """The document of a PDF that has text; every row of its tables is flagged for review.

    Raises:
        DefectiveSource: the file is broken, protected, hostile, or a scan without text.
        MissingExtra: the `pdf` extra is not installed.
    """
    return read_confined(source, "send_extract.readers.pdf.assembly:read_pdf_pages", CONFINEMENT)
