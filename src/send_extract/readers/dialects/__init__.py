"""The dialects of plain text: how its tables are typed, laid out or drawn, and which of them a text is in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib import import_module

from msgspec import Struct
from msgspec.structs import replace

from send_extract.patterns import compile_later
from send_extract.readers.decoding import even_lines
from send_extract.readers.dialects.evidence import CERTAIN, SAMPLE, TextReading, weigh

_UPRIGHTS = "│┃║"
_BOX = {
    **dict.fromkeys(map(ord, _UPRIGHTS), "|"),
    **dict.fromkeys(map(ord, "─━═"), "-"),
    **dict.fromkeys((*range(0x250C, 0x254C), *range(0x2552, 0x256D)), "+"),
}
"""The characters that draw boxes, as those that a keyboard has."""
_PLAINEST = {"delimited": "tabs", "csv": "commas"}
"""How a text is read that is of a format and in none of its dialects."""
_RARE_ENDS = compile_later("[\n\v\x85\u2028\u2029]")


class Dialect(Struct, frozen=True):
    """A way to type a table: what a text in it holds, its reader in this package, the delimiter for that.

    `format` is the format that a text in it is of; `yields` that markup in the text counts for more (a page that
    begins with a tag, or any table of tags); `emphasised` the format where its words are marked as Markdown's are.
    """

    name: str
    format: str
    mark: re.Pattern[str]
    reader: str
    delimiter: str = ""
    yields: str = ""
    emphasised: str = ""

    def read(self, lines: Sequence[str]) -> TextReading:
        """The rows of `lines` in this dialect."""
        if len(lines) > SAMPLE:
            return _read(self.reader, self.delimiter, lines)
        return _read_sample(self.reader, self.delimiter, tuple(lines))


def _read(reader: str, delimiter: str, lines: Sequence[str]) -> TextReading:
    module, function = reader.split(":")
    read = getattr(import_module(f"send_extract.readers.dialects.{module}"), function)
    reading: TextReading = read(lines, delimiter) if delimiter else read(lines)
    return reading


_read_sample = lru_cache(maxsize=4)(_read)
"""A text's beginning is read to tell its format, to choose its dialect and, where that is all, for its rows: once."""


def _mark(pattern: str) -> re.Pattern[str]:
    return compile_later(pattern, re.MULTILINE)


PIPE_RULE = _mark(r"^[ \t]*(?:\|[ \t]*)?(?::-+:?|-+:|--+)[ \t]*\|[-|: \t]*$")
"""The line under the headings of a table of pipes: a colon or two dashes tell it from an empty row's dashes."""
_QUOTED = r'(?:^|{0})"[^"{0}\n]*\n(?:[^"{0}]|"")*"(?={0}|$)'
"""A quoted cell of several lines, as a spreadsheet writes it into delimited text."""

DIALECTS = (
    Dialect("boxes", "delimited", _mark(r"^\s*\+[-=]"), "boxes:read_boxes", emphasised="markdown"),
    Dialect("tabs of a sheet", "csv", _mark(_QUOTED.format(r"\t")), "quoted:read_quoted", "\t"),
    Dialect("tabs", "delimited", _mark(r"\t"), "tabs:read_tabs"),
    Dialect("ruled pipes", "markdown", PIPE_RULE, "barred:read_barred"),
    Dialect("bars of a sheet", "csv", _mark(_QUOTED.format(r"\|")), "quoted:read_quoted", "|"),
    Dialect("pipes", "delimited", _mark(r"\|"), "barred:read_barred"),
    Dialect("commas", "csv", _mark(","), "quoted:read_quoted", ",", "page"),
    Dialect("semicolons", "csv", _mark(";"), "quoted:read_quoted", ";", "page"),
    Dialect("columns", "delimited", _mark(r"\S {2,}\S"), "layout:read_layout", "", "table", "markdown"),
    Dialect("gaps", "delimited", _mark(r"\S {2,}\S"), "spaces:read_spaces", "", "table"),
    Dialect("a cell a line", "delimited", _mark(r"^\s*\|"), "barred:read_broken"),
)
"""The dialects in the order in which equals are preferred: the mark that is the least likely in prose first."""


def split_lines(text: str) -> list[str]:
    """The lines of `text`, boxes drawn by `+`, `-` and `|`; rare line ends count where there is no other."""
    if any(upright in text for upright in _UPRIGHTS):
        text = text.translate(_BOX)
    lines = even_lines(text).replace("\f", "").split("\n")
    return lines if any(line.strip() for line in lines[1:]) else _RARE_ENDS.split(text)


def choose_dialect(lines: Sequence[str], dialects: Iterable[Dialect] = DIALECTS) -> Dialect | None:
    """The dialect that explains most of the beginning of a text; None where none explains enough."""
    sample = lines[:SAMPLE]
    text = "\n".join(sample)
    best, most = None, 0.0
    for dialect in dialects:
        if not dialect.mark.search(text):
            continue
        reading = dialect.read(sample)
        points = weigh(reading)
        if points > most:
            best, most = dialect, points
        if points >= CERTAIN and not reading.unread:
            break
    return best


def read_text(text: str, format: str) -> TextReading:  # noqa: A002 - the contract's own word
    """The rows of a text that is of `format`, by the dialect which it is in, or else by the plainest."""
    lines = split_lines(text)
    del text
    known = [_expect(dialect) for dialect in DIALECTS if dialect.format == format]
    dialect = choose_dialect(lines, known) or next(each for each in known if each.name == _PLAINEST[format])
    return dialect.read(lines)


def _expect(dialect: Dialect) -> Dialect:
    """The dialect where the format is known: its delimiter is sign enough."""
    return replace(dialect, mark=_mark(re.escape(dialect.delimiter))) if dialect.delimiter else dialect
