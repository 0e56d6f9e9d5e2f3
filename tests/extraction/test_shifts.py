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


def test_a_row_that_fits_in_several_ways_is_left_alone() -> None:
    made = read_rows("| 4.3 Clubs | Letters sent | Head of Sport | June 2024 |")
    (action,) = made.recommendations[-1].actions
    assert action.text == "Letters sent"
    assert action.when.text == ""
