import pytest

from send_extract.readers.dialects.pipes import cut_row, read_table, tell_style

HEADING = "| No | Action | When | Who |"


@pytest.mark.parametrize(
    ("heading", "row", "cells"),
    [
        (HEADING, "| 1 | Dig | May | GB |", ("1", "Dig", "May", "GB")),
        (HEADING, "| 1 | Dig | May | |", ("1", "Dig", "May", "")),
        (HEADING, "| 1 | Dig | May |", ("1", "Dig", "May")),
        (HEADING, "| 1 | Dig | May | GB | x |", ("1", "Dig", "May", "GB", "x")),
        (HEADING, "| 1 | Dig `a|b` | May | GB |", ("1", "Dig `a\\|b`", "May", "GB")),
        (HEADING, "| 1 | Dig a|b | May | GB |", ("1", "Dig a\\|b", "May", "GB")),
        (HEADING, "| 1 | Dig a\\|b | May | GB |", ("1", "Dig a\\|b", "May", "GB")),
        ("No | Action | Who", "1 | Dig | GB", ("1", "Dig", "GB")),
        ("No | Action | Who", "1 | Dig |", ("1", "Dig", "")),
        ("No | Action | Who", "| Dig | GB", ("", "Dig", "GB")),
        ("No | Action | Who |", "1 | Dig | GB |", ("1", "Dig", "GB")),
    ],
)
def test_a_row_is_cut_as_its_heading_row_is_typed(heading: str, row: str, cells: tuple[str, ...]) -> None:
    assert cut_row(row, tell_style(heading)) == cells


def read(*lines: str) -> list[list[str] | str]:
    rows = read_table((HEADING, "|---|---|---|---|", *lines), 0, len(lines) + 2)
    return [[*row.cells] or row.words for row in rows[1:]]


def test_a_row_without_its_last_pipe_goes_on_below() -> None:
    assert read("| 1 | Dig", "holes | May | GB |") == [["1", "Dig holes", "May", "GB"]]


def test_items_of_a_list_in_a_broken_row_stay_lines() -> None:
    assert read("| 1 | - Dig", "- Fill | May | GB |") == [["1", "- Dig\n- Fill", "May", "GB"]]


def test_a_cell_a_line_makes_rows_where_the_cells_are_all_there() -> None:
    assert read("| 1", "| Dig", "| May", "| GB") == [["1", "Dig", "May", "GB"]]


def test_a_cell_a_line_makes_no_rows_where_one_is_missing() -> None:
    assert read("| 1 |", "| Dig |", "| May |") == [["1"], ["Dig"], ["May"]]


def test_rows_behind_a_blank_line_or_the_foot_of_a_page_are_rows() -> None:
    assert read("| 1 | Dig | May | GB |", "", "Page 1", "", "| 2 | Fill | June | BM |") == [
        ["1", "Dig", "May", "GB"],
        "",
        "Page 1",
        "",
        ["2", "Fill", "June", "BM"],
    ]


def test_pipes_of_another_table_behind_other_words_are_no_rows() -> None:
    assert read("| 1 | Dig | May | GB |", "Key", "| GB | Ann |")[1:] == ["Key", "| GB | Ann |"]


def test_a_rule_is_no_row_wherever_it_stands() -> None:
    assert read("| 1 | Dig | May | GB |", "|----|----|----|----|") == [["1", "Dig", "May", "GB"]]
