"""How far a run of several drafts is: a bar on a terminal, a line every few seconds in a log."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from send_extract.cli.drawing import can_draw, draw_bar

if TYPE_CHECKING:
    from send_extract.cli.console import Console

Told = TypeVar("Told")

EVERY = 5.0
"""Seconds between two lines in a log."""
_OFTEN = 0.2
"""Seconds between two drawings of a bar."""
_CELLS = 24


class Progress:
    """How far a run is, told on `err`; `clear` it before anything else is said."""

    def __init__(self, total: int, console: Console, clock: Callable[[], float] = time.monotonic) -> None:
        self._total, self._console, self._clock = total, console, clock
        self._is_drawn = console.err.isatty()
        self._done = 0
        self._begun = self._told = clock()

    def step(self) -> None:
        """One more draft is read."""
        self._done += 1
        now = self._clock()
        if self._done < self._total and now - self._told >= (_OFTEN if self._is_drawn else EVERY):
            self._told = now
            self._tell(now - self._begun)

    def clear(self) -> None:
        """Takes the bar away."""
        if self._is_drawn:
            self._console.err.write("\r\x1b[K")

    def _tell(self, seconds: float) -> None:
        words = word_progress(self._done, self._total, seconds)
        if not self._is_drawn:
            self._console.note(words)
            return
        # A line that is folded is not taken away whole: the bar goes before the words, and they before their end.
        room = self._console.width - 1
        bar = f"{self._draw()} " if _CELLS + 1 + len(words) <= room else ""
        self._console.err.write(f"\r\x1b[K{bar}{words[:room]}")
        self._console.err.flush()

    def _draw(self) -> str:
        if self._console.has_colour and can_draw(self._console.err):
            return draw_bar(self._done, self._total, _CELLS, self._console)
        filled = _CELLS * self._done // self._total
        return f"{'█' * filled}{'░' * (_CELLS - filled)}"


def follow_run(outcomes: Iterable[Told], total: int, console: Console) -> Iterator[Told]:
    """The outcomes of a run of `total` drafts as they come, its progress told between them (never of 0 or 1)."""
    if total < 2:
        yield from outcomes
        return
    progress = Progress(total, console)
    for outcome in outcomes:
        progress.clear()
        yield outcome
        progress.step()


def word_progress(done: int, total: int, seconds: float) -> str:
    """How many drafts of a run are read after so many seconds, how fast, and how long the others will take."""
    rate = done / seconds if seconds > 0 else 0.0
    left = round((total - done) / rate) if rate else 0
    return f"{done:,} of {total:,} drafts, {rate:.3g} a second, {left // 60}:{left % 60:02} left"
