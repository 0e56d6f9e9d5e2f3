"""When cells that say which of the actions each timing is for: by number, or by a dash for the one that has none."""

from __future__ import annotations

import re
from typing import Final

from send_extract.notation.marks import split_counted
from send_extract.patterns import compile_later, has_any, has_figure
from send_extract.segmentation.scopes import read_places
from send_extract.values.timing import TimingContext, parse_timing

_NUMBERS: Final = r"\d{1,2}(?:\.\d{1,2})?(?:\s*(?:,|&|and|to|[\u2013\u2014-])\s*\d{1,2}(?:\.\d{1,2})?){0,19}"
_NAMED: Final = compile_later(
    rf"(?P<word>(?:for\s+)?(?:actions?|items?|points?|bullets?|steps?|nos?\.?|numbers?|parts?)\s*)?(?P<numbers>{_NUMBERS})"
    r"(?P<mark>\s*[:)]\s*|\s*[\u2013\u2014-]\s+|\.\s+|\s+)(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
    has_figure,
)
_BETWEEN: Final = compile_later(
    r"\s*[;\n]\s*|\s{2,}|(?:,\s*|\s+)(?=(?:for\s+)?(?:actions?|items?|points?)\s*\d)", re.IGNORECASE
)
_COUNTED: Final = compile_later(r"(?:^|(?<=\s))\(?(\d{1,2})[.)]\s+(?=\D)", need=has_figure)
_BEHIND: Final = compile_later(
    rf"\((?:for\s+)?(?:actions?|items?|points?|bullets?|nos?\.?)?\s*(?P<bracketed>{_NUMBERS})\)"
    rf"|(?<=\s)for\s+(?:actions?|items?|points?|bullets?|nos?\.?)?\s*(?P<named>{_NUMBERS})(?![\w.])(?!\s*[a-z])",
    re.IGNORECASE,
    has_any("(", "for"),
)
_LABELLED: Final = compile_later(
    rf"(?:^|(?<=[\s;,]))(?:(?:actions?|items?|points?)\s*)?{_NUMBERS}"
    r"(?:\s*:\s|\s*[\u2013\u2014-]\s+(?=[^\W\d]))",
    re.IGNORECASE,
    has_any(*":–—-"),
)
_MARKS: Final = compile_later(r"\s*[/,;|\n]\s*")
_SPACED: Final = compile_later(r"\s+[/|]\s+|\s*[,;\n]\s*")
_DASHES: Final = frozenset(["-", "\u2013", "\u2014", "--", "n/a", "N/A"])


def split_named(text: str, count: int, context: TimingContext) -> tuple[str, ...]:
    """The timing of each of `count` actions where the cell says whose each is, "" for those that have none; else ()."""
    return (
        _split_numbered(text, count, context)
        or _split_dashed(text, count, context)
        or _split_behind(text, count, context)
    )


def _split_numbered(text: str, count: int, context: TimingContext) -> tuple[str, ...]:
    """`1 & 2 by July; 3 by Sept`, `Actions 1&2 Jan; action 3 March`, `1. May 24 3. Sept 2024`.

    Counts from 1 on, one an action (`1) June 2) July`), are a list's own.
    """
    parts: dict[int, str] = {}
    if len(split_counted(text)) == count:
        return ()
    for piece in _cut_at_numbers(text, count) or _BETWEEN.split(text.strip()):
        found = _NAMED.fullmatch(piece.strip())
        if not found or not _is_number(found, piece, context):
            return ()
        places = read_places(found["numbers"])
        rest = " ".join(found["rest"].split())
        if places & parts.keys() or not places <= set(range(1, count + 1)) or not _is_timing(rest, context):
            return ()
        parts |= dict.fromkeys(places, rest)
    return tuple(parts.get(place, "") for place in range(1, count + 1))


def _cut_at_numbers(text: str, count: int) -> list[str]:
    """The pieces from `1.` to `3.`, where the numbers rise and one is left out; counts without a gap are a list's."""
    labels = list(_LABELLED.finditer(text))
    if len(labels) > 1 and not text[: labels[0].start()].strip():
        ends = [label.start() for label in labels[1:]] + [len(text)]
        return [text[label.start() : end].strip(" ,;\n") for label, end in zip(labels, ends, strict=True)]
    marks = list(_COUNTED.finditer(text))
    numbers = [int(mark[1]) for mark in marks]
    is_rising = numbers == sorted(set(numbers)) and numbers != [*range(1, len(numbers) + 1)]
    if len(marks) < 2 or not is_rising or numbers[-1] > count or text[: marks[0].start()].strip():
        return []
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    return [text[mark.start() : end].lstrip("( ") for mark, end in zip(marks, ends, strict=True)]


def _is_number(found: re.Match[str], piece: str, context: TimingContext) -> bool:
    """Whether the numbers name actions, and are no days (`1 & 2 July`)."""
    if found["word"] or found["mark"].strip():
        return True
    whole = parse_timing(piece, context)
    return not whole.complete or whole.value == parse_timing(found["rest"], context).value


def _is_timing(words: str, context: TimingContext) -> bool:
    reading = parse_timing(words, context)
    return reading.value is not None and reading.complete


def _split_dashed(text: str, count: int, context: TimingContext) -> tuple[str, ...]:
    """`Jan / - / Mar`: a dash between marks is the timing of an action without one."""
    marks = _SPACED if _SPACED.search(text.strip()) else _MARKS
    pieces = [" ".join(piece.split()) for piece in marks.split(text.strip())]
    if len(pieces) != count or not _DASHES & set(pieces):
        return ()
    return tuple(pieces) if all(piece in _DASHES or _is_timing(piece, context) for piece in pieces) else ()


def _split_behind(text: str, count: int, context: TimingContext) -> tuple[str, ...]:
    """`July (1 & 2), Sept (3)`, `March for actions 1 and 2, June for 3`."""
    parts: dict[int, str] = {}
    end = 0
    for found in _BEHIND.finditer(text):
        words = " ".join(text[end : found.start()].split()).strip(" ,;/&")
        places = read_places(found["bracketed"] or found["named"])
        if places & parts.keys() or not places <= set(range(1, count + 1)) or not _is_timing(words, context):
            return ()
        parts |= dict.fromkeys(places, words)
        end = found.end()
    return (
        tuple(parts.get(place, "") for place in range(1, count + 1))
        if parts and not text[end:].strip(" .;")
        else ()
    )
