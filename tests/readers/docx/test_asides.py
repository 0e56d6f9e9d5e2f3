"""What stands beside the main text of a Word file is kept apart from it."""

from tests.forms.office import cell, paragraph, row, run, table
from tests.readers.docx.telling import find_kind, find_table, read


def test_comments_stand_at_the_row_that_they_were_made_on() -> None:
    reference = '<w:r><w:commentReference w:id="7"/></w:r>'
    body = table(row("No", "Actions"), row("1", cell(paragraph(run("Ask") + reference))))
    comments = f'<w:comment w:id="7" w:author="A">{paragraph("Is this agreed?")}</w:comment>'

    document = read(body, comments=comments).document
    [comment] = find_kind(document, "comment")

    assert (comment.text, comment.location.table, comment.location.row) == ("Is this agreed?", 1, 2)
    assert find_table(document).rows[1].cells[1].text == "Ask"


def test_comments_of_this_program_are_no_words_of_the_draft() -> None:
    said = f'<w:comment w:id="1" w:author="send-extract">{paragraph("Say when.")}</w:comment>'
    answer = f'<w:comment w:id="2" w:author="A">{paragraph("In May.")}</w:comment>'

    document = read(paragraph("Ask"), comments=said + answer).document

    assert [each.text for each in find_kind(document, "comment")] == ["In May."]


def test_footnotes_are_kept_as_paragraphs() -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnote w:type="separator" w:id="0">{paragraph("-")}</w:footnote>'
    notes += f'<w:footnote w:id="2">{paragraph("As agreed in May")}</w:footnote>'

    texts = [
        each.text
        for each in find_kind(read(paragraph(run("Ask") + reference), footnotes=notes).document, "body")
    ]

    assert texts == ["Ask", "As agreed in May"]


def test_a_watermark_in_the_page_header_and_a_text_box_there_are_read_apart() -> None:
    mark = '<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>'
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph('Version 2')}</w:txbxContent></v:textbox></w:pict></w:r>"

    document = read(paragraph("Body"), header=paragraph(mark + run("Exham Council") + box)).document

    assert [each.text for each in find_kind(document, "header")] == ["Exham Council", "DRAFT", "Version 2"]


def test_the_words_of_diagrams_are_kept() -> None:
    diagram = "<a:p><a:r><a:t>Listen</a:t></a:r></a:p><a:p><a:r><a:t>Act</a:t></a:r></a:p><a:p/>"

    document = read(paragraph("Our plan"), diagramData=diagram).document

    assert [each.text for each in find_kind(document, "body")] == ["Our plan", "Listen", "Act"]


def test_pictures_are_dropped_and_their_descriptions_told() -> None:
    picture = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="The council crest"/><a:graphic><a:graphicData>'
        '<a:blip r:embed="rNone"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )
    found = read(paragraph(run("Plan") + picture))

    assert [each.text for each in find_kind(found.document, "body")] == ["Plan"]
    assert any("The council crest" in each.message for each in found.diagnostics)
