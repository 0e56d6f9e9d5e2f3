"""The laws of the diff, on random plans with random edits."""

from collections import Counter

from hypothesis import assume, given, settings

from send_extract.changes import Change, Pair, PlanDiff, Shift
from send_extract.comparison import diff_plans
from send_extract.plan import Plan
from tests.comparison.application import apply_changes
from tests.comparison.content import find_content
from tests.edits import Edited, edited_plans, has_unique_texts, plans

MANY = settings(max_examples=250, deadline=None)
SOME = settings(max_examples=100, deadline=None)

OPPOSITE = {
    "added": "removed", "removed": "added", "merged": "split", "split": "merged",
    "later": "earlier", "earlier": "later", "set": "lost", "lost": "set",
}  # fmt: skip


@SOME
@given(plans())
def test_a_plan_does_not_differ_from_itself(plan: Plan) -> None:
    diff = diff_plans(plan, plan)
    assert diff.changes == ()
    assert diff.summary == {"cosmetic": 0}


@MANY
@given(edited_plans())
def test_the_changes_make_the_new_plan_of_the_old(edited: Edited) -> None:
    diff = diff_plans(edited.old, edited.new)
    assert apply_changes(edited.old, diff) == find_content(edited.new)


@MANY
@given(edited_plans())
def test_there_are_no_more_changes_than_edits(edited: Edited) -> None:
    assume(has_unique_texts(edited.old) and has_unique_texts(edited.new))
    changes = diff_plans(edited.old, edited.new).changes
    replaced = [change.action for change in changes if change.kind == "action-reworded"]
    # An action that took the place of another brings its own cells with it.
    brought = [change for change in changes if change.kind == "field-changed" and change.action in replaced]
    assert len(changes) - len(brought) <= len(edited.edits)


@MANY
@given(edited_plans())
def test_the_way_back_mirrors_the_way_there(edited: Edited) -> None:
    there, back = diff_plans(edited.old, edited.new), diff_plans(edited.new, edited.old)
    assert _count(there) == Counter(map(_mirror, _describe(back)))


@SOME
@given(plans(), plans())
def test_even_strangers_are_turned_into_one_another(old: Plan, new: Plan) -> None:
    diff = diff_plans(old, new)
    assert apply_changes(old, diff) == find_content(new)


Described = tuple[str, Pair | None, Pair | None, Pair | None, object, object, Shift | None]


def _count(diff: PlanDiff) -> Counter[Described]:
    return Counter(_describe(diff))


def _describe(diff: PlanDiff) -> list[Described]:
    return [_describe_change(change) for change in diff.changes]


def _describe_change(change: Change) -> Described:
    return (
        change.kind, change.recommendation, change.action, change.measure, change.old, change.new, change.shift
    )  # fmt: skip


def _mirror(described: Described) -> Described:
    kind, recommendation, action, measure, old, new, shift = described
    family, _, what = kind.partition("-")
    return (
        f"{family}-{OPPOSITE.get(what, what)}",
        _swap(recommendation),
        _swap(action),
        _swap(measure),
        new,
        old,
        _reverse(shift),
    )


def _swap(pair: Pair | None) -> Pair | None:
    return None if pair is None else Pair(pair.new, pair.old)


def _reverse(shift: Shift | None) -> Shift | None:
    if shift is None:
        return None
    months = None if shift.months is None else -shift.months
    days = None if shift.days is None else -shift.days
    return Shift(months, days, OPPOSITE.get(shift.direction, shift.direction))  # type: ignore[arg-type]
