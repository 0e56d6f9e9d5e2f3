"""The terminal or the pipe that a person reads: text out, faults to stderr, colour where it is wanted."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Literal, TextIO

from msgspec import Struct

from send_extract.errors import UnwritableOutput, spell_fault
from send_extract.notation.unseen import show

Style = Literal["bold", "dim", "red", "yellow", "green", "cyan"]

PAGE, NARROWEST, WIDEST = 100, 40, 120
"""Columns between which text for people is folded."""
_CODES: dict[Style, str] = {"bold": "1", "dim": "2", "red": "31", "yellow": "33", "green": "32", "cyan": "36"}

_MARK = f"<{os.urandom(8).hex()}>"
"""What begins a colour until a line is written: no source can hold it."""
_STEERING = rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]"
"""The control characters of UTF-8 but for those that end lines and part columns."""


class Console(Struct, frozen=True):
    """Where a command writes: `out` for what was asked for, `err` for faults; with colour or not, `width` characters.

    What steers a terminal reaches neither, wherever the words are from: of a text only what is printable does.
    Writing to `out` raises `UnwritableOutput` where that fails; a fault that `err` cannot take is lost, the
    exit code telling of it.
    """

    out: TextIO
    err: TextIO
    has_colour: bool = False
    width: int = PAGE

    def say(self, text: str = "") -> None:
        """Writes a line for a person to stdout."""
        self.write_shown(show(text).replace(_MARK, "\x1b["))

    def tell(self, text: str) -> None:
        """Writes a line about files that are written: whoever reads such lines may have gone, the files come first."""
        with suppress(BrokenPipeError):
            self.say(text)

    def write_shown(self, text: str) -> None:
        """Writes to stdout what was drawn for it, words of a source as `show` shows them."""
        with _refusing():
            self.out.write(f"{text}\n")

    def note(self, text: str) -> None:
        """Writes a line for a person to stderr, where stdout holds data."""
        with suppress(OSError):
            self.err.write(f"{show(text)}\n")

    def complain(self, text: str) -> None:
        """Writes a fault to stderr in one line."""
        self.note(f"send-extract: {' '.join(text.split())}")

    def write_data(self, data: bytes) -> None:
        """Writes bytes to stdout exactly as they are; to a terminal, what steers it is spelt out."""
        if self.out.isatty():
            data = re.sub(_STEERING, _spell_out, data)
        with _refusing():
            self.out.flush()
            _binary(self.out).write(data)

    def paint(self, text: str, *styles: Style) -> str:
        """`text` in colour, where this console has colour."""
        if not self.has_colour or not text:
            return text
        return f"{_MARK}{';'.join(_CODES[style] for style in styles)}m{text}{_MARK}0m"

    def flush(self) -> None:
        """Sends on what was written; a reader that has gone is heard of here."""
        with _refusing():
            self.out.flush()


def open_console() -> Console:
    """The console of this process; a character that it cannot show becomes `?`, never a fault.

    A stream that was closed before the start takes everything and shows nothing.
    """
    sys.stdout, sys.stderr = (stream or _open_nowhere() for stream in (sys.stdout, sys.stderr))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    return Console(sys.stdout, sys.stderr, _has_colour(sys.stdout), _find_width(sys.stdout))


def quote_name(name: str) -> str:
    """A file's name as a command line takes it."""
    # Nothing else quotes: it is imported where a command is told.
    from shlex import quote

    if os.name == "nt":
        return f'"{name}"' if " " in name else name
    return quote(name)


def describe_os_error(error: OSError) -> str:
    """What the system says of a fault, and of which file where it says that."""
    words = spell_fault(error)
    return f"{error.filename}: {words}" if error.filename else words


def _open_nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")


@contextmanager
def _refusing() -> Iterator[None]:
    """Refuses what standard output cannot take; that its reader has gone is left for the caller to hear."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        message = (
            f"Standard output cannot be written: {describe_os_error(error)}. Send it to where there is room."
        )
        raise UnwritableOutput(message) from error


def _find_width(stream: TextIO) -> int:
    """The columns of a terminal, within what can be read; those of a page for a pipe."""
    if not stream.isatty():
        return PAGE
    with suppress(OSError):
        return max(NARROWEST, min(os.get_terminal_size(stream.fileno()).columns, WIDEST))
    return PAGE


def _has_colour(stream: TextIO) -> bool:
    """Whether colour is wanted (https://no-color.org) and understood: old Windows consoles print codes."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not stream.isatty():
        return False
    return os.name != "nt" or any(name in os.environ for name in ("WT_SESSION", "ANSICON", "TERM"))


def _spell_out(match: re.Match[bytes]) -> bytes:
    """A control character as JSON spells it."""
    return rb"\u%04x" % ord(match[0].decode())


def _binary(stream: TextIO) -> IO[bytes]:
    return stream.buffer
