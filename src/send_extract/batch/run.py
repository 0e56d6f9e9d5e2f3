"""A run: many drafts, one outcome each, and the record of them."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from send_extract.batch.files import write_files
from send_extract.batch.manifest import (
    MANIFEST_NAME,
    MANIFEST_VERSION,
    Failure,
    Manifest,
    ManifestEntry,
    count_records,
    describe_files,
)
from send_extract.batch.sources import (
    STDIN,
    find_drafts,
    find_settings,
    open_draft,
    output_name,
    read_settings,
    read_template,
    refuse_draft,
)
from send_extract.errors import SendExtractError, UnwritableOutput, blame_program
from send_extract.pipeline import read_plan, spell_name
from send_extract.plan import Plan
from send_extract.settings import Settings
from send_extract.source import Source
from send_extract.version import __version__
from send_extract.writers import write_plan
from send_extract.writers.records import write_json

if TYPE_CHECKING:
    from send_extract.batch.histories import PlanHistory

__all__ = ["STDIN", "Order", "Outcome", "extract_drafts", "order_extraction"]


class Order(NamedTuple):
    """What a run is asked: the drafts, and what holds for all of them.

    `settings` None means those beside each draft; `template` the text of one for the Markdown; `format` the
    name of a reader, None for what the bytes tell; `is_compact` puts each `plan.json` on one line.
    """

    drafts: tuple[str, ...]
    settings: Settings | None = None
    template: str | None = None
    format: str | None = None
    is_compact: bool = False


class Outcome(NamedTuple):
    """What became of one draft: a plan, or the error that stopped it; `rewritten` names changed files."""

    draft: str
    entry: ManifestEntry
    plan: Plan | None = None
    error: SendExtractError | None = None
    folder: Path | None = None
    rewritten: tuple[str, ...] = ()


def order_extraction(
    paths: Sequence[str],
    settings: str | None = None,
    template: str | None = None,
    format: str | None = None,  # noqa: A002 - the contract's own word
) -> Order:
    """The order for the drafts that `paths` mean, `settings` and `template` being names of files.

    Raises:
        UsageError: two drafts would be written to one folder, or the template cannot be read.
        InvalidSettings: the settings cannot be used.
    """
    return Order(
        drafts=find_drafts(paths),
        settings=read_settings(Path(settings)) if settings else None,
        template=read_template(Path(template)) if template else None,
        format=format,
    )


def extract_drafts(order: Order, output: Path | None) -> Iterator[Outcome | PlanHistory]:
    """The outcome of each draft, its files written below `output` (nowhere where that is None).

    One draft's fault never stops the others. After the last, what changed between drafts of one plan is
    written and given, and the manifest of the run is written.

    Raises:
        UnwritableOutput: these cannot be written.
    """
    if output is not None:
        write_files(output, {})  # a place that cannot be written is refused once, before any draft
    entries: list[ManifestEntry] = []
    plans: dict[str, Plan] = {}
    for draft in order.drafts:
        outcome = _extract_draft(order, draft, output)
        entries.append(outcome.entry)
        if outcome.plan is not None and len(order.drafts) > 1:
            plans[output_name(draft)] = outcome.plan
        yield outcome
        if draft != order.drafts[-1]:
            _collect()
    if output is not None:
        yield from _write_record(plans, entries, output)


def _collect() -> None:
    """Looks for cycles that a parser left, where the process does not; what stays is passed over next time."""
    if not gc.isenabled():
        gc.collect()
        gc.freeze()


def _write_record(
    plans: dict[str, Plan], entries: list[ManifestEntry], output: Path
) -> tuple[PlanHistory, ...]:
    """Writes what a run adds to its drafts' files; a refusal that a draft had to tell of is not told twice."""
    histories: tuple[PlanHistory, ...] = ()
    manifest = Manifest(MANIFEST_VERSION, f"send-extract {__version__}", tuple(entries))
    try:
        if len(plans) > 1:
            histories = _write_histories(plans, output)
        write_files(output, {MANIFEST_NAME: write_json(manifest)})
    except UnwritableOutput:
        if not any(
            entry.failure and entry.failure.exit_code == UnwritableOutput.exit_code for entry in entries
        ):
            raise
    return histories


def _write_histories(plans: dict[str, Plan], output: Path) -> tuple[PlanHistory, ...]:
    # One draft has no history: the comparison is imported where there are several.
    from send_extract.batch.histories import make_histories

    histories = make_histories(plans)
    for history in histories:
        for folder, files in history.files.items():
            write_files(output / folder, files)
    return histories


def _extract_draft(order: Order, draft: str, output: Path | None) -> Outcome:
    source = None
    try:
        source = open_draft(draft)
        settings = find_settings(draft) if order.settings is None else order.settings
        plan = read_plan(source, settings=settings, format=order.format)
        return _write_draft(order, draft, plan, output)
    except Exception as fault:  # noqa: BLE001 - whatever a draft brings about is its outcome, never the run's end
        error = _tell_fault(draft, fault)
        return Outcome(draft, _record_failure(draft, source, error), error=error)


def _tell_fault(draft: str, fault: Exception) -> SendExtractError:
    """The error that a draft's outcome has for whatever was raised over it."""
    match fault:
        case SendExtractError():
            return fault
        case OSError():
            return refuse_draft(draft, fault)
        case _:
            return blame_program(spell_name(draft), fault)


def _write_draft(order: Order, draft: str, plan: Plan, output: Path | None) -> Outcome:
    name = output_name(draft)
    files = {} if output is None else write_plan(plan, order.template, is_compact=order.is_compact)
    folder = None if output is None else output / name
    rewritten = write_files(folder, files) if folder is not None else ()
    entry = ManifestEntry(
        name=plan.source.name,
        outcome="extracted",
        sha256=plan.source.sha256,
        format=plan.source.format,
        counts=count_records(plan),
        files=describe_files(name, files),
    )
    return Outcome(draft, entry, plan=plan, folder=folder, rewritten=rewritten)


def _record_failure(draft: str, source: Source | None, error: SendExtractError) -> ManifestEntry:
    return ManifestEntry(
        name=draft if draft == STDIN else spell_name(Path(draft).name),
        outcome=error.fate,
        sha256=source.sha256 if source else None,
        failure=Failure(type(error).__name__, error.exit_code, spell_name(str(error))),
    )
