"""Lists that were typed into a paragraph: `1. … 2. …`, `a) … b) …`, `• … • …`, on one line or broken by lines."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain

from msgspec.structs import replace

from send_extract.document import Block, Run, print_runs, strip_runs
from send_extract.notation.hanging import LINKING
from send_extract.notation.marks import (
    BULLET,
    GLYPHS,
    Mark,
    counts_up,
    find_bullets_inside,
    find_counted_inside,
    find_mark,
)
from send_extract.patterns import compile_later

# A block without any of these at its beginning, or at the beginning of one of its lines, holds no typed list.
_HINT = compile_later(
    rf"(?m)^[ \t]*(?:[{GLYPHS}]|[-–—*o+>]\s|\(?(?:1|a|i|A|I)[.)]\s|[A-Z]{{0,3}}\d{{1,2}}[A-Z]?(?:\.1|a)[.):]*\s)"
)
_REFERENCE = compile_later(
    r"\b(?:part|section|phase|stage|step|priority|recommendation|rec|action|no|number|tier|level|year|term|quarter|"
    r"option|appendix|annex|item|page|paragraph|table|figure|objective|theme|group|block|ward|and|or|to|of|in|for)\s+$",
    re.IGNORECASE,
)
_FEWEST = 2
_LONGEST_WORD = 24
_LONGEST_TITLE = 90


def join_wrapped(blocks: Sequence[Block]) -> Iterator[Block]:
    """Paragraphs with each that goes on in the middle of a sentence put to the one before.

    The first must not begin in small letters: then these say nothing.
    """
    held: list[Block] = []
    for block in blocks:
        if held and blocks[0].text[:1].isupper() and _goes_on(held[-1].text, block.text):
            held[-1] = replace(held[-1], runs=(*held[-1].runs, Run(" "), *block.runs))
        else:
            held.append(block)
    yield from held


def _goes_on(above: str, text: str) -> bool:
    """Whether a line in small letters goes on with the one above: a word that joins two stands at the break."""
    if not text[:1].islower() or find_mark(text) is not None:
        return False
    return above.rpartition(" ")[2].lower() in LINKING or text.partition(" ")[0] in LINKING


def divide_blocks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Paragraphs with each that is a list typed out as one list item an item, the typed marks in its words."""
    if not any(_HINT.search(block.runs[0].text) or "\n" in block.text for block in blocks):
        return blocks
    return tuple(chain.from_iterable(map(_divide, blocks)))


def _divide(block: Block) -> list[Block]:
    """A paragraph as the items of its list, below what stands above it; alone where it is none."""
    starts = _find_starts(print_runs(block.runs))
    if not starts:
        return [block]
    pieces = [Block(runs, 1, BULLET) for runs in divide_runs(block.runs, starts)]
    if starts[0]:
        pieces[0] = Block(_set_above(pieces[0].runs))
    return pieces


def _set_above(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The words above a list: those that do not say so by a colon are its title, in bold."""
    is_said = runs[-1].text.rstrip().endswith(":")
    return runs if is_said else tuple([replace(run, emphasis="b") for run in runs])


def divide_runs(runs: Sequence[Run], starts: Sequence[int]) -> list[tuple[Run, ...]]:
    """`runs` in pieces that begin at the characters `starts`, no white space at the ends of any."""
    pieces: list[list[Run]] = [[]]
    cuts, position = deque(start for start in starts if start), 0
    for run in runs:
        text = run.text
        while cuts and cuts[0] < position + len(text):
            at = cuts.popleft() - position
            pieces[-1].append(replace(run, text=text[:at]))
            pieces.append([])
            text, position = text[at:], position + at
        pieces[-1].append(replace(run, text=text))
        position += len(text)
    return [trimmed for piece in pieces if (trimmed := strip_runs(run for run in piece if run.text))]


def _find_starts(text: str) -> list[int]:
    """Where the items of a list typed into `text` begin; none where it is not one for certain."""
    return _find_lines(text) or _find_bullets(text) or _find_counted(text)


def _find_lines(text: str) -> list[int]:
    """The lines that begin with a mark, where the first does, or leads in to a list or titles one that counts."""
    marks = _find_marks(text) if "\n" in text else {}
    if len(marks) < _FEWEST:
        return []
    above = text[: min(marks)].strip()
    is_led = not above or above.endswith(":")
    is_titled = _is_title(above) and counts_up([mark.counted for mark in marks.values()])
    return [*marks] if is_led or is_titled else []


def _find_marks(text: str) -> dict[int, Mark]:
    """The marks that lines begin with, each by where its line begins."""
    lines = text.split("\n")
    starts = accumulate((len(line) + 1 for line in lines[:-1]), initial=0)
    return {start: mark for start, line in zip(starts, lines, strict=True) if (mark := find_mark(line))}


def _is_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and "\n" not in text and not text.endswith((".", ";", ","))


def _find_bullets(text: str) -> list[int]:
    starts = [match.start() for match in find_bullets_inside(text)]
    return starts if len(starts) >= _FEWEST and not text[: starts[0]].strip() else []


def _find_counted(text: str) -> list[int]:
    """The marks that count up from the first word on, where no other such mark stands among the words."""
    marks = find_counted_inside(text)
    starts = [mark.start() for mark in marks]
    if any(_REFERENCE.search(text[max(start - _LONGEST_WORD, 0) : start]) for start in starts[1:]):
        return []
    return starts
