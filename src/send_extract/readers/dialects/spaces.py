"""Cells apart by two or more spaces, wherever they stand on their lines, markup inside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from send_extract.headings.lines import HeadingRow
from send_extract.patterns import compile_later
from send_extract.readers.dialects.evidence import TextReading, TextRow, count_headings, find_head

_GAP = compile_later(r"( {2,})")
_TAG = compile_later(r"<[^<>]*>")
_INDENTED = compile_later(r" {2,}<(?:ul|ol|li)\b", re.IGNORECASE)


class _Piece(Struct, frozen=True):
    """The words between two gaps of a line, and the gap after them."""

    words: str
    gap: str


def read_spaces(lines: Sequence[str]) -> TextReading:
    """The rows of a text whose cells are apart by runs of spaces."""
    cut = [[piece.words for piece in _split_gaps(line)] for line in lines]
    head = find_head(cut)
    if head is None:
        return TextReading(())
    rows = [
        TextRow(_fit(line, head) if place > head.place else cut[place], place + 1)
        for place, line in enumerate(lines)
        if line.strip()
    ]
    return TextReading(rows, count_headings(head), head.known)


def _split_gaps(line: str) -> list[_Piece]:
    """The parts of a line between its gaps; those inside a tag are the markup's own."""
    hidden = _TAG.sub(lambda match: match.group().replace(" ", "\0"), line.strip())
    parts = [part.replace("\0", " ") for part in _GAP.split(hidden)]
    return [_Piece(*pair) for pair in zip(parts[0::2], [*parts[1::2], ""], strict=True)]


def _fit(line: str, head: HeadingRow) -> list[str]:
    """The cells of a line below `head`: surplus gaps are a timing's own, an indented list is one of actions."""
    pieces, fields = _split_gaps(line), head.fields
    surplus = len(pieces) - len(fields)
    if surplus < 0 and _INDENTED.match(line) and "actions" in fields:
        return [*[""] * fields.index("actions"), *[piece.words for piece in pieces]]
    if surplus > 0 and "when" in fields:
        when = fields.index("when")
        pieces[when : when + surplus + 1] = [_merge(pieces[when : when + surplus + 1])]
    return [piece.words for piece in pieces]


def _merge(pieces: Sequence[_Piece]) -> _Piece:
    """Pieces and the gaps between them as one."""
    words = "".join([piece.words + piece.gap for piece in pieces[:-1]]) + pieces[-1].words
    return _Piece(words, pieces[-1].gap)
