import pytest

from send_extract import read_plan
from send_extract.plan import Plan

HEAD = "Ref,Recommendation,Action,Due,Owner\n"
PLOTS = "Fill every plot,{},31/03/2024,AB\n"
WATER = "Mend the water supply,Trace the leaks,30/06/2024,CD\n"


def read(*rows: str) -> Plan:
    return read_plan((HEAD + "".join(rows)).encode())


def view(plan: Plan) -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (each.number, [(action.id, action.text) for action in each.actions]) for each in plan.recommendations
    ]


@pytest.mark.parametrize("numbers", [("1.1", "2.1", "1.2"), ("1", "2", "1")])
def test_rows_of_one_recommendation_are_one_though_others_stand_between_them(
    numbers: tuple[str, str, str],
) -> None:
    first, other, last = numbers
    plan = read(f"{first},{PLOTS.format('Count')}", f"{other},{WATER}", f"{last},{PLOTS.format('Write')}")

    assert view(plan) == [("1", [("1.1", "Count"), ("1.2", "Write")]), ("2", [("2.1", "Trace the leaks")])]
    assert "number-duplicate" not in [each.code for each in plan.diagnostics]


def test_action_ids_are_those_that_the_draft_prints_whatever_their_order() -> None:
    plan = read(f"1.2,{PLOTS.format('Write')}", f"2.1,{WATER}", f"1.1,{PLOTS.format('Count')}")

    assert view(plan)[0] == ("1", [("1.1", "Count"), ("1.2", "Write")])


def test_other_words_under_the_same_number_stay_apart() -> None:
    plan = read(f"1,{PLOTS.format('Count')}", f"2,{WATER}", "1,Open the gate,Oil it,May 2024,AB\n")

    assert [number for number, _ in view(plan)] == ["1", "2", "1"]


def test_actions_of_a_number_join_the_recommendation_of_a_list_and_its_answer_is_a_note() -> None:
    page = (
        "<table><tr><th>No<th>Recommendation<th>Response</tr><tr><td>1<td>Open the gate<td>Agreed</tr>"
        "<tr><td>2<td>Close it<td>Rejected</tr></table>"
        "<table><tr><th>Rec<th>Action<th>Who</tr><tr><td>R1<td>Oil it<td>AB</tr><tr><td>R3<td>Ask<td>AB</tr></table>"
    )
    plan = read_plan(page.encode())

    assert view(plan) == [("1", [("1.1", "Oil it")]), ("2", []), ("R3", [("R3.1", "Ask")])]
    assert [each.notes for each in plan.recommendations[:2]] == [
        ("Response: Agreed",),
        ("Response: Rejected",),
    ]
