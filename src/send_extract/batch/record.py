"""What a run makes once every draft is read: what changed from draft to draft, its own files, the manifest."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from send_extract.batch import disk
from send_extract.batch.files import (
    StagedFile,
    discard_files,
    find_unchanged,
    is_within,
    put_in_place,
    stage_files,
)
from send_extract.batch.outcomes import Outcome, tell_failure, tell_fault
from send_extract.batch.sources import output_name
from send_extract.errors import SendExtractError
from send_extract.manifest import MANIFEST_NAME, MANIFEST_VERSION, Manifest, OutputFile
from send_extract.plan import Plan
from send_extract.version import __version__
from send_extract.writers.outputs import OUTPUTS, MadeFile, OutputSpec, list_files
from send_extract.writers.records import write_json

if TYPE_CHECKING:
    from send_extract.batch.histories import PlanHistory
    from send_extract.batch.journal import Workplace
    from send_extract.writers.editions import Edition

GENERATOR = f"send-extract {__version__}"
_FAULTS = (msgspec.DecodeError, UnicodeDecodeError, RecursionError, OSError)


def complete_run(outcomes: Sequence[Outcome], workplace: Workplace) -> Iterator[Outcome | PlanHistory]:
    """Makes what the drafts of one plan tell of one another and what the run tells of all, and puts all in place.

    Gives the outcome anew of each draft that failed in this, then the histories.

    Raises:
        UnwritableOutput: it could not be done, and all is as it was.
        Crash: this program broke down over a file of the run's own; all others are in place.
    """
    before = read_manifest(workplace.root)
    plans = _find_plans(outcomes, before, workplace)
    histories = _make_histories(plans)
    editions = _list_editions(outcomes, plans, histories)
    completed = outcomes
    if len(outcomes) > 1:
        completed = [_complete(outcome, editions, workplace) for outcome in outcomes]
        yield from (new for old, new in zip(outcomes, completed, strict=True) if new.error is not old.error)
    manifest = _record_drafts(completed, before, workplace)
    own = _list_own(completed, histories, editions, manifest)
    files, fault = _stage_own(workplace, own)
    manifest = replace(manifest, files=_unite_own(files, outcomes, before, workplace.root))
    staged = [file for outcome in completed for file in outcome.staged]
    staged += (*files, *stage_files(workplace, "", [(MANIFEST_NAME, (write_json(manifest),))]))
    put_in_place(workplace, staged, _find_gone(workplace.root, before, manifest))
    yield from (_find_pages(history, manifest) for history in histories)
    if fault is not None:
        raise fault


def read_manifest(root: Path) -> Manifest:
    """The manifest of the run before, as far as this program can read it."""
    path = root / MANIFEST_NAME
    if disk.find_kind(path) == "file":
        try:
            return msgspec.json.decode(path.read_bytes(), type=Manifest)
        except _FAULTS:
            pass
    return Manifest(MANIFEST_VERSION, GENERATOR)


def _find_plans(outcomes: Iterable[Outcome], before: Manifest, workplace: Workplace) -> dict[str, Plan]:
    """The plans of the drafts by their folders; of one that failed, the plan that it was read to before."""
    plans = {
        outcome.name: outcome.plan or _find_earlier(outcome, before, workplace.root) for outcome in outcomes
    }
    return {name: plan for name, plan in plans.items() if plan is not None}


def _find_earlier(outcome: Outcome, before: Manifest, root: Path) -> Plan | None:
    wanted = f"{outcome.name}/plan.json"
    files = [file for entry in before.sources for file in entry.files if file.path == wanted]
    for file in find_unchanged(root, files):
        from send_extract.batch.plans import load_plan

        with suppress(SendExtractError):
            return load_plan(root / file.path)
    return None


def _make_histories(plans: Mapping[str, Plan]) -> tuple[PlanHistory, ...]:
    if len(plans) < 2:
        return ()
    # One draft has no history: the comparison is imported where there are several.
    from send_extract.batch.histories import make_histories

    return make_histories(plans)


def _list_editions(
    outcomes: Sequence[Outcome], plans: Mapping[str, Plan], histories: Iterable[PlanHistory]
) -> dict[str, Edition]:
    """The drafts among those of their plans, by folder; none where nothing tells of that."""
    if not histories and not any(spec.edition or spec.run for spec in _unite_outputs(outcomes)):
        return {}
    from send_extract.writers.editions import Edition

    days = {outcome.name: outcome.day for outcome in outcomes}
    editions = {folder: Edition(folder, plan, day=days[folder]) for folder, plan in plans.items()}
    for history in histories:
        for folder, compared in zip(history.drafts, (None, *history.steps), strict=True):
            editions[folder] = replace(editions[folder], compared=compared, history=history.history)
    return editions


def _unite_outputs(outcomes: Iterable[Outcome]) -> tuple[OutputSpec, ...]:
    """The outputs that are asked for of any draft."""
    asked = {spec.name for outcome in outcomes for spec in outcome.outputs}
    return tuple(spec for spec in OUTPUTS if spec.name in asked)


def list_alone(
    outputs: Sequence[OutputSpec], folder: str, plan: Plan, day: date | None
) -> Iterator[MadeFile]:
    """The files of a draft that is alone in its run, which nothing more can be told of once others are read."""
    if any(spec.edition for spec in outputs):
        from send_extract.writers.editions import Edition

        yield from list_files(outputs, "edition", Edition(folder, plan, day=day))


def _complete(outcome: Outcome, editions: Mapping[str, Edition], workplace: Workplace) -> Outcome:
    """A draft with what its folder tells of the draft before; one that fails in this keeps its earlier files."""
    edition = editions.get(outcome.name)
    if edition is None or outcome.plan is None:
        return outcome
    try:
        staged = stage_files(workplace, edition.folder, _list_later(outcome.outputs, edition))
    except Exception as fault:  # noqa: BLE001 - whatever a draft brings about is its outcome, never the run's end
        discard_files(workplace, edition.folder)
        return tell_failure(outcome.draft, fault)
    return replace(outcome, staged=(*outcome.staged, *staged))


def _list_later(outputs: Iterable[OutputSpec], edition: Edition) -> Iterator[MadeFile]:
    if edition.compared is not None:
        yield from list_files(outputs, "changes", edition.compared)
    yield from list_files(outputs, "edition", edition)


def _record_drafts(outcomes: Iterable[Outcome], before: Manifest, workplace: Workplace) -> Manifest:
    """The manifest of what became of each draft; of one that failed, the files stay that stand in its folder."""
    earlier = {output_name(entry.name): entry for entry in before.earlier}
    earlier |= {output_name(entry.name): entry for entry in before.sources}
    entries = []
    for outcome in outcomes:
        known = earlier.pop(outcome.name, outcome.entry)
        files = tuple(file for file, _ in outcome.staged) or _find_standing(known.files, workplace.root)
        entries.append(replace(outcome.entry, files=files))
    stay = (replace(entry, files=_find_standing(entry.files, workplace.root)) for entry in earlier.values())
    return Manifest(
        MANIFEST_VERSION, GENERATOR, tuple(entries), earlier=tuple(entry for entry in stay if entry.files)
    )


def _find_standing(files: Iterable[OutputFile], root: Path) -> tuple[OutputFile, ...]:
    return tuple(
        file for file in files if is_within(file.path) and disk.find_kind(root / file.path) == "file"
    )


def _list_own(
    outcomes: Sequence[Outcome],
    histories: Iterable[PlanHistory],
    editions: Mapping[str, Edition],
    manifest: Manifest,
) -> Iterator[MadeFile]:
    """The files of the run's own folder."""
    outputs = _unite_outputs(outcomes)
    for history in histories:
        yield from list_files(outputs, "history", history.history, history.suffix)
    if any(spec.run for spec in outputs):
        from send_extract.writers.editions import RunRecord

        yield from list_files(outputs, "run", RunRecord(tuple(editions.values()), manifest))


