"""A run: many drafts, one outcome each, and the record of them."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from send_extract.batch.files import write_files
from send_extract.batch.record import Written, write_made, write_record
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
from send_extract.confinement import blame
from send_extract.errors import InvalidSettings, SendExtractError, UnwritableOutput
from send_extract.manifest import Failure, ManifestEntry, count_records
from send_extract.pipeline import read_plan, spell_name
from send_extract.plan import Plan
from send_extract.settings import FILE_NAME, Settings
from send_extract.source import Source
from send_extract.writers.outputs import (
    OUTPUTS,
    Formatting,
    OutputSpec,
    choose_outputs,
    is_missing,
    list_files,
)

if TYPE_CHECKING:
    from send_extract.batch.histories import PlanHistory

__all__ = ["STDIN", "Order", "Outcome", "extract_drafts", "order_extraction"]


class Order(NamedTuple):
    """What a run is asked: the drafts, and what holds for all of them.

    `settings` None means those beside each draft; `format` the name of a reader, None for what the bytes tell;
    `only` and `also` name outputs, before what the settings say of them.
    """

    drafts: tuple[str, ...]
    settings: Settings | None = None
    formatting: Formatting = Formatting()
    format: str | None = None
    only: tuple[str, ...] | None = None
    also: tuple[str, ...] = ()


class Outcome(NamedTuple):
    """What became of one draft: a plan, or the error that stopped it.

    `rewritten` names the files that changed, `missing` the outputs that need a part which is not installed.
    """

    draft: str
    entry: ManifestEntry
    plan: Plan | None = None
    error: SendExtractError | None = None
    folder: Path | None = None
    rewritten: tuple[str, ...] = ()
    outputs: tuple[OutputSpec, ...] = ()
    missing: tuple[OutputSpec, ...] = ()


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
        formatting=Formatting(read_template(Path(template)) if template else None),
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
    outcomes: list[Outcome] = []
    for draft in order.drafts:
        outcome = _extract_draft(order, draft, output)
        outcomes.append(outcome)
        yield outcome
        if draft != order.drafts[-1]:
            _collect()
    if output is not None:
        yield from _write_record(outcomes, output)


def _write_record(outcomes: Sequence[Outcome], output: Path) -> tuple[PlanHistory, ...]:
    """Writes what a run adds to its drafts' files; a refusal that a draft had to tell of is not told twice."""
    drafts = [Written(outcome.entry, outcome.folder, outcome.plan, outcome.outputs) for outcome in outcomes]
    try:
        return write_record(drafts, output)
    except UnwritableOutput:
        codes = (outcome.error.exit_code for outcome in outcomes if outcome.error)
        if UnwritableOutput.exit_code not in codes:
            raise
        return ()


def _collect() -> None:
    """Looks for cycles that a parser left, where the process does not; what stays is passed over next time."""
    if not gc.isenabled():
        gc.collect()
        gc.freeze()


def _extract_draft(order: Order, draft: str, output: Path | None) -> Outcome:
    source = None
    try:
        source = open_draft(draft)
        settings = find_settings(draft) if order.settings is None else order.settings
        outputs = _choose_outputs(order, settings) if output is not None else ()
        plan = read_plan(source, settings=settings, format=order.format)
        return _write_draft(order, draft, plan, output, outputs)
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
            # What tells of a crash is imported where there is one.
            from send_extract.pool.worker import tell_exception

            return blame(spell_name(draft), tell_exception(fault))


def _choose_outputs(order: Order, settings: Settings) -> tuple[OutputSpec, ...]:
    """The outputs that are asked for, else those that the settings name."""
    if order.only is not None:
        return choose_outputs(order.only, order.also)
    chosen = choose_outputs(settings.outputs.only, settings.outputs.also, _refuse_settings)
    added = choose_outputs((), order.also)
    return tuple(spec for spec in OUTPUTS if spec in chosen or spec in added)


def _refuse_settings(message: str) -> InvalidSettings:
    return InvalidSettings(f"{FILE_NAME} cannot be used: outputs: {message}")


def _write_draft(
    order: Order, draft: str, plan: Plan, output: Path | None, asked: tuple[OutputSpec, ...]
) -> Outcome:
    entry = ManifestEntry(
        name=plan.source.name,
        outcome="extracted",
        sha256=plan.source.sha256,
        format=plan.source.format,
        counts=count_records(plan),
    )
    outcome = Outcome(draft, entry, plan=plan)
    if output is None:
        return outcome
    missing = tuple(filter(is_missing, asked))
    outputs = tuple(spec for spec in asked if spec not in missing)
    name = output_name(draft)
    files, rewritten = write_made(output, name, list_files(outputs, "plan", plan, order.formatting))
    return outcome._replace(
        entry=replace(entry, files=files),
        folder=output / name,
        rewritten=rewritten,
        outputs=outputs,
        missing=missing,
    )


def _record_failure(draft: str, source: Source | None, error: SendExtractError) -> ManifestEntry:
    return ManifestEntry(
        name=draft if draft == STDIN else spell_name(Path(draft).name),
        outcome=error.fate,
        sha256=source.sha256 if source else None,
        failure=Failure(type(error).__name__, error.exit_code, spell_name(str(error))),
    )
