import pytest

from send_extract import read_plan

HEAD = "| No | Recommendation | Actions | When (2022) | Who | Notes |\n|---|---|---|---|---|---|\n"
FIRST = "| 1 | Mend it | Ask | May | GB | |\n"


@pytest.mark.parametrize(
    "note", ["Merged with 1", "See recommendation 1", "see 1", "Closed", "Completed in 2021", "Not accepted"]
)
def test_a_recommendation_that_says_why_it_has_no_actions_is_not_told_of(note: str) -> None:
    plan = read_plan(f"{HEAD}{FIRST}| 2 | Mind it | | | | {note} |\n".encode())

    assert "recommendation-without-actions" not in [each.code for each in plan.diagnostics]


@pytest.mark.parametrize("note", ["", "To be seen", "Not yet agreed with partners", "Completely new"])
def test_one_that_does_not_is_told_of(note: str) -> None:
    plan = read_plan(f"{HEAD}{FIRST}| 2 | Mind it | | | | {note} |\n".encode())

    assert "recommendation-without-actions" in [each.code for each in plan.diagnostics]
