from pathlib import Path

from send_extract import read_plan
from send_extract.batch.histories import find_groups
from send_extract.batch.run import extract_drafts, order_extraction
from send_extract.batch.sequels import PlanGroup
from send_extract.comparison.grouping import find_traits
from send_extract.plan import Plan
from tests.builders import make_action, make_plan, make_recommendation

GOLDEN = Path(__file__).parents[1] / "golden" / "diff-dropped-beside-similar"
OLD, NEW = (read_plan(GOLDEN / name) for name in ("old.txt", "new.txt"))
ROADS = make_plan(
    make_recommendation(text="Mend the roads", actions=(make_action(text="Tar the worst of them"),)),
    title="Roads",
)


def find(*plans: Plan) -> tuple[PlanGroup, ...]:
    return find_groups([find_traits(plan) for plan in plans])


def test_drafts_of_one_plan_are_a_group_in_the_order_that_they_say() -> None:
    assert find(NEW, OLD) == (PlanGroup((1, 0), True, ""),)


def test_one_draft_of_a_plan_is_a_group_of_its_own() -> None:
    assert [group.places for group in find(NEW, ROADS)] == [(0,), (1,)]


def test_several_plans_have_a_history_each_under_a_name_of_its_own() -> None:
    groups = find(OLD, NEW, ROADS, ROADS)
    assert {group.suffix for group in groups} == {
        "-send-peer-review-recommendations-high-level-implementation-p",
        "-roads",
    }


def test_histories_of_one_title_are_told_apart_by_their_drafts_names() -> None:
    parks = make_plan(make_recommendation(text="Mend the parks"), title="Roads")
    assert {group.suffix for group in find(ROADS, ROADS, parks, parks)} == {"-roads", "-draft"}


def test_a_run_over_a_folder_of_drafts_writes_them(tmp_path: Path) -> None:
    for number, name in ((1, "old.txt"), (2, "new.txt")):
        (tmp_path / f"draft-{number}.txt").write_bytes((GOLDEN / name).read_bytes())
    list(extract_drafts(order_extraction([str(tmp_path)]), tmp_path / "output"))
    assert (tmp_path / "output" / "draft-2" / "changes.md").is_file()
    assert not (tmp_path / "output" / "draft-1" / "changes.md").exists()
    assert "14.4" in (tmp_path / "output" / "history.md").read_text(encoding="utf-8")
