"""Numbers that Word counts by itself are printed as Word prints them."""

import pytest

from tests.forms.office import cell, item, paragraph, row, run, table
from tests.readers.docx.telling import find_kind, find_table, list_texts, read


def level(depth: int, kind: str, pattern: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def numbering(*levels: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/>'
        "</w:lvlOverride></w:num>"
    )


def list_marks(numbers: str, *items: tuple[int, int]) -> list[tuple[int, str]]:
    body = table(row("Actions", "Who"), row(cell("".join(item(name, "Ask", at) for name, at in items)), "GB"))
    blocks = find_table(read(body, numbering=numbers).document).rows[1].cells[0].blocks
    return [(block.level, block.marker) for block in blocks]


def test_the_items_of_a_list_have_the_marks_that_are_printed() -> None:
    numbers = numbering(level(0, "lowerLetter", "%1)"), level(1, "bullet", "o"), level(2, "decimal", "%1.%3"))

    assert list_marks(numbers, (1, 0), (1, 0), (1, 1), (1, 2), (2, 0)) == [
        (1, "a)"),
        (1, "b)"),
        (2, "•"),
        (3, "b.1"),
        (1, "d)"),
    ]


def test_a_level_of_figures_alone_prints_those_above_it_as_figures() -> None:
    numbers = numbering(level(0, "upperRoman", "%1"), level(1, "decimal", "%1.%2", "<w:isLgl/>"))

    assert list_marks(numbers, (1, 0), (1, 1), (1, 1)) == [(1, "I"), (2, "1.1"), (2, "1.2")]


def test_a_level_that_prints_nothing_makes_paragraphs() -> None:
    assert list_marks(numbering(level(0, "none", "%1")), (1, 0), (1, 0)) == [(0, ""), (0, "")]


@pytest.mark.parametrize(
    ("pattern", "properties"),
    [("Recommendation %1:", ""), ("%1.", '<w:outlineLvl w:val="1"/>')],
    ids=["words", "heading"],
)
def test_a_number_with_words_and_a_heading_s_stand_before_the_words(pattern: str, properties: str) -> None:
    numbers = numbering(level(0, "decimal", pattern))
    properties = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' + properties
    [found] = find_kind(read(paragraph(run("Listen"), properties), numbering=numbers).document, "body")

    assert found.text == f"{pattern.replace('%1', '1')} Listen"
    assert found.block.level == 0


def test_a_style_that_stands_for_a_level_is_at_that_level() -> None:
    numbers = numbering(
        level(0, "decimal", "%1"), level(1, "lowerLetter", "(%2)", '<w:pStyle w:val="Second"/>')
    )
    styles = (
        '<w:style w:type="paragraph" w:styleId="Second"><w:name w:val="Second"/><w:pPr><w:numPr><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    content = paragraph(run("Ask"), '<w:pStyle w:val="Second"/>')
    [found] = find_kind(read(content, numbering=numbers, styles=styles).document, "body")

    assert (found.block.level, found.block.marker) == (2, "(a)")


def test_rows_whose_deletion_is_tracked_are_not_counted() -> None:
    gone = row(cell(item(1, "")), "Drop", properties='<w:del w:id="5"/>')
    body = table(row("No", "Actions"), row(cell(item(1, "")), "Ask"), gone, row(cell(item(1, "")), "Tell"))

    rows = find_table(read(body).document).rows

    assert [[each.text for each in one.cells] for one in rows] == [
        ["No", "Actions"],
        ["1", "Ask"],
        ["2", "Tell"],
    ]


def test_the_number_of_a_last_item_without_words_is_not_printed() -> None:
    body = table(row("Actions", "Who"), row(cell(item(1, "Ask") + item(1, "")), "GB"))

    assert [block.text for block in find_table(read(body).document).rows[1].cells[0].blocks] == ["Ask"]


def test_numbers_that_word_counts_down_a_column_are_read() -> None:
    body = table(row("No", "Actions"), row(cell(item(1, "")), "Ask"), row(cell(item(1, "")), "Answer"))

    assert list_texts(body) == [["No", "Actions"], ["1", "Ask"], ["2", "Answer"]]


def test_numbers_that_run_down_a_column_stand_before_its_words() -> None:
    body = table(
        row("Recommendation", "Who"), row(cell(item(1, "Ask")), "GB"), row(cell(item(1, "Tell")), "BM")
    )

    assert list_texts(body)[1:] == [["1 Ask", "GB"], ["2 Tell", "BM"]]


def test_other_ways_of_counting_are_printed_as_word_prints_them() -> None:
    body = table(row(cell(item(3, "")), "a"), row(cell(item(3, "", 1)), "b"), row(cell(item(3, "")), "c"))

    assert [texts[0] for texts in list_texts(body)] == ["(iii)", "iii.A", "(iv)"]


def test_the_number_of_a_paragraph_that_was_deleted_is_not_printed() -> None:
    gone = '<w:del w:id="2"><w:r><w:delText>old</w:delText></w:r></w:del>'

    assert list_texts(table(row("Who", "Actions"), row("GB", cell(item(1, gone))))) == [
        ["Who", "Actions"],
        ["GB", ""],
    ]


def test_bullets_and_numbers_are_list_items() -> None:
    body = table(row("No", "Actions"), row("1", cell(item(2, "Ask") + item(2, "Answer"))))

    blocks = find_table(read(body).document).rows[1].cells[1].blocks

    assert [(block.text, block.level, block.marker) for block in blocks] == [
        ("Ask", 1, "•"),
        ("Answer", 1, "•"),
    ]


def test_the_number_of_a_struck_paragraph_is_struck() -> None:
    struck = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:strike/></w:rPr>'
    body = table(
        row("No", "Actions"),
        row(cell(paragraph("", struck)), cell(paragraph(run("Ask", "<w:strike/>")))),
        row(cell(item(1, "")), "Tell"),
    )

    cells = [one.cells[0] for one in find_table(read(body).document).rows[1:]]

    assert [[(each.text, each.emphasis) for each in one.blocks[0].runs] for one in cells] == [
        [("1", "s")],
        [("2", "")],
    ]


def test_a_number_that_runs_down_a_column_is_struck_with_its_words() -> None:
    struck = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:dstrike/></w:rPr>'
    first = cell(paragraph(run("Ask", "<w:dstrike/>"), struck))
    body = table(row("Recommendation", "Who"), row(first, "GB"), row(cell(item(1, "Tell")), "BM"))

    [block] = find_table(read(body).document).rows[1].cells[0].blocks

    assert [(each.text, each.emphasis) for each in block.runs] == [("1 Ask", "s")]
