"""A diff as Markdown: ~~old~~ **new**."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from send_extract.changes import Compared
from send_extract.patterns import compile_later
from send_extract.writers.diff import Drawing
from send_extract.writers.diff.marking import Role, Segment
from send_extract.writers.diff.sections import ChangeLine, draw_sections
from send_extract.writers.diff.summary import summarise_diff
from send_extract.writers.diff.text import name_draft

_SPECIAL = compile_later(r"([\\`*_\[\]<>|~#])|&(?=#?\w+;)")
_MARKS: dict[Role, str] = {
    "old": "~~", "new": "**", "strong": "**", "later": "**", "earlier": "**", "lost": "**", "quiet": "*",
}  # fmt: skip


def write_markdown(compared: Compared, drawing: Drawing) -> bytes:
    """The bytes of the Markdown: the summary as a list, then a heading a recommendation."""
    return "".join(f"{line}\n" for line in _list_lines(compared, drawing)).encode()


def _list_lines(compared: Compared, drawing: Drawing) -> Iterator[str]:
    diff = compared.diff
    title = diff.target.title or diff.origin.title
    yield f"# What changed{f': {escape_words(title)}' if title else ''}"
    yield from ("", f"{escape_words(name_draft(diff.origin))} → {escape_words(name_draft(diff.target))}", "")
    yield from (f"- {escape_words(said)}" for said in summarise_diff(compared))
    for section in draw_sections(compared, with_cosmetic=drawing.with_cosmetic):
        heading = " – ".join(filter(None, (section.numbers, section.title)))
        yield from ("", f"## {escape_words(heading)}", "")
        yield from (text for line in section.lines for text in _draw_line(line))


def escape_words(text: str) -> str:
    """`text` with every character standing for itself."""
    return _SPECIAL.sub(lambda match: f"\\{match[0]}" if match[1] else "&amp;", " ".join(text.split()))


def _draw_line(line: ChangeLine) -> Iterator[str]:
    head = escape_words(f"{line.subject} {line.verb}".strip())
    yield f"- {head}: {_join(line.segments)}"
    yield from (f"  - {_join(detail)}" for detail in line.details)


def _join(segments: Iterable[Segment]) -> str:
    return "".join(_mark(segment) for segment in segments)


def _mark(segment: Segment) -> str:
    """The words in their marks, white space outside them: `** words**` is no emphasis."""
    mark = _MARKS.get(segment.role, "")
    words = segment.text.strip()
    if not words:
        return " " if segment.text else ""
    lead = " " if segment.text[0].isspace() else ""
    tail = " " if segment.text[-1].isspace() else ""
    return f"{lead}{mark}{escape_words(words)}{mark}{tail}"
