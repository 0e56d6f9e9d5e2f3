"""The record of a run: each source, what became of it, and the files that were made of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from send_extract.errors import Fate

if TYPE_CHECKING:
    from send_extract.plan import Plan, TimingMention

MANIFEST_NAME = "manifest.json"
MANIFEST_VERSION = "1.1"


class Counts(Struct, frozen=True, gc=False):
    """What a plan holds: records, timings by whether they were read, diagnostics by severity.

    A timing is `timings_unread` where words stand and no value was read, `timings_missing` where no words do.
    """

    recommendations: int = 0
    actions: int = 0
    measures: int = 0
    timings_read: int = 0
    timings_unread: int = 0
    timings_missing: int = 0
    owners: int = 0
    glossary: int = 0
    acronyms: int = 0
    errors: int = 0
    warnings: int = 0
    notes: int = 0


class OutputFile(Struct, frozen=True, gc=False):
    """A file that was made: its path from the manifest's folder with `/`, its size and digest."""

    path: str
    bytes: int
    sha256: str


class Failure(Struct, frozen=True, gc=False):
    """Why a source could not go on: the kind of error, its exit code, its one line."""

    error: str
    exit_code: int
    message: str


class ManifestEntry(Struct, frozen=True, gc=False):
    """What became of one source; `sha256` is None where its bytes could not be read.

    `outcome` is `extracted`; `rejected` (it cannot be read, holds no plan, or its outputs cannot be written);
    `timeout` or `memory` (it takes more than its limits); or `crash` (the program broke down over it).
    """

    name: str
    outcome: Fate
    sha256: str | None = None
    format: str | None = None
    counts: Counts | None = None
    failure: Failure | None = None
    files: tuple[OutputFile, ...] = ()


class Manifest(Struct, frozen=True, gc=False):
    """One run: which version of the program, and what became of each source, in the order of the run.

    `files` are those of the run's own folder, such as the histories; `earlier` has the sources of runs before whose
    files stand in the folder still, a failed source among `sources` keeps those that it had.
    """

    schema_version: str
    generator: str
    sources: tuple[ManifestEntry, ...] = ()
    files: tuple[OutputFile, ...] = ()
    earlier: tuple[ManifestEntry, ...] = ()


def count_records(plan: Plan) -> Counts:
    """What `plan` holds, counted."""
    timings = list(_list_timings(plan))
    read = sum(timing.value is not None for timing in timings)
    worded = sum(bool(timing.text) for timing in timings)
    severities = [diagnostic.severity for diagnostic in plan.diagnostics]
    return Counts(
        recommendations=len(plan.recommendations),
        actions=sum(len(record.actions) for record in plan.recommendations),
        measures=sum(len(record.measures) for record in plan.recommendations),
        timings_read=read,
        timings_unread=worded - read,
        timings_missing=len(timings) - worded,
        owners=len(plan.owners),
        glossary=len(plan.glossary),
        acronyms=len(plan.acronyms),
        errors=severities.count("error"),
        warnings=severities.count("warning"),
        notes=severities.count("info"),
    )


def _list_timings(plan: Plan) -> Iterator[TimingMention]:
    """The timings of the actions, and of what has no actions."""
    for record in plan.recommendations:
        yield from (action.when for action in record.actions)
        if not record.actions and record.when.text:
            yield record.when
