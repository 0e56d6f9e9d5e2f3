"""What changed, as files: beside a draft since the one before, beside the run from draft to draft."""

from __future__ import annotations

from collections.abc import Iterator

from send_extract.changes import Compared, History
from send_extract.writers.diff import write_diff
from send_extract.writers.diff.history import write_history
from send_extract.writers.outputs import MadeFile
from send_extract.writers.records import write_json


def list_json(compared: Compared) -> Iterator[MadeFile]:
    """`changes.json`."""
    yield "changes.json", (write_diff(compared, "json"),)


def list_csv(compared: Compared) -> Iterator[MadeFile]:
    """`changes.csv`."""
    yield "changes.csv", (write_diff(compared, "csv"),)


def list_markdown(compared: Compared) -> Iterator[MadeFile]:
    """`changes.md`."""
    yield "changes.md", (write_diff(compared, "markdown"),)


def list_json_history(history: History, suffix: str) -> Iterator[MadeFile]:
    """`history.json`."""
    yield f"history{suffix}.json", (write_json(history),)


def list_markdown_history(history: History, suffix: str) -> Iterator[MadeFile]:
    """`history.md`."""
    yield f"history{suffix}.md", (write_history(history),)
