import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bench.drift import Drift, FieldDrift, compare_datasets

Edit = Callable[[list[dict[str, Any]]], object]


def edit(dataset: Path, folder: Path, table: str, change: Edit) -> Path:
    """The dataset in another folder, with other rows in a table."""
    folder.mkdir()
    for path in dataset.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    path = folder / f"{table}.jsonl"
    rows = [json.loads(line) for line in path.read_bytes().splitlines()]
    change(rows)
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return folder


def find(drift: Drift, table: str, field: str) -> FieldDrift:
    (found,) = (each for each in drift.fields if (each.table, each.field) == (table, field))
    return found


def test_a_dataset_does_not_differ_from_itself(dataset: Path) -> None:
    drift = compare_datasets(dataset, dataset)
    assert drift.is_none
    assert drift.sources.both == 6
    assert find(drift, "actions", "start_date").same == 18


def test_what_was_gained_lost_and_changed_is_counted_by_field(dataset: Path, tmp_path: Path) -> None:
    def change(rows: list[dict[str, Any]]) -> None:
        rows[0]["start_date"] = None
        rows[1]["section"] = "Access"
        rows[2]["owners"] = "BM"

    drift = compare_datasets(dataset, edit(dataset, tmp_path / "new", "actions", change))
    lost, gained, changed = (find(drift, "actions", name) for name in ("start_date", "section", "owners"))
    assert (lost.same, lost.gained, lost.lost, lost.changed) == (17, 0, 1, 0)
    assert (gained.gained, changed.changed) == (1, 1)
    (example,) = changed.examples
    assert (example.old, example.new) == ("GB", "BM")
    assert {field.field for field in drift.fields if not field.is_same} == {"section", "owners", "start_date"}


def test_an_action_less_does_not_make_all_behind_it_differ(dataset: Path, tmp_path: Path) -> None:
    def change(rows: list[dict[str, Any]]) -> None:
        del rows[0]
        rows[0]["id"], rows[0]["action_key"] = "1.1", 1

    drift = compare_datasets(dataset, edit(dataset, tmp_path / "new", "actions", change))
    (rows,) = (table for table in drift.rows if table.gained or table.lost)
    assert (rows.table, rows.both, rows.lost) == ("actions", 17, 1)
    assert [(field.field, field.changed) for field in drift.fields if not field.is_same] == [("id", 1)]


def test_sources_that_one_alone_has_are_told_and_not_their_rows(dataset: Path, tmp_path: Path) -> None:
    drift = compare_datasets(edit(dataset, tmp_path / "old", "outcomes", lambda rows: rows.pop()), dataset)
    assert (drift.sources.both, drift.sources.gained) == (5, 1)
    assert not any(table.gained for table in drift.rows)


def test_a_folder_without_a_dataset_and_another_corpus_are_refused(dataset: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="holds no dataset"):
        compare_datasets(dataset, tmp_path / "nowhere")
    with pytest.raises(ValueError, match="no source in common"):
        compare_datasets(dataset, edit(dataset, tmp_path / "new", "outcomes", lambda rows: rows.clear()))
