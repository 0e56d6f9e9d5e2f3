"""A cell that one draft has for a recommendation and the other for each of its actions says the same."""

import pytest

from send_extract import read_plan
from send_extract.comparison import diff_plans

HEAD = "| No | Recommendation | Actions | When (2022) | Who | RAG |\n| --- | --- | --- | --- | --- | --- |\n"
WHOLE = ("1 | Light it | Lamps on the quay<br>Posts at the berth | Jan<br>Feb | GB | Amber",)
ABOVE = (
    "1 | Light it | | | | Amber",
    " | | Lamps on the quay | Jan | GB | ",
    " | | Posts at the berth | Feb | GB | ",
)
ONE = ("1 | Light it | Lamps on the quay | Jan | GB | Amber",)
ONE_RED = ("1 | Light it | Lamps on the quay | Jan | GB | Red",)
NONE = ("1 | Light it | | | | Amber",)


def each(lamps: str, posts: str) -> tuple[str, ...]:
    """The rows of a draft that has a row for each action."""
    return (
        "1 | Light it | | | | ",
        f" | | Lamps on the quay | Jan | GB | {lamps}",
        f" | | Posts at the berth | Feb | GB | {posts}",
    )


def compare(old: tuple[str, ...], new: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """What changed in the cells: where, from what, to what."""
    plans = [
        read_plan(f"# Quay plan\n\n{HEAD}{''.join(f'| {row} |{chr(10)}' for row in rows)}".encode())
        for rows in (old, new)
    ]
    changes = [change for change in diff_plans(*plans).changes if change.kind == "field-changed"]
    return [
        (str(change.action.new) if change.action else "1", str(change.old), str(change.new))
        for change in changes
    ]


@pytest.mark.parametrize("old", [WHOLE, ABOVE])
@pytest.mark.parametrize(
    ("new", "changed"),
    [
        (ONE, []),
        (each("Amber", "Amber"), []),
        (ONE_RED, [("1.1", "Amber", "Red")]),
        (each("Amber", "Red"), [("1.2", "Amber", "Red")]),
        (each("Amber", ""), [("1.2", "Amber", "None")]),
    ],
)
def test_what_passes_from_all_actions_to_each_is_no_change(
    old: tuple[str, ...], new: tuple[str, ...], changed: list[tuple[str, str, str]]
) -> None:
    assert compare(old, new) == changed
    assert compare(new, old) == [(where, after, before) for where, before, after in changed]


def test_what_an_action_has_that_came_is_no_longer_said_of_the_recommendation() -> None:
    assert compare(NONE, ONE) == [("1", "Amber", "None")]
