"""What became of one draft of a run: a plan and its files, or the error that stopped it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msgspec import Struct

from send_extract.batch.files import StagedFile
from send_extract.batch.sources import STDIN, output_name, refuse_draft
from send_extract.confinement import blame
from send_extract.errors import SendExtractError
from send_extract.manifest import Failure, ManifestEntry
from send_extract.pipeline import spell_name
from send_extract.plan import Plan
from send_extract.source import Source
from send_extract.writers.outputs import OutputSpec


class Outcome(Struct, frozen=True):
    """What became of one draft: a plan, or the error that stopped it.

    `folder` is where its files are put, `staged` are these; `missing` the outputs that need a part which is not
    installed; `day` the one that looking ahead begins on, where the plan's own is not to be taken.
    """

    draft: str
    entry: ManifestEntry
    plan: Plan | None = None
    error: SendExtractError | None = None
    folder: Path | None = None
    staged: tuple[StagedFile, ...] = ()
    outputs: tuple[OutputSpec, ...] = ()
    missing: tuple[OutputSpec, ...] = ()
    day: date | None = None

    @property
    def name(self) -> str:
        """The name of its folder."""
        return output_name(self.draft)

    @property
    def rewritten(self) -> tuple[str, ...]:
        """Its files whose bytes are others than those that stood there."""
        return tuple(file.path for file, is_changed in self.staged if is_changed)


def tell_failure(draft: str, fault: Exception, source: Source | None = None) -> Outcome:
    """The outcome of a draft over which something was raised."""
    error = tell_fault(draft, fault)
    entry = ManifestEntry(
        name=draft if draft == STDIN else spell_name(Path(draft).name),
        outcome=error.fate,
        sha256=source.sha256 if source else None,
        failure=Failure(type(error).__name__, error.exit_code, spell_name(str(error))),
    )
    return Outcome(draft, entry, error=error)


def tell_fault(draft: str, fault: Exception) -> SendExtractError:
    """The error that a draft's outcome has for whatever was raised over it."""
    match fault:
        case SendExtractError():
            return fault
        case OSError():
            return refuse_draft(draft, fault)
        case _:
            # What tells of a crash is imported where there is one.
            from send_extract.pool.worker import tell_exception

            return blame(spell_name(draft), tell_exception(fault))
