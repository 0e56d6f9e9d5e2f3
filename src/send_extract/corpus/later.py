"""What is made once every source of a run is read: the tables of all drafts together, anew from every plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from send_extract.batch.files import StagedFile, stage_files
from send_extract.comparison.grouping import Traits
from send_extract.corpus.histories import Asker, Histories, PlanSource, tell_histories
from send_extract.corpus.history_tables import HISTORY_TABLES
from send_extract.corpus.tables import Identity

if TYPE_CHECKING:
    from send_extract.batch.journal import Workplace
    from send_extract.corpus.formats import DatasetFormat


class PlanLine(Struct, frozen=True, gc=False):
    """A line of `plans`."""

    uri: str
    name: str
    digest: str | None
    council: str | None
    plan: str
    traits: str


def stage_histories(
    workplace: Workplace, form: DatasetFormat, plans: Iterator[bytes], ask: Asker, touched: Iterable[str]
) -> list[StagedFile]:
    """Makes the files of the tables of all drafts together; `plans` are all lines of `plans`.

    `touched` are the parts of the dataset with sources that were read anew: they may have nothing to tell any more.

    Raises:
        UnwritableOutput: they cannot be written.
    """
    with tell_histories(map(_open_line, plans), ask) as told:
        parts: dict[str, list[str]] = {part: [] for part in touched}
        for uri in told.list_uris():
            parts.setdefault(form.part(uri), []).append(uri)
        return [
            file
            for part, uris in parts.items()
            for file in stage_files(workplace, "", _make_part(told, form, part, uris))
        ]


_LINE = msgspec.json.Decoder(PlanLine)


def _open_line(line: bytes) -> PlanSource:
    row = _LINE.decode(line)
    identity = Identity(row.uri, row.name, row.digest, row.council)
    return PlanSource(identity, row.plan.encode(), msgspec.json.decode(row.traits, type=Traits))


def _make_part(
    told: Histories, form: DatasetFormat, part: str, uris: list[str]
) -> Iterator[tuple[str, Iterator[bytes]]]:
    """The files of a part of the dataset."""
    for place, table in enumerate(HISTORY_TABLES):
        lines = (told.read(uri, place) for uri in uris)
        yield form.place(table.name, part), form.write(table, lines)
