"""What a board asks first: what is in the plan, what changed, what is due soon, what is missing, what needs mending."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from send_extract.plan import Plan
from send_extract.values.timing import last_end
from send_extract.writers.agenda.items import Contents, PlanItem
from send_extract.writers.agenda.months import MonthLine
from send_extract.writers.agenda.spans import AHEAD, Window, describe_days, list_due, look_ahead
from send_extract.writers.diff.lengths import say_count
from send_extract.writers.mending import list_mendings, say_severities
from send_extract.writers.rows import OVER

if TYPE_CHECKING:
    from send_extract.writers.page.changes import Past

FEW = 8
"""So many items are named, each a link; more are counted."""
MOST_DUE = 10
"""So many of what is due soon stand in the summary, which is one printed page; the months have them all."""
MOST_KINDS = 3
"""So many kinds of fault are named."""
MOST_CHANGES = 7
"""So many sentences about what changed stand in the summary."""


class Phrase(NamedTuple):
    """Words, and what they lead to where they are a link."""

    text: str
    link: str = ""


Sentence = tuple[Phrase, ...]


class BoardLine(NamedTuple):
    """One of the questions of a board, and the sentences that answer it."""

    question: str
    sentences: tuple[Sentence, ...]


class Board(NamedTuple):
    """The summary: its lines, what is due soon (not all of it, where `more` counts the rest), and when that is."""

    lines: tuple[BoardLine, ...]
    due: tuple[MonthLine, ...]
    more: int
    soon: str


def make_board(plan: Plan, contents: Contents, past: Past | None, day: date | None) -> Board:
    """The summary of a plan; `day` is the one that it looks ahead from."""
    window = look_ahead(day) if day else None
    due = tuple(_list_soon(contents, window)) if window else ()
    lines = (
        BoardLine("In the plan", (_say_contents(plan, contents),)),
        BoardLine(f"Since {past.draft}" if past else "Since the last draft", tuple(_say_changes(past))),
        BoardLine(f"Due in {AHEAD} months", tuple(_say_due(contents, due, window))),
        BoardLine("Without a date", tuple(_say_undated(contents))),
        BoardLine("Without an owner", tuple(_say_unowned(contents))),
        BoardLine("To mend", tuple(_say_mendings(plan))),
    )
    return Board(lines, due[:MOST_DUE], len(due) - MOST_DUE, describe_days(window) if window else "")


def _say_contents(plan: Plan, contents: Contents) -> Sentence:
    measures = sum(len(record.measures) for record in plan.recommendations)
    actions = sum(len(record.actions) for record in plan.recommendations)
    owners = sum(bool(person.items) for person in contents.people)
    return (
        Phrase(say_count(len(plan.recommendations), "recommendation", "recommendations"), "#plan"),
        Phrase(", "),
        Phrase(say_count(actions, "action", "actions"), "#actions"),
        Phrase(f", {say_count(measures, 'measure', 'measures')} of success, "),
        Phrase(say_count(owners, "owner", "owners"), "#owners"),
    )


def _say_changes(past: Past | None) -> Iterator[Sentence]:
    if past is None:
        yield (Phrase("No earlier draft was read with this one"),)
        return
    for headline in past.headlines[:MOST_CHANGES]:
        yield (Phrase(headline.text, f"#{headline.anchor}"),)
    if len(past.headlines) > MOST_CHANGES:
        yield (Phrase(f"and {len(past.headlines) - MOST_CHANGES} more kinds of change", "#changes"),)


def _list_soon(contents: Contents, window: Window) -> list[MonthLine]:
    found = ((item, list_due(item, window)) for item in contents.items)
    lines = [
        MonthLine(item, "takes place" if item.standing == "recurring" else "is due", days)
        for item, days in found
        if days
    ]
    return sorted(lines, key=lambda line: (line.days[0], line.item.position))


def _say_due(contents: Contents, due: Sequence[MonthLine], window: Window | None) -> Iterator[Sentence]:
    if window is None:
        yield (Phrase("Nothing has a date to count from"),)
        return
    span = describe_days(window)
    yield (
        Phrase(say_count(len(due), "action", "actions") if due else "Nothing", "#months"),
        Phrase(f", {span}"),
    )
    past = [item for item in contents.items if _is_past(item, window.first)]
    if past:
        yield (Phrase("Before that and not said to be complete: "), *_name_items(past))


def _is_past(item: PlanItem, day: date) -> bool:
    due = last_end(item.timing) if item.standing == "dated" else None
    return due is not None and due < day and item.timing is not None and item.timing.status not in OVER


def _say_undated(contents: Contents) -> Iterator[Sentence]:
    for standing, words in _MISSING.items():
        items = [item for item in contents.items if item.standing == standing]
        if items:
            yield (Phrase(f"{say_count(len(items), *words)}: ", f"#m-{standing}"), *_name_items(items))
    if not any(item.standing in _MISSING for item in contents.items):
        yield (Phrase("Every action has a date" if contents.items else "There are no actions"),)


_MISSING = {
    "contingent": ("waits for something else", "wait for something else"),
    "said": ("has a status and no date", "have a status and no date"),
    "unread": ("has a date that was not understood", "have dates that were not understood"),
    "undated": ("has no date at all", "have no date at all"),
}


def _say_unowned(contents: Contents) -> Iterator[Sentence]:
    items = [item for item in contents.items if not item.owners]
    if items:
        yield (
            Phrase(f"{say_count(len(items), 'has', 'have')} no owner: ", "#owner-none"),
            *_name_items(items),
        )
    elif contents.items:
        yield (Phrase("Every action has an owner"),)


def _name_items(items: Sequence[PlanItem]) -> Iterator[Phrase]:
    """The numbers of items, each a link; of many the first, and how many more."""
    for place, item in enumerate(items[:FEW]):
        yield from [Phrase(", ")] if place else []
        yield Phrase(item.number, f"#{item.anchor}")
    if len(items) > FEW:
        yield Phrase(f" and {len(items) - FEW} more")


def _say_mendings(plan: Plan) -> Iterator[Sentence]:
    """How much is to be mended, and the gravest kinds of it."""
    said = say_severities(plan)
    yield (Phrase(f"{said[0].upper()}{said[1:]}", "#mend"),)
    grave = [each for each in list_mendings(plan) if each.severity != "info"][:MOST_KINDS]
    yield from ((Phrase(each.name, f"#mend-{each.code}"), Phrase(f" ({len(each.faults)})")) for each in grave)
