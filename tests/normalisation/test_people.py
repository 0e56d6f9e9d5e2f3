from send_extract.normalisation.people import find_people
from send_extract.plan import OwnersMention, PlanParagraph
from tests.builders import make_plan, make_recommendation


def test_only_initials_that_own_something_have_a_key() -> None:
    plan = make_plan(
        make_recommendation(who=OwnersMention("GB")),
        paragraphs=(PlanParagraph("GB – Gary Brown, Clerk"), PlanParagraph("BM – Beth May, Clerk")),
    )

    people = find_people(plan, {})

    assert people.find_names("G.B.") == ("Gary Brown",)
    assert people.find_names("BM") == ()


def test_a_title_makes_no_second_person() -> None:
    plan = make_plan(
        make_recommendation(who=OwnersMention("Cllr Gary Brown")),
        make_recommendation(who=OwnersMention("Gary Brown")),
    )

    assert find_people(plan, {}).find_names("GB") == ("Cllr Gary Brown",)


def test_a_key_wins_over_names_elsewhere() -> None:
    plan = make_plan(
        make_recommendation(who=OwnersMention("GB\nGina Bell")),
        paragraphs=(PlanParagraph("GB = Gary Brown"),),
    )

    assert find_people(plan, {}).find_names("GB") == ("Gary Brown",)


def test_the_settings_win_over_all() -> None:
    plan = make_plan(make_recommendation(who=OwnersMention("Gary Brown")))

    assert find_people(plan, {"GB": "Gina Bell"}).find_names("GB") == ("Gina Bell",)
