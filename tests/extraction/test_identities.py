"""No two actions of a plan have one identity."""

from tests.extraction.test_plans import HEAD, plan


def test_recommendations_of_one_number_count_their_actions_through() -> None:
    made = plan(
        HEAD,
        "1\tListen\t<ul><li>Meet</li><li>Ask</li></ul>\tJan\tGB\tHeard",
        "2\tTalk\tCall\tFeb\tGB\tSaid",
        "1\tSpend\tCount\tMay\tBM\tSpent",
    )
    assert [each.number for each in made.recommendations] == ["1", "2", "1"]
    assert [[action.id for action in each.actions] for each in made.recommendations] == [
        ["1.1", "1.2"],
        ["2.1"],
        ["1.3"],
    ]
    assert [[measure.id for measure in each.measures] for each in made.recommendations] == [
        ["1.m1"],
        ["2.m1"],
        ["1.m2"],
    ]
