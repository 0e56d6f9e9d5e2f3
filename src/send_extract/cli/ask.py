"""`ask`: a question in SQL to a dataset that `batch` made."""

from __future__ import annotations

import sys
import textwrap
from argparse import ArgumentParser
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from send_extract.batch.sources import STDIN
from send_extract.corpus.questions import SqlAnswer, ask_dataset, describe_views
from send_extract.writers.delimited import write_rows

if TYPE_CHECKING:
    from send_extract.cli.console import Console

EXAMPLES = """\
examples:
  send-extract ask plans                              what can be asked
  send-extract ask plans "SELECT theme, count(*) FROM slips JOIN themes USING (uri, recommendation_key) GROUP BY ALL"
  send-extract ask plans - --format csv < slips.sql   a question from a file, its answer as CSV
"""
_WIDEST = 60
"""Characters of a cell that a table for people shows."""


class AskOptions(Struct, frozen=True):
    """What `ask` was asked."""

    dataset: str
    question: str | None
    form: str


OPTIONS = AskOptions
"""What this command is asked, by the name under which every command has it."""


def add_arguments(parser: ArgumentParser) -> None:
    """Adds what `ask` can be asked to its parser."""
    parser.add_argument("dataset", metavar="DIR", help="the dataset: what batch was given with -o")
    parser.add_argument(
        "question",
        nargs="?",
        metavar="SQL",
        help="the question, - for standard input (default: list the views)",
    )
    parser.add_argument(
        "--format", dest="form", choices=list(FORMS), default="text", metavar="FORM", help=", ".join(FORMS)
    )


def run(options: AskOptions, console: Console) -> int:
    """Answers the question, or lists what can be asked."""
    root = Path(options.dataset)
    if options.question is None:
        _list_views(root, console)
        return 0
    question = sys.stdin.read() if options.question == STDIN else options.question
    with ask_dataset(root, question) as answer:
        FORMS[options.form](answer, console)
    return 0


def _list_views(root: Path, console: Console) -> None:
    for view in describe_views(root):
        console.say(f"{console.paint(view.name, 'bold')}  {view.title}")
        for line in textwrap.wrap(view.columns, console.width - 4):
            console.say(f"    {line}")


def _say_text(answer: SqlAnswer, console: Console) -> None:
    rows = [answer.columns, *([_show(value) for value in row] for row in answer.rows)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        console.say("  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip())


def _show(value: object) -> str:
    """A value in one line."""
    text = " ".join(str(_simplify(value)).split()) if value is not None else ""
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"


def _simplify(value: object) -> object:
    """A value as JSON and CSV have it."""
    return float(value) if isinstance(value, Decimal) else value


def _list_objects(answer: SqlAnswer) -> list[dict[str, Any]]:
    return [dict(zip(answer.columns, map(_simplify, row), strict=True)) for row in answer.rows]


def _say_json(answer: SqlAnswer, console: Console) -> None:
    data = msgspec.json.encode(_list_objects(answer), enc_hook=str)
    console.write_data(msgspec.json.format(data, indent=2) + b"\n")


def _say_lines(answer: SqlAnswer, console: Console) -> None:
    for row in answer.rows:
        data = dict(zip(answer.columns, map(_simplify, row), strict=True))
        console.write_data(msgspec.json.encode(data, enc_hook=str) + b"\n")


def _say_csv(answer: SqlAnswer, console: Console) -> None:
    for part in write_rows(answer.columns, (list(map(_simplify, row)) for row in answer.rows)):
        console.write_data(part)


FORMS: dict[str, Callable[[SqlAnswer, Console], None]] = {
    "text": _say_text,
    "json": _say_json,
    "jsonl": _say_lines,
    "csv": _say_csv,
}
"""How answers can be said."""
