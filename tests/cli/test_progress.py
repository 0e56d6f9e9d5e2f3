import io
import re

import pytest

from send_extract.cli.console import Console
from send_extract.cli.progress import Progress, word_progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def tell(err: io.StringIO, seconds: list[float], total: int) -> str:
    clock = iter([0.0, *seconds])
    progress = Progress(total, Console(io.StringIO(), err), lambda: next(clock))
    for _ in seconds:
        progress.step()
    progress.clear()
    return err.getvalue()


def test_a_log_has_a_line_every_five_seconds() -> None:
    said = tell(io.StringIO(), [1, 2, 5, 6, 9, 11], 100)
    assert said == ("3 of 100 drafts, 0.6 a second, 2:42 left\n6 of 100 drafts, 0.545 a second, 2:52 left\n")


def test_a_short_run_says_nothing_in_a_log() -> None:
    assert tell(io.StringIO(), [1, 2, 3], 3) == ""


def test_a_terminal_has_a_bar_that_is_taken_away() -> None:
    said = tell(Terminal(), [1, 2], 4)
    assert "██████░" in said
    assert "1 of 4 drafts" in said
    assert said.endswith("\r\x1b[K")


@pytest.mark.parametrize(("width", "has_bar"), [(100, True), (60, False), (40, False)])
def test_a_bar_is_never_folded(width: int, has_bar: bool) -> None:
    clock, console = iter([0.0, 1.0]), Console(io.StringIO(), Terminal(), width=width)
    Progress(1234, console, lambda: next(clock)).step()
    assert isinstance(console.err, Terminal)
    drawn = console.err.getvalue().removeprefix("\r\x1b[K")
    assert ("░" in drawn, len(drawn) < width) == (has_bar, True)


def test_a_terminal_with_colour_has_a_bar_in_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    clock = iter([0.0, 1.0])
    console = Console(Terminal(), Terminal(), has_colour=True)
    Progress(4, console, lambda: next(clock)).step()
    assert isinstance(console.err, Terminal)
    assert re.search(r"\x1b\[\d+m━{6}.*━.* 1 of 4 drafts, 1 a second, 0:03 left", console.err.getvalue())


@pytest.mark.parametrize(
    ("done", "seconds", "words"),
    [
        (0, 5.0, "0 of 2,000 drafts, 0 a second, 0:00 left"),
        (1000, 50.0, "1,000 of 2,000 drafts, 20 a second, 0:50 left"),
    ],
)
def test_progress_is_told_with_rate_and_time_left(done: int, seconds: float, words: str) -> None:
    assert word_progress(done, 2000, seconds) == words
