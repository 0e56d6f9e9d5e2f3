"""A diff as text: in colour on a terminal, with `[-old-]` and `{+new+}` in a pipe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from send_extract.changes import Compared, Endpoint
from send_extract.notation.unseen import show
from send_extract.patterns import compile_later
from send_extract.writers.diff import Drawing
from send_extract.writers.diff.marking import Role, Segment, join_segments
from send_extract.writers.diff.sections import ChangeLine, draw_sections
from send_extract.writers.diff.summary import summarise_diff

_WORDS = compile_later(r"\s+|\S+")
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
    summary = " ".join(f"{said.removesuffix('.')}." for said in summarise_diff(compared))
    yield from _fold((Segment(summary),), 0, drawing)
    for section in draw_sections(compared, with_cosmetic=drawing.with_cosmetic):
        yield ""
        title = " ".join(part for part in (section.numbers, section.title) if part)
        yield from _fold((Segment(title, "strong"),), 0, drawing)
        for line in section.lines:
            yield from _draw_line(line, drawing)


def name_draft(endpoint: Endpoint) -> str:
    """What a draft is called: its label, else its file's name."""
    return endpoint.label or endpoint.name or endpoint.sha256[:12]


def _draw_line(line: ChangeLine, drawing: Drawing) -> Iterator[str]:
    head = f"{line.subject} {line.verb}".strip()
    yield from _fold((Segment(head, "quiet"), Segment(": "), *line.segments), 2, drawing)
    for detail in line.details:
        yield from _fold(detail, 6, drawing)


def _fold(segments: Iterable[Segment], indent: int, drawing: Drawing) -> Iterator[str]:
    """The words in lines no wider than the drawing, each behind its indent; those that follow stand further in."""
    margin, row, width = indent, list[Segment](), 0
    for word, role in _split(segments):
        if row and not word.isspace() and margin + width + len(word) > drawing.width:
            yield _print_row(row, margin, drawing)
            margin, row, width = indent + 2 if indent else 0, [], 0
        if row or not word.isspace():
            row.append(Segment(word, role))
            width += len(word)
    yield _print_row(row, margin, drawing)


def _split(segments: Iterable[Segment]) -> Iterator[Segment]:
    for segment in segments:
        yield from (Segment(word, segment.role) for word in _WORDS.findall(segment.text))


def _print_row(row: list[Segment], margin: int, drawing: Drawing) -> str:
    while row and row[-1].text.isspace():
        row.pop()
    return " " * margin + "".join(paint(*segment, drawing) for segment in join_segments(row))


def paint(text: str, role: Role, drawing: Drawing) -> str:
    """`text` as its role is shown; a control character of the source never reaches the terminal."""
    shown = show(text)
    if drawing.has_colour:
        return f"\x1b[{_COLOURS[role]}m{shown}\x1b[0m" if role in _COLOURS and shown else shown
    before, after = _MARKS.get(role, ("", ""))
    return f"{before}{shown}{after}" if shown else ""
