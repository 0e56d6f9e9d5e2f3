"""Groups of columns side by side: each action has its own timing and owner."""

from tests.extraction.test_plans import extract, plan

HEAD = "No\tRecommendation\tActions\tWhen (2022)\tWho\tActions\tWhen (2022)\tWho\tMeasures"


def test_a_group_of_columns_continues_the_row_beside_it() -> None:
    made = plan(
        HEAD, "1\tListen\tMeet\tMarch\tGB\tWrite\tMay\tBM\tHeard", "2\tTalk\tCall\tJune\tLM\t\t\t\tSaid"
    )
    first, second = made.recommendations
    shared = [(each.text, each.when.text, each.who.text) for each in first.actions]
    assert shared == [("Meet", "March", "GB"), ("Write", "May", "BM")]
    assert [each.text for each in first.measures] == ["Heard"]
    assert [each.text for each in second.actions] == ["Call"]


def test_groups_of_other_headings_keep_them() -> None:
    made = extract(
        "No\tRecommendation\tShort term actions\tLead\tLong term actions\tLead",
        "1\tListen\tMeet\tGB\tWrite\tBM",
    ).plan
    (only,) = made.recommendations
    assert [(each.location.column, each.who.text) for each in only.actions] == [
        ("Short term actions", "GB"),
        ("Long term actions", "BM"),
    ]
    assert [column.heading for column in made.columns][-2:] == ["Lead", "Long term actions"]


def test_whole_tables_side_by_side_are_read_one_after_the_other() -> None:
    made = plan("No\tAction\tWho\tNo\tAction\tWho", "1\tMeet\tGB\t3\tCall\tLM", "2\tWrite\tBM\t4\tSing\tGB")
    assert [each.number for each in made.recommendations] == ["1", "2", "3", "4"]
