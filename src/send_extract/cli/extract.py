"""`extract`: drafts in, a folder of outputs each, a summary for a person."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError
from contextlib import closing
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from send_extract.batch.orders import Detail
from send_extract.batch.run import STDIN, Order, Outcome, extract_drafts, order_extraction, print_plan
from send_extract.batch.sources import RAW, check_raw
from send_extract.cli.console import Console, quote_name
from send_extract.cli.days import read_count, read_day
from send_extract.cli.progress import follow_run
from send_extract.cli.summary import complain_of, describe_history, summarise
from send_extract.errors import UsageError
from send_extract.writers.outputs import OUTPUTS, choose_outputs

EXAMPLES = """\
examples:
  send-extract extract                     every draft in raw/, to output/
  send-extract extract plans -o out        every draft in plans/, to out/<name>/
  send-extract extract plans --only json   nothing but plan.json, changes.json, history.json
  send-extract extract --also docx,ics     a Word file and calendars as well
  send-extract extract draft.txt --strict  exit 1 if the draft has anything to mend
  send-extract extract - -o - < draft.txt  the plan's JSON to standard output
"""


"""Where drafts are looked for where none is named."""


class ExtractOptions(Struct, frozen=True):
    """What `extract` was asked."""

    paths: list[str]
    output: str
    settings: str | None
    template: str | None
    format: str | None
    json: str
    only: tuple[str, ...] | None
    also: tuple[str, ...]
    day: date | None
    jobs: int | None
    strict: bool
    quiet: bool
    verbose: bool


OPTIONS = ExtractOptions
"""What this command is asked, by the name under which every command has it."""


def add_arguments(parser: ArgumentParser) -> None:
    """Adds what `extract` can be asked to its parser."""
    parser.add_argument(
        "paths",
        nargs="*",
        default=[RAW],
        metavar="PATH",
        help="a draft, a folder of drafts (default: raw), or -",
    )
    parser.add_argument(
        "-o",
        "--output",
        default="output",
        metavar="DIR",
        help="where to write (default: output); - prints plan.json",
    )
    parser.add_argument(
        "--settings", metavar="FILE", help="settings (default: send-extract.toml beside or above)"
    )
    parser.add_argument(
        "--template", metavar="FILE", help="a Jinja2 template for plan.md in place of the program's"
    )
    parser.add_argument(
        "--format", metavar="NAME", help="the drafts' format (default: told from their bytes)"
    )
    parser.add_argument(
        "--json", choices=("indented", "compact"), default="indented", help="how plan.json is laid out"
    )
    _add_outputs(parser)
    add_jobs(parser)
    parser.add_argument("--strict", action="store_true", help="exit 1 where there is a warning or an error")
    loudness = parser.add_mutually_exclusive_group()
    loudness.add_argument("-q", "--quiet", action="store_true", help="no summary, only faults")
    loudness.add_argument("-v", "--verbose", action="store_true", help="the summary and every diagnostic")


def add_jobs(parser: ArgumentParser) -> None:
    """Adds how many drafts are read at once."""
    parser.add_argument(
        "--jobs", type=read_count, metavar="N", help="how many drafts to read at once (default: one a core)"
    )


def _add_outputs(parser: ArgumentParser) -> None:
    """Adds which outputs are made."""
    parser.add_argument(
        "--only",
        type=_split_names,
        metavar="NAMES",
        help=f"make only these outputs: {', '.join(output.name for output in OUTPUTS)}",
    )
    parser.add_argument(
        "--also", type=_split_names, default=(), metavar="NAMES", help="make these outputs as well"
    )
    parser.add_argument(
        "--as-of",
        dest="day",
        type=read_day,
        metavar="DATE",
        help="the day from which plan.html looks ahead (default: the plan's own date)",
    )


def run(options: ExtractOptions, console: Console) -> int:
    """Extracts the drafts; the exit code is the first fault's, else 1 for findings under `--strict`."""
    check_raw(options.paths)
    order = order_extraction(options.paths, options.settings, options.template, options.format)
    order = replace(
        order,
        formatting=replace(order.formatting, is_compact=options.json == "compact"),
        only=options.only,
        also=options.also,
        day=options.day,
        details=_choose_details(options),
        jobs=options.jobs,
    )
    choose_outputs(options.only, options.also)
    if options.output == STDIN:
        return _print_plan(options, order, console)
    code, missing = 0, set[str]()
    with closing(extract_drafts(order, Path(options.output))) as outcomes:
        total = 0 if options.quiet else len(order.drafts)
        for outcome in follow_run(outcomes, total, console):
            if isinstance(outcome, Outcome):
                _note_missing({*outcome.missing} - missing, console)
                missing.update(outcome.missing)
                reported = _report(outcome, options, console)
                code = code or reported
            elif not options.quiet:
                for line in describe_history(outcome, options.output, console):
                    console.tell(line)
    return code


def _choose_details(options: ExtractOptions) -> tuple[Detail, ...]:
    if options.quiet:
        return ()
    return ("events", "diagnostics" if options.verbose else "faults")


def _split_names(text: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in text.split(",") if name.strip())
    if not names:
        message = f"{text!r} names no output: write them as json,csv"
        raise ArgumentTypeError(message)
    return names


def _note_missing(missing: set[str], console: Console) -> None:
    for output in choose_outputs(missing):
        console.complain(
            f"{output.name} is left out: it needs an optional part that is not installed. "
            f"Install it with: pip install 'send-extract[{output.extra}]'"
        )


def _print_plan(options: ExtractOptions, order: Order, console: Console) -> int:
    if len(order.drafts) > 1:
        message = (
            f"-o - prints one plan, and there are {len(order.drafts)} drafts. Name one, or a folder after -o."
        )
        raise UsageError(message)
    if options.also or options.template or options.only not in {None, ("json",)}:
        message = (
            "-o - prints plan.json alone. Name a folder after -o, or leave out --only, --also and --template."
        )
        raise UsageError(message)
    outcome = print_plan(order, console.write_data)
    return _report(outcome, options, console, is_data=True)


def _report(outcome: Outcome, options: ExtractOptions, console: Console, *, is_data: bool = False) -> int:
    """Tells a person what became of one draft; gives its exit code."""
    if outcome.entry.failure is not None:
        return complain_of(outcome, console, with_traceback=options.verbose)
    if not options.quiet and not is_data:
        for line in summarise(outcome, options.output, console):
            console.tell(line)
    counts = outcome.entry.counts
    findings = counts.errors + counts.warnings if options.strict and counts is not None else 0
    if findings and options.quiet:
        console.complain(
            f"{outcome.draft} has {findings} to mend. See: send-extract check {quote_name(outcome.draft)}"
        )
    return int(findings > 0)
