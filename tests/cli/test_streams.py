"""What the program does where the system refuses: full disks, closed streams, names that cannot be opened."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from send_extract.cli import main
from tests.cli.test_main import DRAFT, ROOT

FULL = Path("/dev/full")
COMMANDS = [
    ["extract", DRAFT, "-o", "-"],
    ["check", DRAFT],
    ["check", DRAFT, "--format", "json"],
    ["schema"],
]


def run_in_shell(redirection: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = ["sh", "-c", f'exec "$@" {redirection}', "sh", sys.executable, "-m", "send_extract", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("arguments", COMMANDS)
def test_a_full_disk_behind_stdout_is_said(arguments: list[str]) -> None:
    result = run_in_shell("> /dev/full", *arguments)
    assert "Traceback" not in result.stderr
    assert result.returncode == 73
    assert result.stderr.count("\n") <= 1


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("arguments", COMMANDS)
def test_no_option_is_advised_that_a_command_does_not_have(arguments: list[str]) -> None:
    result = run_in_shell("> /dev/full", *arguments)
    assert "Send it to where there is room" in result.stderr
    assert "-o" not in result.stderr


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
def test_a_comparison_that_cannot_be_shown_is_trouble() -> None:
    result = run_in_shell("> /dev/full", "diff", DRAFT, DRAFT)
    assert (result.returncode, result.stderr.count("\n")) == (2, 1)


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("redirection", ["2> /dev/full", "2>&-", ">&- 2>&-"])
def test_a_fault_that_stderr_cannot_take_leaves_the_exit_code(redirection: str) -> None:
    result = run_in_shell(redirection, "check", "nowhere.txt")
    assert (result.returncode, result.stderr) == (66, "")


@pytest.mark.skipif(os.name == "nt", reason="a shell that closes streams is needed")
@pytest.mark.parametrize("arguments", [*COMMANDS, ["--help"], ["diff", DRAFT, DRAFT]])
def test_a_closed_stdout_is_a_quiet_end(arguments: list[str]) -> None:
    result = run_in_shell(">&-", *arguments)
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.skipif(os.name == "nt", reason="a shell that closes streams is needed")
def test_a_closed_stdin_is_no_draft(tmp_path: Path) -> None:
    result = run_in_shell("<&-", "extract", "-", "-o", str(tmp_path))
    assert (result.returncode, result.stderr.count("\n")) == (66, 1)
    assert result.stderr.startswith("send-extract: Standard input cannot be read")


@pytest.mark.skipif(os.name == "nt", reason="a shell that closes streams is needed")
def test_a_run_whose_summary_nobody_reads_writes_its_files_all_the_same(tmp_path: Path) -> None:
    command = [sys.executable, "-u", "-m", "send_extract", "extract", DRAFT, "none.txt", "-o", str(tmp_path)]
    reading, writing = os.pipe()
    os.close(reading)
    result = subprocess.run(command, cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert (tmp_path / "draft-1" / "plan.json").exists()
    assert (result.returncode, result.stderr.count("\n")) == (66, 1)


@pytest.mark.parametrize("name", ["loop.txt", f"{'a' * 300}.txt", "loop.txt/draft.txt"])
def test_a_name_that_cannot_be_opened_is_one_line(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    assert main(["extract", str(tmp_path / name), "-q", "-o", str(tmp_path / "out")]) == 66
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert name in error
    assert main(["diff", str(tmp_path / name), DRAFT]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="other systems' names are text")
def test_a_name_that_is_not_utf_8_is_spelt_with_what_can_be_written(tmp_path: Path) -> None:
    draft = os.fsdecode(os.fsencode(tmp_path) + b"/pl\xe4n.txt")
    Path(draft).write_bytes(Path(DRAFT).read_bytes())
    assert main(["extract", draft, "-q", "-o", str(tmp_path / "out")]) == 0
    assert [path.name for path in (tmp_path / "out").iterdir() if path.is_dir()] == ["pl�n"]
    Path(draft).write_bytes(b"no table")
    assert main(["extract", draft, "-q", "-o", str(tmp_path / "out")]) == 65


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user whom permissions bind")
def test_a_folder_that_may_not_be_read_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "shut"
    folder.mkdir()
    (folder / "draft.txt").write_bytes(b"x")
    folder.chmod(0)
    for path in (folder, folder / "draft.txt"):
        assert main(["extract", str(path), "-q", "-o", str(tmp_path / "out")]) == 66
        assert capsys.readouterr().err.count("\n") == 1
    folder.chmod(0o700)


def test_an_output_that_is_a_file_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "out").write_bytes(b"")
    assert main(["extract", DRAFT, DRAFT, "-q", "-o", str(tmp_path / "out")]) == 73
    assert capsys.readouterr().err.count("\n") == 1


def test_a_draft_that_may_not_be_written_is_told_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "draft-1").write_bytes(b"")
    (tmp_path / "manifest.json").mkdir()
    assert main(["extract", DRAFT, "-q", "-o", str(tmp_path)]) == 73
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("data", [b"", b"no table here\n", bytes(range(256)) * 9])
@pytest.mark.parametrize("command", ["extract", "check", "diff"])
def test_a_fault_names_its_draft_as_it_was_asked_for(
    command: str, data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path / "deep" / "draft.txt"
    draft.parent.mkdir()
    draft.write_bytes(data)
    others = {"extract": ["-q", "-o", str(tmp_path / "out")], "check": [], "diff": [DRAFT]}[command]
    assert main([command, str(draft), *others]) != 0
    error = capsys.readouterr().err
    assert error.startswith(f"send-extract: {draft}")
    assert error.count("draft.txt") == 1
