"""`diff`: what changed from one draft to the next. Exit code 0 the same, 1 different, 2 trouble."""

from __future__ import annotations

import os
from argparse import ArgumentParser
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from send_extract.batch.files import write_file
from send_extract.batch.plans import find_latest, open_plan
from send_extract.batch.sources import STDIN, find_drafts, is_draft_name, read_settings
from send_extract.changes import Compared
from send_extract.comparison import diff_plans
from send_extract.errors import SendExtractError, UsageError
from send_extract.writers.diff import DIFF_WRITERS, Drawing, write_diff

if TYPE_CHECKING:
    from send_extract.cli.console import Console

EXAMPLES = """\
examples:
  send-extract diff draft-1.txt draft-2.docx                  what changed, as text
  send-extract diff raw                                       the two latest drafts in a folder
  send-extract diff old.txt new.txt -o diff.html              as a page
  send-extract diff output/draft-1/plan.json draft-2.txt      a plan extracted before
  git show HEAD~1:raw/draft.txt | send-extract diff - raw/draft.txt

exit codes: 0 the same (differences of typing aside), 1 different, 2 trouble
"""

FORMS = {".html": "html", ".htm": "html", ".md": "markdown", ".json": "json", ".csv": "csv", ".txt": "text"}
"""What the name of a file says of its format."""
SAME, DIFFERENT, TROUBLE = 0, 1, 2


class DiffOptions(Struct, frozen=True):
    """What `diff` was asked; `form` is how to say it."""

    old: str
    new: str | None
    form: str | None
    output: str | None
    cosmetic: bool
    settings: str | None


OPTIONS = DiffOptions
"""What this command is asked, by the name under which every command has it."""


def add_arguments(parser: ArgumentParser) -> None:
    """Adds what `diff` can be asked to its parser."""
    parser.add_argument(
        "old", metavar="OLD", help="the older draft: a source of any format, a plan.json, or -"
    )
    parser.add_argument(
        "new", metavar="NEW", nargs="?", help="the newer draft; OLD alone is a folder of drafts"
    )
    parser.add_argument(
        "--format",
        dest="form",
        choices=list(DIFF_WRITERS),
        help="how to say it (default: what the name after -o ends in, else text)",
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="where to write (default: standard output)")
    parser.add_argument("--cosmetic", action="store_true", help="list the differences of typing, too")
    parser.add_argument(
        "--settings", metavar="FILE", help="settings (default: send-extract.toml beside or above)"
    )


def run(options: DiffOptions, console: Console) -> int:
    """Says what changed; whatever is wrong with either draft is trouble."""
    try:
        code = _compare(options, console)
        console.flush()
    except SendExtractError as error:
        console.complain(str(error))
        return TROUBLE
    return code


def _compare(options: DiffOptions, console: Console) -> int:
    if options.old == options.new == STDIN:
        message = "Standard input can be one of the two drafts, not both. Name a file for the other."
        raise UsageError(message)
    if options.output is not None and options.output != STDIN:
        _check_output(options, options.output)
    settings = read_settings(Path(options.settings)) if options.settings else None
    if options.new is None:
        old, new = find_latest(options.old, settings)
    else:
        old, new = (open_plan(draft, settings) for draft in (options.old, options.new))
    compared = Compared(old, new, diff_plans(old, new))
    if not compared.diff.related and _find_form(options) in {"json", "jsonpatch"}:
        console.complain(
            f"warning: {options.old} and {options.new} have next to nothing in common. Are they drafts of one plan?"
        )
    _write(options, compared, console)
    return DIFFERENT if compared.diff.changes else SAME


def _check_output(options: DiffOptions, output: str) -> None:
    """Raises UsageError: it is one of the drafts, or its name is that of a format in which no diff is written."""
    drafts = find_drafts(filter(None, (options.old, options.new)))
    if os.path.realpath(output) in map(os.path.realpath, drafts):
        message = f"{output} is one of the drafts, which is never written over. Choose another -o."
        raise UsageError(message)
    path = Path(output)
    if options.form is None and path.suffix.lower() not in FORMS and is_draft_name(path):
        known = ", ".join(FORMS)
        message = f"{output} would be no {path.suffix}: a diff is text. Name it {known}, or say its --format."
        raise UsageError(message)


def _find_form(options: DiffOptions) -> str:
    """How to say it: as asked, else by the name of the file."""
    suffix = Path(options.output or "").suffix.lower()
    return options.form or FORMS.get(suffix, "text")


def _write(options: DiffOptions, compared: Compared, console: Console) -> None:
    drawing = Drawing(options.cosmetic, console.has_colour and options.output is None, console.width)
    form = _find_form(options)
    data = write_diff(compared, form, drawing)
    if options.output is not None and options.output != STDIN:
        write_file(Path(options.output), data)
    elif form == "text":
        console.write_shown(data.decode().removesuffix("\n"))
    else:
        console.write_data(data)
