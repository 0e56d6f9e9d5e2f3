"""The drafts of a run as one database, `plans.sqlite`: the tables of all of them, to be asked at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from send_extract.writers.editions import Edition, RunRecord
    from send_extract.writers.outputs import FindParts, MadeFile


def list_rows(edition: Edition) -> Iterator[bytes]:
    """What the database has of one draft."""
    from send_extract.writers.database.rows import write_rows

    yield write_rows(edition)


def list_database(_: RunRecord, find_parts: FindParts) -> Iterator[MadeFile]:
    """`plans.sqlite` of a run."""
    from send_extract.writers.database.file import write_database

    yield "plans.sqlite", write_database(find_parts("sqlite"))
