"""Which column is which field: the headings, rows of cells, and the fields that they mean together."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_extract.headings import EXTRA
from send_extract.headings.assignment import Decision, assign_fields
from send_extract.headings.evidence import EXCLUSIVE
from send_extract.headings.neighbours import find_fields
from send_extract.headings.readings import profile_columns
from send_extract.headings.rows import find_heading_row
from send_extract.settings import FIELDS

TABLES = [
    # headings and neighbours agree with the cells
    ("No|Recommendation|Action|When|Who", ["1|Mend the roof|Ask three roofers|May|GB"] * 2,
     "number recommendation actions when who"),
    # timings: one column of them
    ("Issue|People and dates for each step|Completion date", ["Signs|Ann by 6.2.15, Joe by May|6.2.15"] * 2,
     "recommendation who when"),
    ("Action|Due date|Target date", ["Mend the roof soon|May 2022|June 2022"] * 2, "actions when extra"),
    ("Action|Timescale|Target date", ["Mend the roof soon|As soon as the money is there|June 2022"] * 2,
     "actions extra when"),
    ("Action|Month|Year", ["Mend the roof soon|May|2022"] * 2, "actions when when"),
    ("Theme|Action|Year 1|Year 2", ["Rules|Write them all down|Draft and test a form|Carry on with it"] * 2,
     "section actions extra extra"),
    ("Theme|Action|Year 1|Year 2", ["Rules|Write them all down|May 2022|June 2022"] * 2, "section actions extra extra"),
    ("Action|Horizon", ["Mend the roof soon|May 2022"] * 2, "actions when"),
    ("Action|Date raised", ["Mend the roof soon|May 2022"] * 2, "actions extra"),
    ("Action|Who|Lead date", ["Mend the roof soon|May 2022|GB"] * 2, "actions when who"),
    ("Action|Responsible", ["Mend the roof soon|May 2022"] * 2, "actions when"),
    # counts and sums are nothing that is to be done
    ("Summary|Sub actions|Deadline", ["Mend the roof now|4|May", "Paint the whole hall|3|June"],
     "recommendation extra when"),
    ("Recommendation|Actions|Lead", ["Mend the roof now|£300|GB"] * 2, "recommendation cost who"),
    # one column of what is recommended, and one of numbers
    ("Area for development|Objective|Action", ["Homes|Let them sooner than now|Ask the tenants"] * 2,
     "extra recommendation actions"),
    ("Issue|Objective|Action", ["They are let too late|Let them sooner than now|Ask the tenants"] * 2,
     "extra recommendation actions"),
    ("Rec no|Recommendation|Action no|Action", ["1|Let them sooner|1.1|Ask the tenants", "2|Talk to them|2.1|Call"],
     "number recommendation extra actions"),
    # the first column
    ("Duty|Action|Who", ["Keep the paths open|Clear them|GB"] * 2, "recommendation actions who"),
    ("|Action|Who", ["Keep the paths open|Clear them|GB"] * 2, "recommendation actions who"),
    ("Ward|Action|Who", ["North|Clear the paths|GB"] * 2, "extra actions who"),
    ("Why|Context|Action", ["Keep the paths open|They are closed now|Clear them"] * 2, "extra extra actions"),
    ("Duty|Recommendation|Action", ["Keep the paths open|Clear all of them|Ask for help"] * 2,
     "extra recommendation actions"),
    ("Index card|Action|Who", ["1|Clear the paths|GB", "2|Mend the gates|GB"], "number actions who"),
    ("Duty|Recommendation|Points", ["Keep to it|Clear all the paths|1", "Keep to it|Mend all the gates|2"],
     "extra recommendation extra"),
    ("Action|Action|Lead", ["2.4C|Mend the roofs|GB", "2.5D|Draw the map anew|GB"], "number actions who"),
    ("Rec|Title|Detail|Owner|New date", ["1|Registers|Keep one for all|Ms Hall|May", "2|Visits|Write a form|GB|June"],
     "number extra recommendation who revised"),
    # a day on which something happened is no timing
    ("Recommendation|Lead|Updated", ["Hold a forum soon|GB|12/02/2022"] * 2, "recommendation who extra"),
    # what the cells alone tell
    ("Action|Desk", ["Clear the paths soon|Head of Parks"] * 2, "actions who"),
    ("Action|Light", ["Clear the paths soon|Red", "Mend the gates soon|Green"], "actions status"),
    ("Action|Weight", ["Clear the paths soon|High", "Mend the gates soon|Low"], "actions priority"),
    ("Action|Needed", ["Clear the paths soon|£5,000", "Mend the gates soon|£300"], "actions cost"),
    ("Action|Place", ["Clear the paths soon|Hill Park", "Mend the gates soon|the depot"], "actions extra"),
    ("Recommendation|Reasons|Who|When", ["Clear the paths|They are not safe|GB|May"] * 2,
     "recommendation extra who when"),
]  # fmt: skip


COLUMNS = (Path(__file__).parent / "columns.txt").read_text(encoding="utf-8").split("\n\n")


@pytest.mark.parametrize("table", COLUMNS)
def test_the_columns_of_a_table_are_what_a_clerk_would_say(table: str) -> None:
    """The file has tables, a row a line, and below each its columns' fields, `/` between those that are as right."""
    *lines, fields = table.strip().splitlines()
    rows = [line.split("|") for line in lines]
    heads = find_heading_row(rows, {})
    assert heads is not None
    assert heads.place == 0
    made = assign_fields(
        profile_columns(heads.headings, heads.fields, list(zip(*rows[heads.end :], strict=True)))
    )
    wanted = fields.removeprefix("=> ").split()
    assert all(each.field in right.split("/") for each, right in zip(made, wanted, strict=True)), made


