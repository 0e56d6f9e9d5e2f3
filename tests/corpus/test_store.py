"""Sources in a bucket, from their addresses to the dataset, as the program itself reads them."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from send_extract.corpus.dataset import read_rows
from tests.corpus.drafts import COUNCILS, count_outcomes, write_draft
from tests.corpus.store import Store, serve_store


@pytest.fixture(scope="module")
def bucket_server() -> Iterator[Store]:
    with serve_store() as store:
        yield store


@pytest.fixture
def store(bucket_server: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """The server with a bucket of drafts."""
    bucket_server.reset()
    for name, value in bucket_server.environment.items():
        monkeypatch.setenv(name, value)
    files = {
        f"plans/{name}/plan {number}.txt": write_draft(name, number).encode()
        for name in COUNCILS
        for number in (1, 2)
    }
    fill = f"import fsspec\nfiles = fsspec.filesystem('s3')\nfiles.mkdir('plans')\nfiles.pipe({files!r})"
    subprocess.run([sys.executable, "-c", fill], check=True)
    return bucket_server


def list_faults(done: subprocess.CompletedProcess[str]) -> list[str]:
    """What was wrong; how far the run was is told on the same stream."""
    return [line for line in done.stderr.splitlines() if line.startswith("send-extract: ")]


def run(output: Path, *asked: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "send_extract", "batch", *asked, "-o", str(output)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.usefixtures("store")
def test_a_bucket_becomes_a_dataset_and_is_gone_on_with(tmp_path: Path) -> None:
    first = run(tmp_path / "out", "s3://plans/Eastvale", "s3://plans/*/plan 2.txt")
    assert (first.returncode, list_faults(first)) == (0, [])
    assert first.stdout.startswith("4 sources: 4 extracted.")
    again = run(tmp_path / "out", "s3://plans", "--resume")
    assert again.stdout.startswith("6 sources: 4 read before, 2 extracted.")
    uris = [row["uri"] for row in read_rows(tmp_path / "out", "outcomes")]
    assert uris == sorted(f"s3://plans/{name}/plan {number}.txt" for name in COUNCILS for number in (1, 2))


@pytest.mark.usefixtures("store")
def test_what_is_not_there_is_a_line_and_an_outcome(tmp_path: Path) -> None:
    done = run(
        tmp_path / "out", "s3://plans/Eastvale/plan 1.txt", "s3://plans/none.txt", "s3://nowhere/plan.txt"
    )
    assert done.returncode == 66
    assert list_faults(done) == [
        f"send-extract: s3://{place} cannot be read: there is no such file. Check its address and permissions."
        for place in ("nowhere/plan.txt", "plans/none.txt")
    ]
    assert count_outcomes(tmp_path / "out") == {
        "plan 1.txt": "extracted",
        "none.txt": "rejected",
        "plan.txt": "rejected",
    }


def test_a_bucket_that_may_not_be_read_is_a_line_and_is_tried_again(store: Store, tmp_path: Path) -> None:
    store.lock()
    done = run(tmp_path / "out", "s3://plans")
    assert done.returncode == 66
    (line,) = list_faults(done)
    assert line.startswith("send-extract: s3://plans cannot be read: ")
    assert count_outcomes(tmp_path / "out") == {"plans": "rejected"}


def test_a_file_that_may_not_be_read_any_more_is_refused_and_had_by_resuming(
    store: Store, tmp_path: Path
) -> None:
    store.lock()
    addresses = [f"s3://plans/{name}/plan 1.txt" for name in COUNCILS]
    assert run(tmp_path / "out", *addresses).returncode == 66
    outcomes = [row["outcome"] for row in read_rows(tmp_path / "out", "outcomes")]
    assert outcomes == ["rejected"] * 3
    store.unlock()
    assert run(tmp_path / "out", *addresses, "--resume").stdout.startswith("3 sources: 3 extracted.")
