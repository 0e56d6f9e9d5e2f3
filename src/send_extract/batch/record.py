"""What a run writes once every draft is read: what changed from draft to draft, its own files, the manifest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from send_extract.batch.files import write_files
from send_extract.manifest import (
    MANIFEST_NAME,
    MANIFEST_VERSION,
    Manifest,
    ManifestEntry,
    OutputFile,
    describe_files,
)
from send_extract.plan import Plan
from send_extract.version import __version__
from send_extract.writers.outputs import OUTPUTS, MadeFile, OutputSpec, list_files
from send_extract.writers.records import write_json

if TYPE_CHECKING:
    from send_extract.batch.histories import PlanHistory
    from send_extract.writers.editions import Edition


class Written(NamedTuple):
    """A draft as its run's record needs it: its line, and where it was read its folder, plan and outputs."""

    entry: ManifestEntry
    folder: Path | None = None
    plan: Plan | None = None
    outputs: tuple[OutputSpec, ...] = ()


def write_made(
    output: Path, folder: str, made: Iterable[MadeFile]
) -> tuple[tuple[OutputFile, ...], tuple[str, ...]]:
    """Writes files into a folder of the run's; gives them as the manifest lists them, and the names that changed.

    Raises:
        UnwritableOutput: they cannot be written.
    """
    files = {name: b"".join(parts) for name, parts in made}
    return describe_files(folder, files), write_files(output / folder, files)


def write_record(drafts: Sequence[Written], output: Path) -> tuple[PlanHistory, ...]:
    """Writes what the drafts of one plan tell of one another and what the run tells of all, the manifest last.

    Raises:
        UnwritableOutput: they cannot be written.
    """
    plans = {draft.folder.name: draft.plan for draft in drafts if draft.folder and draft.plan}
    histories = _make_histories(plans)
    outputs = tuple(spec for spec in OUTPUTS if any(spec in draft.outputs for draft in drafts))
    editions = _list_editions(plans, histories, outputs)
    entries = tuple(_write_later(draft, editions, output) for draft in drafts)
    manifest = Manifest(MANIFEST_VERSION, f"send-extract {__version__}", entries)
    own = _list_own(outputs, histories, editions, manifest)
    files, _ = write_made(output, "", own)
    manifest = replace(manifest, files=files)
    write_files(output, {MANIFEST_NAME: write_json(manifest)})
    return tuple(_find_pages(history, manifest) for history in histories)


def _make_histories(plans: Mapping[str, Plan]) -> tuple[PlanHistory, ...]:
    if len(plans) < 2:
        return ()
    # One draft has no history: the comparison is imported where there are several.
    from send_extract.batch.histories import make_histories

    return make_histories(plans)


def _list_editions(
    plans: Mapping[str, Plan], histories: Iterable[PlanHistory], outputs: Iterable[OutputSpec]
) -> dict[str, Edition]:
    """The drafts among those of their plans, by folder; none where nothing tells of that."""
    if not histories and not any(spec.edition or spec.run for spec in outputs):
        return {}
    from send_extract.writers.editions import Edition

    editions = {folder: Edition(folder, plan) for folder, plan in plans.items()}
    for history in histories:
        steps = (None, *history.steps)
        for folder, compared in zip(history.drafts, steps, strict=True):
            editions[folder] = Edition(folder, plans[folder], compared, history.history)
    return editions


def _write_later(draft: Written, editions: Mapping[str, Edition], output: Path) -> ManifestEntry:
    """Writes what a draft's folder tells of the draft before; gives the draft's line with those files."""
    edition = editions.get(draft.folder.name) if draft.folder else None
    if edition is None:
        return draft.entry
    files, _ = write_made(output, edition.folder, _list_later(draft.outputs, edition))
    return replace(draft.entry, files=(*draft.entry.files, *files))


def _list_later(outputs: Iterable[OutputSpec], edition: Edition) -> Iterator[MadeFile]:
    if edition.compared is not None:
        yield from list_files(outputs, "changes", edition.compared)
    yield from list_files(outputs, "edition", edition)


def _list_own(
    outputs: Iterable[OutputSpec],
    histories: Iterable[PlanHistory],
    editions: Mapping[str, Edition],
    manifest: Manifest,
) -> Iterator[MadeFile]:
    """The files of the run's own folder."""
    for history in histories:
        yield from list_files(outputs, "history", history.history, history.suffix)
    if any(spec.run for spec in outputs):
        from send_extract.writers.editions import RunRecord

        yield from list_files(outputs, "run", RunRecord(tuple(editions.values()), manifest))


def _find_pages(history: PlanHistory, manifest: Manifest) -> PlanHistory:
    """A history with what people read of it: its last step, and the whole."""
    listed = (manifest.files, *(entry.files for entry in manifest.sources))
    paths = {file.path for files in listed for file in files}
    names = (f"{history.drafts[-1]}/changes.md", f"history{history.suffix}.md")
    return history._replace(pages=tuple(name for name in names if name in paths))
