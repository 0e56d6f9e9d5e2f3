"""Marks that count the parts of a cell: `1. … 2. …`, `a) … b) …`, `(i) … (ii) …`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from send_extract.patterns import compile_later

if TYPE_CHECKING:
    import re

# What can count the parts of a cell, and how it goes on.
_COUNTS = (
    (compile_later(r"(?:^|(?<=\s))\(?(\d{1,2})[.):]\s+(?=\S)"), [str(number) for number in range(1, 100)]),
    (compile_later(r"(?:^|(?<=\s))\(?([a-z])[.)]\s+(?=\S)"), list("abcdefghijklmnopqrstuvwxyz")),
    (
        compile_later(r"(?:^|(?<=\s))\(?([ivx]{1,4})[.)]\s+(?=\S)"),
        ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"],
    ),
)
_DOTTED = compile_later(r"(?:^|(?<=\s))((?:[A-Z]{1,3})?\d{1,2}[A-Z]?)(?:\.(\d{1,2})|([a-z]))[.):]*\s+(?=\S)")


def find_dotted(text: str) -> list[re.Match[str]]:
    """The marks `2.1 … 2.2 …` or `2a … 2b …` that begin `text` and count up below one number; else none."""
    marks = list(_DOTTED.finditer(text))
    counts = [int(mark[2]) if mark[2] else ord(mark[3]) - ord("a") + 1 for mark in marks]
    is_counted = len(marks) > 1 and counts == [*range(1, len(marks) + 1)]
    is_one = len({(mark[1], bool(mark[2])) for mark in marks}) == 1
    return marks if is_counted and is_one and not text[: marks[0].start()].strip() else []


def split_counted(text: str) -> tuple[str, ...]:
    """The pieces behind `1.`, `2.`, or `a)`, `b)`, or `(i)`, `(ii)`, where the marks count up and begin the text."""
    dotted = find_dotted(text)
    if dotted:
        return _cut(text, dotted)
    for pattern, names in _COUNTS:
        marks = list(pattern.finditer(text))
        if (
            marks
            and not text[: marks[0].start()].strip()
            and [mark[1] for mark in marks] == names[: len(marks)]
        ):
            return _cut(text, marks)
    return ()


def _cut(text: str, marks: list[re.Match[str]]) -> tuple[str, ...]:
    """The pieces of `text` behind `marks`."""
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    return tuple(" ".join(text[mark.end() : end].split()) for mark, end in zip(marks, ends, strict=True))
