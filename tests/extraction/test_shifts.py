"""Rows that lost a cell on the way."""

import pytest

from send_extract import Plan, read_plan

HEAD = "| Area | Action | Indicator | Lead | Timescale |\n|---|---|---|---|---|\n"
WHOLE = (
    "| 4.1 Events | Review events | Visitors comment | Director of Events | By May 2024 |",
    "| 4.2 Links | Review links | Links are kept | Head of Sport | March 2024 |",
)


def read_rows(*rows: str) -> Plan:
    return read_plan(f"# Town plan\n\n{HEAD}{chr(10).join((*WHOLE, *rows))}\n".encode(), format="markdown")


@pytest.mark.parametrize("end", ["", " |"])
def test_a_cell_that_a_row_lost_is_put_back_where_the_others_fit(end: str) -> None:
    made = read_rows(f"| Write to each club | Letters sent | Head of Sport | June 2024 |{end}")
    (action,) = made.recommendations[-1].actions
    assert (action.text, action.who.text, action.when.text) == (
        "Write to each club",
        "Head of Sport",
        "June 2024",
    )
    assert "cell-count-mismatch" in [each.code for each in made.diagnostics]


def test_a_row_whose_last_cell_is_empty_stays_as_it_is() -> None:
    made = read_rows("| 4.3 Clubs | Write to each | Letters sent | Head of Sport | |")
    (action,) = made.recommendations[-1].actions
    assert (action.text, action.who.text, action.when.text) == ("Write to each", "Head of Sport", "")


def test_no_timing_is_an_owner_where_words_alone_could_stand_in_several_columns() -> None:
    made = read_rows("| 4.3 Clubs | Letters sent | Head of Sport | June 2024 |")
    (action,) = made.recommendations[-1].actions
    assert (action.text, action.who.text, action.when.text) == ("Letters sent", "Head of Sport", "June 2024")


def test_a_row_of_too_many_cells_that_fit_as_they_stand_is_left_so() -> None:
    made = read_rows("| 4.3 Clubs | Write to each | Letters sent | Head of Sport | June 2024 | by night |")
    [told] = [each for each in made.diagnostics if each.code == "cell-count-mismatch"]
    assert "extra" in told.message


def test_neighbours_in_a_row_of_too_many_cells_are_one_where_the_others_fit_then() -> None:
    made = read_rows("| 4.3 Clubs | Write | to each | Letters sent | Head of Sport | June 2024 |")
    last = made.recommendations[-1]
    assert [action.text for action in last.actions] == ["Write to each"]
    assert (last.actions[0].who.text, last.actions[0].when.text) == ("Head of Sport", "June 2024")
