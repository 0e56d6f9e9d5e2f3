"""`schema`: the JSON Schema of an output, or of all of them as files."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from send_extract.batch.files import write_files
from send_extract.batch.schemas import SCHEMAS, write_schema

if TYPE_CHECKING:
    from send_extract.cli.console import Console

EXAMPLES = """\
examples:
  send-extract schema            the JSON Schema of plan.json
  send-extract schema manifest   that of manifest.json
  send-extract schema -o schemas every schema, as schemas/<name>.schema.json
"""


class SchemaOptions(Struct, frozen=True):
    """What `schema` was asked."""

    name: str
    output: str | None


OPTIONS = SchemaOptions
"""What this command is asked, by the name under which every command has it."""


def add_arguments(parser: ArgumentParser) -> None:
    """Adds what `schema` can be asked to its parser."""
    parser.add_argument(
        "name", nargs="?", default="plan", choices=list(SCHEMAS), metavar="NAME", help=", ".join(SCHEMAS)
    )
    parser.add_argument("-o", "--output", metavar="DIR", help="write every schema into this folder instead")


def run(options: SchemaOptions, console: Console) -> int:
    """Prints the schema, or writes all of them."""
    if options.output is None:
        console.write_data(write_schema(options.name))
    else:
        write_files(Path(options.output), {f"{name}.schema.json": write_schema(name) for name in SCHEMAS})
    return 0
