"""A row of tabs ends with its line, unless a list or a quote in it is still open or cells are missing."""

import pytest

from send_extract.readers.dialects.tabs import is_list_open, read_tabs

HEAD = "No\tRecommendation\tAction\tWhen\tWho"


def read(*lines: str) -> list[list[str]]:
    return [[*row.cells] for row in read_tabs(lines).rows]


def test_each_line_is_a_row_and_the_heading_row_tells_the_width() -> None:
    reading = read_tabs((HEAD, "1\tListen\tAsk\tMay\tGB", ""))

    assert (reading.width, reading.known, reading.cut) == (5, 5, None)
    assert [row.line for row in reading.rows] == [1, 2]


def test_a_row_goes_on_below_while_a_list_is_open() -> None:
    assert read(HEAD, "1\tListen\t<ul><li>Ask", "<li>Tell</ul>\tMay\tGB", "2\tSay\tGo\tJune\tBM")[1:] == [
        ["1", "Listen", "<ul><li>Ask\n<li>Tell</ul>", "May", "GB"],
        ["2", "Say", "Go", "June", "BM"],
    ]


def test_lists_typed_into_cells_are_lines_of_them() -> None:
    assert read(HEAD, "1\tListen\t- Ask", "- Tell\tMay\tGB", "2\tSay\tGo\tJune\tBM")[1] == [
        "1", "Listen", "- Ask\n- Tell", "May", "GB",
    ]  # fmt: skip


def test_a_cell_that_a_spreadsheet_quoted_is_read_as_it_wrote_it() -> None:
    assert read(HEAD, '1\tListen\t"Ask ""all""', 'of them"\tMay\tGB')[1][2] == 'Ask "all"\nof them'


@pytest.mark.parametrize(
    ("last", "cut"),
    [
        ("2\tSay\tGo\tJune\t<b", "its last row ends inside a tag"),
        ("2\tSay\tGo", "its last row has cells missing and no line's end"),
        ("2\tSay\tGo\tJune\t<ul><li>BM", "the last list of its last row is never closed"),
        ("2\tSay\tGo\tJune\tBM", None),
    ],
)
def test_a_text_that_was_cut_off_shows_it_in_its_last_row(last: str, cut: str | None) -> None:
    assert read_tabs((HEAD, "1\tListen\tAsk\tMay\tGB", last)).cut == cut


@pytest.mark.parametrize(
    ("cell", "is_open"),
    [("<ul><li>a", True), ("<ul><li>a</ul>", False), ("<ol><ul></ul> a", True), ("a < b", False)],
)
def test_a_list_is_open_until_its_own_end(cell: str, is_open: bool) -> None:
    assert is_list_open(cell) is is_open
