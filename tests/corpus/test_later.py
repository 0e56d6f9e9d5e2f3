from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from send_extract.corpus.dataset import read_rows
from send_extract.corpus.formats import FORMATS, FormatName
from send_extract.corpus.run import CorpusOrder, read_corpus
from send_extract.corpus.sources import find_sources
from tests.corpus.drafts import COUNCILS, fill_folder, list_lines, read_table


def run(folder: Path, output: Path, jobs: int = 1, form: FormatName = "jsonl") -> None:
    order = CorpusOrder(tuple(find_sources([str(folder)])), jobs=jobs, format=form)
    with closing(read_corpus(order, output)) as steps:
        list(steps)


def read(output: Path, table: str) -> list[dict[str, Any]]:
    return read_table(output / f"{table}.jsonl")


def test_a_run_tells_which_drafts_are_of_one_plan_and_what_changed(tmp_path: Path) -> None:
    run(fill_folder(tmp_path / "plans", 3), tmp_path / "out")
    drafts = read(tmp_path / "out", "drafts")
    assert len({row["plan"] for row in drafts}) == len(COUNCILS)
    assert sorted(row["place"] for row in drafts) == sorted([1, 2, 3] * len(COUNCILS))
    assert {row["direction"] for row in read(tmp_path / "out", "changes")} == {"later", "earlier"}


def test_drafts_of_two_runs_are_compared(tmp_path: Path) -> None:
    plans = fill_folder(tmp_path / "plans", 3)
    run(plans, tmp_path / "whole", jobs=2)
    late = list(plans.glob("*/plan-2.txt"))
    kept = {path: path.read_bytes() for path in late}
    for path in late:
        path.unlink()
    run(plans, tmp_path / "out")
    for path, data in kept.items():
        path.write_bytes(data)
    order = CorpusOrder(tuple(find_sources([str(path) for path in late])), jobs=1)
    with closing(read_corpus(order, tmp_path / "out")) as steps:
        list(steps)
    assert list(list_lines(tmp_path / "out")) == list(list_lines(tmp_path / "whole"))


@pytest.mark.parametrize("form", FORMATS)
def test_a_draft_that_is_no_plan_any_more_leaves_nothing(form: FormatName, tmp_path: Path) -> None:
    plans = fill_folder(tmp_path / "plans")
    run(plans, tmp_path / "out", form=form)
    gone = plans / COUNCILS[0]
    for path in gone.iterdir():
        path.write_text("Nothing but words.\n", encoding="utf-8")
    run(gone, tmp_path / "out", form=form)
    for table in ("drafts", "changes", "histories"):
        rows = list(read_rows(tmp_path / "out", table))
        assert rows
        assert not [row for row in rows if COUNCILS[0] in str(row["uri"])]