def _stage_own(
    workplace: Workplace, made: Iterable[MadeFile]
) -> tuple[list[StagedFile], SendExtractError | None]:
    """The run's own files, as many as could be made, and what was raised over the next."""
    staged: list[StagedFile] = []
    try:
        for file in made:
            staged += stage_files(workplace, "", [file])
    except SendExtractError:
        raise
    except Exception as fault:  # noqa: BLE001 - what a page of the run breaks down over is no reason to lose the drafts
        return staged, tell_fault(os.fspath(workplace.root), fault)
    return staged, None


def _unite_own(
    staged: Iterable[StagedFile], outcomes: Iterable[Outcome], before: Manifest, root: Path
) -> tuple[OutputFile, ...]:
    """The run's own files, with those of the run before where that one was about other drafts alone."""
    made = {file.path: file for file, _ in staged}
    known = {output_name(entry.name) for entry in (*before.sources, *before.earlier)}
    if known.isdisjoint(outcome.name for outcome in outcomes):
        made = {file.path: file for file in _find_standing(before.files, root)} | made
    return tuple(made.values())


def _find_gone(root: Path, before: Manifest, manifest: Manifest) -> tuple[OutputFile, ...]:
    """The files of the run before that are made no more, and that nobody has changed since."""
    stay = {file.path for file in _list_files(manifest)}
    return tuple(find_unchanged(root, (file for file in _list_files(before) if file.path not in stay)))


def _list_files(manifest: Manifest) -> Iterator[OutputFile]:
    for entry in (*manifest.sources, *manifest.earlier):
        yield from entry.files
    yield from manifest.files


def _find_pages(history: PlanHistory, manifest: Manifest) -> PlanHistory:
    """A history with what people read of it: its last step, and the whole."""
    paths = {file.path for file in _list_files(manifest)}
    names = (f"{history.drafts[-1]}/changes.md", f"history{history.suffix}.md")
    return history._replace(pages=tuple(name for name in names if name in paths))
