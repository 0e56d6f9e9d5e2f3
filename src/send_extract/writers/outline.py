"""What the Markdown of a plan says beyond the plan's own fields: labels, cells that the table cannot show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeVar

from msgspec import Struct

from send_extract.plan import Action, Measure, Plan, PlanParagraph, Recommendation
from send_extract.values.acronym import Acronym

_LABELS = {
    "number": "No",
    "recommendation": "Recommendation",
    "actions": "Action",
    "when": "When",
    "who": "Who",
    "measures": "Measures of success",
    "status": "Status",
    "progress": "Progress",
    "priority": "Priority",
    "cost": "Cost",
}


Led = TypeVar("Led", Action, Measure)


class OutlineEntry(Struct, frozen=True):
    """A recommendation as the Markdown shows it.

    `remarks` are label and words of what is printed under it; `cells` heading and words of the cells that
    the table shows in parts, to be kept exactly, out of sight; `actions` and `measures` have the lead-in that
    begins before each (None where it goes on); `headings` name the columns that only these actions have;
    `summary` is the recommendation's words, in a plan of actions alone those of its first action.
    """

    record: Recommendation
    anchor: str
    summary: str
    remarks: tuple[tuple[str, str], ...]
    cells: tuple[tuple[str, str], ...]
    actions: tuple[tuple[str | None, Action], ...]
    measures: tuple[tuple[str | None, Measure], ...]
    headings: tuple[str, ...]


class Outline(Struct, frozen=True):
    """A plan as the Markdown shows it.

    `labels` has each field's heading as printed, or the usual one; `acronyms` those to note, with what to
    note; `paragraphs` what stands outside the table, the glossary's own heading left out.
    """

    labels: dict[str, str]
    entries: tuple[OutlineEntry, ...]
    acronyms: tuple[tuple[Acronym, str], ...]
    paragraphs: tuple[PlanParagraph, ...]


def outline_plan(plan: Plan) -> Outline:
    """The outline of a plan."""
    labels = _LABELS | {
        column.field: column.heading for column in reversed(plan.columns) if column.field in _LABELS
    }
    fields = {column.heading: column.field for column in plan.columns}
    seen: Counter[str] = Counter()
    return Outline(
        labels=labels,
        entries=tuple(_outline_entry(record, labels, fields, seen) for record in plan.recommendations),
        acronyms=tuple(_find_acronyms(plan)),
        paragraphs=tuple(entry for entry in plan.paragraphs if not _heads_glossary(entry)),
    )


def _outline_entry(
    record: Recommendation, labels: dict[str, str], fields: dict[str, str], seen: Counter[str]
) -> OutlineEntry:
    anchor = f"Recommendation {record.number}"
    again = seen[anchor.casefold()]
    seen[anchor.casefold()] += 1
    whens = [action.when.text for action in record.actions]
    return OutlineEntry(
        record=record,
        anchor=f"{anchor}-{again}" if again else anchor,
        summary=record.text or next((action.text for action in record.actions), ""),
        remarks=tuple(_find_remarks(record, labels, fields, whens)),
        cells=tuple(_find_cells(record, labels, whens)),
        actions=tuple(_begin_lists(record.actions)),
        measures=tuple(_begin_lists(record.measures)),
        headings=tuple(dict.fromkeys(heading for action in record.actions for heading in action.extra)),
    )


def _begin_lists(records: Iterable[Led]) -> Iterator[tuple[str | None, Led]]:
    """Each record with the lead-in that begins at it: empty where one ends, None where nothing changes."""
    before = None
    for record in records:
        yield (None if record.lead_in == before else record.lead_in or ""), record
        before = record.lead_in


def _find_remarks(
    record: Recommendation, labels: dict[str, str], fields: dict[str, str], whens: list[str]
) -> Iterator[tuple[str, str]]:
    if record.section:
        yield "Section", record.section
    if record.who.text:
        yield labels["who"], record.who.text
    if record.when.text and not _makes_up(record.when.text, whens):
        yield labels["when"], record.when.text
    for name in ("status", "progress", "priority", "cost"):
        if (words := getattr(record, name)) and not _stands_apart(record, name, words, fields):
            yield labels[name], words
    yield from record.extra.items()
    yield from (("Note", note) for note in record.notes)


def _stands_apart(record: Recommendation, name: str, words: str, fields: dict[str, str]) -> bool:
    """Whether the table of the actions has all the words of a field, under the headings of its several columns."""
    cells = [
        cell for action in record.actions for cell in action.extra.items() if fields.get(cell[0]) == name
    ]
    lines = {line for _, text in cells for line in text.splitlines()}
    return len({heading for heading, _ in cells}) > 1 and lines.issuperset(words.splitlines())


def _find_cells(
    record: Recommendation, labels: dict[str, str], whens: list[str]
) -> Iterator[tuple[str, str]]:
    """The When cell, where its words stand in the table and its white space does not."""
    words = record.when.text
    if words.strip() and _makes_up(words, whens) and words != "\n".join(whens):
        yield labels["when"], words


def _makes_up(cell: str, parts: list[str]) -> bool:
    """Whether `parts` hold all the words of `cell`, in order and nothing else."""
    return cell.split() == " ".join(parts).split()


def _find_acronyms(plan: Plan) -> Iterator[tuple[Acronym, str]]:
    for acronym in plan.acronyms:
        if acronym.status == "variant":
            yield acronym, f"probably {acronym.suggestion}"
        elif acronym.status != "defined":
            yield acronym, "not explained" if acronym.status == "undefined" else "explained, and not used"


def _heads_glossary(paragraph: PlanParagraph) -> bool:
    return paragraph.level > 0 and paragraph.text.strip(" :").casefold() == "glossary"
