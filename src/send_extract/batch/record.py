"""What a run makes once every draft is read: what changed from draft to draft, its own files, the manifest."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import chain
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from send_extract.batch import disk
from send_extract.batch.files import StagedFile, find_unchanged, put_in_place, stage_files
from send_extract.batch.journal import Workplace
from send_extract.batch.later import (
    BREAKDOWNS,
    Later,
    Pile,
    PlanHistory,
    compare_drafts,
    find_earlier,
    list_run_drafts,
    make_run_files,
)
from send_extract.batch.outcomes import Outcome
from send_extract.batch.register import Register
from send_extract.batch.sources import output_name
from send_extract.errors import UnwritableOutput
from send_extract.manifest import MANIFEST_NAME, MANIFEST_VERSION, Manifest, ManifestEntry, OutputFile
from send_extract.version import __version__
from send_extract.writers.records import encode_record

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
    later = Later()
    if len(register) > 1:
        earlier = find_earlier(register.outcomes(), before, workplace.root)
        later = compare_drafts(Pile(register, earlier, workplace), jobs)
    yield from later.failed.values()
    ended = _EndedRun(register, later, _know_entries(before), workplace.root)
    staged, fault = list(later.staged), later.fault
    try:
        record = list_run_drafts(ended.outcomes(), later), ended.print_manifest(file for file, _ in staged)
        staged += make_run_files(ended.list_outputs(), record, workplace, jobs)
    except BREAKDOWNS as breakdown:
        fault = fault or breakdown
    own = _unite_own(staged, ended, before)
    staged += stage_files(workplace, "", [(MANIFEST_NAME, ended.print_manifest(own))])
    _refuse_foreign(staged, workplace.root)
    _refuse_drafts(ended, staged)
    put_in_place(workplace, chain(ended.list_made(), staged), _find_gone(ended, own, before))
    yield from _find_pages(ended, own)
    if fault is not None:
        raise fault


class _EndedRun(Struct, frozen=True):
    """A run whose drafts are all read: what became of each is looked up as often as it is asked for, and never held.

    `known` has the entries of the runs before, by the folders of their drafts.
    """

    register: Register
    later: Later
    known: Mapping[str, ManifestEntry]
    root: Path

    def outcomes(self) -> Iterator[Outcome]:
        """What became of each draft, with all files that are made of it."""
        return self.later.complete(self.register.outcomes())

    def list_made(self) -> Iterator[StagedFile]:
        """The files that are made of the drafts."""
        return (file for outcome in self.outcomes() for file in outcome.staged)

    def list_outputs(self) -> tuple[str, ...]:
        """The names of the outputs that are made of any draft."""
        return tuple({name: None for outcome in self.outcomes() for name in outcome.outputs})

    def list_entries(self) -> Iterator[ManifestEntry]:
        """The entry of each draft; of one that failed, the files stay that stand in its folder."""
        for outcome in self.outcomes():
            known = self.known.get(outcome.name, outcome.entry)
            files = tuple(file for file, _ in outcome.staged) or _find_standing(known.files, self.root)
            yield replace(outcome.entry, files=files)

    def list_earlier(self) -> Iterator[ManifestEntry]:
        """The entries of drafts that this run is not about, as far as their files stand."""
        own = self.find_known()
        stay = (entry for name, entry in self.known.items() if name not in own)
        standing = (replace(entry, files=_find_standing(entry.files, self.root)) for entry in stay)
        return (entry for entry in standing if entry.files)

    def find_known(self) -> set[str]:
        """The folders of this run's drafts that runs before had too."""
        return {outcome.name for outcome in self.register.outcomes() if outcome.name in self.known}

    def list_paths(self, own: Iterable[OutputFile]) -> Iterator[str]:
        """The paths of all files that the manifest lists, `own` being those of the run's own folder."""
        for entry in chain(self.list_entries(), self.list_earlier()):
            yield from (file.path for file in entry.files)
        yield from (file.path for file in own)

    def print_manifest(self, own: Iterable[OutputFile]) -> Iterator[bytes]:
        """The manifest in parts."""
        manifest = Manifest(MANIFEST_VERSION, GENERATOR, files=tuple(own))
        streams = {"sources": self.list_entries(), "earlier": self.list_earlier()}
        return encode_record(manifest, streams=streams)


def _know_entries(before: Manifest) -> dict[str, ManifestEntry]:
    return {output_name(entry.name): entry for entry in (*before.earlier, *before.sources)}


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


def _refuse_drafts(ended: _EndedRun, own: Iterable[StagedFile]) -> None:
    """Refuses to write over a draft that was read.

    Raises:
        UnwritableOutput: a file would be put where one stands.
    """
    drafts = {os.path.realpath(outcome.draft) for outcome in ended.outcomes()}
    names = {Path(draft).name for draft in drafts}
    for file, is_changed in chain(ended.list_made(), own):
        if not is_changed or file.path.rpartition("/")[2] not in names:
            continue
        place = ended.root / file.path
        if os.path.realpath(place) in drafts:
            message = f"{place} is one of the drafts, which is never written over. Choose another -o."
            raise UnwritableOutput(message)


def _find_standing(files: Iterable[OutputFile], root: Path) -> tuple[OutputFile, ...]:
    return tuple(
        file for file in files if disk.is_within(file.path) and disk.find_kind(root / file.path) == "file"
    )


def _unite_own(staged: Iterable[StagedFile], ended: _EndedRun, before: Manifest) -> tuple[OutputFile, ...]:
    """The run's own files, with those of the run before where that one was about other drafts alone."""
    made = {file.path: file for file, _ in staged}
    if not ended.find_known():
        made = {file.path: file for file in _find_standing(before.files, ended.root)} | made
    return tuple(made.values())


def _find_gone(ended: _EndedRun, own: Iterable[OutputFile], before: Manifest) -> Iterator[OutputFile]:
    """The files of the run before that are made no more, and that nobody has changed since."""
    entries = chain(before.sources, before.earlier)
    gone = {file.path: file for file in chain(*(entry.files for entry in entries), before.files)}
    for path in ended.list_paths(own) if gone else ():
        gone.pop(path, None)
    return find_unchanged(ended.root, gone.values())


def _find_pages(ended: _EndedRun, own: Iterable[OutputFile]) -> Iterator[PlanHistory]:
    """The histories with what people read of each: its last step, and the whole."""
    histories = ended.later.histories
    names = [(f"{each.drafts[-1]}/changes.md", f"history{each.suffix}.md") for each in histories]
    made = set(chain(*names)).intersection(ended.list_paths(own)) if histories else set()
    for history, pages in zip(histories, names, strict=True):
        yield replace(history, pages=tuple(name for name in pages if name in made))
