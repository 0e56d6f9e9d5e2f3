"""`schema`: the JSON Schema of an output."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from send_extract.batch.schemas import SCHEMAS, write_schema

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from send_extract.cli.console import Console

EXAMPLES = """\
examples:
  send-extract schema            the JSON Schema of plan.json
  send-extract schema manifest   that of manifest.json
"""


class Options(NamedTuple):
    """What `schema` was asked."""

    name: str


def add_arguments(parser: ArgumentParser) -> None:
    """Adds what `schema` can be asked to its parser."""
    parser.add_argument(
        "name", nargs="?", default="plan", choices=list(SCHEMAS), metavar="NAME", help=", ".join(SCHEMAS)
    )


def run(options: Options, console: Console) -> int:
    """Prints the schema."""
    console.write_data(write_schema(options.name))
    return 0
