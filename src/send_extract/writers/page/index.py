"""The page of a run: its drafts, what became of each, what changed between them, and where their files are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote

from send_extract.manifest import Manifest, ManifestEntry
from send_extract.writers.diff.lengths import say_count
from send_extract.writers.editions import RunDraft, RunRecord
from send_extract.writers.outputs import FindParts, MadeFile
from send_extract.writers.page.rendering import render_page
from send_extract.writers.wording import describe_draft

OUTCOMES = {
    "extracted": "Read", "rejected": "Not read", "timeout": "Took too long", "memory": "Took too much memory",
    "crash": "The program broke down",
}  # fmt: skip
SHOWN = {
    "plan.html": "Page", "plan.md": "Markdown", "to-mend.md": "To mend", "plan.docx": "Word", "plan.xlsx": "Workbook",
    "plan.ics": "Calendar", "plan.json": "JSON", "changes.md": "Changes",
}  # fmt: skip
"""The files of a draft that are linked by name; the others are counted."""


class PageLink(NamedTuple):
    """A file and what it is called."""

    name: str
    address: str


class IndexEntry(NamedTuple):
    """One draft of the run: its outcome, and where it was read what is in it, its files and what changed."""

    record: ManifestEntry
    title: str
    draft: str
    outcome: str
    said: str
    page: str | None
    links: tuple[PageLink, ...]
    more: int
    since: str
    changes: tuple[str, ...]


def list_index(record: RunRecord, _: FindParts) -> Iterator[MadeFile]:
    """`index.html` of a run."""
    yield "index.html", (write_index(record),)


def write_index(record: RunRecord) -> bytes:
    """The bytes of `index.html`."""
    manifest, drafts = record.manifest, {draft.folder: draft for draft in record.drafts}
    values = {
        "said": _say_outcomes(manifest),
        "entries": tuple(_make_entry(entry, _find_draft(entry, drafts)) for entry in manifest.sources),
        "histories": _list_histories(manifest),
    }
    return render_page("index.html.jinja", values)


def _say_outcomes(manifest: Manifest) -> str:
    counts = Counter(OUTCOMES[entry.outcome].lower() for entry in manifest.sources)
    said = ", ".join(f"{count} {outcome}" for outcome, count in counts.most_common())
    return f"{say_count(counts.total(), 'draft', 'drafts')}: {said}" if said else ""


def _find_draft(entry: ManifestEntry, drafts: dict[str, RunDraft]) -> RunDraft | None:
    is_read = entry.files and entry.outcome == "extracted"
    return drafts.get(entry.files[0].path.partition("/")[0]) if is_read else None


def _make_entry(entry: ManifestEntry, draft: RunDraft | None) -> IndexEntry:
    paths = {file.path.rpartition("/")[2]: file.path for file in entry.files}
    links = tuple(PageLink(name, quote(paths[file])) for file, name in SHOWN.items() if file in paths)
    return IndexEntry(
        record=entry,
        title=(draft.title if draft else None) or entry.name,
        draft=describe_draft(draft.draft) if draft else "",
        outcome=OUTCOMES[entry.outcome],
        said=_say_contents(entry),
        page=quote(paths["plan.html"]) if "plan.html" in paths else None,
        links=links,
        more=len(paths) - len(links),
        since=draft.since if draft else "",
        changes=draft.changes if draft else (),
    )


def _say_contents(entry: ManifestEntry) -> str:
    if entry.counts is None:
        return entry.failure.message if entry.failure else ""
    counts = entry.counts
    return ", ".join(
        (
            say_count(counts.recommendations, "recommendation", "recommendations"),
            say_count(counts.actions, "action", "actions"),
            say_count(counts.owners, "owner", "owners"),
            f"{counts.errors + counts.warnings} to mend",
        )
    )


def _list_histories(manifest: Manifest) -> tuple[PageLink, ...]:
    names = (file.path for file in manifest.files if file.path.endswith(".md"))
    return tuple(PageLink(name, quote(name)) for name in names)
