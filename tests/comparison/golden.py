"""The golden diffs: two drafts a person can read, and what changed between them as JSON and Markdown."""

from functools import partial
from pathlib import Path

from send_extract import read_plan
from send_extract.changes import Compared
from send_extract.comparison import diff_plans
from send_extract.writers.diff import Drawing, write_diff

GOLDEN = Path(__file__).parents[1] / "golden"
CASES = (
    "diff-merged-split-renumbered",
    "diff-dropped-beside-similar",
    "diff-typing-alone",
    "diff-all-together",
)


def write_changes(case: str, form: str) -> str:
    old, new = (read_plan(GOLDEN / case / name) for name in ("old.txt", "new.txt"))
    return write_diff(Compared(old, new, diff_plans(old, new)), form, Drawing(with_cosmetic=True)).decode()


write_merged_json = partial(write_changes, CASES[0], "json")
write_merged_markdown = partial(write_changes, CASES[0], "markdown")
write_dropped_json = partial(write_changes, CASES[1], "json")
write_dropped_markdown = partial(write_changes, CASES[1], "markdown")
write_typing_json = partial(write_changes, CASES[2], "json")
write_typing_markdown = partial(write_changes, CASES[2], "markdown")
write_all_json = partial(write_changes, CASES[3], "json")
write_all_markdown = partial(write_changes, CASES[3], "markdown")
