"""What Markdown writes in lines under one another, typed as GFM has it: drawn tables, definitions, footnotes' marks.

Each line of the result stands where its words stood, so that lines keep their numbers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from send_extract.patterns import compile_later
from send_extract.readers.dialects import choose_dialect
from send_extract.readers.dialects.evidence import TextRow
from send_extract.readers.dialects.pipes import PIPE

_DRAWN = frozenset(("boxes", "columns"))
_DEFINITION = compile_later(r" {0,3}[:~][ \t]+(?=\S)")
_MARK = compile_later(r"(?<=[\w.,;:!?)\"'”’])\[\^([\w-]{1,24})\](?!:)")


def type_plainly(text: str) -> str:
    """`text` with drawn tables as tables of pipes, definitions as labelled lines, footnotes' marks raised."""
    lines = _retype_drawn(_label_definitions(text.split("\n")))
    return _MARK.sub(_raise_mark, "\n".join(lines)) if "[^" in text else "\n".join(lines)


def _raise_mark(match: re.Match[str]) -> str:
    """A footnote's mark as it is printed; a star where its name is no number."""
    return f"<sup>{match[1] if match[1].isdecimal() else '*'}</sup>"


def _label_definitions(lines: list[str]) -> list[str]:
    """The lines, each first definition (`: words`) on the line of the term that stands above it."""
    term = -1
    for place, line in enumerate(lines):
        match = _DEFINITION.match(line)
        if match and term >= 0:
            lines[term] = f"{lines[term].strip()}: {line[match.end() :]}"
            lines[place], term = "", -1
        elif line.strip():
            term = -1 if match else place
    return lines


def _retype_drawn(lines: list[str]) -> list[str]:
    """The lines, the rows of drawn tables as rows of pipes on their first lines; as they were where one has no room."""
    dialect = choose_dialect(lines)
    if dialect is None or dialect.name not in _DRAWN:
        return lines
    typed = [""] * len(lines)
    for is_table, group in groupby(dialect.read(lines).rows, lambda row: len(row.cells) > 1):
        rows = [*group]
        if not is_table:
            for row in rows:
                typed[row.line - 1] = lines[row.line - 1]
        elif not _type_table(rows, typed):
            return lines
    return typed


def _type_table(rows: Sequence[TextRow], typed: list[str]) -> bool:
    """Types the rows of a table, and a rule below the first; whether there is a line for that."""
    for row in rows:
        typed[row.line - 1] = _print(row)
    below = rows[0].line
    has_room = below < len(typed) and not typed[below]
    typed[below : below + has_room] = ["|" + "---|" * len(rows[0].cells)] * has_room
    return has_room


def _print(row: TextRow) -> str:
    cells = [PIPE.sub(r"\\|", cell).replace("\n", "<br>") for cell in row.cells]
    return f"| {' | '.join(cells)} |"
