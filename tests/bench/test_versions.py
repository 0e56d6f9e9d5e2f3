import json
from pathlib import Path

import pytest

from bench.measuring import ROOT
from bench.versions import main
from tests.bench.test_drift import edit


def test_what_differs_is_a_table_json_and_where_asked_an_exit_code(
    dataset: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = edit(dataset, tmp_path / "new", "actions", lambda rows: rows[0].update(owners="BM"))
    assert main([str(dataset), str(new)]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[2].split() == ["table", "field", "same", "gained", "lost", "changed"]
    assert out[3].split() == ["actions", "owners", "17", "0", "0", "1"]
    assert "'GB' → 'BM'" in out[4]
    assert main([str(dataset), str(new), "--strict", "--json", str(tmp_path / "drift.json")]) == 1
    told = json.loads((tmp_path / "drift.json").read_bytes())
    assert [field["field"] for field in told["fields"] if field["changed"]] == ["owners"]


def test_where_nothing_differs_that_is_said(dataset: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(dataset), str(dataset), "--strict"]) == 0
    assert capsys.readouterr().out.startswith("Nothing differs in 6 sources")


def test_what_is_neither_a_dataset_nor_a_revision_is_refused(
    dataset: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["no-such-revision", str(dataset)]) == 2
    assert "no dataset and no revision" in capsys.readouterr().err


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="revisions are those of a repository")
def test_two_versions_of_the_program_read_one_corpus(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["HEAD", str(ROOT), "--corpus", str(ROOT / "raw")]) == 0
    out = capsys.readouterr().out
    assert "1 source" in out
    assert "HEAD (send-extract" in out
