"""`explain`: how a wording is read, by which rule, and what else it could mean."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator
from textwrap import wrap
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from send_extract.cli.days import read_count, read_year
from send_extract.cli.drawing import can_draw, draw_pairs
from send_extract.errors import UsageError
from send_extract.headings import find_field
from send_extract.notation.unseen import show
from send_extract.segmentation.owners import segment_owners
from send_extract.segmentation.timings import segment_timings
from send_extract.source import NOWHERE
from send_extract.values.owner import parse_owners
from send_extract.values.timing import TimingContext, parse_timing
from send_extract.values.timing.context import find_context
from send_extract.writers.wording import describe_owners, describe_timing

if TYPE_CHECKING:
    from send_extract.cli.console import Console
    from send_extract.diagnostics import Finding

EXAMPLES = """\
examples:
  send-extract explain "From Oct onwards" --year 2022
  send-extract explain "Q2" --heading "When (2022/23)"              the year from the column's heading
  send-extract explain "May May From Oct onwards" --actions 3       a cell of three actions
  send-extract explain "GB (lead), Head of SEND" --heading "Lead"   the heading says that these are owners
"""
_INDENT = 15
"""Where the words stand that a label is before."""
_OWNERS = frozenset({"who", "accountable"})


class ExplainOptions(NamedTuple):
    """What `explain` was asked."""

    words: list[str]
    year: int | None
    heading: str | None
    actions: int
    form: str


OPTIONS = ExplainOptions
"""What this command is asked, by the name under which every command has it."""


class Explained(msgspec.Struct, frozen=True):
    """A wording, and how it is read; `remarks` are what a draft that has it would be told."""

    words: str
    kind: str
    reading: str = ""
    value: object = None
    rule: str | None = None
    alternatives: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def add_arguments(parser: ArgumentParser) -> None:
    """Adds what `explain` can be asked to its parser."""
    parser.add_argument("words", nargs="+", metavar="WORDS", help="the words of a When or a Who cell")
    parser.add_argument("--year", type=read_year, metavar="YEAR", help="the year of the plan")
    parser.add_argument(
        "--heading", metavar="HEADING", help="what stands over the column: a year, or that it has owners"
    )
    parser.add_argument(
        "--actions",
        type=read_count,
        default=1,
        metavar="COUNT",
        help="for how many actions the cell stands (default: 1)",
    )
    parser.add_argument(
        "--format",
        dest="form",
        choices=["text", "json"],
        default="text",
        help="how to say it (default: text)",
    )


def run(options: ExplainOptions, console: Console) -> int:
    """Says how the words are read; 1 where they are not.

    Raises:
        UsageError: there are none.
    """
    words = " ".join(options.words)
    if not words.strip():
        message = "There are no words to explain. Give those of a When or a Who cell."
        raise UsageError(message)
    explained = list(_explain(words, options))
    if options.form == "json":
        data = msgspec.json.encode({"schema_version": "1.0", "readings": explained})
        console.write_data(msgspec.json.format(data, indent=2) + b"\n")
    else:
        for each in explained:
            _say(each, console)
    return int(not all(each.value is not None for each in explained))


def _explain(words: str, options: ExplainOptions) -> Iterator[Explained]:
    count = options.actions
    if find_field(options.heading or "") in _OWNERS:
        cell = segment_owners(words, count)
        read = [_explain_owners(part) for part in cell.parts]
    else:
        given = TimingContext(year=options.year)
        context = find_context([options.heading or ""], None, None, given=given)
        cell = segment_timings(words, count, context)
        read = [_explain_timing(part, context) for part in cell.parts]
    if cell.findings:
        yield Explained(words, "cell", remarks=_list_remarks(cell.findings), value=count)
    yield from {each.words: each for each in read}.values()


def _explain_timing(words: str, context: TimingContext) -> Explained:
    reading = parse_timing(words, context)
    return Explained(
        words,
        "timing",
        reading=describe_timing(reading.value),
        value=reading.value,
        rule=reading.rule,
        alternatives=tuple(map(describe_timing, reading.alternatives)),
        remarks=_list_remarks(reading.findings),
    )


def _explain_owners(words: str) -> Explained:
    reading = parse_owners(words)
    said = "" if reading.value is None else describe_owners(reading.value) or "nobody"
    return Explained(words, "owners", said, reading.value, remarks=_list_remarks(reading.findings))


def _list_remarks(findings: tuple[Finding, ...]) -> tuple[str, ...]:
    return tuple(finding.at(NOWHERE).message for finding in findings)


def _say(explained: Explained, console: Console) -> None:
    title = explained.words or "(nothing)"
    if can_draw(console.out):
        console.write_shown(draw_pairs(title, _list_lines(explained), console))
        return
    console.say(console.paint(title, "bold"))
    for label, text in _list_lines(explained):
        first, *others = wrap(show(text), console.width - _INDENT) or [""]
        console.say(f"  {console.paint(f'{label:<12}', 'dim')} {first}")
        for line in others:
            console.say(f"{'':{_INDENT}}{line}")


def _list_lines(explained: Explained) -> Iterator[tuple[str, str]]:
    if explained.kind != "cell":
        yield "read as", explained.reading or _word_missing(explained)
    value = explained.value
    for label, field in (("EDTF", "edtf"), ("rule of time", "rrule")):
        if text := getattr(value, field, None):
            yield label, text
    if explained.rule:
        yield "read by", explained.rule
    yield from (("could mean", words) for words in explained.alternatives)
    yield from (("to note", words) for words in explained.remarks)


def _word_missing(explained: Explained) -> str:
    """What is said of words without a reading."""
    return "nothing: it is empty" if not explained.words else "not read"
