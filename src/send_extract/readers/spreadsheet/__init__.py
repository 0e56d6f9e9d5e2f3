"""Workbooks of Excel and of OpenDocument: each sheet's cells as they are printed."""

from __future__ import annotations

from send_extract.readers import Read
from send_extract.readers.archive import check_archive
from send_extract.readers.opendocument.opening import check_office_file
from send_extract.readers.spreadsheet.excel import read_excel
from send_extract.readers.spreadsheet.legacy import read_legacy
from send_extract.readers.spreadsheet.opendocument import read_opendocument
from send_extract.readers.spreadsheet.workbook import read_workbook
from send_extract.source import Source


def read_xlsx(source: Source) -> Read:
    """The document of an Excel workbook (.xlsx, .xlsm; macros are never run).

    Raises:
        DefectiveSource: the file is broken, protected or hostile.
    """
    check_archive(source)
    return read_workbook(source, "xlsx", read_excel)


def read_ods(source: Source) -> Read:
    """The document of an OpenDocument spreadsheet (.ods, or .fods, which is one flat XML).

    Raises:
        DefectiveSource: the file is broken, protected or hostile.
    """
    check_office_file(source)
    return read_workbook(source, "ods", read_opendocument)


def read_xls(source: Source) -> Read:
    """The document of an old Excel workbook (.xls).

    Raises:
        DefectiveSource: the file is broken or protected.
        MissingExtra: the `excel` extra is not installed.
    """
    return read_workbook(source, "xls", read_legacy)
