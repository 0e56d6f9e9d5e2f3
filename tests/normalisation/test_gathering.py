from send_extract.diagnostics import diagnose
from send_extract.normalisation.gathering import gather_diagnostics
from send_extract.plan import Column, Plan
from send_extract.source import Location
from tests.builders import make_action, make_plan, make_recommendation


def plan_without(*, missing: int, heading: str | None = "When") -> Plan:
    """A plan of three actions, `missing` of which have no timing."""
    actions = tuple(make_action(text=f"Do {number}") for number in range(3))
    found = tuple(
        diagnose("timing-missing", Location(row=number), id=f"1.{number}") for number in range(missing)
    )
    columns = (Column(heading, "when"),) if heading else ()
    return make_plan(make_recommendation(actions=actions), columns=columns, diagnostics=found)


def test_a_column_that_no_row_fills_is_said_once() -> None:
    (told,) = gather_diagnostics(plan_without(missing=3), ())

    assert told.code == "column-empty"
    assert "3 have nothing under 'When'" in told.message
    assert [location.row for location in told.locations] == [0, 1, 2]


def test_a_column_that_is_not_there_is_said_once() -> None:
    (told,) = gather_diagnostics(plan_without(missing=3, heading=None), ())

    assert "no column is for it" in told.message


def test_rows_that_others_fill_are_said_one_by_one() -> None:
    assert [told.code for told in gather_diagnostics(plan_without(missing=2), ())] == ["timing-missing"] * 2


def test_an_accepted_code_is_not_said() -> None:
    assert gather_diagnostics(plan_without(missing=2), ("timing-missing",)) == ()
