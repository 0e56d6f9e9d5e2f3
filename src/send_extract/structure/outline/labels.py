"""Labels in running text: `Due date: March`, `**Due date** March`, `Due date – March`, or a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from send_extract.document import Block, Run, cut_runs, print_runs, slice_runs
from send_extract.headings import EXTRA, find_field, fold_heading
from send_extract.notation.marks import find_bullet
from send_extract.notation.nouns import COUNTED, NOUN
from send_extract.patterns import compile_later

_COLON = compile_later(r"\s*+([^:\n]{2,60}?)\s*:(?:\s+|$|(?=[^\s/\d]))")
_DASH = compile_later(r"\s*+([^:\n–—]{2,60}?)\s*(?:\s-{1,2}|[–—])\s+(?=\S)")
NUMBER = r"[A-Z]{0,3}\d{1,4}(?:\.\d{1,3})*[a-z]?"
"""The number of a recommendation or an action, as a pattern that is a part of others."""

_COUNTED = compile_later(rf"(.*?[^\W\d])\.?\s*(?:no\.?\s*)?({NUMBER})$", re.IGNORECASE)
_MOST_WORDS = 8
_IN_ROW = compile_later(r"(?:^|[.;|•·]\s*|\s[–—-]\s+|\s{2,}|\t)([A-Z][A-Za-z ]{1,30}?)\s*:(?=\s)")
_FEWEST_IN_ROW = 2
_SEPARATORS = " \t.;|•·–—-"

_OF_PLAN = frozenset(("contact", "contacts"))
"""Labels that are sooner the plan's own than a record's, where they stand once."""

IDENTITY = compile_later(
    rf"\s*(?:(?:{NOUN})\.?\s*(?:no\.?\s*)?{NUMBER}\s*(?:[.:)–—]|\s-|$)"
    rf"|(?:[\w'’]+\s+){{0,2}}(?:{COUNTED})\.?\s*(?:no\.?\s*)?{NUMBER}\s*:?\s*$)",
    re.IGNORECASE,
)
"""How a line begins that names a recommendation by its number."""


class FieldLabel(Struct, frozen=True):
    """A label as printed, the number after it (`Action 2`), the field that it means, and where the words begin.

    `is_sure` says that it is one by itself; another must stand elsewhere too to be one.
    """

    text: str
    number: str
    field: str
    end: int
    is_sure: bool

    @property
    def key(self) -> str:
        """The label without what does not tell it from another."""
        return fold_heading(self.text)


def split_lines(block: Block) -> Iterator[Block]:
    """The lines of a block, each as a block of its own."""
    lines: list[list[Run]] = [[]]
    for run in block.runs:
        first, *rest = run.text.split("\n")
        lines[-1].append(Run(first, run.emphasis))
        lines += [[Run(part, run.emphasis)] for part in rest]
    for line in lines:
        if any(run.text.strip() for run in line):
            yield replace(block, runs=tuple(line))


def split_labels(block: Block) -> Iterator[Block]:
    """A line with several labelled values in a row (`Lead: GB. Target date: May`) as a block a value.

    What stands before them is a block of its own; in a list the values stand below it.
    """
    text = print_runs(block.runs)
    places = [match.start(1) for match in _IN_ROW.finditer(text) if find_field(match[1]) != EXTRA]
    if len(places) < _FEWEST_IN_ROW:
        yield block
        return
    before = text[: places[0]].rstrip(_SEPARATORS)
    if before.strip():
        yield replace(block, runs=slice_runs(block.runs, 0, len(before)))
        block = replace(block, level=block.level + 1, marker="") if block.level else block
    for start, end in pairwise((*places, len(text))):
        yield replace(
            block, runs=slice_runs(block.runs, start, start + len(text[start:end].rstrip(_SEPARATORS)))
        )


def find_label(block: Block) -> FieldLabel | None:
    """The label that a line begins with; None where it has none."""
    text, marked = print_runs(block.runs), _find_emphasised(block.runs)
    for pattern, is_bare in ((_COLON, True), (_DASH, False)):
        match = pattern.match(text)
        if match:
            is_bold = marked >= match.end(1)
            label = read_label(match[1], match.end(), is_sure=is_bold)
            is_known = label.field != EXTRA
            if is_known or is_bare:
                is_sure = is_bold or (is_known and is_bare and label.key not in _OF_PLAN)
                return replace(label, is_sure=is_sure)
    return _read_emphasised(text, marked)


def _read_emphasised(text: str, end: int) -> FieldLabel | None:
    """The label that the words up to `end` are by their emphasis alone."""
    label = read_label(text[:end].strip(), end)
    return label if end and label.field != EXTRA and not label.number else None


def read_label(text: str, end: int = 0, *, is_sure: bool = True) -> FieldLabel:
    """The label that `text` is, its number apart from it."""
    printed = " ".join(text.split())
    mark = find_bullet(printed)
    printed = printed[mark.end :] if mark else printed
    counted = _COUNTED.match(printed)
    words, number = (counted[1], counted[2]) if counted else (printed, "")
    field = find_field(words) if len(words.split()) <= _MOST_WORDS else EXTRA
    if field == EXTRA:
        words, number = printed, ""
    return FieldLabel(words, number, field, end, is_sure)


def _find_emphasised(runs: Sequence[Run]) -> int:
    """How many characters at a line's beginning are bold or in italics, the colon after them too."""
    length = 0
    for run in runs:
        if not ("b" in run.emphasis or "i" in run.emphasis) and run.text.strip():
            break
        length += len(run.text)
    return length


def cut_line(block: Block, start: int) -> tuple[Block, ...]:
    """The words of a line from character `start` on, as a paragraph; none where there are none."""
    kept = list(cut_runs(block.runs, start))
    while kept and not kept[0].text.strip():
        del kept[0]
    if not kept:
        return ()
    kept[0] = replace(kept[0], text=kept[0].text.lstrip())
    return (Block(tuple(kept)),)
