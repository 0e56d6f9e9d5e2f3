"""One draft from its bytes to its files and its outcome, wherever that is done: here, or in a process of a run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from send_extract.batch.editions import are_told, stage_edition
from send_extract.batch.files import StagedFile, discard_files, find_workplace, stage_files
from send_extract.batch.journal import Workplace
from send_extract.batch.orders import Detail, Job
from send_extract.batch.outcomes import Outcome, PlanGist, ToMend, tell_failure
from send_extract.errors import SendExtractError
from send_extract.manifest import ManifestEntry, count_records
from send_extract.pipeline import make_plan
from send_extract.plan import Action, Plan, TimingMention
from send_extract.pool import encode_json, encode_message
from send_extract.source import Location
from send_extract.writers.outputs import OutputSpec, choose_outputs, list_files


class Handled(Struct, frozen=True, array_like=True):
    """A draft as it comes back, each part JSON: its outcome, and where they are wanted its plan and what tells it.

    `traits` and `plan` are for comparing it with the run's other drafts.
    """

    outcome: bytes
    traits: bytes = b""
    plan: bytes = b""


def answer_draft(data: bytes) -> bytes:
    """A worker's task: all that a job says, done."""
    job = msgspec.msgpack.decode(data, type=Job)
    del data  # the source is in the job, and it may be large
    try:
        handled = _handle(job)
    except (SendExtractError, OSError) as fault:
        if job.root is not None:
            discard_files(find_workplace(Path(job.root), job.run), job.name)
        handled = pack_outcome(tell_failure(job.draft, fault, job.source, job.outputs))
    return bytes(encode_message(handled))


def pack_outcome(outcome: Outcome) -> Handled:
    """An outcome as it comes back where there is no plan."""
    return Handled(msgspec.json.encode(outcome))


def _handle(job: Job) -> Handled:
    plan = make_plan(job.source, job.settings, job.format)
    outcome = Outcome(job.draft, job.name, _describe_plan(plan), find_gist(plan, job.details, job.outputs))
    if job.root is None:
        return pack_outcome(outcome)
    outcome = _stage_plan(job, plan, outcome, find_workplace(Path(job.root), job.run))
    kept = () if job.is_alone else _keep(plan)
    return Handled(msgspec.json.encode(outcome), *kept)


def _keep(plan: Plan) -> tuple[bytes, bytes]:
    """What is needed of a plan once the other drafts are read."""
    # One draft is compared with no other: what compares is imported where there are several.
    from send_extract.comparison.grouping import find_traits

    return encode_json(find_traits(plan)), encode_json(plan)


def _describe_plan(plan: Plan) -> ManifestEntry:
    return ManifestEntry(
        name=plan.source.name,
        outcome="extracted",
        sha256=plan.source.sha256,
        format=plan.source.format,
        counts=count_records(plan),
    )


def find_gist(plan: Plan, details: tuple[Detail, ...] = (), outputs: tuple[str, ...] = ()) -> PlanGist:
    """What a person is told of a plan, with the `details` that are asked for."""
    return PlanGist(
        title=plan.title,
        draft=plan.draft,
        owners=tuple(owner.code or owner.name or "" for owner in plan.owners),
        words=plan.words,
        events=_count_events(plan) if "events" in details and "ics" in outputs else "",
        faults=tuple(_list_faults(plan)) if "faults" in details else (),
        diagnostics=plan.diagnostics if "diagnostics" in details else (),
        unexplained=tuple(_list_unexplained(plan)) if "unexplained" in details else (),
        timings=tuple(_list_timings(plan)) if "timings" in details else (),
    )


def _count_events(plan: Plan) -> str:
    from send_extract.writers.calendars.events import describe_events

    return describe_events(plan)


def _list_faults(plan: Plan) -> Iterator[ToMend]:
    """What is to be mended, the worst kind first."""
    if not plan.diagnostics:
        return
    from send_extract.writers.mending import list_mendings

    for kind in list_mendings(plan):
        yield ToMend(kind.severity, kind.faults[0].message, len(kind.faults))


def _list_unexplained(plan: Plan) -> Iterator[tuple[str, tuple[Location, ...]]]:
    for acronym in plan.acronyms:
        if acronym.status == "undefined":
            yield acronym.term, acronym.locations


def _list_timings(plan: Plan) -> Iterator[tuple[str, TimingMention]]:
    for recommendation in plan.recommendations:
        for action in recommendation.actions or (recommendation,):
            if action.when.text:
                yield action.id if isinstance(action, Action) else recommendation.number, action.when


def _stage_plan(job: Job, plan: Plan, outcome: Outcome, workplace: Workplace) -> Outcome:
    """A draft with the files that need no other draft."""
    outputs = choose_outputs(job.outputs)
    staged = stage_files(workplace, job.name, list_files(outputs, "plan", plan, job.formatting))
    if job.is_alone:
        staged += _stage_alone(job, plan, outputs, workplace)
    return replace(outcome, staged=staged, outputs=job.outputs, missing=job.missing, day=job.day)


def _stage_alone(
    job: Job, plan: Plan, outputs: tuple[OutputSpec, ...], workplace: Workplace
) -> tuple[StagedFile, ...]:
    """The files of a draft that is alone in its run, of which nothing more can be told once others are read."""
    if not are_told(outputs):
        return ()
    from send_extract.writers.editions import Edition

    return stage_edition(workplace, outputs, Edition(job.name, plan, day=job.day))
