from send_extract.plan import Column, Plan, TimingMention
from send_extract.writers.word.columns import find_columns
from tests.builders import make_action, make_owners, make_plan, make_recommendation


def tell(plan: Plan) -> list[tuple[str, str]]:
    return [(column.heading, column.field) for column in find_columns(plan)]


def test_the_columns_are_those_of_the_draft_in_its_order() -> None:
    columns = (
        Column("Ref", "number"),
        Column("Task", "actions"),
        Column("Due (2022)", "when"),
        Column("Risk", "extra"),
    )
    plan = make_plan(make_recommendation(text="", actions=(make_action(when="May"),)), columns=columns)
    assert [heading for heading, _ in tell(plan)] == ["Ref", "Task", "Due (2022)", "Risk"]


def test_what_the_draft_says_without_a_column_gets_the_usual_one_at_its_place() -> None:
    action = make_action(when="May", who=make_owners("GB"), extra={"Risk": "low"})
    record = make_recommendation(actions=(action,), measures=("Fewer complaints",), status="open")
    columns = (Column("What is asked", "recommendation"), Column("What we do", "actions"))
    assert tell(make_plan(record, columns=columns, year=2022)) == [
        ("No", "number"),
        ("What is asked", "recommendation"),
        ("What we do", "actions"),
        ("When (2022)", "when"),
        ("Who", "who"),
        ("Measures of success", "measures"),
        ("Status", "status"),
        ("Risk", "extra"),
    ]


def test_a_column_of_timings_stands_for_those_of_starts_and_ends_that_the_draft_has() -> None:
    columns = (Column("Action", "actions"), Column("From", "start"), Column("To", "end"))
    plan = make_plan(make_recommendation(text="", actions=(make_action(when="May – June"),)), columns=columns)
    assert tell(plan) == [("Action", "actions"), ("From", "start"), ("To", "end")]


def test_periods_that_were_ticked_are_one_column_of_timings() -> None:
    columns = (Column("Action", "actions"), Column("Q1", "when"), Column("Q2", "when"))
    plan = make_plan(
        make_recommendation(text="", actions=(make_action(when="Q1"),)), columns=columns, year=2022
    )
    assert tell(plan) == [("Action", "actions"), ("When (2022)", "when")]


def test_a_heading_that_is_the_recommendation_itself_heads_no_column() -> None:
    columns = (Column("Objective 1: Listen to families", "actions"), Column("Lead", "who"))
    plan = make_plan(make_recommendation(actions=(make_action(),)), columns=columns)
    assert [heading for heading, _ in tell(plan)] == ["No", "Recommendation", "Action", "Lead"]


def test_two_columns_of_one_status_stay_apart_and_two_of_timings_do_not() -> None:
    columns = (
        Column("Status May", "status"),
        Column("Status June", "status"),
        Column("When", "when"),
        Column("Date", "when"),
    )
    plan = make_plan(make_recommendation(when=TimingMention("May")), columns=columns)
    assert [heading for heading, _ in tell(plan)] == [
        "No",
        "Recommendation",
        "Status May",
        "Status June",
        "When",
    ]


def test_a_column_that_numbers_the_actions_leaves_the_recommendations_theirs() -> None:
    record = make_recommendation("1", actions=(make_action("1.1", extra={"Ref": "1.1"}),))
    assert tell(make_plan(record, columns=(Column("Ref", "number"), Column("Asked", "recommendation"))))[
        :2
    ] == [
        ("No", "number"),
        ("Ref", "extra"),
    ]


def test_two_columns_never_have_one_heading() -> None:
    record = make_recommendation(actions=(make_action(extra={"Recommendation": "R1"}),))
    taken = (Column("No", "number"), Column("Recommendation", "recommendation"), Column("Action", "actions"))
    assert tell(make_plan(record, columns=taken))[-1] == ("Recommendation (as printed)", "extra")
    linked = (Column("No", "number"), Column("Recommendation", "extra"), Column("Action", "actions"))
    assert tell(make_plan(record, columns=linked))[1] == ("Recommendation in full", "recommendation")
