import io

import pytest

from send_extract.cli.console import Console, open_console


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_colour_is_for_a_terminal_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stdout", io.StringIO())
    assert open_console().paint("word", "red") == "word"
    monkeypatch.setattr("sys.stdout", Terminal())
    assert open_console().paint("word", "red", "bold") == "\x1b[31;1mword\x1b[0m"
    monkeypatch.setenv("NO_COLOR", "1")
    assert open_console().paint("word", "red") == "word"


def test_a_fault_is_one_line() -> None:
    console = Console(io.StringIO(), io.StringIO())
    console.complain("first\nsecond")
    assert isinstance(console.err, io.StringIO)
    assert console.err.getvalue() == "send-extract: first second\n"
