"""The parts of a Word file, and what is told of the whole of it."""

import io
import zipfile

from send_extract.readers.docx.reading import read_docx_parts
from send_extract.source import Source
from tests.forms.office import cell, make_word_file, paragraph, row, run, table, zip_files
from tests.readers.docx.telling import find_kind, find_table, read


def test_tracked_changes_are_read_as_accepted_and_counted() -> None:
    inserted = f'<w:ins w:id="1" w:author="A">{run("new ")}</w:ins>'
    deleted = '<w:del w:id="2"><w:r><w:delText>old</w:delText></w:r></w:del>'
    moved = f'<w:moveFrom w:id="3">{run("gone")}</w:moveFrom><w:moveTo w:id="4">{run("here")}</w:moveTo>'
    body = table(
        row("No", "Actions"),
        row("1", cell(paragraph(inserted + deleted + moved))),
        row("2", "Dropped", properties='<w:del w:id="5"/>'),
    )

    found = read(body)

    assert [[each.text for each in one.cells] for one in find_table(found.document).rows] == [
        ["No", "Actions"],
        ["1", "new here"],
    ]
    [told] = [each for each in found.diagnostics if each.code == "tracked-changes"]
    assert "2 insertions, 3 deletions" in told.message


def test_a_part_of_another_file_is_named() -> None:
    found = read(paragraph("Our plan") + '<w:altChunk r:id="rX"/>')

    assert [each.message for each in found.diagnostics if each.code == "part-unread"]


def test_page_headers_and_properties_are_read() -> None:
    document = read(paragraph("Body"), header=paragraph("DRAFT 3"), footer=paragraph("Page 1")).document

    assert [each.text for each in find_kind(document, "header")] == ["DRAFT 3"]
    assert [each.text for each in find_kind(document, "footer")] == ["Page 1"]
    assert ("title", "A plan DRAFT 4") in document.properties


def test_a_part_that_the_file_names_and_does_not_hold_is_told() -> None:
    data = make_word_file(table(row("No", "Action"), row("1", "Dig")), header=paragraph("top"))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist() if "header" not in name}
    [told] = read_docx_parts(Source("draft.docx", zip_files(parts))).diagnostics

    assert told.code == "part-unread"
    assert "the part 'word/header1.xml', which is lost" in told.message
