from send_extract import read_plan
from send_extract.source import Source
from tests.forms.office import cell, make_word_file, paragraph, row, run, table

MARK = '<w:r><w:commentReference w:id="{}"/></w:r>'
BODY = paragraph(run("A plan") + MARK.format(1)) + table(
    row("No", "Recommendation", "Actions", "When (2022)"),
    row("1", "Listen", "Ask", "May"),
    row("2", "Act", cell(paragraph(run("Do") + MARK.format(2))), "June"),
)
COMMENTS = f'<w:comment w:id="1">{paragraph("Is this final?")}</w:comment>'
COMMENTS += f'<w:comment w:id="2">{paragraph("Merge with 1")}</w:comment>'


def test_a_comment_is_a_note_of_the_recommendation_that_it_stands_at() -> None:
    plan = read_plan(Source("plan.docx", make_word_file(BODY, comments=COMMENTS)))

    assert [each.notes for each in plan.recommendations] == [(), ("Merge with 1",)]
    assert [each.numbers for each in plan.recommendations[1].relations] == [("1",)]


def test_a_comment_elsewhere_is_a_paragraph() -> None:
    plan = read_plan(Source("plan.docx", make_word_file(BODY, comments=COMMENTS)))

    assert "Is this final?" in [each.text for each in plan.paragraphs]
