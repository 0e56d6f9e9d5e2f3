from pathlib import Path

from send_extract import read_plan
from send_extract.batch.histories import make_histories
from send_extract.batch.run import extract_drafts, order_extraction
from tests.builders import make_action, make_plan, make_recommendation

GOLDEN = Path(__file__).parents[1] / "golden" / "diff-dropped-beside-similar"
OLD, NEW = (read_plan(GOLDEN / name) for name in ("old.txt", "new.txt"))
ROADS = make_plan(
    make_recommendation(text="Mend the roads", actions=(make_action(text="Tar the worst of them"),)),
    title="Roads",
)


def test_each_later_draft_says_what_changed_and_the_plan_has_one_history() -> None:
    (history,) = make_histories({"new": NEW, "old": OLD})
    assert history.drafts == ("old", "new")
    assert history.steps[-1].new is NEW
    assert history.suffix == ""


def test_one_draft_of_a_plan_has_no_history() -> None:
    assert make_histories({"new": NEW, "roads": ROADS}) == ()


def test_several_plans_have_a_history_each() -> None:
    histories = make_histories({"old": OLD, "new": NEW, "roads-1": ROADS, "roads-2": ROADS})
    assert {history.suffix for history in histories} == {
        "-send-peer-review-recommendations-high-level-implementation-p",
        "-roads",
    }


def test_a_run_over_a_folder_of_drafts_writes_them(tmp_path: Path) -> None:
    for number, name in ((1, "old.txt"), (2, "new.txt")):
        (tmp_path / f"draft-{number}.txt").write_bytes((GOLDEN / name).read_bytes())
    list(extract_drafts(order_extraction([str(tmp_path)]), tmp_path / "output"))
    assert (tmp_path / "output" / "draft-2" / "changes.md").is_file()
    assert not (tmp_path / "output" / "draft-1" / "changes.md").exists()
    assert "14.4" in (tmp_path / "output" / "history.md").read_text(encoding="utf-8")
