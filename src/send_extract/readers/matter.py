"""The block of `name: value` lines between two rules that a Markdown text may begin with (front matter)."""

from __future__ import annotations

import re

from msgspec import Struct

from send_extract.document import Paragraph, make_block
from send_extract.patterns import compile_later
from send_extract.source import Location

_MATTER = compile_later(
    r"\s*---[ \t]*\n((?:(?>[\w-]+[ \t]*:|[ \t]|- )[^\n]*\n|\n)+)(?:---|\.\.\.)[ \t]*(?:\n|$)"
)
_TITLE = compile_later(r"title[ \t]*:[ \t]*(.*)", re.IGNORECASE)


class Matter(Struct, frozen=True):
    """The paragraphs of a text's front matter, its title among them, and the text with blank lines in its place."""

    paragraphs: tuple[Paragraph, ...]
    text: str


def take_matter(text: str) -> Matter:
    """The front matter of `text`, whose lines are numbered as before."""
    match = _MATTER.match(text)
    if match is None:
        return Matter((), text)
    first = text[: match.start(1)].count("\n") + 1
    paragraphs = tuple(
        _read_line(line, first + place) for place, line in enumerate(match[1].split("\n")) if line.strip()
    )
    return Matter(paragraphs, "\n" * match.group().count("\n") + text[match.end() :])


def _read_line(line: str, number: int) -> Paragraph:
    title = _TITLE.match(line)
    words = title[1].strip().strip("\"'") if title else line.strip()
    return Paragraph(make_block(words), Location(line=number), 0, "title" if title else "body")
