"""Delimited text in all its dialects gives one and the same table."""

import contextlib
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_extract.document import Paragraph, Table
from send_extract.errors import SendExtractError
from send_extract.readers import Read, read_document
from send_extract.source import Source

DRAFT = (Path(__file__).parents[3] / "raw" / "draft-1.txt").read_text(encoding="utf-8")


def read(text: str) -> Read:
    return read_document(Source("x", text.encode()), "delimited")


def read_cells(text: str) -> list[list[str]]:
    """The texts of every row's cells, empty ones at a row's end left out."""
    rows = [
        row for element in read(text).document.elements if isinstance(element, Table) for row in element.rows
    ]
    texts = [[cell.text for cell in row.cells] for row in rows]
    return [re.sub(r"\n+$", "", "\n\n".join(cells)).split("\n\n") for cells in texts]


def rewrite(separator: str, before: str = "", after: str = "") -> str:
    return "\n".join(
        f"{before}{line.replace(chr(9), separator)}{after}" if "\t" in line else line
        for line in DRAFT.split("\n")
    )


@pytest.mark.parametrize(
    "text",
    [
        rewrite(" | ", "| ", " |"),
        rewrite(" | "),
        rewrite("\n| ", "| "),
        rewrite(" |\n| ", "| ", " |"),
        rewrite("   "),
        DRAFT.replace("\n", "\r\n"),
        DRAFT.replace("\n", "\r"),
        DRAFT.replace(" <li>", "\n<li>"),
        re.sub("</li>", "", DRAFT).replace("<li>", "<LI>"),
    ],
    ids=[
        "pipes",
        "bare pipes",
        "broken pipes",
        "broken, closed",
        "spaces",
        "crlf",
        "cr",
        "wrapped",
        "unclosed",
    ],
)
def test_every_dialect_gives_the_same_cells(text: str) -> None:
    assert read_cells(text) == read_cells(DRAFT)


def test_words_outside_the_table_are_paragraphs_with_their_lines() -> None:
    paragraphs = [each for each in read(DRAFT).document.elements if isinstance(each, Paragraph)]
    assert [(each.text, each.level, each.location.line) for each in paragraphs[1:3]] == [
        ("Glossary", 2, 26),
        ("QA quality assurance", 0, 28),
    ]


def test_a_quoted_field_runs_over_lines() -> None:
    text = 'No\tRecommendation\tAction\tWho\n1\tListen\t"• Meet ""them""\n• Write"\tGB\n2\tTalk\tCall\tBM\n'
    assert read_cells(text)[1:] == [["1", "Listen", 'Meet "them"\nWrite', "GB"], ["2", "Talk", "Call", "BM"]]


def test_quotes_that_an_author_typed_stay() -> None:
    assert read_cells('No\tRecommendation\tWho\n1\t"Listen" more\tGB\n')[1][1] == '"Listen" more'


@pytest.mark.parametrize("length", [4000, 4700, 5003])
def test_a_text_that_was_cut_off_is_said_to_be(length: int) -> None:
    assert [each.code for each in read(DRAFT[:length]).diagnostics] == ["source-truncated"]


def test_a_whole_text_is_not_said_to_be_cut_off() -> None:
    assert read(DRAFT).diagnostics == ()


@pytest.mark.parametrize(
    ("end", "found"),
    [
        ("\n2\tTalk", ["source-truncated"]),
        ("\nListen more\tMeet", ["source-truncated"]),
        ("\nTheme 2\n2\tTalk", ["source-truncated"]),
        ("\n\n## Glossary\n\nQA\tQuality assurance", []),
        ("\n\nKey:\nQA\tQuality assurance\nDCO\tDesignated Clinical Officer", []),
    ],
)
def test_only_a_row_of_the_plan_that_has_cells_missing_shows_a_cut(end: str, found: list[str]) -> None:
    text = f"No\tRecommendation\tAction\n1\tListen\tMeet{end}"
    assert [each.code for each in read(text).diagnostics] == found


def test_a_cell_of_ten_megabytes_is_read() -> None:
    cell = "<ul>" + "<li>Parent groups consulted</li>" * 320_000 + "</ul>"
    table = read(f"No\tRecommendation\tAction\n1\tListen\t{cell}\n").document.elements[0]
    assert isinstance(table, Table)
    assert len(table.rows[1].cells[2].blocks) == 320_000


@given(st.binary(max_size=300) | st.text('No\tAction\n|<ul>li/" 1', max_size=200).map(str.encode))
def test_any_bytes_are_a_document_or_one_of_our_errors(data: bytes) -> None:
    with contextlib.suppress(SendExtractError):
        assert read_document(Source("x", data), "delimited").document.format == "delimited"


def test_lists_typed_into_cells_an_item_a_line_belong_to_their_row() -> None:
    text = "No\tRecommendation\tAction\tWhen\tWho\n"
    text += "1\tHomes\t• Survey\n• Insulate\tMay\nJune 2022\tGB\n2\tTrees\tDig\tJuly\tBM\n"
    [table] = read_document(Source("draft.txt", text.encode())).document.elements

    assert isinstance(table, Table)
    assert [[cell.text for cell in row.cells] for row in table.rows[1:]] == [
        ["1", "Homes", "Survey\nInsulate", "May\nJune 2022", "GB"],
        ["2", "Trees", "Dig", "July", "BM"],
    ]


def test_a_cell_that_begins_with_many_figures_is_read() -> None:
    long = "1" * 60 + "!!"
    [table] = read_document(
        Source("a", f"No\tActions\tWhen\n1\tDig\tMay\n{long}\tb\n".encode())
    ).document.elements

    assert isinstance(table, Table)
    assert table.rows[-1].cells[0].text == long


def test_a_draft_with_tabs_imports_nothing_for_those_without() -> None:
    code = (
        "import sys; from send_extract.readers import read_document; from send_extract.source import Source;"
        "read_document(Source('a', b'No\\tActions\\tWhen\\n1\\tDig\\tMay\\n'));"
        "idle = {f'send_extract.readers.{name}' for name in "
        "('structure', 'dialects.boxes', 'dialects.layout', 'dialects.pipes', 'archive', 'page')};"
        "found = sorted(idle & set(sys.modules)); assert not found, found"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)

    assert result.returncode == 0, result.stderr.decode()
