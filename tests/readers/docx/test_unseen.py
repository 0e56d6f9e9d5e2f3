"""What Word holds and does not print is left out, and named."""

import pytest

from tests.forms.office import cell, paragraph, row, run, table
from tests.readers.docx.test_conversion import find_table, list_texts, read

STYLES = """
<w:style w:type="character" w:styleId="Unseen"><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Remark"><w:rPr><w:vanish/></w:rPr></w:style>
"""


def control(content: str, properties: str = "<w:showingPlcHdr/>") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def test_the_prompt_of_a_field_that_is_not_filled_in_is_an_empty_cell() -> None:
    prompt = control(run("Click or tap to enter a date."))
    found = read(table(row("No", "When"), row("1", cell(paragraph(prompt)))))

    assert [each.text for each in find_table(found.document).rows[1].cells] == ["1", ""]
    [told] = [each for each in found.diagnostics if each.code == "prompt-unfilled"]
    assert "Click or tap to enter a date." in told.message


def test_a_field_that_is_filled_in_keeps_its_words() -> None:
    filled = control(run("May"), '<w:showingPlcHdr w:val="0"/><w:date/>')

    assert list_texts(table(row("No", "When"), row("1", cell(paragraph(filled)))))[1] == ["1", "May"]


@pytest.mark.parametrize(
    "content",
    [
        paragraph(run("Ask") + run(" quietly", "<w:vanish/>")),
        paragraph(run("Ask") + run(" quietly", '<w:rStyle w:val="Unseen"/>')),
        paragraph(run("Ask")) + paragraph(run("quietly"), '<w:pStyle w:val="Remark"/>'),
        paragraph(run("Ask", '<w:vanish w:val="false"/>') + run(" quietly"), '<w:pStyle w:val="Remark"/>'),
    ],
    ids=["run", "character-style", "paragraph-style", "shown-again"],
)
def test_hidden_words_are_left_out_and_named(content: str) -> None:
    found = read(table(row("No", "Actions"), row("1", cell(content))), styles=STYLES)

    assert find_table(found.document).rows[1].cells[1].text == "Ask"
    [told] = [each for each in found.diagnostics if each.code == "words-hidden"]
    assert "'quietly'" in told.message
