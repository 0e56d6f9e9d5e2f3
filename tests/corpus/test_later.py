from contextlib import closing
from pathlib import Path
from typing import Any

from send_extract.corpus.run import CorpusOrder, read_corpus
from send_extract.corpus.sources import find_sources
from tests.corpus.drafts import COUNCILS, fill_folder, list_lines, read_table


def run(folder: Path, output: Path, jobs: int = 1) -> None:
    order = CorpusOrder(tuple(find_sources([str(folder)])), jobs=jobs)
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
