from msgspec.structs import replace

from send_extract.comparison.grouping import find_traits, group_drafts
from send_extract.comparison.history import trace_history
from send_extract.plan import Draft, Plan, SourceRecord
from tests.builders import make_action, make_plan, make_recommendation


def draft(number: int | None, *texts: str, title: str | None = "A plan", name: str = "draft.txt") -> Plan:
    actions = tuple(make_action(f"1.{place}", text, "May") for place, text in enumerate(texts, 1))
    return make_plan(
        make_recommendation(actions=actions),
        title=title,
        draft=Draft(label=f"DRAFT {number}" if number else None, status="draft", number=number),
        source=SourceRecord(name, "delimited", "utf-8", "0" * 64, 1),
    )


PARENTS = "Parent groups consulted on the new pathway"
SCHOOLS = "Schools told of the decision in writing"
BOARD = "Board receives a report on complaints each term"


def test_an_identifier_stays_the_same_from_draft_to_draft() -> None:
    plans = [draft(1, PARENTS, SCHOOLS), draft(2, BOARD, PARENTS, SCHOOLS), draft(3, BOARD, SCHOOLS)]
    lives = {life.stages[0].text: life for life in trace_history(plans).history.actions}
    assert [stage.action for stage in lives[PARENTS].stages] == ["1.1", "1.2"]
    assert [stage.action for stage in lives[SCHOOLS].stages] == ["1.2", "1.3", "1.2"]
    assert [stage.draft for stage in lives[BOARD].stages] == [2, 3]


def test_identifiers_do_not_depend_on_later_drafts() -> None:
    plans = [draft(1, PARENTS, SCHOOLS), draft(2, SCHOOLS, BOARD)]
    early = {life.identifier for life in trace_history(plans[:1]).history.actions}
    assert early <= {life.identifier for life in trace_history(plans).history.actions}


def test_a_reworded_action_keeps_its_identifier_and_says_so() -> None:
    other = PARENTS.replace("groups", "forums")
    (life,) = trace_history([draft(1, PARENTS), draft(2, other)]).history.actions
    assert [stage.text for stage in life.stages] == [PARENTS, other]
    assert life.stages[1].changes == ("action-reworded",)


def test_an_action_that_comes_back_is_the_one_that_went() -> None:
    plans = [draft(1, PARENTS, SCHOOLS), draft(2, SCHOOLS), draft(3, SCHOOLS, PARENTS)]
    lives = {life.stages[0].text: life for life in trace_history(plans).history.actions}
    assert [stage.draft for stage in lives[PARENTS].stages] == [1, 3]


def test_actions_of_the_same_words_have_identifiers_of_their_own() -> None:
    lives = trace_history([draft(1, PARENTS, PARENTS)]).history.actions
    assert len({life.identifier for life in lives}) == 2


def test_drafts_are_in_the_order_of_their_number_then_date_then_name() -> None:
    plans = [
        draft(10, PARENTS),
        draft(9, PARENTS),
        draft(None, PARENTS, name="b.txt"),
        draft(None, PARENTS, name="a.txt"),
    ]
    assert [group.indexes for group in group_drafts(list(map(find_traits, plans)))] == [(1, 0, 3, 2)]


def test_a_final_version_comes_after_the_drafts() -> None:
    final = replace(draft(1, PARENTS), draft=Draft(label="FINAL", status="final", number=1))
    assert [
        group.indexes for group in group_drafts([find_traits(final), find_traits(draft(4, PARENTS))])
    ] == [(1, 0)]


def test_unrelated_plans_are_kept_apart() -> None:
    other = make_plan(
        make_recommendation(text="Mend the roads", actions=(make_action(text=BOARD),)), title="Roads"
    )
    groups = group_drafts(
        [find_traits(each) for each in (draft(1, PARENTS), other, draft(2, PARENTS, SCHOOLS))]
    )
    assert [group.indexes for group in groups] == [(0, 2), (1,)]


def test_no_drafts_have_no_history() -> None:
    assert trace_history([]).history.actions == ()


def test_each_change_of_an_action_has_its_lasting_identifier() -> None:
    traced = trace_history([draft(1, PARENTS, SCHOOLS), draft(2, PARENTS.replace("groups", "forums"), BOARD)])
    lives = {stage.text: life.identifier for life in traced.history.actions for stage in life.stages}

    changes = traced.diffs[0].changes
    assert changes
    assert [change.identifier for change in changes] == [lives[change.text] for change in changes]
