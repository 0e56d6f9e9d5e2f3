"""A run: many drafts, one outcome each, and the record of them."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from send_extract.batch.files import discard_files, open_workplace, stage_files
from send_extract.batch.outcomes import Outcome, tell_failure
from send_extract.batch.record import complete_run, list_alone
from send_extract.batch.sources import (
    STDIN,
    find_drafts,
    find_settings,
    open_draft,
    output_name,
    read_settings,
    read_template,
)
from send_extract.errors import InvalidSettings, UnwritableOutput, UsageError
from send_extract.manifest import ManifestEntry, count_records
from send_extract.pipeline import read_plan, spell_name
from send_extract.plan import Plan
from send_extract.settings import DEFAULTS, FILE_NAME, Settings
from send_extract.writers.outputs import (
    OUTPUTS,
    Formatting,
    OutputSpec,
    choose_outputs,
    is_missing,
    is_own,
    list_files,
)

if TYPE_CHECKING:
    from send_extract.batch.histories import PlanHistory
    from send_extract.batch.journal import Workplace

__all__ = ["STDIN", "Order", "Outcome", "extract_drafts", "order_extraction"]


class Order(Struct, frozen=True):
    """What a run is asked: the drafts, and what holds for all of them.

    `settings` None means those beside each draft; `format` the name of a reader, None for what the bytes tell;
    `only` and `also` name outputs, `day` is the one that looking ahead begins on, both before what the settings say.
    """

    drafts: tuple[str, ...]
    settings: Settings | None = None
    formatting: Formatting = Formatting()
    format: str | None = None
    only: tuple[str, ...] | None = None
    also: tuple[str, ...] = ()
    day: date | None = None


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
    if output is None:
        yield from _read_drafts(order, None)
        return
    with open_workplace(output) as workplace:
        outcomes: list[Outcome] = []
        for outcome in _read_drafts(order, workplace):
            outcomes.append(outcome)
            yield outcome
        try:
            yield from complete_run(outcomes, workplace)
        except UnwritableOutput:
            if not all(isinstance(outcome.error, UnwritableOutput) for outcome in outcomes):
                raise  # else each draft had to tell of it: it is not told twice


def _read_drafts(order: Order, workplace: Workplace | None) -> Iterator[Outcome]:
    for draft in order.drafts:
        yield _extract_draft(order, draft, workplace)
        if draft != order.drafts[-1]:
            _collect()


def _collect() -> None:
    """Looks for cycles that a parser left, where the process does not; what stays is passed over next time."""
    if not gc.isenabled():
        gc.collect()
        gc.freeze()


def _extract_draft(order: Order, draft: str, workplace: Workplace | None) -> Outcome:
    source, asked = None, () if workplace is None else _choose_outputs(order, DEFAULTS)
    try:
        if workplace is not None:
            _refuse_name(draft)
        source = open_draft(draft)
        settings = find_settings(draft) if order.settings is None else order.settings
        asked = _choose_outputs(order, settings) if workplace is not None else ()
        plan = read_plan(source, settings=settings, format=order.format)
        outcome = Outcome(draft, _describe_plan(plan), plan=plan, day=order.day or settings.plan.date)
        return outcome if workplace is None else _stage_plan(order, outcome, workplace, asked)
    except Exception as fault:  # noqa: BLE001 - whatever a draft brings about is its outcome, never the run's end
        if workplace is not None:
            discard_files(workplace, output_name(draft))
        # What tells of the whole run is made in any case: it tells of this draft's failure, too.
        outputs = tuple(spec for spec in asked if not is_missing(spec))
        return replace(tell_failure(draft, fault, source), outputs=outputs)


def _refuse_name(draft: str) -> None:
    if is_own(name := output_name(draft)):
        message = f"{spell_name(draft)} would be written to {name}/, and {name} is a file of the run. Rename the draft."
        raise UsageError(message)


def _choose_outputs(order: Order, settings: Settings) -> tuple[OutputSpec, ...]:
    """The outputs that are asked for, else those that the settings name."""
    if order.only is not None:
        return choose_outputs(order.only, order.also)
    chosen = choose_outputs(settings.outputs.only, settings.outputs.also, _refuse_settings)
    added = choose_outputs((), order.also)
    return tuple(spec for spec in OUTPUTS if spec in chosen or spec in added)


def _refuse_settings(message: str) -> InvalidSettings:
    return InvalidSettings(f"{FILE_NAME} cannot be used: outputs: {message}")


def _describe_plan(plan: Plan) -> ManifestEntry:
    return ManifestEntry(
        name=plan.source.name,
        outcome="extracted",
        sha256=plan.source.sha256,
        format=plan.source.format,
        counts=count_records(plan),
    )


def _stage_plan(order: Order, outcome: Outcome, workplace: Workplace, asked: Sequence[OutputSpec]) -> Outcome:
    """A draft with the files that need no other draft."""
    if outcome.plan is None:
        return outcome
    missing = tuple(filter(is_missing, asked))
    outputs = tuple(spec for spec in asked if spec not in missing)
    staged = stage_files(workplace, outcome.name, list_files(outputs, "plan", outcome.plan, order.formatting))
    if len(order.drafts) == 1:
        alone = list_alone(outputs, outcome.name, outcome.plan, outcome.day)
        staged += stage_files(workplace, outcome.name, alone)
    folder = workplace.root / outcome.name
    return replace(outcome, folder=folder, staged=staged, outputs=outputs, missing=missing)
