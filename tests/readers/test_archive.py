"""The gate: what an honest office file holds passes, what none holds is refused in one clear line."""

import io
import zipfile

import pytest

from send_extract.errors import DefectiveSource, SendExtractError, UnknownFormat
from send_extract.readers import detect_format, read_document
from send_extract.readers.archive import Limits, check_archive, detect_package
from send_extract.readers.ole2 import OLE2_MARK
from send_extract.source import Source
from tests.forms.office import make_word_file, paragraph, zip_files

HONEST = make_word_file(paragraph("A plan"))


def refuse(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(DefectiveSource) as refusal:
        check_archive(Source("draft.docx", data), limits or Limits())
    message = str(refusal.value)
    assert message.startswith("draft.docx: ")
    assert "\n" not in message
    return message


def test_an_honest_file_passes_and_its_parts_are_named() -> None:
    assert "word/document.xml" in check_archive(Source("draft.docx", HONEST))


def test_a_bomb_is_refused_by_its_declared_size() -> None:
    bomb = zip_files({"word/document.xml": "<a/>", "word/media/x.bin": "0" * 20_000_000})

    assert "over 200 times its size" in refuse(bomb)
    assert "unpacks to 20 MB, more than 10 MB" in refuse(bomb, Limits(size=10_000_000))


def test_too_many_parts_are_refused() -> None:
    assert "more than 100" in refuse(
        zip_files({f"part{each}.bin": "" for each in range(101)}), Limits(entries=100)
    )


@pytest.mark.parametrize("name", ["../evil.xml", "/etc/passwd", "C:\\evil.xml", "word/..\\..\\evil.xml"])
def test_names_that_point_outside_are_refused(name: str) -> None:
    assert "points outside the file" in refuse(zip_files({"word/document.xml": "<a/>", name: "<a/>"}))


@pytest.mark.parametrize(
    "content",
    [
        '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        f"<!--{' ' * 3_000_000}--><!DOCTYPE a><a/>",
        '<?xml version="1.0"?><!doctype a><a/>',
    ],
    ids=["entities", "behind a long comment", "in small letters"],
)
def test_declarations_in_a_part_are_refused(content: str) -> None:
    assert "declares a document type or entities" in refuse(zip_files({"word/document.xml": content}))


def test_a_declaration_in_another_encoding_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<!DOCTYPE a><a/>".encode("utf-16"))

    assert "declares a document type" in refuse(stream.getvalue())


def test_an_encrypted_part_is_refused_as_protected() -> None:
    locked = bytearray(HONEST)
    position = locked.find(b"PK\x01\x02")
    locked[position + 8] |= 1

    assert "password-protected" in refuse(bytes(locked))


@pytest.mark.parametrize("length", [40, 200, len(HONEST) // 2, len(HONEST) - 10])
def test_a_file_cut_short_is_refused_wherever_it_was_cut(length: int) -> None:
    assert "damaged or cut short" in refuse(HONEST[:length])


def test_a_truncated_file_is_still_told_by_its_parts() -> None:
    assert detect_package(Source("plan.docx", HONEST[: len(HONEST) - 100])) == "docx"


def test_a_zip_that_is_cut_before_its_parts_says_so() -> None:
    with pytest.raises(DefectiveSource, match="damaged or cut short"):
        detect_format(Source("plan.docx", HONEST[:30]))


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"holiday.txt.jpg": "sea"}, "holds no Word document and no workbook"),
        ({"plan.docx": "…", "a/key.xlsx": "…"}, r"holds files \(plan.docx, a/key.xlsx\); unpack it"),
        ({"ppt/presentation.xml": "<p/>"}, "slides"),
        (
            {"mimetype": "application/vnd.oasis.opendocument.text"},
            r"OpenDocument text \(\.odt\).*save it as \.docx",
        ),
        ({"mimetype": "application/vnd.oasis.opendocument.presentation"}, "slides"),
        ({"xl/workbook.bin": "b"}, r"\.xlsb.*save it as \.xlsx"),
    ],
)
def test_a_zip_of_something_else_is_told_what_to_do(parts: dict[str, str], words: str) -> None:
    with pytest.raises(UnknownFormat, match=words):
        detect_format(Source("photos.zip", zip_files(parts)))


@pytest.mark.parametrize("kind", ["spreadsheet", "spreadsheet-template"])
def test_an_opendocument_sheet_is_told_by_its_type_wherever_it_stands(kind: str) -> None:
    parts = {"content.xml": "<a/>" * 90, "mimetype": f"application/vnd.oasis.opendocument.{kind}"}

    assert detect_format(Source("plan.ods", zip_files(parts))) == "ods"


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
