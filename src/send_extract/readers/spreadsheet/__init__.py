"""Workbooks of Excel and of OpenDocument: each sheet's cells as they are printed."""

from __future__ import annotations

from send_extract.readers import Read
from send_extract.readers.archive import check_archive
from send_extract.readers.confinement import read_confined
from send_extract.source import Source

_WORKBOOK = "send_extract.readers.spreadsheet.workbook"


def read_xlsx(source: Source) -> Read:
    """The document of an Excel workbook (.xlsx, .xlsm; macros are never run).

    Raises:
        DefectiveSource: the file is broken, protected or hostile.
    """
    check_archive(source)
    return read_confined(source, f"{_WORKBOOK}:read_xlsx_workbook")


def read_ods(source: Source) -> Read:
    """The document of an OpenDocument spreadsheet.

    Raises:
        DefectiveSource: the file is broken, protected or hostile.
    """
    check_archive(source)
    return read_confined(source, f"{_WORKBOOK}:read_ods_workbook")


def read_xls(source: Source) -> Read:
    """The document of an old Excel workbook (.xls).

    Raises:
        DefectiveSource: the file is broken or protected.
        MissingExtra: the `excel` extra is not installed.
    """
    return read_confined(source, f"{_WORKBOOK}:read_xls_workbook")
