import shutil
from pathlib import Path

import pytest

from send_extract import diff_plans, load_plan, read_plan
from send_extract.errors import DefectiveSource, UnreadableSource

ROOT = Path(__file__).parents[2]
DRAFT, FOLDER = ROOT / "raw" / "draft-1.txt", ROOT / "output" / "draft-1"


@pytest.mark.parametrize("path", [FOLDER, FOLDER / "plan.json", str(FOLDER)])
def test_a_plan_is_loaded_from_its_file_or_its_folder(path: Path | str) -> None:
    assert diff_plans(load_plan(path), read_plan(DRAFT)).changes == ()


def test_a_plan_of_an_older_schema_is_loaded(tmp_path: Path) -> None:
    text = (FOLDER / "plan.json").read_text(encoding="utf-8")
    older = tmp_path / "plan.json"
    older.write_text(text.replace('"schema_version": "1.', '"schema_version": "1.0', 1), encoding="utf-8")
    assert len(load_plan(older).recommendations) == 16


def test_what_is_no_plan_says_so(tmp_path: Path) -> None:
    (tmp_path / "plan.json").write_text('{"schema_version": "9.0"}')
    with pytest.raises(DefectiveSource, match="Extract the draft again"):
        load_plan(tmp_path)
    shutil.rmtree(tmp_path)
    with pytest.raises(UnreadableSource):
        load_plan(tmp_path)


@pytest.mark.parametrize(("true", "damaged"), [("FREQ=MONTHLY", "FREQ=?"), ('"P1Y"', '"P?Y"')])
def test_a_timing_with_a_damaged_rule_or_length_is_refused(tmp_path: Path, true: str, damaged: str) -> None:
    text = (FOLDER / "plan.json").read_text(encoding="utf-8")
    assert true in text
    (tmp_path / "plan.json").write_text(text.replace(true, damaged, 1), encoding="utf-8")
    with pytest.raises(DefectiveSource, match="has no rule or length that can be read"):
        load_plan(tmp_path)


@pytest.mark.parametrize("depth", [100, 100_000])
def test_a_plan_nested_too_deep_is_refused(tmp_path: Path, depth: int) -> None:
    place = tmp_path / "plan.json"
    place.write_text(f'{{"schema_version": "1.0", "title": {"[" * depth}{"]" * depth}}}')
    with pytest.raises(DefectiveSource):
        load_plan(place)
