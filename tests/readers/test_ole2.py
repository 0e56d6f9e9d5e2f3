import pytest

from send_extract.errors import DefectiveSource, SendExtractError, UnknownFormat
from send_extract.readers import detect_format, read_document
from send_extract.readers.ole2 import OLE2_MARK
from send_extract.source import Source


def make_ole2(stream: str) -> bytes:
    return OLE2_MARK + bytes(504) + stream.encode("utf-16-le") + bytes(600)


@pytest.mark.parametrize(
    ("stream", "error", "words"),
    [
        ("WordDocument", UnknownFormat, "save it as .docx"),
        ("EncryptedPackage", DefectiveSource, "password-protected"),
        ("PowerPoint Document", UnknownFormat, r"old Office file of PowerPoint \(\.ppt\)"),
        ("__nameid_version1.0", UnknownFormat, r"Outlook message \(\.msg\)"),
        ("Contents", UnknownFormat, "old Office file"),
    ],
)
def test_old_office_files_are_told_apart(stream: str, error: type[SendExtractError], words: str) -> None:
    with pytest.raises(error, match=words):
        read_document(Source("draft.doc", make_ole2(stream)))


@pytest.mark.parametrize("length", [8, 511, 520])
def test_an_old_office_file_cut_before_its_directory_says_so(length: int) -> None:
    header = bytearray(make_ole2("Workbook"))
    header[30], header[48] = 9, 5

    with pytest.raises(DefectiveSource, match="damaged or cut short"):
        detect_format(Source("draft.xls", bytes(header[:length])))


def test_an_old_workbook_has_a_reader_of_its_own() -> None:
    assert detect_format(Source("draft.xls", make_ole2("Workbook"))) == "xls"


def test_an_old_word_file_named_as_a_new_one_is_told_so() -> None:
    with pytest.raises(UnknownFormat, match=r"save it as \.docx"):
        read_document(Source("draft.docx", make_ole2("WordDocument")), "docx")
