"""What a style says of words counts as much as what they say themselves."""

import pytest

from send_extract.readers.docx.styles import PLAIN, read_styles
from tests.forms.office import cell, item, paragraph, row, run, table, wrap
from tests.readers.docx.telling import find_kind, find_table, read

STYLES = """
<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="House"><w:name w:val="House"/><w:basedOn w:val="Heading2"/></w:style>
<w:style w:type="paragraph" w:styleId="Deep"><w:name w:val="Deep"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Bullets"><w:name w:val="Bullets"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr>
</w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Inset"><w:name w:val="Inset"/><w:basedOn w:val="Bullets"/></w:style>
<w:style w:type="paragraph" w:styleId="Loud"><w:name w:val="Loud"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:dstrike/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Unseen"><w:name w:val="Unseen"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Remark"><w:name w:val="Remark"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Round"><w:name w:val="Round"/><w:basedOn w:val="About"/></w:style>
<w:style w:type="paragraph" w:styleId="About"><w:name w:val="About"/><w:basedOn w:val="Round"/></w:style>
"""


def style(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


@pytest.mark.parametrize(
    ("properties", "level"),
    [
        (style("Heading2"), 2),
        (style("House"), 2),
        (style("Deep"), 3),
        (style("Normal"), 0),
        (style("Round"), 0),
        ('<w:outlineLvl w:val="0"/>', 1),
        (style("House") + '<w:outlineLvl w:val="9"/>', 0),
    ],
)
def test_headings_are_told_by_name_by_what_they_are_based_on_and_by_their_outline(
    properties: str, level: int
) -> None:
    [found] = find_kind(read(paragraph(run("Aims"), properties), styles=STYLES).document, "body")

    assert (found.level, found.block.runs[0].emphasis) == (level, "")


@pytest.mark.parametrize(
    ("run_properties", "paragraph_style", "emphasis"),
    [
        ("", "Loud", "b"),
        ('<w:rStyle w:val="Strong"/>', "Normal", "b"),
        ('<w:rStyle w:val="Strong"/>', "Loud", ""),
        ('<w:b w:val="0"/>', "Loud", ""),
        ('<w:rStyle w:val="Gone"/>', "Loud", "bs"),
        ("<w:strike/><w:i/>", "Normal", "is"),
        ("<w:dstrike/>", "Normal", "s"),
        ('<w:vertAlign w:val="superscript"/><w:u w:val="single"/>', "Normal", "u^"),
        ('<w:u w:val="none"/>', "Normal", ""),
    ],
)
def test_emphasis_is_that_of_the_run_over_that_of_its_styles(
    run_properties: str, paragraph_style: str, emphasis: str
) -> None:
    content = paragraph(run("Ask", run_properties), style(paragraph_style))
    [found] = find_kind(read(content, styles=STYLES).document, "body")

    assert [(each.text, each.emphasis) for each in found.block.runs] == [("Ask", emphasis)]


def test_a_style_that_is_based_on_a_list_is_in_that_list() -> None:
    [found] = find_kind(read(paragraph(run("Ask"), style("Inset")), styles=STYLES).document, "body")

    assert (found.block.level, found.block.marker) == (1, "•")


def test_a_paragraph_may_leave_the_list_of_its_style() -> None:
    left = style("Bullets") + '<w:numPr><w:numId w:val="0"/></w:numPr>'
    [found] = find_kind(read(paragraph(run("Ask"), left), styles=STYLES).document, "body")

    assert (found.block.level, found.block.marker) == (0, "")


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


def test_styles_of_tables_are_passed_over_and_the_others_kept() -> None:
    styles = read_styles(wrap("styles", STYLES).encode())

    assert styles.find("Grid") == PLAIN
    assert styles.find("Remark").look.is_hidden
    assert styles.default.name == "Normal"


def test_an_empty_item_of_a_bulleted_list_is_nothing() -> None:
    body = table(row("No", "Actions"), row("1", cell(item(2, "Ask") + item(2, ""))))

    assert [block.text for block in find_table(read(body).document).rows[1].cells[1].blocks] == ["Ask"]


def test_a_title_is_a_heading_and_a_subtitle_is_none() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="S"><w:name w:val="Subtitle"/></w:style>'
    )
    found = read(
        paragraph("Plan", '<w:pStyle w:val="T"/>') + paragraph("Draft 2", '<w:pStyle w:val="S"/>'),
        styles=styles,
    ).document
    assert [each.level for each in find_kind(found, "body")] == [1, 0]
