"""Marks that count the parts of a cell: `1. … 2. …`, `a) … b) …`, `(i) … (ii) …`."""

from __future__ import annotations

from send_extract.patterns import compile_later

# What can count the parts of a cell, and how it goes on.
_COUNTS = (
    (compile_later(r"(?:^|(?<=\s))\(?(\d{1,2})[.):]\s+(?=\S)"), [str(number) for number in range(1, 100)]),
    (compile_later(r"(?:^|(?<=\s))\(?([a-z])[.)]\s+(?=\S)"), list("abcdefghijklmnopqrstuvwxyz")),
    (
        compile_later(r"(?:^|(?<=\s))\(?([ivx]{1,4})[.)]\s+(?=\S)"),
        ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"],
    ),
)


def split_counted(text: str) -> tuple[str, ...]:
    """The pieces behind `1.`, `2.`, or `a)`, `b)`, or `(i)`, `(ii)`, where the marks count up and begin the text."""
    for pattern, names in _COUNTS:
        marks = list(pattern.finditer(text))
        if (
            marks
            and not text[: marks[0].start()].strip()
            and [mark[1] for mark in marks] == names[: len(marks)]
        ):
            ends = [mark.start() for mark in marks[1:]] + [len(text)]
            return tuple(
                " ".join(text[mark.end() : end].split()) for mark, end in zip(marks, ends, strict=True)
            )
    return ()
