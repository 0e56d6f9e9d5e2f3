import io
import os
import re

import pytest

from send_extract.cli.console import Console, open_console, quote_name


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Pipe(io.TextIOWrapper):
    pass


class TerminalPipe(Pipe):
    def isatty(self) -> bool:
        return True


HOSTILE = "a\x1b[31mb\x1b]0;t\x07c\x9b2Jd\x00\x7fe\u202ef\r\ng\ud800"
CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\ud800]")


def say_painted() -> str:
    console = open_console()
    console.say(console.paint("word", "red", "bold"))
    assert isinstance(console.out, io.StringIO)
    return console.out.getvalue()


def test_colour_is_for_a_terminal_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stdout", io.StringIO())
    assert say_painted() == "word\n"
    monkeypatch.setattr("sys.stdout", Terminal())
    assert say_painted() == "\x1b[31;1mword\x1b[0m\n"
    monkeypatch.setattr("sys.stdout", Terminal())
    monkeypatch.setenv("NO_COLOR", "1")
    assert say_painted() == "word\n"


def test_a_fault_is_one_line() -> None:
    console = Console(io.StringIO(), io.StringIO())
    console.complain("first\nsecond")
    assert isinstance(console.err, io.StringIO)
    assert console.err.getvalue() == "send-extract: first second\n"


@pytest.mark.parametrize("has_colour", [True, False])
def test_nothing_that_steers_a_terminal_reaches_it(has_colour: bool) -> None:
    console = Console(io.StringIO(), io.StringIO(), has_colour)
    console.say(HOSTILE)
    console.note(HOSTILE)
    console.complain(HOSTILE)
    for stream in (console.out, console.err):
        assert isinstance(stream, io.StringIO)
        assert not CONTROLS.search(stream.getvalue())
        assert stream.getvalue().count("\n") == (1 if stream is console.out else 2)


def test_a_source_cannot_colour_its_own_words() -> None:
    console = Console(io.StringIO(), io.StringIO(), has_colour=True)
    console.say(console.paint(HOSTILE, "dim"))
    assert isinstance(console.out, io.StringIO)
    assert re.findall(r"\x1b\[[0-9;]*m", console.out.getvalue()) == ["\x1b[2m", "\x1b[0m"]
    assert console.out.getvalue().count("\x1b") == 2


def test_data_for_a_terminal_has_what_steers_it_spelt_out() -> None:
    data = '{"a": "é\x9b\x7f"}\r\n'.encode()
    for kind, written in ((Pipe, data), (TerminalPipe, b'{"a": "\xc3\xa9\\u009b\\u007f"}\r\n')):
        stream = kind(io.BytesIO(), encoding="utf-8")
        Console(stream, io.StringIO()).write_data(data)
        stream.flush()
        assert isinstance(stream.buffer, io.BytesIO)
        assert stream.buffer.getvalue() == written


@pytest.mark.skipif(os.name == "nt", reason="quotes of another shell")
@pytest.mark.parametrize(
    ("name", "quoted"),
    [("raw/draft-1.txt", "raw/draft-1.txt"), ("the plan.txt", "'the plan.txt'"), ("$x", "'$x'")],
)
def test_a_name_in_a_command_can_be_pasted(name: str, quoted: str) -> None:
    assert quote_name(name) == quoted
