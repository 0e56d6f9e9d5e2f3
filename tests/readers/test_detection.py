"""Which format a source is of: by its bytes alone."""

import pytest

from send_extract.errors import DefectiveSource, UnknownFormat, UnreadableSource, UsageError
from send_extract.readers import READERS, detect_format, read_document
from send_extract.source import Source

TABS = "A title, with a comma\n\nNo\tRecommendation\tAction\n1\tListen\tMeet\n"


@pytest.mark.parametrize(
    ("data", "format_name"),
    [
        (TABS.encode(), "delimited"),
        (TABS.encode("utf-16"), "delimited"),
        (b"%PDF-1.7\n", "pdf"),
        (b"PK\x03\x04....word/document.xml", "docx"),
        (b"PK\x03\x04....xl/workbook.xml", "xlsx"),
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "ods"),
        (b"\n<!DOCTYPE html><html>", "html"),
        (b"<table><tr><td>No", "html"),
        (b"<h1>Plan</h1><p>DRAFT 1</p>\n<table><tr><th>No</th></tr></table>", "html"),
        (b"<p>Plan</p>\nNo\tAction\tWho\n1\t<table><tr><td>Meet</td></tr></table>\tGB\n", "delimited"),
        (b"| No | Action |\n| --- | --- |\n| 1 | Meet |", "markdown"),
        (b"| No | Action |\n| 1 | Meet |", "delimited"),
        (b"No,Recommendation,Action\n1,Listen,Meet\n", "csv"),
        (b'No|Recommendation|Action\n1|Listen|"Meet\nTell"\n', "csv"),
        (b"# Plan\n\n## Action 1\n\n- Due date: May\n- Owner: GB\n", "markdown"),
        (b"| No | Action |\r\n| --- | --- |\r\n| 1 | Meet |", "markdown"),
        (
            b"+----+--------+\n| No | Action |\n+====+========+\n| 1  | Meet   |\n+----+--------+\n",
            "delimited",
        ),
        (b"# Plan\n\nNo  Action  Who\n1   Meet    GB\n", "delimited"),
        (b"Plan\n\n<table><tr><th>No<th>Action</table>", "html"),
        (b"# Plan\n\n<table>\n<tr><th>No<th>Action\n</table>", "markdown"),
        (b"**Action:** Meet\n\n**Due date:** May\n", "markdown"),
        (b"Plan\n====\n\nAction: Meet\n", "markdown"),
        (
            b"# Plan\n\n## Recommendations\n\n### Recommendation 1\n\n| No | Action | When | In full | Who |\n",
            "markdown",
        ),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html>\n<html>', "html"),
        (b"From: GB\nTo: BM\n\nNo\tAction\tWho\n1\tMeet\tGB\n", "delimited"),
        (b"<!-- a -->" * 60 + b"words", "delimited"),
        (b"<!-- a -->\n<!-- b --> <html>", "html"),
        (b"just words", "delimited"),
        (b"a", "delimited"),
    ],
)
def test_a_format_is_told_from_the_bytes(data: bytes, format_name: str) -> None:
    assert detect_format(Source("x.docx", data)) == format_name


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (b"PK\x03\x04....readme.txt", DefectiveSource, "zip"),
        (b"{\\rtf1 Words}", UnknownFormat, "save it as .docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", DefectiveSource, "cut short"),
        (b"\x7fELF\x02\x01\x01\0\0\0\0\0", UnknownFormat, "no text"),
        (b"  \n", UnreadableSource, "empty"),
        (b"\xef\xbb\xbf\n", UnreadableSource, "empty"),
        (b"\xff\xfe", UnreadableSource, "empty"),
        (b'{"schema_version": "1.0", "recommendations": []}', UnknownFormat, "output of this program"),
        (b'[\n  {"No": "1", "Action": "Meet, and listen"}]', UnknownFormat, "this is JSON"),
        (b"From: GB\r\nMIME-Version: 1.0\r\n\r\n\r\n", UnreadableSource, "e-mail"),
        (b'<?xml version="1.0"?><plan><action>Meet</action></plan>', UnknownFormat, "XML"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(data: bytes, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words) as raised:
        read_document(Source("x", data))
    assert "\n" not in str(raised.value)


def test_an_unknown_format_is_a_wrong_request() -> None:
    with pytest.raises(UsageError, match=", ".join(READERS)):
        read_document(Source("x", b"words"), "wordperfect")


def test_a_page_that_the_program_made_is_no_draft() -> None:
    page = (
        b'<!DOCTYPE html><html><head><meta name="generator" content="send-extract"></head><p>Plan</p></html>'
    )
    with pytest.raises(UnknownFormat, match="a page that this program made"):
        detect_format(Source("plan.html", page))
