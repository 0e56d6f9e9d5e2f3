import pytest

from send_extract import read_plan
from send_extract.values.timing import word_timing

HEAD = "Marsh Council action plan 2023\n\nNo\tRecommendation\tAction\t{columns}\tWho\n"


def read_whens(columns: str, cells: str, actions: int) -> list[tuple[str, str]]:
    items = "".join(f"<li>Step {number}</li>" for number in range(actions))
    row = f"1\tOne\t<ul>{items}</ul>\t{cells}\tGB\n"
    plan = read_plan((HEAD.format(columns=columns) + row).encode())
    return [
        (action.when.text, word_timing(action.when.value) if action.when.value else "")
        for action in plan.recommendations[0].actions
    ]


@pytest.mark.parametrize(
    ("columns", "cells", "expected"),
    [
        ("Start date\tEnd date", "Jan\tMarch", [("Jan \u2013 March", "January to March 2023")]),
        ("Start date\tEnd date", "01/04/2023\tOngoing", [("01/04/2023 \u2013 Ongoing", "ongoing, from 1 April 2023")]),
        ("Start date\tEnd date", "April\t", [("from April", "from 1 April 2023")]),
        ("Target date\tRevised date", "March\tJune",
         [("March \u2192 revised June", "June 2023 (originally March 2023)")]),
        ("Target date\tRevised date", "March\tN/A", [("March", "March 2023")]),
        ("Target date\tRevised date", "March\tTBC",
         [("March \u2192 TBC", "to be confirmed (originally March 2023)")]),
        ("Start date\tEnd date\tRevised end date", "Jan\tMarch\tJune",
         [("Jan \u2013 March \u2192 June", "January to June 2023 (originally January to March 2023)")]),
        ("Start date\tEnd date", "Jan Feb\tMarch",
         [("Jan \u2013 March", "January to March 2023"), ("Feb \u2013 March", "February to March 2023")]),
        ("Target date\tRevised date", "March April\tJune",
         [("March \u2192 revised June", "June 2023 (originally March 2023)"),
          ("April \u2192 revised June", "June 2023 (originally April 2023)")]),
        ("Start date\tEnd date", "Jan Feb\tMarch April May", [("", ""), ("", "")]),
    ],
)  # fmt: skip
def test_each_action_has_the_timing_that_its_columns_give_together(
    columns: str, cells: str, expected: list[tuple[str, str]]
) -> None:
    assert read_whens(columns, cells, len(expected)) == expected
