import json
import shutil
from contextlib import closing
from itertools import islice
from pathlib import Path

import pytest
from msgspec.structs import replace

from send_extract.corpus.dataset import read_rows
from send_extract.corpus.formats import number_part
from send_extract.corpus.history_tables import HISTORY_TABLES
from send_extract.corpus.run import LOG_NAME, CorpusOrder, SourceStep, read_corpus
from send_extract.corpus.sources import find_sources
from send_extract.corpus.tables import TABLES
from send_extract.corpus.work import Terms
from send_extract.errors import UnwritableOutput
from send_extract.settings import DEFAULTS, PlanSettings
from tests.corpus.drafts import (
    COUNCILS,
    POISON,
    add_poison,
    count_outcomes,
    fill_folder,
    list_lines,
    make_plan,
)


def run(folder: Path, output: Path, **more: object) -> list[SourceStep]:
    order = replace(CorpusOrder(find_sources([str(folder)]), jobs=2), **more)
    return list(read_corpus(order, output))


def test_every_source_has_one_outcome_and_its_rows(tmp_path: Path) -> None:
    steps = run(fill_folder(tmp_path / "plans"), tmp_path / "out")
    assert len(steps) == 6
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "dataset.json",
        "views.sql",
        *(f"{table.name}.jsonl" for table in (*TABLES, *HISTORY_TABLES)),
    }
    rows = list(read_rows(tmp_path / "out", "outcomes"))
    assert [row["uri"] for row in rows] == sorted({step.uri for step in steps})
    assert {row["council"] for row in rows} == {f"{name} County Council" for name in COUNCILS}
    assert len(list(read_rows(tmp_path / "out", "actions"))) == 18


def test_poison_takes_nothing_from_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("send_extract.corpus.work.make_plan", make_plan)
    add_poison(fill_folder(tmp_path / "plans") / "poison")
    run(tmp_path / "plans", tmp_path / "out")
    outcomes = count_outcomes(tmp_path / "out")
    assert {name: outcomes[f"{name}.txt"] for name in POISON} == POISON
    assert len(list(read_rows(tmp_path / "out", "outcomes"))) == 6 + len(POISON)


def test_a_run_again_overwrites_its_own_sources_only(tmp_path: Path) -> None:
    plans = fill_folder(tmp_path / "plans")
    run(plans, tmp_path / "out")
    before = dict(list_lines(tmp_path / "out"))
    draft = plans / "Eastvale" / "plan-1.txt"
    draft.write_text(draft.read_text("utf-8").replace("Hold", "Plan"), encoding="utf-8")
    run(plans / "Eastvale", tmp_path / "out")
    after = dict(list_lines(tmp_path / "out"))
    changed = {json.loads(line)["uri"] for line in {*after["actions.jsonl"]} - {*before["actions.jsonl"]}}
    assert changed == {draft.as_uri()}
    assert len(after["outcomes.jsonl"]) == 6


def test_a_folder_and_then_another_are_the_same_as_both_at_once(tmp_path: Path) -> None:
    plans = fill_folder(tmp_path / "plans")
    run(plans, tmp_path / "once")
    for council in ("Westmarch", "Eastvale", "Northbeck", "Eastvale"):
        run(plans / council, tmp_path / "by-and-by")
    assert dict(list_lines(tmp_path / "once")) == dict(list_lines(tmp_path / "by-and-by"))


def test_a_run_that_is_left_goes_on_where_it_was(tmp_path: Path) -> None:
    plans = fill_folder(tmp_path / "plans")
    order = CorpusOrder(find_sources([str(plans)]), jobs=1)
    with closing(read_corpus(order, tmp_path / "out")) as steps:
        assert len(list(islice(steps, 2))) == 2
    assert [path.name for path in (tmp_path / "out").iterdir()] == [LOG_NAME]
    resumed = run(plans, tmp_path / "out", is_resumed=True)
    assert sum(step.outcome is None for step in resumed) == 2
    run(plans, tmp_path / "once")
    assert dict(list_lines(tmp_path / "out")) == dict(list_lines(tmp_path / "once"))
    assert not (tmp_path / "out" / LOG_NAME).exists()


def test_resuming_reads_what_is_new_or_was_changed(tmp_path: Path) -> None:
    plans = fill_folder(tmp_path / "plans")
    run(plans, tmp_path / "out")
    shutil.copy(plans / "Eastvale" / "plan-1.txt", plans / "Eastvale" / "plan-3.txt")
    with (plans / "Eastvale" / "plan-2.txt").open("a", encoding="utf-8") as file:
        file.write("4\tOne more\tAn action\tMay\tGB\n")
    steps = run(plans, tmp_path / "out", is_resumed=True)
    done = {step.uri.removeprefix(f"{plans.as_uri()}/") for step in steps if step.outcome}
    assert done == {"Eastvale/plan-2.txt", "Eastvale/plan-3.txt"}
    assert len(list(read_rows(tmp_path / "out", "outcomes"))) == 7


