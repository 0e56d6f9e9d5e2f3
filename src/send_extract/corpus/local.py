"""The engine that needs nothing: the processes of this machine."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import closing

from send_extract.corpus.work import Parcel, Terms, pack_rows, read_parcels
from send_extract.pool import run_tasks as answer_tasks

__all__ = ["answer_tasks", "read_corpus"]


def read_corpus(parcels: Iterable[Parcel], terms: Terms, jobs: int) -> Generator[bytes, None, None]:
    """The packed rows of each parcel, by `jobs` processes at once."""
    with closing(read_parcels(parcels, terms, jobs)) as read:
        yield from map(pack_rows, read)
