"""`check`: the diagnostics of drafts, for a person, a program or a pull request's annotations."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable, Iterator

import msgspec
from msgspec import Struct

from send_extract.batch.run import Outcome, extract_drafts, order_extraction
from send_extract.cli.console import Console
from send_extract.cli.summary import COLOURS, complain_of
from send_extract.diagnostics import Diagnostic
from send_extract.plan import Action, TimingMention
from send_extract.source import Location
from send_extract.values.timing import word_timing
from send_extract.writers.wording import describe_location

EXAMPLES = """\
examples:
  send-extract check draft.txt                   what is to be mended, a line each
  send-extract check raw --strict                exit 1 where there is a warning or an error
  send-extract check draft.txt --format github   annotations for a pull request
  send-extract check draft.txt --verbose         also how each timing was read, and by which rules
"""


class CheckOptions(Struct, frozen=True):
    """What `check` was asked; `form` is how to say it."""

    paths: list[str]
    form: str
    settings: str | None
    strict: bool
    verbose: bool


OPTIONS = CheckOptions
"""What this command is asked, by the name under which every command has it."""


def add_arguments(parser: ArgumentParser) -> None:
    """Adds what `check` can be asked to its parser."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a draft, a folder of drafts, or -")
    parser.add_argument(
        "--format", dest="form", choices=list(_FORMS), default="text", help="how to say it (default: text)"
    )
    parser.add_argument(
        "--settings", metavar="FILE", help="settings (default: send-extract.toml beside or above)"
    )
    parser.add_argument(
        "-v",
        "--verbose",
        action="store_true",
        help="also how each timing was read, and by which rules (text)",
    )
    parser.add_argument("--strict", action="store_true", help="exit 1 where there is a warning or an error")


def run(options: CheckOptions, console: Console) -> int:
    """Says what is to be mended; the exit code is the first fault's, else 1 for findings under `--strict`."""
    order = order_extraction(options.paths, options.settings)
    outcomes = [each for each in extract_drafts(order, None) if isinstance(each, Outcome)]
    _FORMS[options.form](outcomes, console)
    if options.verbose and options.form == "text":
        _say_readings(outcomes, console)
    codes = [complain_of(outcome, console, with_traceback=options.verbose) for outcome in outcomes]
    return next(filter(None, codes), 0) or int(
        options.strict and any(_has_findings(outcome) for outcome in outcomes)
    )


def _has_findings(outcome: Outcome) -> bool:
    return outcome.plan is not None and any(entry.severity != "info" for entry in outcome.plan.diagnostics)


def _diagnostics(outcome: Outcome) -> tuple[Diagnostic, ...]:
    return outcome.plan.diagnostics if outcome.plan else ()


def _say_text(outcomes: list[Outcome], console: Console) -> None:
    for outcome in outcomes:
        for entry in _diagnostics(outcome):
            severity = console.paint(entry.severity, COLOURS[entry.severity])
            code = console.paint(f"[{entry.code}]", "dim")
            console.say(f"{outcome.draft}{_print_place(entry.location)}: {severity}: {entry.message} {code}")


def _say_readings(outcomes: list[Outcome], console: Console) -> None:
    """How each action's timing was read, and the rules that read it."""
    for outcome in outcomes:
        for number, when in _list_timings(outcome):
            rule = console.paint(f"[{when.rule or 'no rule'}]", "dim")
            reading = word_timing(when.value) if when.value else "not read"
            console.say(f"{outcome.draft}: {number}: {when.text!r} is {reading} {rule}")


def _list_timings(outcome: Outcome) -> Iterator[tuple[str, TimingMention]]:
    for recommendation in outcome.plan.recommendations if outcome.plan else ():
        for action in recommendation.actions or (recommendation,):
            if action.when.text:
                yield action.id if isinstance(action, Action) else recommendation.number, action.when


def _print_place(location: Location) -> str:
    """Where a finding stands, behind the name of its draft: a text's line as compilers print it, else in words."""
    if location.line:
        return f":{location.line}"
    place = describe_location(location)
    return f": {place}" if place else ""


def _say_json(outcomes: list[Outcome], console: Console) -> None:
    sources = [
        {
            "name": outcome.draft,
            "outcome": outcome.entry.outcome,
            "error": str(outcome.error) if outcome.error else None,
            "diagnostics": _diagnostics(outcome),
        }
        for outcome in outcomes
    ]
    data = msgspec.json.encode({"schema_version": "1.0", "sources": sources})
    console.write_data(msgspec.json.format(data, indent=2) + b"\n")


_GITHUB_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def _say_github(outcomes: list[Outcome], console: Console) -> None:
    """Workflow commands, which GitHub shows beside the line.

    Source: GitHub Docs, "Workflow commands for GitHub Actions".
    """
    for outcome in outcomes:
        for entry in _diagnostics(outcome):
            for location in dict.fromkeys(entry.locations or (entry.location,)):
                line = f",line={location.line}" if location.line else ""
                place = f"file={_escape_property(outcome.draft)}{line},title={entry.code}"
                console.say(f"::{_GITHUB_LEVELS[entry.severity]} {place}::{_escape_message(entry.message)}")


def _escape_message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_message(text).replace(":", "%3A").replace(",", "%2C")


_FORMS: dict[str, Callable[[list[Outcome], Console], None]] = {
    "text": _say_text,
    "json": _say_json,
    "github": _say_github,
}
