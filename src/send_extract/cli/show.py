"""`show`: the actions of a draft, all of them or those that are asked for."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from send_extract.batch.plans import open_plan
from send_extract.batch.sources import read_settings
from send_extract.cli.days import DayRange, read_day, read_period
from send_extract.cli.listing import FORMS, list_action, say_actions
from send_extract.errors import UsageError
from send_extract.values.owner.given import fold_accents
from send_extract.values.owner.people import fold_initials
from send_extract.writers.agenda.items import list_contents
from send_extract.writers.agenda.spans import Window, find_due, list_due

if TYPE_CHECKING:
    from send_extract.cli.console import Console
    from send_extract.plan import Plan
    from send_extract.writers.agenda.items import PlanItem

EXAMPLES = """\
examples:
  send-extract show raw/draft-1.txt                         every action
  send-extract show raw/draft-1.txt --owner GB              those of GB
  send-extract show raw/draft-1.txt --due 2022-03           due in March 2022
  send-extract show raw/draft-1.txt --due-before 2022-04-01
  send-extract show raw/draft-1.txt --undated               those without a date
  send-extract show output/draft-1/plan.json --format csv   of a plan that was extracted before
"""
_UNDATED = frozenset({"undated", "said", "contingent"})


class ShowOptions(NamedTuple):
    """What `show` was asked: the filters that are given must all hold."""

    draft: str
    owner: str | None
    due: DayRange | None
    due_before: date | None
    undated: bool
    unread: bool
    form: str
    settings: str | None


OPTIONS = ShowOptions
"""What this command is asked, by the name under which every command has it."""


def add_arguments(parser: ArgumentParser) -> None:
    """Adds what `show` can be asked to its parser."""
    parser.add_argument("draft", metavar="DRAFT", help="a draft of any format, a plan.json, or -")
    parser.add_argument(
        "--owner", metavar="OWNER", help="only what this owner answers for: initials or a name"
    )
    parser.add_argument(
        "--due", type=read_period, metavar="PERIOD", help="only what is due then: 2022-03, 2022 or 2022-03-31"
    )
    parser.add_argument(
        "--due-before", type=read_day, metavar="DATE", help="only what is due before that day"
    )
    parser.add_argument("--undated", action="store_true", help="only what has no date")
    parser.add_argument("--unread", action="store_true", help="only what has a date that was not understood")
    add_form(parser)


def add_form(parser: ArgumentParser) -> None:
    """Adds how actions are said, and by which settings their drafts are read."""
    parser.add_argument(
        "--format", dest="form", choices=list(FORMS), default="text", help="how to say it (default: text)"
    )
    parser.add_argument(
        "--settings", metavar="FILE", help="settings (default: send-extract.toml beside or above)"
    )


def run(options: ShowOptions, console: Console) -> int:
    """Lists the actions."""
    settings = read_settings(Path(options.settings)) if options.settings else None
    plan = open_plan(options.draft, settings)
    say_actions([list_action(plan, item) for item in _choose(plan, options)], options.form, console)
    return 0


def _choose(plan: Plan, options: ShowOptions) -> Iterator[PlanItem]:
    contents = list_contents(plan)
    owners = _find_owners(plan, options.owner) if options.owner else None
    people = {person.position: {person.label, person.name} for person in contents.people}
    for item in contents.items:
        is_owned = owners is None or any(owners & people[place] for place in item.owners)
        if is_owned and _is_asked(item, options):
            yield item


def _find_owners(plan: Plan, asked: str) -> set[str]:
    """The codes and names of the plan that `asked` stands for.

    Raises:
        UsageError: nobody of the plan has it.
    """
    wanted = _fold(asked)
    labels = filter(None, chain.from_iterable((owner.code, owner.name) for owner in plan.owners))
    found = {label for label in labels if not wanted.isdisjoint(_fold(label))}
    if not found:
        raise _tell_nobody(plan, asked)
    return found


def _fold(label: str) -> set[str]:
    """How an owner's label may be typed: without stops and apostrophes, without accents."""
    return {label.casefold(), fold_initials(fold_accents(label))}


def _tell_nobody(plan: Plan, asked: str) -> UsageError:
    known = ", ".join(dict.fromkeys(owner.code or owner.name or "" for owner in plan.owners))
    return UsageError(f"Nobody in {plan.source.name} is called {asked!r}. There are: {known or 'no owners'}.")


def _is_asked(item: PlanItem, options: ShowOptions) -> bool:
    due = find_due(item)
    return (
        (options.due is None or bool(list_due(item, Window(*options.due))))
        and (options.due_before is None or (due is not None and due < options.due_before))
        and (not options.undated or item.standing in _UNDATED)
        and (not options.unread or item.standing == "unread")
    )