def assign(headings: str, rows: list[str], *settled: str) -> tuple[Decision, ...]:
    names = headings.split("|")
    cells = list(zip(*(row.split("|") for row in rows), strict=True))
    return assign_fields(profile_columns(names, find_fields(names, {}), cells), settled)


@pytest.mark.parametrize(("headings", "rows", "fields"), TABLES)
def test_columns_are_what_headings_and_cells_say_together(
    headings: str, rows: list[str], fields: str
) -> None:
    assert " ".join(each.field for each in assign(headings, rows)) == fields


def test_what_is_settled_is_not_asked_again() -> None:
    assert [each.field for each in assign("Action|Who", ["4|May"] * 2, "Who", "action")] == ["actions", "who"]


def test_a_decision_says_what_was_considered() -> None:
    _, due, target = assign("Action|Due date|Target date", ["Mend the roof|May|June"] * 2)
    assert due.why == "its heading means it, its cells are timings"
    assert target.why == (
        "its heading alone means 'when', its cells are timings, 'when' was considered and is 'Due date'"
    )
    assert (
        assign("Action|Wall", ["Mend the roof|"] * 2)[1].why
        == "its heading is not known, its cells are empty"
    )


HEADINGS = (
    "",
    "No",
    "Action",
    "When",
    "Due date",
    "Target",
    "Start",
    "Owner",
    "Duty",
    "Year 1",
    "Year 2",
    "Scope",
)
CELLS = ("", "1", "2", "May 2022", "GB", "Red", "£5", "Mend the roof of the hall", "High", "Homes")


@given(
    st.lists(st.tuples(st.sampled_from(HEADINGS), st.lists(st.sampled_from(CELLS), max_size=4)), max_size=8)
)
def test_any_columns_have_fields_and_no_timing_stands_in_two(columns: list[tuple[str, list[str]]]) -> None:
    headings = [heading for heading, _ in columns]
    made = assign_fields(
        profile_columns(headings, find_fields(headings, {}), [cells for _, cells in columns])
    )
    fields = [each.field for each in made]
    assert {*fields} <= {*FIELDS, EXTRA}
    assert all(fields.count(field) <= 1 for field in EXCLUSIVE)
