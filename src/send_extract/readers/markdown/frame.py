"""The frame of a `plan.md` that this program wrote: what it says of a plan, and what it says twice.

Its rules stand in `docs/outputs.md`.
"""

from __future__ import annotations

from collections.abc import Iterator

from send_extract.notation.derived import DERIVED, LAST
from send_extract.patterns import compile_later
from send_extract.readers.dialects.pipes import PIPE

_UNREAD = {*DERIVED, LAST}
_HEADINGS = ("## Recommendations", "## Glossary", "## Also in the document", "*No actions of its own.*")
_RECORD = "### Recommendation "
_LABEL = compile_later(r"- \*\*[^*]+:\*\*")
_RULES = ("|-", "| -")
_UNTITLED = ", untitled -->"
_IN_FULL = 4
_LONGEST = 2_000


def drop_frame(text: str) -> str:
    """The text without its headings and labels, what is derived, and cells that a label above them holds already."""
    return "\n".join(_keep_lines(text.split("\n")))


def _keep_lines(lines: list[str]) -> Iterator[str]:
    part, said = "", ""
    framed = ("# ", *_HEADINGS) if any(line.endswith(_UNTITLED) for line in lines) else _HEADINGS
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        if line.startswith("## ") and part != LAST:
            part = line[3:].strip()
        label = _LABEL.match(line)
        said = "" if line.startswith(_RECORD) else said + (line[:_LONGEST] if label else "")
        is_framed = part in _UNREAD or after.startswith(_RULES) or line.startswith(framed)
        yield "" if is_framed else _keep_line(line[label.end() if label else 0 :], said)


def _keep_line(line: str, said: str) -> str:
    if line.startswith("|"):
        cells = PIPE.split(line)
        own = cells[:_IN_FULL] + cells[_IN_FULL + 1 :] if len(cells) > _IN_FULL + 1 else cells
        return "|".join(cell for cell in own if cell.strip() not in said)
    return line.removeprefix(_RECORD)
