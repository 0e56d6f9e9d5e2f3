"""Rows that hold more than one recommendation."""

import pytest

from send_extract import Plan, read_plan

HEAD = "<tr><td>Recommendation<td>Response<td>Timetable<td>Lead Officer</tr>"


def read_rows(head: str, *cells: str) -> Plan:
    rows = "".join(f"<tr><td>{cell}<td>Agreed<td>May 2013<td>KW</tr>" for cell in cells)
    return read_plan(f"<h1>Scrutiny plan</h1><table>{head}{rows}</table>".encode())


def tell(made: Plan) -> list[tuple[str, str, list[str]]]:
    return [
        (each.number, each.text, [action.text for action in each.actions]) for each in made.recommendations
    ]


@pytest.mark.parametrize(
    "cell",
    ["<p>7. That it be paid for; and</p><p>8. That no deal be made.</p>",
     "<ol start=7><li>That it be paid for; and</li><li>That no deal be made.</li></ol>"],
)  # fmt: skip
def test_numbered_recommendations_in_one_cell_are_as_many(cell: str) -> None:
    made = read_rows(HEAD, "6. That there be a desk", cell)
    assert tell(made) == [
        ("6", "That there be a desk", ["Agreed"]),
        ("7", "That it be paid for; and", ["Agreed"]),
        ("8", "That no deal be made.", ["Agreed"]),
    ]
    assert [each.when.text for each in made.recommendations] == ["May 2013"] * 3
    assert [each.code for each in made.diagnostics if each.code == "row-shared"] == ["row-shared"]


def test_a_list_within_a_recommendation_stays_in_it() -> None:
    made = read_rows(HEAD, "<p>1. Find a desk</p><p>2. Paint it</p>")
    assert len(made.recommendations) == 1


def test_aims_and_their_actions_in_one_column_are_told_apart() -> None:
    head = "<tr><td>Objectives/Actions<td>Timescale<td>Lead Person</tr>"
    aims = "<ol><li>To give a say:<ul><li>Seat players</li><li>Meet</li></ul></li></ol>"
    more = '<ol start="2"><li>To improve the hall:<ul><li>Paint it</li></ul></li></ol>'
    rows = "".join(f"<tr><td>{cell}<td>May 2013<td>KW</tr>" for cell in (aims, more))
    made = read_plan(f"<h1>Clubs plan</h1><table>{head}{rows}</table>".encode())
    assert tell(made) == [
        ("1", "To give a say:", ["Seat players", "Meet"]),
        ("2", "To improve the hall:", ["Paint it"]),
    ]
    assert [column.heading for column in made.columns] == ["Objectives/Actions", "Timescale", "Lead Person"]


@pytest.mark.parametrize(
    ("cell", "who", "when"),
    [
        ("Chief Executive / by March 2024", "Chief Executive", "by March 2024"),
        ("Head of HR, Payroll<br>June 2024", "Head of HR, Payroll", "June 2024"),
        ("Clerk (May 2024)", "Clerk", "May 2024"),
        ("Head of HR / Payroll", "Head of HR / Payroll", ""),
        ("Ongoing", "", "Ongoing"),
    ],
)
def test_a_column_of_owners_and_timings_is_parted(cell: str, who: str, when: str) -> None:
    head = "<tr><th>Recommendation<th>Action<th>Lead / Timescale</tr>"
    made = read_plan(f"<h1>Plan</h1><table>{head}<tr><td>Listen<td>Meet<td>{cell}</tr></table>".encode())
    (action,) = made.recommendations[0].actions
    assert (action.who.text, action.when.text) == (who, when)
