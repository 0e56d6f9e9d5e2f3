"""`due`: what is due from a day on, in the latest draft of each plan."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from send_extract.batch.plans import open_plan
from send_extract.batch.sources import find_drafts, read_settings
from send_extract.cli.days import LookAhead, read_day, read_length
from send_extract.cli.listing import ListedAction, list_action, say_actions
from send_extract.cli.show import add_form
from send_extract.errors import UsageError
from send_extract.writers.agenda.items import list_contents
from send_extract.writers.agenda.spans import Window, find_day, list_due

if TYPE_CHECKING:
    from send_extract.cli.console import Console
    from send_extract.plan import Plan

EXAMPLES = """\
examples:
  send-extract due --as-of 2022-03-01                 in the three months from then, of the drafts in raw/
  send-extract due --as-of 2022-03-01 --within P2W    in two weeks
  send-extract due plans --format csv                 from each plan's own date, or its first
"""
_AHEAD = LookAhead(3, 0)


class DueOptions(NamedTuple):
    """What `due` was asked."""

    paths: list[str]
    day: date | None
    within: LookAhead
    form: str
    settings: str | None


OPTIONS = DueOptions
"""What this command is asked, by the name under which every command has it."""


def add_arguments(parser: ArgumentParser) -> None:
    """Adds what `due` can be asked to its parser."""
    parser.add_argument(
        "paths", nargs="*", default=["raw"], metavar="PATH", help="drafts, folders of them (default: raw)"
    )
    parser.add_argument(
        "--as-of",
        dest="day",
        type=read_day,
        metavar="DATE",
        help="from this day on (default: the plan's own date, else that of its first dated action)",
    )
    parser.add_argument(
        "--within",
        type=read_length,
        default=_AHEAD,
        metavar="LENGTH",
        help="how far: P3M (default), P2W, P10D",
    )
    add_form(parser)


def run(options: DueOptions, console: Console) -> int:
    """Lists what is due, by day."""
    settings = read_settings(Path(options.settings)) if options.settings else None
    plans = _find_latest([open_plan(draft, settings) for draft in find_drafts(options.paths)])
    actions = [action for plan in plans for action in _list_due(plan, options)]
    say_actions(actions, options.form, console)
    return 0


def _find_latest(plans: Sequence[Plan]) -> list[Plan]:
    """The latest draft of each plan."""
    if len(plans) < 2:
        return [*plans]
    # One draft has no order: the comparison is imported where there are several.
    from send_extract.comparison.grouping import find_traits, group_drafts

    return [plans[group.indexes[-1]] for group in group_drafts(list(map(find_traits, plans)))]


def _list_due(plan: Plan, options: DueOptions) -> Iterator[ListedAction]:
    items = list_contents(plan).items
    day = find_day(plan, options.day)
    if day is None:
        message = f"{plan.source.name} has no date to count from. Say one with --as-of."
        raise UsageError(message)
    window = Window(day, options.within.after(day))
    due = [(found, item) for item in items for found in list_due(item, window)[:1]]
    due.sort(key=lambda pair: (pair[0], pair[1].position))
    yield from (list_action(plan, item, found) for found, item in due)
