"""A plan to Markdown: what people read is what is read back, by the rules of docs/outputs.md.

Every value is escaped, so that words are only ever words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from send_extract.notation.derived import ACRONYMS, CONTENTS, MONTHS, OWNERS
from send_extract.patterns import compile_later
from send_extract.plan import Action, Measure, Plan, Recommendation
from send_extract.writers.agenda import Agenda, make_agenda
from send_extract.writers.agenda.items import PlanItem, say_when
from send_extract.writers.agenda.months import MonthSheet
from send_extract.writers.agenda.sheets import OwnerSheet
from send_extract.writers.mending import SEVERITIES, list_mendings, say_severities
from send_extract.writers.outline import Outline, OutlineEntry, outline_plan
from send_extract.writers.outputs import Formatting, MadeFile
from send_extract.writers.wording import describe_draft, describe_timing

BATCH = 5000
"""Lines that are written at a time."""
_SPECIAL = compile_later(r"^[ #+-]|^\d+(?=[.)](?:\s|$))|[\\`*_\[\]<>|~]|&(?=#?\w+;)|\r\n?|\n|\t| \Z")
_PLAIN = compile_later(r"(?!\d+[.)](?:\s|$))[^\W_](?:[^\\`*_\[\]<>|~&\r\n\t]*[^\\`*_\[\]<>|~&\r\n\t ])?")
"""Words in which nothing is special: most are, and this is seen ten times as soon."""
_ENTITIES = {"\n": "<br>", "\r\n": "<br>", "\r": "<br>", "\t": "&#9;", " ": "&#32;", "&": "&amp;"}
GLOSSARY = "Glossary"
_COLUMNS = ("number", "actions", "when", "who")


@lru_cache(maxsize=4096)
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
    else:
        # Jinja2 is a fifth of a whole run: it is imported only for a template of the user's own.
        from send_extract.writers.template import write_template

        yield "plan.md", (write_template(plan, formatting.template, formatting.template_name),)
    yield "to-mend.md", (write_mendings(plan),)


def write_markdown(plan: Plan) -> bytes:
    """The bytes of `plan.md`."""
    return b"".join(_list_parts(plan))


def _list_parts(plan: Plan) -> Iterator[bytes]:
    lines = _list_lines(plan)
    while batch := list(islice(lines, BATCH)):
        yield ("\n".join(batch) + "\n").encode()


def _list_lines(plan: Plan) -> Iterator[str]:
    outline, agenda = outline_plan(plan), make_agenda(plan)
    cells = list(map(_print_item, agenda.contents.items))
    yield from _begin(plan)
    yield from _list_contents(plan, outline, agenda)
    yield from ("## Recommendations", "")
    for entry in outline.entries:
        yield from _print_entry(entry, outline.labels)
    yield from _list_owners(agenda.owners, cells)
    yield from _list_months(agenda.months, cells)
    entries = ((entry.term, entry.text) for entry in plan.glossary)
    yield from _print_section(GLOSSARY, ("Term", "Stands for"), entries)
    acronyms = ((acronym.term, str(acronym.uses), remark) for acronym, remark in outline.acronyms)
    yield from _print_section(ACRONYMS, ("Acronym", "Used", "To note"), acronyms)
    if outline.paragraphs:
        yield from ("## Also in the document", "")
        for paragraph in outline.paragraphs:
            yield from (f"> {escape_words(paragraph.text)}", "")


def _begin(plan: Plan) -> Iterator[str]:
    source, untitled = plan.source, "" if plan.title else ", untitled"
    made = f"made from {escape_comment(source.name)}, sha256 {escape_words(source.sha256)}{untitled}"
    yield f"<!-- send-extract {escape_words(plan.schema_version)}: {made} -->"
    yield from ("", f"# {escape_words(plan.title or 'Action plan')}", "")
    if plan.draft.label:
        yield from (f"**{escape_words(describe_draft(plan.draft))}**", "")


def _list_contents(plan: Plan, outline: Outline, agenda: Agenda) -> Iterator[str]:
    yield from (f"## {CONTENTS}", "")
    yield from (
        f"- [{escape_words(entry.record.number)}](#{make_slug(entry.anchor)}) {escape_words(entry.summary)}"
        for entry in outline.entries
    )
    parts = {OWNERS: agenda.owners, MONTHS: agenda.months, GLOSSARY: plan.glossary}
    yield from (f"- [{part}](#{make_slug(part)})" for part, held in parts.items() if held)
    yield from [""] if outline.entries or any(parts.values()) else []


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


def _print_item(item: PlanItem) -> str:
    """An item's number, words and timing, as they stand in each list that has it."""
    return " | ".join(map(escape_words, (item.number, item.text, say_when(item))))


def _list_owners(sheets: Sequence[OwnerSheet], cells: Sequence[str]) -> Iterator[str]:
    """What each owner has to do; `cells` are the items', by their positions."""
    yield from (f"## {OWNERS}", "") if sheets else ()
    for sheet in sheets:
        person = sheet.person
        name = f" ({escape_words(person.name)})" if person.name else ""
        yield from (f"### {escape_words(person.label)}{name}", "")
        if person.recommendations:
            yield from (f"Recommendations: {escape_words(', '.join(person.recommendations))}", "")
        rows = [f"| {cells[item.position]} |" for item in sheet.items]
        yield from _print_table(("No", "Action", "When"), rows)


def _list_months(months: Sequence[MonthSheet], cells: Sequence[str]) -> Iterator[str]:
    """What is due in each month; `cells` are the items', by their positions."""
    yield from (f"## {MONTHS}", "") if months else ()
    for month in months:
        yield from (f"### {month.name}", "")
        items = [line.item for line in month.lines]
        rows = [f"| {cells[item.position]} | {escape_words(', '.join(item.names))} |" for item in items]
        yield from _print_table(("No", "Action", "When", "Who"), rows)


def _print_section(heading: str, names: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """A heading and its table; nothing where there are no rows."""
    printed = [_print_row(map(escape_words, row)) for row in rows]
    if printed:
        yield from (f"## {heading}", "", *_print_table(names, printed))


def _print_table(names: tuple[str, ...], rows: Sequence[str]) -> Iterator[str]:
    """A table of rows that are printed; nothing where there are none."""
    if rows:
        yield from (_print_row(names), _print_row(["---"] * len(names)), *rows, "")


def _print_row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def write_mendings(plan: Plan) -> bytes:
    """The bytes of `to-mend.md`: what the author should mend before the next draft."""
    return "".join(f"{line}\n" for line in _list_mendings(plan)).encode()


def _list_mendings(plan: Plan) -> Iterator[str]:
    yield from (f"# To mend: {escape_words(plan.title or 'Action plan')}", "")
    yield f"{escape_words(describe_draft(plan.draft) or plan.source.name)}: {say_severities(plan)}."
    for kind in list_mendings(plan):
        yield from ("", f"## {kind.name} ({SEVERITIES[kind.severity].lower()})", "")
        for fault in kind.faults:
            places = f" *({escape_words('; '.join(fault.places))})*" if fault.places else ""
            yield f"- {escape_words(fault.message)}{places}"
