"""`due`: what is due from a day on, in the latest draft of each plan."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from send_extract.batch.plans import open_plan
from send_extract.batch.sources import RAW, check_raw, find_drafts, read_settings
from send_extract.cli.days import LookAhead, read_day, read_length
from send_extract.cli.listing import ListedAction, list_action, say_actions
from send_extract.cli.show import add_form
from send_extract.errors import SendExtractError, UsageError
from send_extract.writers.agenda.items import list_contents
from send_extract.writers.agenda.spans import Window, describe_days, find_day, list_due

if TYPE_CHECKING:
    from send_extract.cli.console import Console
    from send_extract.plan import Plan
    from send_extract.settings import Settings

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
        "paths", nargs="*", default=[RAW], metavar="PATH", help="drafts, folders of them (default: raw)"
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
    check_raw(options.paths)
    faults: list[SendExtractError] = []
    plans = _find_latest(_open_plans(options, faults))
    windows = _find_windows(plans, options, faults)
    for fault in faults:
        console.complain(str(fault))
    if windows or not faults:
        listed = chain.from_iterable(_list_due(plans, draft, window) for draft, window in windows.items())
        say_actions(list(listed), options.form, console, _say_nothing(windows.values()))
    return faults[0].exit_code if faults else 0


def _say_nothing(windows: Iterable[Window]) -> str:
    """What is said where nothing is due; the days that were looked at, where they are the same for all."""
    shown = set(map(describe_days, windows))
    return f"Nothing is due ({', '.join(shown)})." if len(shown) == 1 else "Nothing is due."


def _open_plans(options: DueOptions, faults: list[SendExtractError]) -> dict[str, Plan]:
    """The plans of the drafts that can be read, by their names."""
    settings = read_settings(Path(options.settings)) if options.settings else None
    opened = {draft: _open(draft, settings, faults) for draft in find_drafts(options.paths)}
    return {draft: plan for draft, plan in opened.items() if plan}


def _open(draft: str, settings: Settings | None, faults: list[SendExtractError]) -> Plan | None:
    """The plan of a draft; None where it cannot be read, which is added to the faults."""
    try:
        return open_plan(draft, settings)
    except SendExtractError as fault:
        faults.append(fault)
    return None


def _find_latest(plans: Mapping[str, Plan]) -> dict[str, Plan]:
    """The latest draft of each plan, by its name."""
    if len(plans) < 2:
        return {**plans}
    # One draft has no order: the comparison is imported where there are several.
    from send_extract.comparison.grouping import find_traits, group_drafts

    drafts = [*plans]
    latest = (drafts[group.indexes[-1]] for group in group_drafts(list(map(find_traits, plans.values()))))
    return {draft: plans[draft] for draft in latest}


def _find_windows(
    plans: Mapping[str, Plan], options: DueOptions, faults: list[SendExtractError]
) -> dict[str, Window]:
    """The days to look at of each plan that has some to count from."""
    windows = {draft: _find_window(plan, options, faults) for draft, plan in plans.items()}
    return {draft: window for draft, window in windows.items() if window}


def _find_window(plan: Plan, options: DueOptions, faults: list[SendExtractError]) -> Window | None:
    """The days to look at; None where the plan has none to count from, which is added to the faults."""
    day = find_day(plan, options.day)
    if day is None:
        faults.append(UsageError(f"{plan.source.name} has no date to count from. Say one with --as-of."))
        return None
    return Window(day, options.within.after(day))


def _list_due(plans: Mapping[str, Plan], draft: str, window: Window) -> Iterator[ListedAction]:
    """What is due of one of the plans, by day; where another has its title, its draft tells it from that."""
    plan = plans[draft]
    if [each.title for each in plans.values()].count(plan.title) > 1:
        plan = replace(plan, title=f"{plan.title or plan.source.name} ({draft})")
    due = [(found, item) for item in list_contents(plan).items for found in list_due(item, window)[:1]]
    due.sort(key=lambda pair: (pair[0], pair[1].position))
    yield from (list_action(plan, item, found) for found, item in due)
