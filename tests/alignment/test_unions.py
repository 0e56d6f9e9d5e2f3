from send_extract.alignment import align_plans
from tests.builders import make_action, make_plan, make_recommendation


def test_recommendations_without_words_are_aligned() -> None:
    forum, vacancies = make_action("1.1", "Set up a forum"), make_action("2.1", "Map the vacancies")
    old = make_plan(
        make_recommendation("1", "", actions=(forum,)), make_recommendation("2", "", actions=(vacancies,))
    )
    new = make_plan(make_recommendation("1", "", actions=(forum, vacancies)))

    assert align_plans(old, new).links.forward == {0: 0}


def test_what_looks_merged_and_split_alike_is_neither() -> None:
    cranes = (make_action("1.1", "Repaint every harbour crane"), make_action("1.2", "Grease the bearings"))
    berths = (make_action("2.1", "Survey the seabed by winter"), make_action("2.2", "Dredge along piers"))
    tides = "Publish tide tables promptly for visiting captains"
    old = make_plan(
        make_recommendation("1", "Inspect lifting machinery thoroughly", actions=cranes),
        make_recommendation("2", tides, actions=berths),
    )
    new = make_plan(
        make_recommendation("1", "Measure depths near moorings", actions=berths),
        make_recommendation("2", tides, actions=cranes),
    )

    for before, after in ((old, new), (new, old)):
        found = align_plans(before, after)
        assert not found.merges
        assert not found.splits
        assert found.links.linked == {(1, 1)}
