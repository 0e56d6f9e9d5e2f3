import io
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_extract.cli.console import Console
from send_extract.cli.drawing import can_draw, draw_bar, draw_grid, draw_pairs
from tests.cli.test_progress import Terminal

ROOT = Path(__file__).parents[2]
HEADINGS = ("No", "When", "Owner", "Action")
CELLS = st.text(st.characters(codec="ascii", categories=["L", "N", "Zs"]), max_size=60)


def make_console(width: int = 100, *, has_colour: bool = False) -> Console:
    return Console(Terminal(), Terminal(), has_colour, width)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS, CELLS), max_size=6), st.integers(40, 120))
def test_no_word_of_a_table_is_lost_however_narrow_it_is(rows: list[tuple[str, ...]], width: int) -> None:
    drawn = draw_grid(HEADINGS, rows, make_console(width))
    letters = sorted("".join(re.sub(r"[\s─]", "", drawn)))
    assert letters == sorted("".join("".join("".join(row).split()) for row in [HEADINGS, *rows]))
    assert all(len(line) <= width for line in drawn.splitlines())


def test_a_wide_terminal_holds_a_row_in_a_line_and_a_narrow_one_folds_it() -> None:
    row = ("1.1", "March 2022", "GB", "Establish access to files and samples of casework in the team")
    assert draw_grid(HEADINGS, [row], make_console(120)).splitlines()[2].endswith(row[-1])
    assert len(draw_grid(HEADINGS, [row], make_console(40)).splitlines()) > 4


def test_colour_is_drawn_only_where_the_console_has_colour() -> None:
    row = ("1.1", "March", "GB", "Meet")
    assert "\x1b" not in draw_grid(HEADINGS, [row], make_console())
    assert "\x1b[1m" in draw_grid(HEADINGS, [row], make_console(has_colour=True))
    assert "\x1b" not in draw_bar(1, 4, 24, make_console())


def test_words_of_a_source_are_neither_markup_nor_codes() -> None:
    words = "[bold red]x[/] \x1b[31m :smile:"
    for drawn in (
        draw_grid(HEADINGS, [("1", words, "", words)], make_console(120)),
        draw_pairs(words, [("read as", words)], make_console(120)),
    ):
        assert drawn.count("[bold red]x[/]  [31m :smile:") == 2
        assert "\x1b" not in drawn


def test_labels_stand_beside_what_they_label_however_long_it_is() -> None:
    lines = draw_pairs("Jan", [("read as", "word " * 30)], make_console(60)).splitlines()
    assert lines[:2] == ["Jan", f"  read as  {'word ' * 9}word"]
    assert all(line.startswith(" " * 11 + "word") for line in lines[2:])


def test_a_bar_shows_how_much_is_done() -> None:
    full, half = (draw_bar(done, 4, 24, make_console(has_colour=True)) for done in (4, 2))
    assert full.count("━") == 24
    assert [len(part) for part in re.findall("[━╺╸]+", half)] == [12, 1, 11]


class Latin(Terminal):
    encoding = "latin-1"


@pytest.mark.parametrize(
    ("stream", "term", "is_drawn"),
    [
        (Terminal(), "xterm", True),
        (Terminal(), "dumb", False),
        (io.StringIO(), "xterm", False),
        (Latin(), "xterm", False),
    ],
)
def test_only_a_terminal_that_has_lines_is_drawn_to(
    stream: io.StringIO, term: str, is_drawn: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", term)
    assert can_draw(stream) is is_drawn


def test_without_rich_all_is_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setitem(sys.modules, "rich", None)
    assert not can_draw(Terminal())


def test_a_pipe_never_imports_rich() -> None:
    code = (
        "import sys; from send_extract.cli import main; main(['show', 'raw/draft-1.txt'])\n"
        "assert 'rich' not in sys.modules"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False).returncode
        == 0
    )
