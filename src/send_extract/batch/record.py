"""What a run makes once every draft is read: what changed from draft to draft, its own files, the manifest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from send_extract.batch import disk
from send_extract.batch.files import StagedFile, find_unchanged, put_in_place, stage_files
from send_extract.batch.later import (
    BREAKDOWNS,
    Later,
    Pile,
    PlanHistory,
    compare_drafts,
    find_earlier,
    make_run_files,
)
from send_extract.batch.outcomes import Outcome
from send_extract.batch.sources import output_name
from send_extract.errors import UnwritableOutput
from send_extract.manifest import MANIFEST_NAME, MANIFEST_VERSION, Manifest, OutputFile
from send_extract.version import __version__
from send_extract.writers.records import write_json

if TYPE_CHECKING:
    from send_extract.batch.journal import Workplace
    from send_extract.batch.register import Register

GENERATOR = f"send-extract {__version__}"
_FAULTS = (msgspec.DecodeError, UnicodeDecodeError, RecursionError, OSError)


def complete_run(register: Register, workplace: Workplace, jobs: int) -> Iterator[Outcome | PlanHistory]:
    """Makes what the drafts of one plan tell of one another and what the run tells of all, and puts all in place.

    Gives the outcome anew of each draft that failed in this, then the histories. `jobs` is the most processes at work
    at once, 0 for none but this one.

    Raises:
        UnwritableOutput: it could not be done, and all is as it was.
        Crash: this program broke down over a file of the run's own; all others are in place.
    """
    before = read_manifest(workplace.root)
    outcomes = list(register.outcomes())
    later = Later()
    if len(outcomes) > 1:
        later = compare_drafts(
            Pile(register, outcomes, find_earlier(outcomes, before, workplace.root), workplace), jobs
        )
    yield from later.failed.values()
    completed = later.complete(outcomes)
    manifest = _record_drafts(completed, before, workplace)
    staged = [*later.staged]
    manifest = replace(manifest, files=tuple(file for file, _ in staged))
    fault = later.fault
    try:
        staged += make_run_files(completed, later, manifest, workplace, jobs)
    except BREAKDOWNS as breakdown:
        fault = fault or breakdown
    manifest = replace(manifest, files=_unite_own(staged, outcomes, before, workplace.root))
    staged += stage_files(workplace, "", [(MANIFEST_NAME, (write_json(manifest),))])
    _refuse_foreign(staged, workplace.root)
    drafts = [file for outcome in completed for file in outcome.staged]
    put_in_place(workplace, [*drafts, *staged], _find_gone(workplace.root, before, manifest))
    yield from (_find_pages(history, manifest) for history in later.histories)
    if fault is not None:
        raise fault


def read_manifest(root: Path) -> Manifest:
    """The manifest of the run before, as far as this program can read it."""
    path = root / MANIFEST_NAME
    if disk.find_kind(path) == "file":
        with suppress(*_FAULTS):
            return msgspec.json.decode(path.read_bytes(), type=Manifest)
    return Manifest(MANIFEST_VERSION, GENERATOR)


class _ManifestHead(msgspec.Struct):
    """What tells a manifest of this program, of whatever version, from another file of that name."""

    generator: str = ""


def _refuse_foreign(own: Iterable[StagedFile], root: Path) -> None:
    """Refuses to write over a file that no run has made: another program's manifest, somebody's index.

    Raises:
        UnwritableOutput: there is one, and no manifest of a run.
    """
    with suppress(*_FAULTS):
        head = msgspec.json.decode((root / MANIFEST_NAME).read_bytes(), type=_ManifestHead)
        if head.generator.startswith("send-extract"):
            return
    for file, is_changed in own:
        if is_changed and disk.find_kind(root / file.path) is not None:
            message = f"{root / file.path} stands there, and no run has made it. Choose another -o, or take it away."
            raise UnwritableOutput(message)


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
        file for file in files if disk.is_within(file.path) and disk.find_kind(root / file.path) == "file"
    )


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
    return replace(history, pages=tuple(name for name in names if name in paths))
