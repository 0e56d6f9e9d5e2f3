import pytest

from send_extract.errors import DefectiveSource, UnknownFormat
from send_extract.readers import detect_format
from send_extract.readers.packages import detect_package
from send_extract.source import Source
from tests.forms.office import make_word_file, paragraph, zip_files
from tests.forms.texts import make_flat_file

HONEST = make_word_file(paragraph("A plan"))


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
        ({"mimetype": "application/vnd.oasis.opendocument.presentation"}, "slides"),
        ({"xl/workbook.bin": "b"}, r"\.xlsb.*save it as \.xlsx"),
    ],
)
def test_a_zip_of_something_else_is_told_what_to_do(parts: dict[str, str], words: str) -> None:
    with pytest.raises(UnknownFormat, match=words):
        detect_format(Source("photos.zip", zip_files(parts)))


@pytest.mark.parametrize(
    ("kind", "format_name"),
    [("spreadsheet", "ods"), ("spreadsheet-template", "ods"), ("text", "odt"), ("text-master", "odt")],
)
def test_an_opendocument_file_is_told_by_its_type_wherever_it_stands(kind: str, format_name: str) -> None:
    parts = {"content.xml": "<a/>" * 90, "mimetype": f"application/vnd.oasis.opendocument.{kind}"}

    assert detect_format(Source("plan", zip_files(parts))) == format_name


@pytest.mark.parametrize(("kind", "format_name"), [("spreadsheet", "ods"), ("text", "odt")])
def test_a_flat_opendocument_file_is_told_by_the_type_that_it_says(kind: str, format_name: str) -> None:
    assert detect_format(Source("plan.xml", make_flat_file("", kind))) == format_name


def test_flat_slides_are_told_what_to_do() -> None:
    with pytest.raises(UnknownFormat, match="slides"):
        detect_format(Source("plan.xml", make_flat_file("", "presentation")))
