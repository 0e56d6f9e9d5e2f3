"""Which outputs there are: one table, a line an output."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fnmatch import fnmatchcase
from importlib import import_module
from typing import Any

from msgspec import Struct

from send_extract.errors import UsageError
from send_extract.manifest import MANIFEST_NAME

FindParts = Callable[[str], Iterable[bytes]]
MadeFile = tuple[str, Iterable[bytes]]
"""A file as a writer gives it: its name, and its bytes in parts, to be taken before the next file is asked for."""


class OutputSpec(Struct, frozen=True):
    """An output: what it is asked for by, what it makes, and the functions that make it.

    `files` says which files, for people. The six fields below it name functions of this package
    (`module:function`, imported when they are called), each of which gives files, or for `part` bytes:

    - `plan(plan, formatting)` those in a draft's folder that need its plan alone;
    - `changes(compared)` those in a draft's folder that tell what changed since the draft before, called where a
      run has one;
    - `edition(edition)` those in a draft's folder that tell of both;
    - `history(history, suffix)` those in the run's own folder, called for each plan that has several drafts;
    - `part(edition)` what the last one needs of a draft;
    - `run(record, find_parts)` those in the run's own folder that tell of every draft: `find_parts(name)` gives what
      `part` gave of each, in the order of the record.

    `own` has the names of those in the run's own folder (`*` for any characters), which no draft's folder may have.
    `needs` is a module that the optional part `extra` brings; without it the output is left out, and said.
    """

    name: str
    files: str
    plan: str | None = None
    changes: str | None = None
    edition: str | None = None
    history: str | None = None
    part: str | None = None
    run: str | None = None
    own: tuple[str, ...] = ()
    needs: str | None = None
    extra: str | None = None
    is_default: bool = True


OUTPUTS = (
    OutputSpec(
        "json",
        "plan.json, changes.json, history.json",
        plan="records:list_plan",
        changes="diff.files:list_json",
        history="diff.files:list_json_history",
        own=("history*.json",),
    ),
    OutputSpec(
        "md",
        "plan.md, to-mend.md, changes.md, history.md",
        plan="markdown:list_plan",
        changes="diff.files:list_markdown",
        history="diff.files:list_markdown_history",
        own=("history*.md",),
    ),
    OutputSpec(
        "csv",
        "a table each of recommendations, actions, dates, owners, …, datapackage.json, changes.csv",
        plan="datapackage:list_plan",
        changes="diff.files:list_csv",
    ),
    OutputSpec(
        "html",
        "plan.html, index.html",
        edition="page:list_page",
        run="page.index:list_index",
        own=("index.html",),
    ),
    OutputSpec(
        "ics",
        "plan.ics, a calendar an owner in calendars/",
        edition="calendars:list_calendars",
        is_default=False,
    ),
    OutputSpec(
        "xlsx",
        "plan.xlsx",
        edition="workbook:list_edition",
        needs="xlsxwriter",
        extra="xlsx",
        is_default=False,
    ),
    OutputSpec(
        "sqlite",
        "plans.sqlite",
        part="database:list_rows",
        run="database:list_database",
        own=("plans.sqlite",),
        is_default=False,
    ),
    OutputSpec("docx", "plan.docx", plan="word:list_plan", needs="docx", extra="docx", is_default=False),
)
"""The outputs, in the order in which they are made."""


class Formatting(Struct, frozen=True):
    """How files are laid out: `template` is the text of one for `plan.md`; `is_compact` puts JSON on one line.

    `template_name` is what the template is called where it is at fault.
    """

    template: str | None = None
    is_compact: bool = False
    template_name: str = "The template"


def choose_outputs(only: Iterable[str] | None = None, also: Iterable[str] = ()) -> tuple[OutputSpec, ...]:
    """The outputs named by `only` (by default those that are made without asking) and by `also`.

    Raises:
        UsageError: there is no output of a name.
    """
    known = {output.name: output for output in OUTPUTS}
    asked = {output.name for output in OUTPUTS if output.is_default} if only is None else {*only}
    asked.update(also)
    for name in sorted(asked - known.keys()):
        message = f"There is no output {name!r}{_suggest(name, known)}. There are: {', '.join(known)}."
        raise UsageError(message)
    return tuple(output for output in OUTPUTS if output.name in asked)


def _suggest(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name, known, n=1)
    return f" (did you mean {close[0]!r}?)" if close else ""


def is_missing(output: OutputSpec) -> bool:
    """Whether the optional part that an output needs is not installed."""
    if output.needs is None:
        return False
    from importlib.util import find_spec

    return find_spec(output.needs) is None


def is_own(name: str) -> bool:
    """Whether a file of a run's own folder may have that name, whichever outputs it makes."""
    patterns = (MANIFEST_NAME, *(pattern for output in OUTPUTS for pattern in output.own))
    return any(fnmatchcase(name.casefold(), pattern) for pattern in patterns)


def list_files(outputs: Iterable[OutputSpec], part: str, *given: object) -> Iterator[MadeFile]:
    """The files that `outputs` make by their functions named `part`, of what these are `given`."""
    for output in outputs:
        if function := getattr(output, part):
            yield from _find_function(function)(*given)


def list_parts(outputs: Iterable[OutputSpec], edition: object) -> Iterator[tuple[str, Iterable[bytes]]]:
    """What the run's own files need of a draft, by the names of their outputs."""
    for output in outputs:
        if output.part:
            yield output.name, _find_function(output.part)(edition)


def _find_function(name: str) -> Any:
    module, _, function = name.partition(":")
    return getattr(import_module(f"{__package__}.{module}"), function)
