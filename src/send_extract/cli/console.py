"""The terminal or the pipe that a person reads: text out, faults to stderr, colour where it is wanted."""

from __future__ import annotations

import os
import sys
from typing import IO, Literal, NamedTuple, TextIO

Style = Literal["bold", "dim", "red", "yellow", "green", "cyan"]

_CODES: dict[Style, str] = {"bold": "1", "dim": "2", "red": "31", "yellow": "33", "green": "32", "cyan": "36"}


class Console(NamedTuple):
    """Where a command writes: `out` for what was asked for, `err` for faults; `colour` for either."""

    out: TextIO
    err: TextIO
    has_colour: bool = False

    def say(self, text: str = "") -> None:
        """Writes a line for a person to stdout."""
        self.out.write(f"{text}\n")

    def note(self, text: str) -> None:
        """Writes a line for a person to stderr, where stdout holds data."""
        self.err.write(f"{text}\n")

    def complain(self, text: str) -> None:
        """Writes a fault to stderr in one line."""
        self.err.write(f"send-extract: {' '.join(text.split())}\n")

    def write_data(self, data: bytes) -> None:
        """Writes bytes to stdout exactly, whatever encoding the console has."""
        self.out.flush()
        _binary(self.out).write(data)

    def paint(self, text: str, *styles: Style) -> str:
        """`text` in colour, where this console has colour."""
        if not self.has_colour or not text:
            return text
        return f"\x1b[{';'.join(_CODES[style] for style in styles)}m{text}\x1b[0m"

    def flush(self) -> None:
        """Sends on what was written; a reader that has gone is heard of here."""
        self.out.flush()


def open_console() -> Console:
    """The console of this process; a character that it cannot show becomes `?`, never a fault."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    return Console(sys.stdout, sys.stderr, _has_colour(sys.stdout))


def _has_colour(stream: TextIO) -> bool:
    """Whether colour is wanted (https://no-color.org) and understood: old Windows consoles print codes."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not stream.isatty():
        return False
    return os.name != "nt" or any(name in os.environ for name in ("WT_SESSION", "ANSICON", "TERM"))


def _binary(stream: TextIO) -> IO[bytes]:
    return stream.buffer
