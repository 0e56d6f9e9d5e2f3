"""Actions as a list: a table that fits the terminal, JSON, CSV or Markdown."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import zip_longest
from typing import TYPE_CHECKING

import msgspec

from send_extract.cli.drawing import can_draw, draw_grid
from send_extract.values.timing import first_start, last_end
from send_extract.writers.delimited import write_rows
from send_extract.writers.markdown import escape_words
from send_extract.writers.wording import list_owners

if TYPE_CHECKING:
    from send_extract.cli.console import Console
    from send_extract.plan import Plan
    from send_extract.writers.agenda.items import PlanItem


class ListedAction(msgspec.Struct, frozen=True):
    """An action as `show` and `due` list it.

    `start` and `end` are the first and the last day of its intervals, `due` the day for which it is listed;
    `reading` says its timing in full, `standing` how it stands to the calendar.
    """

    plan: str
    number: str
    recommendation: str
    action: str
    when: str
    reading: str
    standing: str
    owners: tuple[str, ...]
    start: date | None = None
    end: date | None = None
    due: date | None = None


_HEADINGS = ("No", "When", "Owner", "Action")
_GAP = 2
_SHARES = (0.1, 0.25, 0.2)
"""Of a line's width, the most that a column takes before the last, which has the rest."""


def list_action(plan: Plan, item: PlanItem, due: date | None = None) -> ListedAction:
    """The item of a plan as it is listed."""
    return ListedAction(
        plan=plan.title or plan.source.name,
        number=item.number,
        recommendation=item.record.text,
        action=item.text,
        when=item.when.text,
        reading=item.words,
        standing=item.standing,
        owners=tuple(list_owners(item.who.value)),
        start=first_start(item.timing),
        end=last_end(item.timing),
        due=due,
    )


def say_actions(
    actions: Sequence[ListedAction], form: str, console: Console, nothing: str = "No actions."
) -> None:
    """Says `actions` in one of `FORMS`; that there are none is `nothing`, for a person."""
    if form == "text" and not actions:
        console.say(nothing)
    FORMS[form](actions, console)


def _say_text(actions: Sequence[ListedAction], console: Console) -> None:
    plans = dict.fromkeys(action.plan for action in actions)
    for plan in plans:
        rows = [_list_cells(action) for action in actions if action.plan == plan]
        if len(plans) > 1:
            console.say(console.paint(plan, "bold"))
        if can_draw(console.out):
            console.write_shown(draw_grid(_HEADINGS, rows, console))
            continue
        for line in draw_table(_HEADINGS, rows, console.width):
            console.say(line)


def _list_cells(action: ListedAction) -> tuple[str, ...]:
    when = action.reading or (f"{action.when} (not read)" if action.when else "no date")
    if action.due and action.standing == "recurring":
        when = f"{action.due.day} {action.due:%B %Y} ({when})"
    return action.number, when, ", ".join(action.owners), action.action


def draw_table(headings: Sequence[str], rows: Iterable[Sequence[str]], width: int) -> Iterator[str]:
    """The lines of a table no wider than `width`: each column as wide as its words, the last folded in what is left."""
    table = [headings, *rows]
    widths = [
        min(max(len(row[place]) for row in table), max(len(headings[place]), int(width * share)))
        for place, share in enumerate(_SHARES)
    ]
    widths.append(max(len(headings[-1]), width - sum(widths) - _GAP * len(widths)))
    for row in table:
        folded = [textwrap.wrap(cell, size) or [""] for cell, size in zip(row, widths, strict=True)]
        for cells in zip_longest(*folded, fillvalue=""):
            padded = (f"{cell:<{size}}" for cell, size in zip(cells, widths, strict=True))
            yield (" " * _GAP).join(padded).rstrip()


def _say_json(actions: Sequence[ListedAction], console: Console) -> None:
    data = msgspec.json.encode({"schema_version": "1.0", "actions": actions})
    console.write_data(msgspec.json.format(data, indent=2) + b"\n")


def _say_csv(actions: Sequence[ListedAction], console: Console) -> None:
    rows = (
        [_spell(getattr(action, field)) for field in ListedAction.__struct_fields__] for action in actions
    )
    for part in write_rows(ListedAction.__struct_fields__, rows):
        console.write_data(part)


def _spell(value: object) -> object:
    return "; ".join(value) if isinstance(value, tuple) else value


def _say_markdown(actions: Sequence[ListedAction], console: Console) -> None:
    plans = dict.fromkeys(action.plan for action in actions) or {"": None}
    for place, plan in enumerate(plans):
        title = f"{chr(10) * bool(place)}**{escape_words(plan)}**\n\n" if len(plans) > 1 else ""
        rows = [_HEADINGS, ("---",) * len(_HEADINGS)]
        cells = (_list_cells(each) for each in actions if each.plan == plan)
        rows += [tuple(escape_words(" ".join(cell.split())) for cell in row) for row in cells]
        console.write_data((title + "".join(f"| {' | '.join(row)} |\n" for row in rows)).encode())


FORMS: dict[str, Callable[[Sequence[ListedAction], Console], None]] = {
    "text": _say_text,
    "json": _say_json,
    "csv": _say_csv,
    "markdown": _say_markdown,
}
"""How actions can be said."""
