"""Editor's notes and what they say of other recommendations."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import filterfalse

from msgspec import Struct

from send_extract.document import Block, Run
from send_extract.patterns import compile_later
from send_extract.plan import Relation

_NUMBER = r"(?:R(?:ec(?:ommendation)?s?)?\.?\s*)?\d+(?:\.\d+)*(?-i:[A-Za-z]?)\b"
_SPAN = r"\bto\b|\bthrough\b|[-–—]"
_NUMBERS = rf"{_NUMBER}(?:\s*(?:,|&|/|;|\+|\band\b|\bwith\b|\binto\b|{_SPAN})+\s*{_NUMBER})*"
_KIND = r"(?:the\s+)?(?:rec(?:ommendation)?s?\.?|nos?\.?|numbers?|rows?)?\s*"
_MERGE = compile_later(
    rf"\b(?:merg|combin|amalgamat)\w*\W+(?:(?:with|of|into|to|in|both)\W+)?{_KIND}({_NUMBERS})", re.IGNORECASE
)
_ALIGNED = compile_later(
    rf"\balign\w*\W+(?:(?:to|with)\W+)?(?:the\s+)?(?:rec(?:ommendation)?s?|nos?)\.?\s*({_NUMBERS})",
    re.IGNORECASE,
)
_DIGITS = compile_later(r"\d+(?:\.\d+)*[a-z]?\b")
_RANGE = compile_later(
    rf"(?<![.\d])(\d+)\s*(?:{_SPAN})\s*(?:R(?:ec(?:ommendation)?s?)?\.?\s*)?(\d+)(?![.\w])", re.IGNORECASE
)
_LONGEST_RANGE = 20
_MARKS = " *†‡\t\n"


class Notes(Struct, frozen=True):
    """A cell's runs without its editor's notes, and the notes without their mark."""

    runs: tuple[Run, ...]
    notes: tuple[str, ...] = ()


def take_notes(runs: tuple[Run, ...]) -> Notes:
    """The runs of a cell apart from the editor's notes among them."""
    if not any(map(_is_note, runs)):
        return Notes(runs)
    notes = (run.text.strip(_MARKS) for run in filter(_is_note, runs))
    return Notes(tuple(filterfalse(_is_note, runs)), tuple(filter(None, notes)))


def _is_note(run: Run) -> bool:
    """Whether a run is an editor's note: bold, and it begins with an asterisk."""
    return "b" in run.emphasis and run.text.lstrip()[:1] == "*"


def is_alignment(block: Block) -> bool:
    """Whether all that a block says is which recommendation it is aligned to."""
    text = block.text.strip(" *.()[]")
    if text[:5].lower() != "align":
        return False
    match = _ALIGNED.match(text)
    return match is not None and match.end() == len(text)


def find_relations(texts: Iterable[str]) -> tuple[Relation, ...]:
    """The relations that `texts` state, each once, in order."""
    found: dict[Relation, None] = {}
    for text in texts:
        for match in _MERGE.finditer(text):
            found[Relation("merge", _list_numbers(match.group(1)))] = None
        for match in _ALIGNED.finditer(text):
            found[Relation("aligned", _list_numbers(match.group(1)))] = None
    return tuple(found)


def _list_numbers(text: str) -> tuple[str, ...]:
    """The numbers that `text` lists, each once; `2 to 4` lists 2, 3 and 4."""
    return tuple(dict.fromkeys(_DIGITS.findall(_RANGE.sub(_spell_range, text))))


def _spell_range(match: re.Match[str]) -> str:
    first, last = int(match[1]), int(match[2])
    if not first < last <= first + _LONGEST_RANGE:
        return match.group()
    return ", ".join(str(number) for number in range(first, last + 1))
