from send_extract.document import Paragraph, Table
from send_extract.readers.markdown import read_markdown
from send_extract.readers.markdown.tables import retype_tables
from send_extract.source import Source


def read(text: str) -> list[str | list[list[str]]]:
    elements = read_markdown(Source("plan.md", text.encode())).document.elements
    return [
        each.text if isinstance(each, Paragraph) else [[cell.text for cell in row.cells] for row in each.rows]
        for each in elements
    ]


def test_a_blank_line_does_not_end_a_table() -> None:
    assert read("| No | Action |\n|---|---|\n| 1 | Ask |\n\n| 2 | Tell |\n\nWords\n") == [
        [["No", "Action"], ["1", "Ask"], ["2", "Tell"]],
        "Words",
    ]


def test_rows_behind_other_words_are_a_table_without_a_heading_row() -> None:
    assert read("No | Action | Who\n---|---|---\n1 | Ask | GB\n\nTheme 2\n\n2 | Tell | BM\n") == [
        [["No", "Action", "Who"], ["1", "Ask", "GB"]],
        "Theme 2",
        [["2", "Tell", "BM"]],
    ]


def test_rows_keep_their_lines_whatever_stood_between() -> None:
    text = "# Plan\n\n| No | Action |\n|---|---|\n| 1 | Ask |\n\n| 2 | Tell\nall |\n| 3 | Go |\n"
    elements = read_markdown(Source("plan.md", text.encode())).document.elements
    [table] = [each for each in elements if isinstance(each, Table)]

    assert [row.location.line for row in table.rows] == [3, 5, 7, 9]


def test_a_short_row_stays_short() -> None:
    assert read("| No | Action | Who |\n|---|---|---|\n| 1 | Ask |\n") == [
        [["No", "Action", "Who"], ["1", "Ask"]]
    ]


def test_a_bar_in_code_is_a_word() -> None:
    assert read("| No | Action |\n|---|---|\n| 1 | Set `a|b` |\n") == [[["No", "Action"], ["1", "Set a|b"]]]


def test_headings_repeated_without_a_blank_line_are_a_row_and_their_rule_is_none() -> None:
    assert read("No | Action\n---|---\n1 | Ask\nNo | Action\n---|---\n2 | Tell\n") == [
        [["No", "Action"], ["1", "Ask"], ["No", "Action"], ["2", "Tell"]]
    ]


def test_a_table_in_code_is_left_alone() -> None:
    lines = ["```", "| No | Action |", "|---|---|", "| 1 |", "```"]

    assert [line.text for line in retype_tables(lines)] == lines