def test_resuming_with_other_settings_reads_all_again(tmp_path: Path) -> None:
    plans = fill_folder(tmp_path / "plans")
    run(plans, tmp_path / "out")
    terms = Terms(DEFAULTS._replace(plan=PlanSettings(council="Lowmoor")))
    assert all(step.outcome for step in run(plans, tmp_path / "out", is_resumed=True, terms=terms))
    assert not any(step.outcome for step in run(plans, tmp_path / "out", is_resumed=True, terms=terms))


def test_without_resuming_what_a_stopped_run_left_is_read_again(tmp_path: Path) -> None:
    plans = fill_folder(tmp_path / "plans")
    with closing(read_corpus(CorpusOrder(find_sources([str(plans)])), tmp_path / "out")) as steps:
        next(steps)
    assert all(step.outcome for step in run(plans, tmp_path / "out"))


def test_a_dataset_of_another_version_is_refused_and_left(tmp_path: Path) -> None:
    run(fill_folder(tmp_path / "plans"), tmp_path / "out")
    told = tmp_path / "out" / "dataset.json"
    told.write_text(
        told.read_text("utf-8").replace('"schema_version": "1.0"', '"schema_version": "0.9"'), "utf-8"
    )
    with pytest.raises(UnwritableOutput, match=r"holds a dataset of version 0\.9"):
        run(tmp_path / "plans", tmp_path / "out")


@pytest.mark.parametrize("name", ["dataset.json", "actions.jsonl"])
def test_a_file_that_no_run_has_made_is_not_written_over(tmp_path: Path, name: str) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / name).write_text("{}", "utf-8")
    with pytest.raises(UnwritableOutput, match=f"{name} stands there, and no run has made it"):
        run(fill_folder(tmp_path / "plans"), tmp_path / "out")
    assert (tmp_path / "out" / name).read_text("utf-8") == "{}"


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
@pytest.mark.parametrize("is_resumed", [True, False])
def test_a_table_that_was_spoilt_is_told_of_and_left(tmp_path: Path, form: str, *, is_resumed: bool) -> None:
    plans = fill_folder(tmp_path / "plans")
    run(plans, tmp_path / "out", format=form)
    spoilt = next(
        path for path in (tmp_path / "out").rglob("*") if path.is_file() and "outcomes" in str(path)
    )
    spoilt.write_bytes(spoilt.read_bytes()[:-20])
    for path in plans.rglob("plan-1.txt"):
        path.unlink()
    before = spoilt.read_bytes()
    with pytest.raises(UnwritableOutput, match=r"outcomes.* is damaged \(.*\)\. Choose another -o"):
        run(plans, tmp_path / "out", format=form, is_resumed=is_resumed)
    assert spoilt.read_bytes() == before


def read_settled(folder: Path, table: str) -> list[dict[str, object]]:
    return [row | {"seconds": None} for row in read_rows(folder, table)]


def test_parquet_has_the_rows_that_json_lines_have(tmp_path: Path) -> None:
    plans = fill_folder(tmp_path / "plans")
    run(plans, tmp_path / "lines")
    for council in ("Westmarch", "Eastvale", "Northbeck", "Eastvale"):
        run(plans / council, tmp_path / "parts", format="parquet")
    for table in (*TABLES, *HISTORY_TABLES):
        found = sorted(read_settled(tmp_path / "parts", table.name), key=json.dumps)
        assert found == sorted(read_settled(tmp_path / "lines", table.name), key=json.dumps), table.name


def test_a_run_over_a_folder_touches_its_own_part_only(tmp_path: Path) -> None:
    plans = fill_folder(tmp_path / "plans")
    run(plans, tmp_path / "out", format="parquet")
    before = {path: path.stat().st_ino for path in (tmp_path / "out").rglob("*.parquet")}
    run(plans / "Eastvale", tmp_path / "out", format="parquet")
    after = {path: path.stat().st_ino for path in (tmp_path / "out").rglob("*.parquet")}
    part = number_part((plans / "Eastvale" / "plan-1.txt").as_uri())
    assert {path.parent.name for path in after if after[path] != before.get(path)} == {f"part={part}"}


def test_resuming_where_nothing_is_new_changes_nothing(tmp_path: Path) -> None:
    plans = fill_folder(tmp_path / "plans")
    run(plans, tmp_path / "out", format="parquet")
    before = {path: path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()}
    assert all(
        step.outcome is None for step in run(plans, tmp_path / "out", format="parquet", is_resumed=True)
    )
    assert {path: path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()} == before


def test_a_dataset_of_another_format_is_refused(tmp_path: Path) -> None:
    run(fill_folder(tmp_path / "plans"), tmp_path / "out")
    with pytest.raises(UnwritableOutput, match="holds a dataset of jsonl"):
        run(tmp_path / "plans", tmp_path / "out", format="parquet")
