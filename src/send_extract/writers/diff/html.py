"""A diff as one self-contained HTML page: nothing is fetched, every word of the plans is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from send_extract.changes import Compared
from send_extract.writers.diff import Drawing
from send_extract.writers.diff.marking import Role, Segment
from send_extract.writers.diff.sections import ChangeLine, ChangeSection, draw_sections
from send_extract.writers.diff.summary import summarise_diff
from send_extract.writers.diff.text import name_draft

_STYLE = Path(__file__).parents[1] / "templates" / "diff.css"
_TAGS: dict[Role, tuple[str, str]] = {
    "old": ("<del>", "</del>"),
    "new": ("<ins>", "</ins>"),
    "strong": ("<strong>", "</strong>"),
    "quiet": ('<span class="quiet">', "</span>"),
    "later": ('<strong class="later">', "</strong>"),
    "earlier": ('<strong class="earlier">', "</strong>"),
    "lost": ('<strong class="later">', "</strong>"),
}


def write_html(compared: Compared, drawing: Drawing) -> bytes:
    """The bytes of the page: the summary, a list of what changed where, then the changes by recommendation."""
    return "".join(f"{line}\n" for line in _list_lines(compared, drawing)).encode()


def _list_lines(compared: Compared, drawing: Drawing) -> Iterator[str]:
    diff = compared.diff
    sections = draw_sections(compared, with_cosmetic=drawing.with_cosmetic)
    plan = escape(diff.target.title or diff.origin.title or "Action plan")
    drafts = f"{escape(name_draft(diff.origin))} → {escape(name_draft(diff.target))}"
    yield from _open_page(f"{plan}: what changed, {drafts}")
    yield f'<header><p class="plan">{plan}</p><h1>What changed</h1><p class="drafts">{drafts}</p></header>'
    yield '<main id="changes">'
    yield '<ul class="summary">'
    yield from (f"<li>{_stress_number(clause)}</li>" for clause in summarise_diff(compared))
    yield "</ul>"
    yield from _list_contents(sections)
    for place, section in enumerate(sections, 1):
        yield from _draw_section(section, f"s{place}")
    yield "</main></body></html>"


def _open_page(title: str) -> Iterator[str]:
    yield '<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>{title}</title><style>\n{_STYLE.read_text(encoding='utf-8')}</style></head><body>"
    yield '<a class="skip" href="#changes">To the changes</a>'


def _stress_number(clause: str) -> str:
    number, space, rest = clause.partition(" ")
    return f"<b>{number}</b> {escape(rest)}" if number.isdecimal() and space else escape(clause)


def _list_contents(sections: tuple[ChangeSection, ...]) -> Iterator[str]:
    if len(sections) > 1:
        yield '<nav aria-label="Where something changed"><ol>'
        for place, section in enumerate(sections, 1):
            name = escape(section.numbers or section.title)
            yield f'<li><a href="#s{place}" title="{escape(section.title)}">{name}</a></li>'
        yield "</ol></nav>"


def _draw_section(section: ChangeSection, anchor: str) -> Iterator[str]:
    number = f'<span class="number">{escape(section.numbers)}</span> ' if section.numbers else ""
    yield f'<section id="{anchor}"><h2>{number}{escape(section.title)}</h2><ul class="changes">'
    yield from (_draw_line(line) for line in section.lines)
    yield "</ul></section>"


def _draw_line(line: ChangeLine) -> str:
    subject = f'<span class="subject">{escape(line.subject)}</span> ' if line.subject else ""
    details = "".join(f"<li>{_join(detail)}</li>" for detail in line.details)
    inner = f'<ul class="details">{details}</ul>' if details else ""
    return (
        f'<li class="{escape(line.kind)}">{subject}<span class="verb">{escape(line.verb)}</span> '
        f"<span>{_join(line.segments)}</span>{inner}</li>"
    )


def _join(segments: Iterable[Segment]) -> str:
    return "".join(_mark(segment) for segment in segments)


def _mark(segment: Segment) -> str:
    before, after = _TAGS.get(segment.role, ("", ""))
    return f"{before}{escape(segment.text)}{after}"
