"""Rows that a page's end has broken."""

import pytest

from send_extract import Plan, read_plan

HEAD = "<tr><th>No</th><th>Recommendation</th><th>Actions</th><th>When</th><th>Who</th></tr>"


def read_pages(*pages: str) -> Plan:
    tables = (f"<table>{HEAD}{page}</table>" for page in pages)
    return read_plan("<p>Page 2</p>".join(tables).encode(), format="html")


def make_row(*cells: str) -> str:
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def list_actions(plan: Plan) -> list[str]:
    return [action.text for each in plan.recommendations for action in each.actions]


FIRST = make_row("1", "Keep the ferry", "Ask the harbour", "May 2024", "VT")


def test_what_stands_below_repeated_headings_in_small_letters_goes_on_with_the_row_above() -> None:
    plan = read_pages(
        FIRST, make_row("", "", "office to open", "", "") + make_row("2", "Paint", "Buy", "", "")
    )
    assert list_actions(plan) == ["Ask the harbour office to open", "Buy"]
    assert "row-kind" in [each.code for each in plan.diagnostics]


def test_on_one_page_only_a_sentence_that_is_left_open_goes_on() -> None:
    assert list_actions(read_pages(FIRST + make_row("", "", "office to open", "", ""))) == [
        "Ask the harbour",
        "office to open",
    ]
    opened = make_row("1", "Keep the ferry", "Ask the", "May 2024", "VT")
    assert list_actions(read_pages(opened + make_row("", "", "harbour office", "", ""))) == [
        "Ask the harbour office"
    ]


@pytest.mark.parametrize(
    "row",
    [
        make_row("", "", "Office to open", "", ""),
        make_row("", "", "office to open", "June 2024", ""),
        make_row("2", "", "office to open", "", ""),
    ],
)
def test_a_row_with_a_beginning_of_its_own_is_one(row: str) -> None:
    assert len(list_actions(read_pages(FIRST, row))) == 2


def test_the_end_of_a_recommendation_goes_to_where_it_begins() -> None:
    plan = read_pages(FIRST, make_row("", "and both piers", "Lend a boat", "July 2024", "WO"))
    assert [each.text for each in plan.recommendations] == ["Keep the ferry and both piers"]
    assert list_actions(plan) == ["Ask the harbour", "Lend a boat"]
