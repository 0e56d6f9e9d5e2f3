import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from send_extract import __version__
from send_extract.cli import main
from send_extract.cli.command import COMMANDS

ROOT = Path(__file__).parents[2]
DRAFT = str(ROOT / "raw" / "draft-1.txt")


def run_program(*arguments: str, cwd: Path = ROOT, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "send_extract", *arguments]
    return subprocess.run(command, cwd=cwd, input=given, capture_output=True, check=False)


def test_the_version_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert caught.value.code == 0
    assert capsys.readouterr().out == f"send-extract {__version__}\n"


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_has_examples(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main([command, "--help"] if command else ["--help"])
    assert caught.value.code == 0
    assert "examples:" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["extrct"], "Did you mean extract?"),
        (["extract", "--nonsense"], "--nonsense"),
        (["extract", "--templte", "x"], "Did you mean --template?"),
        (["EXTRACT"], "Did you mean extract?"),
        ([DRAFT], f"To read it: send-extract extract {DRAFT}."),
        (["check"], "PATH"),
        (["check", "x", "--format", "jsn"], "Did you mean json?"),
        (["schema", "nothing"], "nothing"),
        (["extract", "-q", "-v"], "not allowed with"),
        (["extract", "--only", ","], "names no output"),
        (["show", DRAFT, "another"], "See send-extract show --help."),
    ],
)
def test_a_wrong_request_is_one_line_and_exit_code_2(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    error = capsys.readouterr().err
    assert error.startswith("send-extract: ")
    assert said in error
    assert error.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (["extract", DRAFT, "-o", ""], "output"),
        (["extract", ""], "paths"),
        (["batch", DRAFT, "-o", ""], "output"),
        (["schema", "-o", ""], "output"),
        (["check", DRAFT, "--settings", ""], "settings"),
        (["show", DRAFT, "--owner", ""], "owner"),
        (["diff", DRAFT, ""], "new"),
    ],
)
def test_what_is_given_as_nothing_is_refused(
    arguments: list[str],
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    told = capsys.readouterr()
    assert told.err == f"send-extract: What is given for {name} is empty. Name it, or leave it out.\n"
    assert (told.out, list(tmp_path.iterdir())) == ("", [])


@pytest.mark.parametrize("arguments", [["batch", DRAFT, "-o", "-"], ["schema", "-o", "-"]])
def test_a_folder_is_not_printed(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    assert capsys.readouterr().err.endswith(" writes a folder, and prints none. Name it after -o.\n")
    assert list(tmp_path.iterdir()) == []


def test_the_bare_command_prints_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert "examples:" in capsys.readouterr().out


def test_a_name_that_is_nearly_one_is_suggested(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "draft-1.txt").write_bytes(Path(DRAFT).read_bytes())
    assert main(["check", str(tmp_path / "drft-1.txt")]) == 66
    assert f"Did you mean {tmp_path / 'draft-1.txt'}?" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["extract", "due"])
def test_without_a_folder_of_drafts_it_is_said(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main([command]) == 2
    assert capsys.readouterr().err == (
        "send-extract: There is no folder raw/ here. Name a draft, or a folder of drafts.\n"
    )


def test_a_reader_that_goes_away_is_no_fault() -> None:
    command = [sys.executable, "-m", "send_extract", "schema"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        process.wait()
    assert process.returncode == 0


def test_a_console_that_cannot_show_a_character_is_no_fault(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "send_extract", "extract", DRAFT, "-o", str(tmp_path)]
    shown = subprocess.run(command, env={"PYTHONIOENCODING": "ascii"}, capture_output=True, check=True).stdout
    assert b"implementation plan ? DRAFT 1" in shown


def test_a_command_imports_nothing_that_it_does_not_use() -> None:
    code = (
        "import sys, send_extract.cli.extract;"
        "heavy = {'pandas', 'pydantic', 'jinja2', 'bs4', 'markdown_it', 'dateutil', 'logging'};"
        "found = sorted(heavy & set(sys.modules)); assert not found, found"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert result.returncode == 0, result.stderr.decode()


def test_the_program_imports_msgspec_without_what_it_takes_of_typing_extensions() -> None:
    code = "import send_extract.cli as cli; cli._import_records(); import sys, msgspec; print(*sys.modules);"
    code += "from typing_extensions import TypedDict; print(TypedDict.__name__)"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout.decode()
    modules, later = shown.splitlines()
    assert not {"typing_extensions", "inspect", "ast"} & set(modules.split())
    assert later == "TypedDict"


def test_the_package_itself_imports_nothing() -> None:
    code = (
        "import sys; before = set(sys.modules); import send_extract; print(sorted(set(sys.modules) - before))"
    )
    shown = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, check=True).stdout
    assert not {"msgspec", "lxml", "pathlib"} & set(eval(shown))  # noqa: S307 - a list that this test printed


def stop(arguments: list[str], fifo: Path) -> tuple[int, bytes]:
    """The exit code and the words of a run that is stopped with Ctrl-C while it waits for what is in a pipe."""
    os.mkfifo(fifo)
    command = [sys.executable, "-m", "send_extract", *arguments]
    with (
        subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL) as process,
        fifo.open("wb"),
    ):
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    return process.returncode, said


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes")
@pytest.mark.parametrize("command", ["extract", "check"])
def test_ctrl_c_stops_in_one_line(command: str, tmp_path: Path) -> None:
    arguments = [
        command,
        DRAFT,
        "--settings",
        str(tmp_path / "pipe.toml"),
        *(["-o", str(tmp_path / "out")] if command == "extract" else []),
    ]
    assert stop(arguments, tmp_path / "pipe.toml") == (130, b"send-extract: Stopped.\n")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no signals of this kind")
def test_ctrl_c_stops_in_one_line_while_the_program_is_still_being_loaded() -> None:
    slow = "import os, signal, sys; sys.meta_path.insert(0, type('', (), {'find_spec': lambda name, *_: "
    slow += "os.kill(os.getpid(), signal.SIGINT) if name == 'send_extract.cli.command' else None}))"
    command = [sys.executable, "-c", f"from send_extract.cli import enter\n{slow}\nenter()"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert (result.returncode, result.stderr) == (130, b"send-extract: Stopped.\n")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no signals of this kind")
def test_ctrl_c_is_heard_where_the_interpreter_drops_it() -> None:
    dropped = """
import send_extract.cli.command as command, time
class Dropped:
    def __del__(self): raise KeyboardInterrupt
def run():
    Dropped()
    time.sleep(60)
command.run_process = run
from send_extract.cli import enter
enter()
"""
    result = subprocess.run([sys.executable, "-c", dropped], cwd=ROOT, capture_output=True, check=False)
    assert (result.returncode, result.stderr) == (130, b"send-extract: Stopped.\n")


def test_a_breakdown_of_the_program_itself_is_one_line_and_exit_code_70(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("send_extract.cli.schema.run", lambda *_: dict[str, int]()["none"])
    assert main(["schema"]) == 70
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("send-extract: This program broke down (KeyError at ")
