"""A plan to Markdown: what people read is what is read back, by the rules of docs/outputs.md.

Every value is escaped, so that words are only ever words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING

from send_extract.patterns import compile_later
from send_extract.plan import Action, Measure, Plan, PlanOwner, Recommendation
from send_extract.writers.outline import Outline, OutlineEntry, outline_plan
from send_extract.writers.wording import describe_draft, describe_location, describe_timing

if TYPE_CHECKING:
    from send_extract.writers.outputs import Formatting, MadeFile

BATCH = 5000
"""Lines that are written at a time."""
_SPECIAL = compile_later(r"^[ #+-]|^\d+(?=[.)](?:\s|$))|[\\`*_\[\]<>|~]|&(?=#?\w+;)|\r\n?|\n|\t| \Z")
_PLAIN = compile_later(r"[^\W\d_](?:[^\\`*_\[\]<>|~&\r\n\t]*[^\\`*_\[\]<>|~&\r\n\t ])?")
"""Words in which nothing is special: most are, and this is seen ten times as soon."""
_ENTITIES = {"\n": "<br>", "\r\n": "<br>", "\r": "<br>", "\t": "&#9;", " ": "&#32;", "&": "&amp;"}
_COLUMNS = ("number", "actions", "when", "who")


def escape_words(text: str) -> str:
    """`text` as Markdown on one line, in a table or out of it: every character stands for itself."""
    return text if _PLAIN.fullmatch(text) else _SPECIAL.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    found = match[0]
    return f"{found}\\" if found[0].isdecimal() else _ENTITIES.get(found, f"\\{found}")


def print_words(record: Recommendation | Action | Measure) -> str:
    """A record's words with their emphasis where they have some."""
    if record.rich is None:
        return escape_words(record.text)
    return record.rich.replace("|", "\\|").replace("\n", "<br>")


def escape_comment(text: str) -> str:
    """`text` inside a Markdown comment: hidden from readers, exact for programs."""
    return text.replace("&", "&amp;").replace("--", "-&#45;").replace(">", "&gt;").replace("\n", "&#10;")


