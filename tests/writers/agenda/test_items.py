import pytest

from send_extract.plan import PlanOwner, TimingMention
from send_extract.values.timing import Frequency, Interval, Timing
from send_extract.writers.agenda.items import find_standing, list_contents, say_when
from tests.builders import make_action, make_owners, make_plan, make_recommendation
from tests.writers.page.samples import BY_JULY, MAY, ONGOING, WAITS


@pytest.mark.parametrize(
    ("when", "standing"),
    [
        (TimingMention("May", MAY), "dated"),
        (TimingMention("by July", BY_JULY), "dated"),
        (TimingMention("6 times a year", Timing(frequency=Frequency(6, "P1Y"))), "recurring"),
        (TimingMention("DfE", WAITS), "contingent"),
        (TimingMention("Ongoing", ONGOING), "said"),
        (TimingMention("any time", Timing(intervals=(Interval(),))), "said"),
        (TimingMention("soonish"), "unread"),
        (TimingMention("  "), "undated"),
        (TimingMention(), "undated"),
    ],
)
def test_every_timing_stands_somehow_to_the_calendar(when: TimingMention, standing: str) -> None:
    assert find_standing(when) == standing


def test_a_recommendation_without_actions_answers_for_itself_where_it_has_a_timing_or_owners() -> None:
    plan = make_plan(
        make_recommendation("1", actions=(make_action("1.1"), make_action("1.2"))),
        make_recommendation("2", who=make_owners("GB")),
        make_recommendation("3", when=TimingMention("May", MAY)),
        make_recommendation("4"),
    )
    contents = list_contents(plan)
    assert [item.number for item in contents.items] == ["1.1", "1.2", "2", "3"]
    assert [item.place for item in contents.items] == [(1, 1), (1, 2), (2, None), (3, None)]
    assert len(contents.records) == 4


def test_people_are_those_of_the_plan_then_those_that_only_actions_name() -> None:
    action = make_action(who=make_owners("AK", "GB", "AK"))
    plan = make_plan(
        make_recommendation(actions=(action,)),
        owners=(PlanOwner("GB", "Grace Brook", ("1",)), PlanOwner("LM")),
    )
    people = list_contents(plan).people
    assert [(person.label, person.name, len(person.items)) for person in people] == [
        ("GB", "Grace Brook", 1), ("LM", None, 0), ("AK", None, 1),
    ]  # fmt: skip
    assert people[0].items[0].names == ("AK", "GB")


def test_when_is_in_full_else_as_printed_else_said_to_be_missing() -> None:
    whens: tuple[TimingMention, ...] = (
        TimingMention("May", MAY),
        TimingMention("soon\nish"),
        TimingMention(),
    )
    made = tuple(
        make_action(f"1.{place}", when=when.text, value=when.value) for place, when in enumerate(whens)
    )
    items = list_contents(make_plan(make_recommendation(actions=made))).items
    assert [say_when(item) for item in items] == ["May 2022", "soon ish", "no date"]
