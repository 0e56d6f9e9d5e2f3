"""What became of one draft of a run, as the run's end and a person are told of it: small, whatever the draft's size."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msgspec import Struct

from send_extract.batch.files import StagedFile
from send_extract.batch.sources import STDIN, output_name, refuse_draft
from send_extract.confinement import blame
from send_extract.diagnostics import Diagnostic, Severity
from send_extract.errors import Crash, SendExtractError
from send_extract.manifest import Failure, ManifestEntry
from send_extract.pipeline import spell_name
from send_extract.plan import Draft, TimingMention, WordAccount
from send_extract.source import Location, Source


class ToMend(Struct, frozen=True, gc=False):
    """Faults of one kind: how bad they are, what the first says, how many there are."""

    severity: Severity
    message: str
    count: int


class PlanGist(Struct, frozen=True, gc=False):
    """What a person is told of a plan; the last five where they were asked for.

    `events` says how many a calendar has; `unexplained` are acronyms with their places, `timings` each by its number.
    """

    title: str | None
    draft: Draft
    owners: tuple[str, ...]
    words: WordAccount | None
    events: str = ""
    faults: tuple[ToMend, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    unexplained: tuple[tuple[str, tuple[Location, ...]], ...] = ()
    timings: tuple[tuple[str, TimingMention], ...] = ()


class Outcome(Struct, frozen=True, gc=False):
    """What became of one draft: the gist of its plan, or the failure that its line of the manifest has.

    `name` is that of its folder; `staged` are the files that are made for it, `outputs` names what they are of,
    `missing` the outputs that need a part which is not installed; `day` is the one that looking ahead begins on, where
    the plan's own is not to be taken. `traceback` is a crash's.
    """

    draft: str
    name: str
    entry: ManifestEntry
    gist: PlanGist | None = None
    staged: tuple[StagedFile, ...] = ()
    outputs: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    day: date | None = None
    traceback: str = ""

    @property
    def rewritten(self) -> tuple[str, ...]:
        """Its files whose bytes are others than those that stood there."""
        return tuple(file.path for file, is_changed in self.staged if is_changed)


def tell_failure(
    draft: str, fault: Exception, source: Source | None = None, outputs: tuple[str, ...] = ()
) -> Outcome:
    """The outcome of a draft over which something was raised; `outputs` are made in any case, telling of that."""
    error = tell_fault(draft, fault)
    entry = ManifestEntry(
        name=draft if draft == STDIN else spell_name(Path(draft).name),
        outcome=error.fate,
        sha256=source.sha256 if source else None,
        failure=Failure(type(error).__name__, error.exit_code, spell_name(str(error))),
    )
    traceback = error.traceback if isinstance(error, Crash) else ""
    return Outcome(spell_name(draft), output_name(draft), entry, outputs=outputs, traceback=traceback)


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
