"""Tables and bars as rich draws them: on a terminal, where that optional part is installed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from io import StringIO
from typing import TYPE_CHECKING, TextIO

from send_extract.notation.unseen import show

if TYPE_CHECKING:
    from rich.console import RenderableType

    from send_extract.cli.console import Console


def can_draw(stream: TextIO) -> bool:
    """Whether what goes to `stream` is drawn by rich: it is a terminal that has lines and moves its cursor."""
    if not stream.isatty() or os.environ.get("TERM") == "dumb":
        return False
    return (stream.encoding or "utf-8").lower().startswith("utf") and find_spec("rich") is not None


def draw_grid(headings: Sequence[str], rows: Iterable[Sequence[str]], console: Console) -> str:
    """A table no wider than the console: each column has what it needs, the widest give way; folded, never cut."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold", show_edge=False)
    for heading in headings[:-1]:
        table.add_column(heading, overflow="fold", max_width=max(len(heading), console.width * 3 // 10))
    table.add_column(headings[-1], overflow="fold", ratio=1)
    for row in rows:
        table.add_row(*(Text(show(cell)) for cell in row))
    return _render(table, console)


def draw_pairs(title: str, pairs: Iterable[tuple[str, str]], console: Console) -> str:
    """Labels and, beside them, what they label; each folded in its own column."""
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 2), expand=False)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for label, words in pairs:
        table.add_row(Text(f"  {show(label)}"), Text(show(words)))
    return f"{_render(Text(show(title), style='bold'), console)}\n{_render(table, console)}"


def draw_bar(done: int, total: int, cells: int, console: Console) -> str:
    """How much of a run is done, as a bar of so many cells."""
    from rich.progress_bar import ProgressBar

    return _render(ProgressBar(total, done, width=cells), console)


def _render(drawn: RenderableType, console: Console) -> str:
    """The lines of what is drawn, in colour where the console has colour, in characters that it can show."""
    from rich.console import Console as RichConsole

    canvas = RichConsole(
        file=StringIO(),
        width=console.width,
        force_terminal=True,
        color_system="standard" if console.has_colour else None,
        legacy_windows=False,
        highlight=False,
    )
    with canvas.capture() as capture:
        canvas.print(drawn, soft_wrap=False)
    return "\n".join(line.rstrip() for line in capture.get().rstrip("\n").split("\n"))