def make_slug(heading: str) -> str:
    """The anchor that Markdown viewers give a heading: small letters, hyphens for spaces, punctuation out."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def list_plan(plan: Plan, formatting: Formatting) -> Iterator[MadeFile]:
    """`plan.md`, by the user's own template where there is one.

    Raises:
        UsageError: the template cannot be used.
    """
    if formatting.template is None:
        yield "plan.md", _list_parts(plan)
        return
    # Jinja2 is a fifth of a whole run: it is imported only for a template of the user's own.
    from send_extract.writers.template import write_template

    yield "plan.md", (write_template(plan, formatting.template),)


def write_markdown(plan: Plan) -> bytes:
    """The bytes of `plan.md`."""
    return b"".join(_list_parts(plan))


def _list_parts(plan: Plan) -> Iterator[bytes]:
    lines = _list_lines(plan)
    while batch := list(islice(lines, BATCH)):
        yield ("\n".join(batch) + "\n").encode()


def _list_lines(plan: Plan) -> Iterator[str]:
    outline = outline_plan(plan)
    yield from _begin(plan)
    yield from _list_contents(plan, outline)
    yield from ("## Recommendations", "")
    for entry in outline.entries:
        yield from _print_entry(entry, outline.labels)
    owners = (_print_owner(owner) for owner in plan.owners)
    yield from _print_section("Who answers for what", ("Owner", "Recommendations", "Actions"), owners)
    entries = ((entry.term, entry.text) for entry in plan.glossary)
    yield from _print_section("Glossary", ("Term", "Stands for"), entries)
    acronyms = ((acronym.term, str(acronym.uses), remark) for acronym, remark in outline.acronyms)
    yield from _print_section("Acronyms to note", ("Acronym", "Used", "To note"), acronyms)
    if outline.paragraphs:
        yield from ("## Also in the document", "")
        for paragraph in outline.paragraphs:
            yield from (f"> {escape_words(paragraph.text)}", "")
    yield from _list_mendings(outline)


def _begin(plan: Plan) -> Iterator[str]:
    source, untitled = plan.source, "" if plan.title else ", untitled"
    made = f"made from {escape_comment(source.name)}, sha256 {escape_words(source.sha256)}{untitled}"
    yield f"<!-- send-extract {escape_words(plan.schema_version)}: {made} -->"
    yield from ("", f"# {escape_words(plan.title or 'Action plan')}", "")
    if plan.draft.label:
        yield from (f"**{escape_words(describe_draft(plan.draft))}**", "")


def _list_contents(plan: Plan, outline: Outline) -> Iterator[str]:
    yield from ("## Contents", "")
    for entry in outline.entries:
        link = f"[{escape_words(entry.record.number)}](#{make_slug(entry.anchor)})"
        yield f"- {link} {escape_words(entry.summary)}"
    yield from ["- [Glossary](#glossary)"] if plan.glossary else []
    yield from ("- [To mend in the next draft](#to-mend-in-the-next-draft)", "")


def _print_entry(entry: OutlineEntry, labels: Mapping[str, str]) -> Iterator[str]:
    """A recommendation: its words, what is printed under it, its actions and its measures."""
    record = entry.record
    yield from (f"### Recommendation {escape_words(record.number)}", "")
    yield from (f"> {print_words(record)}", "") if record.text else ()
    yield from (f"- **{escape_words(label)}:** {escape_words(words)}" for label, words in entry.remarks)
    yield from [""] if entry.remarks else []
    yield from _print_actions(entry, labels) if record.actions else ("*No actions of its own.*", "")
    yield from _print_measures(entry, labels) if record.measures else ()


def _print_actions(entry: OutlineEntry, labels: Mapping[str, str]) -> Iterator[str]:
    number, actions, when, who = (labels[name] for name in _COLUMNS)
    yield _print_row(escape_words(name) for name in (number, actions, when, "In full", who, *entry.headings))
    yield _print_row(["---"] * (5 + len(entry.headings)))
    for lead_in, action in entry.actions:
        if lead_in is not None:
            words = f"*{escape_words(lead_in)}*" if lead_in else ""
            yield _print_row(["", words, "", "", "", *("" for _ in entry.headings)])
        cells = (action.when.text, describe_timing(action.when.value), action.who.text)
        own = (action.extra.get(heading, "") for heading in entry.headings)
        yield _print_row([escape_words(action.id), print_words(action), *map(escape_words, (*cells, *own))])
    yield ""
    for heading, words in entry.cells:
        yield from (f"<!-- {escape_comment(heading)}: {escape_comment(words)} -->", "")


def _print_measures(entry: OutlineEntry, labels: Mapping[str, str]) -> Iterator[str]:
    yield from (f"**{escape_words(labels['measures'])}**", "")
    for place, (lead_in, measure) in enumerate(entry.measures, 1):
        if lead_in is not None:
            yield from [""] if place > 1 else []
            yield from (f"*{escape_words(lead_in)}*", "") if lead_in else ()
        yield f"{place}. {print_words(measure)}"
    yield ""


def _print_owner(owner: PlanOwner) -> tuple[str, str, str]:
    name = f" ({escape_words(owner.name)})" if owner.code and owner.name else ""
    numbers = ", ".join(owner.recommendations)
    return f"{owner.code or owner.name or ''}{name}", numbers, str(len(owner.actions))


def _print_section(heading: str, names: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """A heading and its table; nothing where there are no rows."""
    lines = [_print_row(map(escape_words, row)) for row in rows]
    if lines:
        yield from (f"## {heading}", "", _print_row(names), _print_row(["---"] * len(names)), *lines, "")


def _print_row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _list_mendings(outline: Outline) -> Iterator[str]:
    yield from ("## To mend in the next draft", "")
    for heading, group in outline.mendings:
        yield from (f"### {heading}", "")
        for diagnostic in group:
            place = describe_location(diagnostic.location)
            yield f"- {escape_words(diagnostic.message)}{f' *({escape_words(place)})*' if place else ''}"
        yield ""
    yield from [] if outline.mendings else ["Nothing: no fault was found."]
