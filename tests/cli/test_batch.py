import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from send_extract.cli import main
from send_extract.corpus.dataset import read_rows
from send_extract.corpus.run import LOG_NAME
from tests.corpus.drafts import count_outcomes, fill_folder, list_lines, write_draft


def test_a_folder_becomes_a_dataset(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill_folder(tmp_path / "plans")
    assert main(["batch", str(tmp_path / "plans"), "-o", str(tmp_path / "out")]) == 0
    shown = capsys.readouterr()
    assert shown.out == f"6 sources: 6 extracted. {tmp_path}/out/ has the rows of all.\n"
    assert shown.err == ""
    assert set(count_outcomes(tmp_path / "out").values()) == {"extracted"}


def test_what_is_wrong_with_a_source_is_a_line_and_the_exit_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plans = fill_folder(tmp_path / "plans")
    (plans / "words.txt").write_text("Nothing but words.", encoding="utf-8")
    asked = [str(plans), str(tmp_path / "none.txt")]
    assert main(["batch", *asked, "-o", str(tmp_path / "out"), "-q"]) == 66
    shown = capsys.readouterr()
    assert shown.out == ""
    first, second = shown.err.splitlines()
    assert (
        first
        == f"send-extract: {tmp_path}/none.txt cannot be read: no such file or directory. Check its name."
    )
    assert second.startswith(f"send-extract: {plans}/words.txt: ")
    assert count_outcomes(tmp_path / "out")["none.txt"] == "rejected"


def test_the_exit_code_is_of_the_first_source_whichever_fault_comes_first(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "send-extract.toml").write_text("[limits]\nseconds = 0.01\n", encoding="utf-8")
    (tmp_path / "a" / "plan.txt").write_text(write_draft("Slow", rows=8000), encoding="utf-8")
    asked = ["batch", str(tmp_path / "a"), str(tmp_path / "none.txt"), "--jobs", "2"]
    assert main([*asked, "-o", str(tmp_path / "out"), "-q"]) == 65
    assert count_outcomes(tmp_path / "out") == {"plan.txt": "timeout", "none.txt": "rejected"}


def test_of_many_faults_the_first_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "list").write_text("".join(f"none-{number}.txt\n" for number in range(25)), encoding="utf-8")
    assert main(["batch", f"@{tmp_path}/list", "-o", str(tmp_path / "out")]) == 66
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 21
    assert lines[-1] == "send-extract: 5 more could not be extracted: their reasons are in outcomes."


def test_resuming_tells_what_was_read_before(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plans = fill_folder(tmp_path / "plans")
    main(["batch", str(plans), "-o", str(tmp_path / "out"), "-q"])
    (plans / "more.txt").write_text(write_draft("Lowmoor"), encoding="utf-8")
    assert main(["batch", str(plans), "-o", str(tmp_path / "out"), "--resume"]) == 0
    assert "7 sources: 6 read before, 1 extracted." in capsys.readouterr().out
    assert len(list(read_rows(tmp_path / "out", "outcomes"))) == 7


def test_resuming_ends_with_the_code_of_what_could_not_be_extracted_before(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plans = fill_folder(tmp_path / "plans")
    (plans / "words.txt").write_text("Nothing but words.", encoding="utf-8")
    asked = ["batch", str(plans), "-o", str(tmp_path / "out"), "-q"]
    assert main(asked) == 65
    told = capsys.readouterr().err
    assert main([*asked, "--resume"]) == 65
    assert capsys.readouterr().err == (
        "send-extract: 1 of those read before could not be extracted: see outcomes for the reasons.\n"
    )
    assert main([*asked]) == 65
    assert capsys.readouterr().err == told


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["@none.list"], "The list none.list cannot be read: no such file or directory."),
        (["@empty.list"], "No source is named: the list is empty."),
        (["plans", "--master", "spark://h:1"], "--master spark://h:1 is for --engine spark."),
        (["plans", "--engine", "spark", "--master", "h:1"], "h:1: no master of Spark's. Give local[N], "),
        (["gopher://plans"], "gopher://plans cannot be opened: Protocol not known: gopher."),
    ],
)
def test_what_cannot_be_asked_is_one_line_and_nothing_is_written(
    asked: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("empty.list").write_text("\n", encoding="utf-8")
    assert main(["batch", *asked, "-o", "out"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"send-extract: {said}")
    assert not Path("out").exists()


def list_command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "send_extract", "batch", *map(str, arguments)]


def wait_for_rows(folder: Path, size: int) -> None:
    log = folder / LOG_NAME
    end = time.monotonic() + 60
    while not (log.exists() and log.stat().st_size > size):
        assert time.monotonic() < end
        time.sleep(0.02)


def test_ctrl_c_keeps_what_was_read_and_resuming_goes_on(tmp_path: Path) -> None:
    plans = fill_folder(tmp_path / "plans", 40)
    command = list_command(plans, "-o", tmp_path / "out", "--jobs", "1")
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        wait_for_rows(tmp_path / "out", 20_000)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said.decode().startswith("send-extract: Stopped: ")
    assert said.decode().endswith(" of 120 sources are read. Go on with --resume.\n")
    assert [path.name for path in (tmp_path / "out").iterdir()] == [LOG_NAME]
    resumed = subprocess.run([*command, "--resume"], capture_output=True, check=True)
    assert b" read before" in resumed.stdout
    subprocess.run(list_command(plans, "-o", tmp_path / "once"), capture_output=True, check=True)
    assert dict(list_lines(tmp_path / "out")) == dict(list_lines(tmp_path / "once"))


def test_a_run_that_was_killed_loses_nothing(tmp_path: Path) -> None:
    plans = fill_folder(tmp_path / "plans", 20)
    command = list_command(plans, "-o", tmp_path / "out", "--resume", "-q", "--jobs", "1")
    for kill in range(3):
        with subprocess.Popen(command) as process:
            wait_for_rows(tmp_path / "out", 10_000 * (kill + 1))
            os.kill(process.pid, signal.SIGKILL)
    subprocess.run(command, check=True)
    outcomes = [json.loads(line) for line in (tmp_path / "out" / "outcomes.jsonl").read_bytes().splitlines()]
    assert len({row["uri"] for row in outcomes}) == len(outcomes) == 60


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (
            b"send-extract rows 1.0/2\n",
            "out has a run that was stopped: it is begun anew. --resume would go on.",
        ),
        (
            b"send-extract rows 0.9\nwords",
            "out has a run of another version that was stopped: it is begun anew.",
        ),
    ],
)
def test_what_a_stopped_run_has_left_is_told(
    head: bytes,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    fill_folder(tmp_path / "plans")
    Path("out").mkdir()
    (Path("out") / LOG_NAME).write_bytes(head)
    assert main(["batch", "plans", "-o", "out", "-q"]) == 0
    assert capsys.readouterr().err == f"send-extract: {said}\n"


def test_two_runs_into_one_dataset_wait_for_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("send_extract.batch.locks.LONGEST_WAIT", 0.1)
    fill_folder(tmp_path / "plans", 40)
    command = list_command(tmp_path / "plans", "-o", tmp_path / "out", "--jobs", "1")
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        wait_for_rows(tmp_path / "out", 1)
        assert main(["batch", str(tmp_path / "plans"), "-o", str(tmp_path / "out")]) == 73
        process.communicate(timeout=60)
    assert process.returncode == 0
    (line,) = capsys.readouterr().err.splitlines()
    assert "is being written by another run" in line
