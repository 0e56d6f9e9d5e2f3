"""What a heading row is: one line or two, below titles and letters, in no form and in no row of data."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_extract.headings.rows import find_heading_row, guess_heading_row

FOUND = [
    # the rows; where the heading row begins and ends, its headings, its fields
    (["No|Recommendation|Who", "1|Listen|GB"], 0, 1, "No|Recommendation|Who", "number recommendation who"),
    (["Town plan 2023", "", "Version|Date|Author", "1|May 2022|GB", "No|Action|Who", "1|Meet|GB"],
     4, 5, "No|Action|Who", "number actions who"),
    (["Town plan||", "|DRAFT 1|", "No|Action|Who"], 2, 3, "No|Action|Who", "number actions who"),
    (["Town plan|Town plan|Town plan", "No|Action|Who"], 1, 2, "No|Action|Who", "number actions who"),
    (["No|Action|Who", "1|Meet|GB", "No|Action|Who", "2|Write|GB"], 0, 1, "No|Action|Who", "number actions who"),
    (["1. Action|2. Lead", "Meet|GB"], 0, 1, "1. Action|2. Lead", "actions who"),
    (["Actions for 2024|Responsible", "Meet|GB"], 0, 1, "Actions for 2024|Responsible", "actions who"),
    # two lines: what goes on below
    (["No|Action|Success|Lead", "||measures|officer", "1|Meet|All came|GB"],
     0, 2, "No|Action|Success measures|Lead officer", "number actions measures who"),
    (["No|What we|Lead", "|will do|", "1|Meet|GB"], 0, 2, "No|What we will do|Lead", "number actions who"),
    (["ACTION|TARGET", "|DATE", "Meet|May"], 0, 2, "ACTION|TARGET DATE", "actions when"),
    # two lines: groups over others, as a converter leaves them
    (["No|Action|Timing||Who", "||Start|End|", "1|Meet|May|June|GB"],
     0, 2, "No|Action|Timing Start|Timing End|Who", "number actions start end who"),
    (["No|Action|Timing|Timing|Who", "No|Action|Start|End|Who", "1|Meet|May|June|GB"],
     1, 2, "No|Action|Start|End|Who", "number actions start end who"),
    (["||Timing|", "No|Action|Start|End", "1|Meet|May|June"], 1, 2, "No|Action|Start|End", "number actions start end"),
    (["Recommendation|Recommendation|Planning|Planning", "No|Detail|Action|Who", "1|Listen|Meet|GB"],
     1, 2, "No|Recommendation Detail|Action|Who",
     "number recommendation actions who"),
    (["To be completed by schools|To be completed by schools|Date|Date", "Action|Scope|Start|End"],
     1, 2, "Action|Scope|Start|End", "actions extra start end"),
    (["No|Recommendation|Short term|Short term|Long term|Long term", "No|Recommendation|Action|Lead|Action|Lead"],
     1, 2, "No|Recommendation|Short term Action|Short term Lead|Long term Action|Long term Lead",
     "number recommendation actions who actions who"),
    # what stands below is a row, or a title over the whole width
    (["Action|Lead|Due", "May 2012|May 2012|May 2012"], 0, 1, "Action|Lead|Due", "actions who when"),
    (["No|Action|Lead|Status", "1|Meet||", "||officer|"], 0, 1, "No|Action|Lead|Status", "number actions who status"),
    (["Action|Lead|When", "|GB|May"], 0, 1, "Action|Lead|When", "actions who when"),
    (["Recommendation|Action|Who", "||Action|Owner"], 0, 1, "Recommendation|Action|Who", "recommendation actions who"),
    # rows of data that hold words of headings
    (["Aim|Action|Who|When", "Outcome|Action plan|Lead officer|May"], 0, 1, "Aim|Action|Who|When",
     "recommendation actions who when"),
    (["Theme|Action|Lead", "Leadership|Meet|GB", "Resources|Buy|GB", "Outcomes|Count|GB", "Status|Say|GB"],
     0, 1, "Theme|Action|Lead", "section actions who"),
]  # fmt: skip


def cut(rows: list[str]) -> list[list[str]]:
    return [row.split("|") for row in rows]


@pytest.mark.parametrize(("rows", "place", "end", "headings", "fields"), FOUND)
def test_a_heading_row_is_found(rows: list[str], place: int, end: int, headings: str, fields: str) -> None:
    found = find_heading_row(cut(rows), {})
    assert found is not None
    assert (found.place, found.end, "|".join(found.headings)) == (place, end, headings)
    assert " ".join(found.fields) == fields


NONE = [
    # forms
    ["Recommendation|Listen", "Action|Meet", "Lead|GB"],
    ["Recommendation|Action plan for the park", "Action|Meet", "Lead|GB"],
    ["Recommendation|Listen|Action|Meet", "Lead|GB|When|May", "Status|Done|Cost|£5"],
    ["Recommendation|One|Two", "Actions|Meet|Action to be agreed", "Who|GB|AB", "When|May|June"],
    # no plan
    ["Version|Date|Author", "1|May 2022|GB"],
    ["Action plan"],
    ["1|Action plan for the lead|Lead officer"],
    ["Name|Role", "Ann|Clerk"],
    [],
    [""],
]


@pytest.mark.parametrize("rows", NONE)
def test_a_form_or_a_row_of_data_is_no_heading_row(rows: list[str]) -> None:
    assert find_heading_row(cut(rows), {}) is None


def test_the_settings_headings_count() -> None:
    assert find_heading_row([["Duty", "Lead"]], {"Duty": "actions"}) is not None


@given(
    st.lists(
        st.lists(st.sampled_from(("", "1", "Action", "Lead", "Target", "date", "Meet", "When"))), max_size=6
    )
)
def test_any_rows_have_a_heading_row_of_their_own_words_or_none(rows: list[list[str]]) -> None:
    found = find_heading_row(rows, {})
    if found:
        words = {word for row in rows[found.place : found.end] for cell in row for word in cell.split()}
        assert {word for heading in found.headings for word in heading.split()} >= words
        assert len(found.headings) == len(found.fields)


ORDERS = (("1", "Mend the gate", "GB", "May 2025"), ("2", "Paint the rails", "BM", "June 2025"))


@pytest.mark.parametrize("heading", ["Way forward", "Our promise to you", "Next stage"])
def test_orders_under_an_unknown_heading_head_a_plan_where_all_else_is_named(heading: str) -> None:
    rows = [("Pier plan",), ("Ref", heading, "Lead officer", "Target date"), *ORDERS]
    found = guess_heading_row(rows, {})

    assert found is not None
    assert (found.place, found.fields) == (1, ("number", "extra", "who", "when"))
    assert find_heading_row(rows, {}) is None


@pytest.mark.parametrize(
    ("headings", "rows"),
    [
        (("Ref", "Risk", "Owner", "Review date"), ORDERS),
        (("Version", "Changes", "Author", "Date"), ORDERS),
        (
            ("No", "Topic", "Lead", "Due"),
            (("1", "Budget for 2026", "GB", "May 2025"), ("2", "Housing", "BM", "June")),
        ),
        (("Ref", "Way forward", "Notes", "Due"), ORDERS),
        (("Way forward", "Lead", "Due"), (row[1:] for row in ORDERS)),
    ],
)
def test_registers_and_columns_of_other_words_head_none(
    headings: tuple[str, ...], rows: Iterable[tuple[str, ...]]
) -> None:
    assert guess_heading_row([headings, *rows], {}) is None


def test_what_begins_with_risks_is_their_register_and_what_weighs_those_of_its_actions_a_plan() -> None:
    register = ["Risk ID", "Risk", "Likelihood", "Action", "Owner"]
    plan = ["No", "Action", "Owner", "Due", "Risk", "Likelihood"]
    assert find_heading_row([register], {}) is None
    assert find_heading_row([plan], {}) is not None
