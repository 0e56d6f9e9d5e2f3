"""The walk of a Word file: what belongs to a cell, and what becomes of its lines."""

from send_extract.document import Paragraph
from tests.forms.office import cell, paragraph, row, run, table
from tests.readers.docx.telling import find_kind, find_table, read


def test_the_lines_of_a_cell_that_is_one_paragraph_are_its_items() -> None:
    lines = "<w:r><w:t>Ask</w:t><w:br/><w:t>Answer</w:t></w:r>"
    body = table(
        row("Actions", "Measure"), row(cell(paragraph(lines)), cell(paragraph(lines) + paragraph("Tell")))
    )

    first, second = find_table(read(body).document).rows[1].cells

    assert [block.text for block in first.blocks] == ["Ask", "Answer"]
    assert [block.text for block in second.blocks] == ["Ask\nAnswer", "Tell"]


def test_a_sentence_that_was_broken_by_hand_stays_one() -> None:
    lines = "<w:r><w:t>Ask parents</w:t><w:br/><w:t>and carers</w:t></w:r>"

    [one] = (
        find_table(read(table(row("Actions", "Who"), row(cell(paragraph(lines)), "GB"))).document)
        .rows[1]
        .cells[0]
        .blocks
    )

    assert one.text == "Ask parents\nand carers"


def test_words_before_a_paragraph_s_deleted_end_belong_to_the_next() -> None:
    deleted_end = '<w:rPr><w:del w:id="9"/></w:rPr>'
    body = (
        paragraph(run("Ask "), deleted_end) + paragraph(run("parents")) + paragraph(run("Tell"), deleted_end)
    )

    assert [each.text for each in find_kind(read(body).document, "body")] == ["Ask parents", "Tell"]


def test_a_table_inside_a_cell_is_part_of_its_words() -> None:
    inner = table(row("Ask", "May"), row("Tell", "June"))
    body = table(
        row("No", "Recommendation and its actions"), row("1", f"<w:tc>{paragraph('Listen')}{inner}</w:tc>")
    )

    cells = find_table(read(body).document).rows[1].cells

    assert [block.text for block in cells[1].blocks] == ["Listen", "Ask", "May", "Tell", "June"]


def test_words_outside_every_paragraph_are_kept() -> None:
    found = read(f"{run('loose')}<w:t>words</w:t>{paragraph('in one')}").document
    assert [each.text for each in found.elements if isinstance(each, Paragraph)] == [
        "loose",
        "words",
        "in one",
    ]


def test_runs_inside_a_text_are_kept() -> None:
    found = read(f"<w:t>words{run('in one')}</w:t>{paragraph('last')}").document
    texts = [each.text for each in found.elements if isinstance(each, Paragraph)]
    assert [text for text in texts if text] == ["words", "in one", "last"]


def test_texts_inside_a_text_of_a_run_are_kept() -> None:
    found = read(f"<w:p><w:t>May {run('or')}<w:t> June</w:t></w:t></w:p>").document
    assert [each.text for each in found.elements if isinstance(each, Paragraph)] == ["May or June"]
