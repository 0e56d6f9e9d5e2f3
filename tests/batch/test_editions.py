from pathlib import Path

import msgspec

from send_extract.batch.editions import are_told, stage_edition
from send_extract.batch.files import find_parts, open_workplace
from send_extract.changes import Compared
from send_extract.comparison import diff_plans
from send_extract.writers.database.rows import read_rows
from send_extract.writers.editions import Edition
from send_extract.writers.outputs import choose_outputs
from tests.builders import make_plan, make_recommendation

PLAN = make_plan(make_recommendation())


def test_only_outputs_that_tell_of_a_draft_among_others_ask_for_that() -> None:
    assert not are_told(choose_outputs(["json", "csv", "md"]))
    assert are_told(choose_outputs(["json", "html"]))
    assert are_told(choose_outputs(["sqlite"]))


def test_a_lone_draft_has_its_files_and_its_part_of_the_runs(tmp_path: Path) -> None:
    with open_workplace(tmp_path) as workplace:
        staged = stage_edition(workplace, choose_outputs(["json", "html", "sqlite"]), Edition("draft", PLAN))
        (kept,) = find_parts(workplace, "sqlite", ["draft"])
    assert [each.file.path for each in staged] == ["draft/plan.html"]
    assert read_rows(kept).folder == "draft"


def test_a_later_draft_has_what_changed_too(tmp_path: Path) -> None:
    new = msgspec.structs.replace(PLAN, title="Another plan")
    edition = Edition("draft", new, Compared(PLAN, new, diff_plans(PLAN, new)))
    with open_workplace(tmp_path) as workplace:
        staged = stage_edition(workplace, choose_outputs(["json", "html"]), edition)
    assert [each.file.path for each in staged] == ["draft/changes.json", "draft/plan.html"]
