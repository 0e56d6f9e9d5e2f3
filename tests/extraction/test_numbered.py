"""Numbers in front of the actions."""

import pytest

from send_extract import read_plan

HEAD = "| Action | Lead | By when |\n|---|---|---|\n"


def list_numbers(*actions: str) -> list[tuple[str, str]]:
    rows = (f"| {action} | VT | May 2024 |\n" for action in actions)
    plan = read_plan(f"# Plan\n\n{HEAD}{''.join(rows)}".encode(), format="markdown")
    return [(each.number, action.text) for each in plan.recommendations for action in each.actions]


def test_they_are_those_of_the_rows() -> None:
    assert list_numbers("1.1 Oil the hinge", "1.2 Hang a lamp", "2.1 Sweep") == [
        ("1.1", "Oil the hinge"),
        ("1.2", "Hang a lamp"),
        ("2.1", "Sweep"),
    ]


@pytest.mark.parametrize("other", ["Hang a lamp", "1.1 Hang a lamp", "20 lamps to hang"])
def test_they_are_none_where_a_row_has_no_other_one(other: str) -> None:
    assert [number for number, _ in list_numbers("1.1 Oil the hinge", other)] == ["1", "2"]


def test_bare_counts_from_one_are_numbers() -> None:
    assert list_numbers("1 Oil the hinge", "2 Hang a lamp") == [("1", "Oil the hinge"), ("2", "Hang a lamp")]


@pytest.mark.parametrize(
    "actions", [("20 Lamps to hang", "30 Benches to paint"), ("12 Month review", "6 Month review")]
)
def test_amounts_in_front_of_actions_are_none(actions: tuple[str, ...]) -> None:
    assert [text for _, text in list_numbers(*actions)] == list(actions)
