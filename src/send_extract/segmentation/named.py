"""When cells that say which of the actions each timing is for: by number, or by a dash for the one that has none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
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
_LEFT: Final = (
    r"(?:(?:all|and)\s+)*(?:the\s+)?(?:others?|rest|remainder|remaining|everything\s+else|all\s+else)\b"
)
_NOUN: Final = r"(?:actions?|items?|points?|bullets?|ones?|steps?)"
_PLACES: Final = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "final": -1}
_COUNTS: Final = {"two": 2, "three": 3, "four": 4}
_PLACED: Final = compile_later(
    rf"(?:the\s+)?(?P<place>first|second|third|fourth|last|final)(?:\s+(?P<many>two|three|four|[2-4]))?(?P<noun>\s+{_NOUN})?"
    r"(?P<mark>\s*:)?\s+(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
"""Actions by their places: `First two by May`, `last action: June`."""
_REST: Final = compile_later(
    rf"{_LEFT}(?:\s+{_NOUN})?\s*[:,\u2013-]?\s*(?P<rest>\S.*)", re.IGNORECASE | re.DOTALL
)
_BOUND: Final = compile_later(r"(?:by|in|on|from|before|until|after|end|mid)\b", re.IGNORECASE)
_BETWEEN: Final = compile_later(
    rf"(?:,\s*|\s+(?=and\b))(?={_LEFT})|,\s*(?=(?:the\s+)?(?:second|third|fourth|last|final)\s)"
    r"|\s*[;\n]\s*|\s{2,}|(?:,\s*|\s+)(?=(?:for\s+)?(?:actions?|items?|points?)\s*\d)"
    r"|,\s*(?=\d{1,2}(?:\s*[&\u2013-]\s*\d{1,2})?\s+(?:by|from|in|until|before|after)\b)",
    re.IGNORECASE,
)
_LETTERED: Final = compile_later(r"(?:^|(?<=\s))\(?([a-h])\)(?=\s)", need=has_any(")"))
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
Named = tuple[frozenset[int], str]
"""Actions by their numbers, none for all that nothing else names, and the words for them."""


def split_named(text: str, count: int, context: TimingContext) -> tuple[str, ...]:
    """The timing of each of `count` actions where the cell says whose each is, "" for those that have none; else ()."""
    return (
        _split_numbered(text, count, context)
        or _split_dashed(text, count, context)
        or _split_behind(text, count, context)
    )


def _split_numbered(text: str, count: int, context: TimingContext) -> tuple[str, ...]:
    """`1 & 2 by May; 3 by Nov`, `Actions 1&2 Feb; action 3 May`, `1. Feb 25 3. Oct 2025`, `a) Feb c) May`.

    Counts from 1 on, one an action (`1) June 2) July`), are a list's own.
    """
    if len(split_counted(text)) == count:
        return ()
    text = _LETTERED.sub(lambda mark: f"{ord(mark[1]) - ord('a') + 1})", text)
    pieces = _cut_at_numbers(text, count) or _BETWEEN.split(text.strip())
    return _share((_read_piece(piece, count, context) for piece in pieces), count, context)


def _share(named: Iterable[Named | None], count: int, context: TimingContext) -> tuple[str, ...]:
    """The words of each action, where all that is `named` is a timing of actions that no other names."""
    parts: dict[int, str] = {}
    free = set(range(1, count + 1))
    for each in sorted(named, key=_is_rest):
        own = frozenset(free) if _is_rest(each) else each and each[0]
        if each is None or not own or not own <= free or not _is_timing(each[1], context):
            return ()
        free -= own
        parts |= dict.fromkeys(own, each[1])
    return tuple(parts.get(place, "") for place in range(1, count + 1))


def _is_rest(named: Named | None) -> bool:
    return named is not None and not named[0]


def _read_piece(piece: str, count: int, context: TimingContext) -> Named | None:
    """The actions that words name, by numbers, by places, or as all the others, and what is said of them."""
    left = _REST.fullmatch(piece.strip())
    if left:
        return frozenset(), " ".join(left["rest"].split())
    return _read_placed(piece, count) or _read_numbered(piece, context)


def _read_placed(piece: str, count: int) -> Named | None:
    """The actions that `First two by May` and `last action: June` name; not the day of `last Friday in May`."""
    found = _PLACED.fullmatch(piece.strip())
    if not found or not (found["noun"] or found["mark"] or _BOUND.match(found["rest"])):
        return None
    places = _find_places(found["place"].lower(), (found["many"] or "1").lower(), count)
    return (places, " ".join(found["rest"].split())) if places < {*range(1, count + 1)} else None


def _find_places(place: str, many: str, count: int) -> frozenset[int]:
    """The actions that `first two` names of so many."""
    size, first = _COUNTS.get(many) or int(many), _PLACES[place]
    start = count - size if first < 0 else first
    return frozenset(range(start + 1, start + size + 1))


def _read_numbered(piece: str, context: TimingContext) -> Named | None:
    """The actions that numbers before words name, and the words."""
    found = _NAMED.fullmatch(piece.strip())
    if not found or not _is_number(found, piece, context):
        return None
    return read_places(found["numbers"]), " ".join(found["rest"].split())


def _cut_at_numbers(text: str, count: int) -> list[str]:
    """The pieces from `1.` to `3.`, where the numbers rise and one is left out; counts without a gap are a list's."""
    pieces = _cut(text, _LABELLED)
    if len(pieces) > 1:
        return [piece.strip(" ,;\n") for piece in pieces]
    numbers = [int(mark[1]) for mark in _COUNTED.finditer(text)]
    is_rising = numbers == sorted(set(numbers)) and numbers != [*range(1, len(numbers) + 1)]
    is_counted = is_rising and len(numbers) > 1 and numbers[-1] <= count
    return [piece.lstrip("( ") for piece in _cut(text, _COUNTED)] if is_counted else []


def _cut(text: str, mark: re.Pattern[str]) -> list[str]:
    """A text from each `mark` to the next; nothing where words stand before the first."""
    starts = [found.start() for found in mark.finditer(text)]
    if not starts or text[: starts[0]].strip():
        return []
    return [text[start:end] for start, end in pairwise((*starts, len(text)))]


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
    """`May / - / Oct`: a dash between marks is the timing of an action without one."""
    marks = _SPACED if _SPACED.search(text.strip()) else _MARKS
    pieces = [" ".join(piece.split()) for piece in marks.split(text.strip())]
    if len(pieces) != count or not _DASHES & set(pieces):
        return ()
    return tuple(pieces) if all(piece in _DASHES or _is_timing(piece, context) for piece in pieces) else ()


def _split_behind(text: str, count: int, context: TimingContext) -> tuple[str, ...]:
    """`July (1 & 2), Sept (3)`, `March for actions 1 and 2, June for 3`."""
    marks = [*_BEHIND.finditer(text)]
    starts = [0, *(mark.end() for mark in marks)]
    if not marks or text[starts.pop() :].strip(" .;"):
        return ()
    named = (
        _read_behind(mark, text[start : mark.start()]) for start, mark in zip(starts, marks, strict=True)
    )
    return _share(named, count, context)


def _read_behind(mark: re.Match[str], before: str) -> Named:
    """The actions that numbers behind words name, and the words."""
    return read_places(mark["bracketed"] or mark["named"]), " ".join(before.split()).strip(" ,;/&")
