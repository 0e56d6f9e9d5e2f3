"""A diff as text: in colour on a terminal, with `[-old-]` and `{+new+}` in a pipe."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING

from send_extract.writers.diff.sections import draw_change, draw_sections
from send_extract.writers.diff.summary import summarise_diff

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from send_extract.changes import Compared, Endpoint
    from send_extract.writers.diff import Drawing
    from send_extract.writers.diff.marking import Role, Segment
    from send_extract.writers.diff.sections import ChangeLine

WIDTH = 100
_COLOURS: dict[Role, str] = {
    "old": "31;9", "new": "32;1", "strong": "1", "quiet": "2", "later": "31;1", "earlier": "32;1", "lost": "31;1",
}  # fmt: skip
_MARKS: dict[Role, tuple[str, str]] = {"old": ("[-", "-]"), "new": ("{+", "+}")}


def write_text(compared: Compared, drawing: Drawing) -> bytes:
    """The bytes of the text: the summary, then the changes by recommendation."""
    return "".join(f"{line}\n" for line in _list_lines(compared, drawing)).encode()


def _list_lines(compared: Compared, drawing: Drawing) -> Iterator[str]:
    diff = compared.diff
    yield paint(f"{name_draft(diff.origin)} → {name_draft(diff.target)}", "strong", drawing)
    if not diff.related:
        yield "These two have next to nothing in common: are they drafts of one plan?"
    yield fill(f"{'; '.join(summarise_diff(diff))}.", WIDTH)
    for section in draw_sections(compared):
        yield ""
        yield paint(" ".join(part for part in (section.numbers, section.title) if part), "strong", drawing)
        for line in section.lines:
            yield from _draw_line(line, drawing)
    if drawing.with_cosmetic and diff.cosmetic:
        yield ""
        yield paint("Differences of typing alone", "strong", drawing)
        for change in diff.cosmetic:
            yield from _draw_line(draw_change(change), drawing)


def name_draft(endpoint: Endpoint) -> str:
    """What a draft is called: its label, else its file's name."""
    return endpoint.label or endpoint.name or endpoint.sha256[:12]


def _draw_line(line: ChangeLine, drawing: Drawing) -> Iterator[str]:
    head = f"{line.subject} {line.verb}".strip()
    yield f"  {paint(head, 'quiet', drawing)}: {_join(line.segments, drawing)}"
    for detail in line.details:
        yield f"      {_join(detail, drawing)}"


def _join(segments: Iterable[Segment], drawing: Drawing) -> str:
    return "".join(paint(segment.text, segment.role, drawing) for segment in segments)


def paint(text: str, role: Role, drawing: Drawing) -> str:
    """`text` as its role is shown; a control character of the source never reaches the terminal."""
    shown = "".join(character if character.isprintable() else " " for character in text)
    if drawing.has_colour:
        return f"\x1b[{_COLOURS[role]}m{shown}\x1b[0m" if role in _COLOURS and shown else shown
    before, after = _MARKS.get(role, ("", ""))
    return f"{before}{shown}{after}" if shown else ""
