"""What stands in a cell of actions beside them: the title of those below, what is said of the one above."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from send_extract.document import Block, are_set_in
from send_extract.extraction.lists import divide_runs
from send_extract.headings import find_field
from send_extract.notation.hanging import is_open
from send_extract.notation.numbers import names_group
from send_extract.patterns import compile_later

_LONGEST_TITLE = 90
_LABEL = compile_later(r"([^:\n]{2,40}?)\s*:\s*(?=\S)")
_BRACKETED = compile_later(r"\([^()]+\)[.;]?$")
_FEWEST_WORDS = 3
"""A line of fewer words may be a part of a name."""
_SENTENCE_ENDS = (".", ";", "!", "?", "; and")
SAID = frozenset(("status", "progress", "priority", "cost", "notes", "who", "when", "revised", "end"))
"""The fields that a labelled line in an action's cell can say of the action above it."""


class Stated(Struct, frozen=True):
    """A labelled line: its label as printed, the field that it means, its words."""

    label: str
    field: str
    text: str


def find_stated(block: Block) -> Stated | None:
    """What a paragraph says by its label (`Status: half done`); None where it is an action like others."""
    if block.level:
        return None
    text = block.text
    label = _LABEL.match(text)
    field = find_field(label[1]) if label and not names_group(text) else ""
    return Stated(label[1], field, text[label.end() :].strip()) if label and field in SAID else None


def is_bracketed(block: Block) -> bool:
    """Whether a paragraph stands in brackets as a whole (`(Short Term)`): it belongs to the words above it."""
    return not block.level and _BRACKETED.match(block.text.strip()) is not None


def is_title(block: Block, following: Block | None) -> bool:
    """Whether a paragraph is the title of what stands below it in its cell: set apart by its emphasis, no sentence."""
    if following is None or block.level or "\n" in block.text or not are_set_in(block.runs, "bu"):
        return False
    text = block.text.strip()
    is_short = len(text) <= _LONGEST_TITLE and not text.endswith((".", ";", ",")) and text[:1] != "*"
    return is_short and not are_set_in(following.runs, "bu")


def divide_sentences(blocks: Sequence[Block], *, each_line: bool = False) -> Iterator[Block]:
    """Paragraphs with each that has a sentence on every line as one a sentence; with `each_line` what begins as one."""
    for block in blocks:
        starts = _find_sentences(block.text, each_line=each_line) if not block.level else []
        pieces = divide_runs(block.runs, starts) if starts else [block.runs]
        yield from (replace(block, runs=runs) for runs in pieces)


def _find_sentences(text: str, *, each_line: bool) -> list[int]:
    """Where the lines of `text` begin, if each but the last ends a sentence and each but the first begins one.

    With `each_line` a line ends one by itself where no word at its end hangs over to the next.
    """
    lines = text.split("\n")
    ends = _ends_by_itself if each_line else _ends_sentence
    is_each = all(map(ends, lines[:-1])) and all(_begins(line, each_line=each_line) for line in lines)
    return [*accumulate(len(line) + 1 for line in lines[:-1])] if len(lines) > 1 and is_each else []


def _ends_sentence(line: str) -> bool:
    return line.rstrip().endswith(_SENTENCE_ENDS)


def _begins(line: str, *, each_line: bool) -> bool:
    """Whether a line begins a sentence, or with figures what counts as one."""
    first = line.lstrip()[:1]
    return first.isupper() or (each_line and first.isdigit())


def _ends_by_itself(line: str) -> bool:
    """Whether a line is several words of which none at its end waits for the next."""
    return len(line.split()) >= _FEWEST_WORDS and not is_open(line)
