"""The page of a run: its drafts, what became of each, what changed between them, and where their files are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote

from send_extract.manifest import Manifest, ManifestEntry
from send_extract.writers.editions import RunDraft, RunRecord
from send_extract.writers.outputs import MadeFile
from send_extract.writers.page.rendering import render_page
from send_extract.writers.wording import describe_draft

OUTCOMES = {
    "extracted": "Read", "rejected": "Not read", "timeout": "Took too long", "memory": "Took too much memory",
    "crash": "The program broke down",
}  # fmt: skip
SHOWN = {"plan.html": "Page", "plan.md": "Markdown", "plan.json": "JSON", "changes.md": "Changes"}
"""The files of a draft that are linked by name; the others are counted."""


class PageLink(NamedTuple):
    """A file and what it is called."""

    name: str
    address: str


class IndexEntry(NamedTuple):
    """One draft of the run: its outcome, and where it was read its title, its files and what changed in it."""

    record: ManifestEntry
    outcome: str
    title: str
    draft: str
    links: tuple[PageLink, ...]
    more: int
    since: str
    changes: tuple[str, ...]


def list_index(record: RunRecord) -> Iterator[MadeFile]:
    """`index.html` of a run."""
    yield "index.html", (write_index(record),)


def write_index(record: RunRecord) -> bytes:
    """The bytes of `index.html`."""
    manifest, drafts = record.manifest, {draft.folder: draft for draft in record.drafts}
    entries = tuple(_make_entry(entry, _find_draft(entry, drafts)) for entry in manifest.sources)
    return render_page("index.html.jinja", {"entries": entries, "histories": _list_histories(manifest)})


def _find_draft(entry: ManifestEntry, drafts: dict[str, RunDraft]) -> RunDraft | None:
    return drafts.get(entry.files[0].path.partition("/")[0]) if entry.files else None


def _make_entry(entry: ManifestEntry, draft: RunDraft | None) -> IndexEntry:
    paths = {file.path.rpartition("/")[2]: file.path for file in entry.files}
    links = tuple(PageLink(SHOWN[name], quote(paths[name])) for name in SHOWN if name in paths)
    return IndexEntry(
        record=entry,
        outcome=OUTCOMES[entry.outcome],
        title=(draft.title or "Untitled") if draft else "",
        draft=describe_draft(draft.draft) if draft else "",
        links=links,
        more=len(paths) - len(links),
        since=draft.since if draft else "",
        changes=draft.changes if draft else (),
    )


def _list_histories(manifest: Manifest) -> tuple[PageLink, ...]:
    names = (file.path for file in manifest.files if file.path.endswith(".md"))
    return tuple(PageLink(name, quote(name)) for name in names)
