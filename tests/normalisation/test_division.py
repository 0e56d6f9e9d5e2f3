"""A row's cells divided among its actions."""

from msgspec.structs import replace

from send_extract.normalisation import divide_cells
from send_extract.plan import Plan
from send_extract.segmentation import Cells
from send_extract.settings import DEFAULTS
from send_extract.source import Location
from send_extract.values.mention import Mention
from tests.builders import make_action, make_plan, make_recommendation

AT = Location(line=4)


def divide(*rows: Cells, actions: int = 2) -> Plan:
    made = tuple(make_action(f"1.{place}") for place in range(1, actions + 1))
    return divide_cells(make_plan(make_recommendation(actions=made)), [rows], DEFAULTS)


def list_words(plan: Plan) -> list[tuple[str, str]]:
    return [(action.when.text, action.who.text) for action in plan.recommendations[0].actions]


def test_each_action_has_its_own_part_of_the_cells() -> None:
    plan = divide(Cells(0, 2, ("Jan\nFeb", "", "", ""), AT, "GB\nBM", AT))
    assert list_words(plan) == [("Jan", "GB"), ("Feb", "BM")]
    assert plan.diagnostics == ()


def test_each_row_is_divided_among_its_own_actions() -> None:
    rows = (
        Cells(0, 1, ("Jan", "", "", ""), AT, "GB", AT),
        Cells(1, 2, ("", "March", "May", ""), AT, "BM", AT),
    )
    assert list_words(divide(*rows, actions=3)) == [
        ("Jan", "GB"),
        ("March – May", "BM"),
        ("March – May", "BM"),
    ]


def test_what_is_not_certain_is_said_where_the_cell_stands() -> None:
    plan = divide(Cells(0, 2, ("Jan Feb March", "", "", ""), AT, "", AT))
    assert list_words(plan) == [("", ""), ("", "")]
    assert [(each.code, each.location) for each in plan.diagnostics] == [("timing-split-ambiguous", AT)]


def test_an_actions_own_words_stay_where_its_row_says_nothing() -> None:
    action = replace(make_action("1.1"), who=Mention("LN"))
    plan = divide_cells(
        make_plan(make_recommendation(actions=(action,))),
        [[Cells(0, 1, ("Jan", "", "", ""), AT, "", AT)]],
        DEFAULTS,
    )
    assert list_words(plan) == [("Jan", "LN")]
