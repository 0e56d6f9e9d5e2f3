from send_extract.alignment import align_plans
from tests.builders import make_action, make_plan, make_recommendation


def test_recommendations_without_words_are_aligned() -> None:
    forum, vacancies = make_action("1.1", "Set up a forum"), make_action("2.1", "Map the vacancies")
    old = make_plan(
        make_recommendation("1", "", actions=(forum,)), make_recommendation("2", "", actions=(vacancies,))
    )
    new = make_plan(make_recommendation("1", "", actions=(forum, vacancies)))

    assert align_plans(old, new).links.forward == {0: 0}
