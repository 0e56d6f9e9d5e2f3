"""What is made of a draft among those of its plan, be it the only one: its files, and what the run's own need of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from send_extract.batch.files import StagedFile, keep_parts, stage_files
from send_extract.writers.outputs import MadeFile, OutputSpec, list_files, list_parts

if TYPE_CHECKING:
    from send_extract.batch.journal import Workplace
    from send_extract.writers.editions import Edition


def are_told(outputs: Iterable[OutputSpec]) -> bool:
    """Whether any of these tells of a draft among others, also of one that is alone."""
    return any(spec.edition or spec.part for spec in outputs)


def stage_edition(
    workplace: Workplace, outputs: Sequence[OutputSpec], edition: Edition
) -> tuple[StagedFile, ...]:
    """Makes the files of a draft that tell of it among others, and keeps what the run's own files need of it.

    Raises:
        UnwritableOutput: they cannot be written.
    """
    staged = stage_files(workplace, edition.folder, _list_files(outputs, edition))
    keep_parts(workplace, edition.folder, list_parts(outputs, edition))
    return staged


def _list_files(outputs: Sequence[OutputSpec], edition: Edition) -> Iterator[MadeFile]:
    if edition.compared is not None:
        yield from list_files(outputs, "changes", edition.compared)
    yield from list_files(outputs, "edition", edition)
