from send_extract import read_plan
from send_extract.normalisation.owners import normalise_owners
from send_extract.plan import OwnersMention, Plan, PlanOwner, PlanParagraph
from send_extract.settings import DEFAULTS, Settings
from send_extract.values.acronym import GlossaryEntry
from tests.builders import make_action, make_plan, make_recommendation


def plan_with(*cells: str, **fields: object) -> Plan:
    recommendations = [
        make_recommendation(
            str(number),
            who=OwnersMention(cell),
            actions=(make_action(f"{number}.1", who=OwnersMention(cell)),),
        )
        for number, cell in enumerate(cells, 1)
    ]
    return make_plan(*recommendations, **fields)


def codes_of(plan: Plan) -> list[str]:
    return [diagnostic.code for diagnostic in plan.diagnostics]


def test_each_owner_is_listed_once_with_what_is_theirs() -> None:
    plan = normalise_owners(plan_with("GB/BM", "AP", "G.B.", "APD"), DEFAULTS)

    assert plan.owners == (
        PlanOwner("GB", None, ("1", "3"), ("1.1", "3.1")),
        PlanOwner("BM", None, ("1",), ("1.1",)),
        PlanOwner("AP", None, ("2",), ("2.1",)),
        PlanOwner("APD", None, ("4",), ("4.1",)),
    )


def test_a_full_name_elsewhere_names_the_initials_that_fit_it_alone() -> None:
    plan = normalise_owners(plan_with("GB", "Gary Brown, Planning Manager"), DEFAULTS)

    assert plan.owners == (PlanOwner("GB", "Gary Brown", ("1", "2"), ("1.1", "2.1")),)


def test_initials_that_fit_two_names_stay_initials() -> None:
    plan = normalise_owners(plan_with("GB", "Gary Brown", "Gina Bell"), DEFAULTS)

    assert plan.owners[0] == PlanOwner("GB", None, ("1",), ("1.1",))
    assert codes_of(plan) == ["owner-ambiguous"]


def test_a_key_in_the_glossary_or_a_paragraph_names_initials() -> None:
    glossary = (GlossaryEntry("GB", "Gary Brown, Head of SEND"), GlossaryEntry("AP", "Alternative Provision"))
    paragraphs = (PlanParagraph("BM – Beth May, Clerk"),)

    plan = normalise_owners(plan_with("GB", "BM", "AP", glossary=glossary, paragraphs=paragraphs), DEFAULTS)

    assert [(owner.code, owner.name) for owner in plan.owners] == [
        ("GB", "Gary Brown"),
        ("BM", "Beth May"),
        ("AP", None),
    ]


def test_words_that_the_plan_prints_small_are_no_name() -> None:
    glossary = (GlossaryEntry("GB", "Gazelle Bridge"),)
    recommendation = make_recommendation(text="Mend the bridge", who=OwnersMention("GB"))

    plan = normalise_owners(make_plan(recommendation, glossary=glossary), DEFAULTS)

    assert plan.owners[0].name is None


def test_the_settings_name_initials() -> None:
    plan = normalise_owners(plan_with("G.B."), Settings(people={"GB": "Gary Brown"}))

    assert plan.recommendations[0].actions[0].who.value == plan.recommendations[0].who.value
    assert plan.owners[0].name == "Gary Brown"


def test_actions_without_an_owner_are_reported_once() -> None:
    assert codes_of(normalise_owners(plan_with("TBC", ""), DEFAULTS)) == ["owner-missing", "owner-missing"]


def test_a_recommendation_without_actions_needs_no_owner() -> None:
    assert codes_of(normalise_owners(make_plan(make_recommendation()), DEFAULTS)) == []


def test_words_that_are_not_read_are_reported_once_and_are_not_missing() -> None:
    assert codes_of(normalise_owners(plan_with("see above?"), DEFAULTS)) == ["owner-unread"]


def test_reading_twice_gives_the_same_values_and_changes_no_words() -> None:
    once = normalise_owners(plan_with("GB/BM", "Head of HR", "Gary Brown"), DEFAULTS)
    twice = normalise_owners(once, DEFAULTS)

    assert twice.recommendations == once.recommendations
    assert twice.owners == once.owners
    assert [row.who.text for row in once.recommendations] == ["GB/BM", "Head of HR", "Gary Brown"]


def test_a_cell_divided_among_the_actions_has_their_owners_and_no_words_of_its_marks() -> None:
    head = "A plan 2023\n\nNo\tRecommendation\tSummary actions\tWhen\tWho\n"
    row = "1\tOne\t1. Write 2. Agree\t1. Jan 2. Feb\t1. GB 2. BM\n"
    plan = read_plan((head + row).encode())
    assert [owner.code for owner in plan.recommendations[0].who.value or ()] == ["GB", "BM"]
    assert [owner.code for owner in plan.owners] == ["GB", "BM"]
    assert plan.recommendations[0].who.text == "1. GB 2. BM"
