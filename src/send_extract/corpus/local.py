"""The engine that needs nothing: the processes of this machine."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import AbstractContextManager, nullcontext

from send_extract.corpus.work import Means, Parcel, Terms, read_parcels
from send_extract.pool import Answer, Task, run_tasks


def keep_ready(_: Means) -> AbstractContextManager[None]:
    """Nothing that would have to be kept."""
    return nullcontext()


def read_corpus(parcels: Iterable[Parcel], terms: Terms, means: Means) -> Generator[bytes, None, None]:
    """The packed rows of each parcel, by so many processes at once."""
    return read_parcels(parcels, terms, means.jobs)


def answer_tasks(tasks: Iterable[Task], means: Means) -> Generator[Answer, None, None]:
    """The answer to each task in their order, by so many processes at once."""
    return run_tasks(tasks, means.jobs)
