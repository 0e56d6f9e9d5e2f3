"""`check`: the diagnostics of drafts, for a person, a program or a pull request's annotations."""

from __future__ import annotations

from argparse import ArgumentParser
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from send_extract.batch.orders import Detail
from send_extract.batch.run import Outcome, extract_drafts, order_extraction
from send_extract.cli.console import Console
from send_extract.cli.extract import add_jobs
from send_extract.cli.progress import follow_run
from send_extract.cli.summary import COLOURS, complain_of
from send_extract.diagnostics import Diagnostic, diagnose
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
    jobs: int | None
    strict: bool
    verbose: bool


OPTIONS = CheckOptions
"""What this command is asked, by the name under which every command has it."""


def add_arguments(parser: ArgumentParser) -> None:
    """Adds what `check` can be asked to its parser."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a draft, a folder of drafts, or -")
    parser.add_argument(
        "--format",
        dest="form",
        choices=["text", "json", "github"],
        default="text",
        help="how to say it (default: text)",
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
    add_jobs(parser)
    parser.add_argument("--strict", action="store_true", help="exit 1 where there is a warning or an error")


def run(options: CheckOptions, console: Console) -> int:
    """Says what is to be mended; the exit code is the first fault's, else 1 for findings under `--strict`."""
    details: tuple[Detail, ...] = ("diagnostics", "timings") if options.verbose else ("diagnostics",)
    details = (*details, "unexplained") if options.form == "github" else details
    order = replace(order_extraction(options.paths, options.settings), details=details, jobs=options.jobs)
    code, has_findings, records = 0, False, list[bytes]()
    with closing(extract_drafts(order, None)) as outcomes:
        for outcome in follow_run(outcomes, len(order.drafts), console):
            if not isinstance(outcome, Outcome):
                continue
            _say_outcome(outcome, options, console, records)
            reported = complain_of(outcome, console, with_traceback=options.verbose)
            code = code or reported
            has_findings = has_findings or _has_findings(outcome)
    if options.form == "json":
        _print_records(records, console)
    return code or int(options.strict and has_findings)


def _say_outcome(outcome: Outcome, options: CheckOptions, console: Console, records: list[bytes]) -> None:
    """Says what is to be mended in one draft, in JSON once all are read."""
    diagnostics = outcome.gist.diagnostics if outcome.gist else ()
    match options.form:
        case "json":
            records.append(_write_record(outcome, diagnostics))
        case "github":
            _say_github(outcome, diagnostics, console)
        case _:
            _say_text(outcome, diagnostics, console)


def _has_findings(outcome: Outcome) -> bool:
    counts = outcome.entry.counts
    return counts is not None and counts.errors + counts.warnings > 0


def _say_text(outcome: Outcome, diagnostics: Iterable[Diagnostic], console: Console) -> None:
    """Each finding, and where that was asked for how each action's timing was read, and the rules that read it."""
    for entry in diagnostics:
        severity = console.paint(entry.severity, COLOURS[entry.severity])
        code = console.paint(f"[{entry.code}]", "dim")
        console.say(f"{outcome.draft}{_print_place(entry.location)}: {severity}: {entry.message} {code}")
    for number, when in outcome.gist.timings if outcome.gist else ():
        rule = console.paint(f"[{when.rule or 'no rule'}]", "dim")
        reading = word_timing(when.value) if when.value else "not read"
        console.say(f"{outcome.draft}: {number}: {when.text!r} is {reading} {rule}")


def _print_place(location: Location) -> str:
    """Where a finding stands, behind the name of its draft: a text's line as compilers print it, else in words."""
    if location.line:
        return f":{location.line}"
    place = describe_location(location)
    return f": {place}" if place else ""


def _write_record(outcome: Outcome, diagnostics: Iterable[Diagnostic]) -> bytes:
    failure = outcome.entry.failure
    record = {
        "name": outcome.draft,
        "outcome": outcome.entry.outcome,
        "error": failure.message if failure else None,
        "diagnostics": diagnostics,
    }
    return msgspec.json.encode(record)


def _print_records(records: Iterable[bytes], console: Console) -> None:
    sources = [msgspec.Raw(record) for record in records]
    data = msgspec.json.encode({"schema_version": "1.0", "sources": sources})
    console.write_data(msgspec.json.format(data, indent=2) + b"\n")


_GITHUB_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def _say_github(outcome: Outcome, diagnostics: Iterable[Diagnostic], console: Console) -> None:
    """Workflow commands, which GitHub shows beside the line.

    Source: GitHub Docs, "Workflow commands for GitHub Actions".
    """
    terms = _find_unexplained(outcome)
    for entry in diagnostics:
        for number, message in _list_annotations(entry, terms):
            line = f",line={number}" if number else ""
            place = f"file={_escape_property(outcome.draft)}{line},title={entry.code}"
            console.say(f"::{_GITHUB_LEVELS[entry.severity]} {place}::{_escape_message(message)}")


def _find_unexplained(outcome: Outcome) -> dict[int | None, list[str]]:
    """The acronyms of each line that nobody explains."""
    found: defaultdict[int | None, list[str]] = defaultdict(list)
    for term, locations in outcome.gist.unexplained if outcome.gist else ():
        for line in dict.fromkeys(location.line for location in locations):
            found[line].append(term)
    return found


def _list_annotations(
    entry: Diagnostic, terms: Mapping[int | None, list[str]]
) -> Iterator[tuple[int | None, str]]:
    """The lines of a finding, each with its message; one of many acronyms lists them once, then those of a line."""
    first, *others = dict.fromkeys(location.line for location in entry.locations or (entry.location,))
    yield first, entry.message
    for line in others:
        here = terms.get(line, ()) if entry.code == "acronym-undefined" else ()
        told = [term for term in here if f" {term} (" in entry.message]
        yield line, diagnose(entry.code, terms=", ".join(told)).message if told else entry.message


def _escape_message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_message(text).replace(":", "%3A").replace(",", "%2C")
