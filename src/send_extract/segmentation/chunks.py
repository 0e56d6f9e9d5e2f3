"""The pieces of a When cell between its certain boundaries, list marks taken off."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain
from typing import Final

from send_extract.notation.marks import GLYPHS, has_glyph, split_counted
from send_extract.patterns import compile_later, has_any, has_some
from send_extract.values.timing import TimingContext, parse_timing
from send_extract.values.timing.tokens import Token, tokenise

_LIST_MARK = compile_later(
    rf"^[ \t]*(?:[{GLYPHS}*]+|\(?(?:\d{{1,2}}|[a-z]|[ivx]{{1,4}})[.)](?=\s))[ \t]*",
    re.MULTILINE,
    has_some(has_glyph, has_any(*"*.)")),
)
_BULLET = compile_later(
    rf"(?:^|(?<=\s))\s*[{GLYPHS}]\s*|\s*[\u2022\u25cf\u25aa\u25e6\u2023]\s*", need=has_glyph
)
_LONE_MARK = compile_later(r"(?:\(?(?:1|a|i)\)|(?:1|a)\.|\d{1,2}\.1)\s+(?=\D)")
_FIRST_MARK = compile_later(r"\s*([-\u2013*o\u00b7\uf0b7|])\s+(?=\S)")
_CERTAIN = compile_later(r"[ \t]*(?:;[ \t\n]*|\n\s*|\s{2,}|[ \t](?:\|{1,2}|//)(?:\s+|$))")
_FEWEST_SLASHED: Final = 3


def find_chunks(text: str, count: int) -> tuple[str, ...]:
    """The pieces of `text` between its certain boundaries, list marks taken off."""
    counted = split_counted(text)
    if len(counted) == count:
        return counted
    marked = drop_marks(text)
    mark = _FIRST_MARK.match(text)
    if mark:
        # A mark that begins the cell and comes again is the list's own.
        marked = "\n".join(re.split(rf"(?:^|\s){re.escape(mark[1])}\s+", text))
    return tuple(chunk for piece in _CERTAIN.split(marked) if (chunk := " ".join(piece.split())))


def drop_marks(text: str) -> str:
    """`text` with a line break in place of each list mark."""
    return _BULLET.sub("\n", _LIST_MARK.sub("\n", text))


def drop_lone_mark(printed: str, context: TimingContext) -> str:
    """The one timing of a cell without the list's mark before it: `1. Sept` is September, `3.1 May` the first of 3."""
    mark = _LONE_MARK.match(printed)
    rest = printed[mark.end() :] if mark else printed
    return rest if parse_timing(rest, context).complete else printed


def split_slashed(printed: str, count: int, context: TimingContext) -> tuple[str, ...]:
    """The timings between slashes, one an action; of two it is not said whose both are, unless each has its year."""
    slashes = [token for token in tokenise(printed) if token.kind == "slash"]
    if len(slashes) + 1 != count:
        return ()
    parts = _cut_between(printed, slashes)
    is_certain = _are_apart(slashes) or all(map(_has_year, parts))
    return parts if is_certain and all(_is_read(part, context) for part in parts) else ()


def _cut_between(printed: str, slashes: Sequence[Token]) -> tuple[str, ...]:
    edges = [0, *chain.from_iterable((slash.begin, slash.stop) for slash in slashes), len(printed)]
    return tuple(printed[slice(*edge)].strip() for edge in zip(edges[::2], edges[1::2], strict=True))


def _are_apart(slashes: Sequence[Token]) -> bool:
    """Whether so many slashes stand between spaces that they can only part a list."""
    return len(slashes) + 1 >= _FEWEST_SLASHED and all(slash.gap for slash in slashes)


def _has_year(part: str) -> bool:
    """Whether a part is a date for certain, with a year of its own."""
    reading = parse_timing(part, TimingContext())
    return reading.complete and reading.value is not None and bool(reading.value.intervals)


def _is_read(part: str, context: TimingContext) -> bool:
    reading = parse_timing(part, context)
    return reading.value is not None and not reading.cost
