"""What is made once every draft of a run is read, by workers: what changed from draft to draft, the run's own files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from send_extract.batch.editions import are_told
from send_extract.batch.files import (
    StagedFile,
    find_parts,
    find_unchanged,
    find_workplace,
    keep_parts,
    stage_files,
)
from send_extract.batch.journal import Workplace
from send_extract.batch.outcomes import Outcome
from send_extract.batch.register import Register
from send_extract.batch.sequels import ALL, TRAITS, GroupJob, GroupReply, Member, PlanGroup, RunJob, Sequel
from send_extract.confinement import find_sequel_limits, seal, unseal
from send_extract.errors import Crash, MemoryExceeded, SendExtractError, TimeExceeded
from send_extract.manifest import Manifest
from send_extract.pool import Task, run_tasks
from send_extract.writers.editions import RunDraft, RunRecord
from send_extract.writers.outputs import choose_outputs, list_files

_HISTORIES = "send_extract.batch.histories"
_DRAFTS, _MANIFEST = "drafts", "manifest"
"""What is kept of a run for its own files: its drafts, a line each, and its manifest."""
BREAKDOWNS = (Crash, TimeExceeded, MemoryExceeded)
"""What is told at the run's end, all else being made."""


class PlanHistory(Struct, frozen=True):
    """The drafts of one plan in order, by their folders, and what is said of the last step.

    `suffix` is what the names of the history's files end in, where several plans of a run have one; `pages` are the
    files of it for people.
    """

    drafts: tuple[str, ...]
    said: tuple[str, ...]
    suffix: str = ""
    pages: tuple[str, ...] = ()


class Later(Struct, frozen=True):
    """What was made of a run's drafts together: by their places what each has more, and the outcome of what failed.

    `staged` are files of the run's own folder. `fault` is what could not be made, all else being there.
    """

    sequels: Mapping[int, Sequel] = {}
    failed: Mapping[int, Outcome] = {}
    histories: tuple[PlanHistory, ...] = ()
    staged: tuple[StagedFile, ...] = ()
    fault: SendExtractError | None = None

    def complete(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """The outcomes of the drafts with the files that each has more."""
        for place, outcome in enumerate(outcomes):
            more = self._list_more(place)
            yield self.failed.get(place) or replace(outcome, staged=(*outcome.staged, *more))

    def _list_more(self, place: int) -> tuple[StagedFile, ...]:
        sequel = self.sequels.get(place)
        return sequel.staged if sequel else ()


class Pile(Struct, frozen=True):
    """The drafts of a run: as they came back, and of those that failed the plan that they were read to before.

    `earlier` has, by place, what tells of that plan, and the plan, both JSON.
    """

    register: Register
    earlier: Mapping[int, tuple[bytes, bytes]]
    workplace: Workplace

    def list_traits(self) -> Iterator[tuple[int, bytes]]:
        """What tells of each draft's plan, with the draft's place, where there is a plan."""
        found = ((place, self._find_traits(place)) for place in range(len(self.register)))
        return ((place, traits) for place, traits in found if traits)

    def pick(self, place: int) -> Member:
        """A draft as its plan's group needs it."""
        outcome = self.register.outcome(place)
        if outcome.gist is None:
            return Member(outcome.draft, outcome.name, self.earlier[place][1], outcome.outputs, is_old=True)
        return Member(outcome.draft, outcome.name, self.register.plan(place), outcome.outputs, outcome.day)

    def ask(self, group: PlanGroup) -> Task:
        """The task to make what tells of the drafts of a plan."""
        members = tuple(map(self.pick, group.places))
        outputs = tuple({name: None for member in members for name in member.outputs})
        job = GroupJob(members, group, outputs, os.fspath(self.workplace.root), self.workplace.run)
        size = sum(len(member.plan) for member in members)
        return Task(f"{_HISTORIES}:answer_group", msgspec.msgpack.encode(job), find_sequel_limits(size))

    def list_drafts(self, places: Iterable[int]) -> Iterator[str]:
        """What the drafts at these places are called."""
        return (self.register.outcome(place).draft for place in places)

    def is_told(self, group: PlanGroup) -> bool:
        """Whether anything is made of a group: of several drafts, and of a lone one that has a page, say."""
        asked = {name for place in group.places for name in self.register.outcome(place).outputs}
        return len(group.places) > 1 or are_told(choose_outputs(asked))

    def _find_traits(self, place: int) -> bytes:
        return self.earlier[place][0] if place in self.earlier else self.register.traits(place)


def compare_drafts(pile: Pile, jobs: int) -> Later:
    """What is made of a run's drafts together, by up to `jobs` processes.

    Where one breaks down over the drafts of a plan, each of these is looked at by itself, and the fault is told.

    Raises:
        UnwritableOutput: a file of a plan's history cannot be written.
    """
    try:
        groups = _find_groups(pile, min(jobs, 1))
    except BREAKDOWNS as fault:
        return Later(fault=fault)
    replies, faults = _make_groups(pile, groups, jobs)
    lone = [replace(group, places=(place,), suffix="") for group in faults for place in group.places]
    again, beyond = _make_groups(pile, lone, jobs)
    return _gather(pile, replies | again, next(iter((faults | beyond).values()), None))


def _find_groups(pile: Pile, jobs: int) -> list[PlanGroup]:
    """The drafts of each plan; what tells of thousands goes to the worker by a file."""
    places = list[int]()
    keep_parts(pile.workplace, ALL, [(TRAITS, _print_traits(pile, places))])
    data = msgspec.msgpack.encode(RunJob(os.fspath(pile.workplace.root), pile.workplace.run))
    limits = find_sequel_limits((pile.workplace.parts / TRAITS / ALL).stat().st_size)
    (answer,) = run_tasks([Task(f"{_HISTORIES}:answer_grouping", data, limits)], jobs)
    groups = msgspec.msgpack.decode(unseal("Comparing the drafts", answer), type=list[PlanGroup])
    return [replace(group, places=tuple(places[index] for index in group.places)) for group in groups]


def _print_traits(pile: Pile, places: list[int]) -> Iterator[bytes]:
    """What tells of each draft's plan, a line each; the drafts' places are added to `places`."""
    for place, traits in pile.list_traits():
        places.append(place)
        yield traits + b"\n"


def _make_groups(
    pile: Pile, groups: Iterable[PlanGroup], jobs: int
) -> tuple[dict[PlanGroup, GroupReply], dict[PlanGroup, SendExtractError]]:
    """What was made of the drafts of each plan, and what broke down over them."""
    replies: dict[PlanGroup, GroupReply] = {}
    faults: dict[PlanGroup, SendExtractError] = {}
    asked = [group for group in groups if pile.is_told(group)]
    answers = run_tasks((pile.ask(group) for group in asked), min(jobs, len(asked)) or jobs)
    for group, answer in zip(asked, answers, strict=True):
        try:
            data = unseal(" and ".join(pile.list_drafts(group.places[-2:])), answer)
            replies[group] = msgspec.msgpack.decode(data, type=GroupReply)
        except BREAKDOWNS as fault:
            faults[group] = fault
    return replies, faults


def _gather(pile: Pile, replies: Mapping[PlanGroup, GroupReply], fault: SendExtractError | None) -> Later:
    sequels: dict[int, Sequel] = {}
    histories: list[PlanHistory] = []
    for group, reply in replies.items():
        sequels |= zip(group.places, reply.sequels, strict=True)
        if len(group.places) > 1:
            names = tuple(pile.register.outcome(place).name for place in group.places)
            histories.append(PlanHistory(names, reply.sequels[-1].changes, group.suffix))
    failed = {
        place: msgspec.json.decode(sequel.failure, type=Outcome)
        for place, sequel in sorted(sequels.items())
        if sequel.failure
    }
    staged = tuple(file for reply in replies.values() for file in reply.staged)
    return Later(sequels, failed, tuple(histories), staged, fault)


def make_run_files(
    outputs: Sequence[str],
    record: tuple[Iterable[RunDraft], Iterable[bytes]],
    workplace: Workplace,
    jobs: int,
) -> tuple[StagedFile, ...]:
    """The files of the run's own folder that tell of every draft.

    `record` has the drafts and the manifest as far as it is known, which go to the worker by files.

    Raises:
        UnwritableOutput: one cannot be written.
        Crash: this program broke down over them.
    """
    if not any(spec.run for spec in choose_outputs(outputs)):
        return ()
    drafts, manifest = record
    lines = (msgspec.json.encode(draft) + b"\n" for draft in drafts)
    keep_parts(workplace, ALL, [(_DRAFTS, lines), (_MANIFEST, manifest)])
    data = msgspec.msgpack.encode(RunJob(os.fspath(workplace.root), workplace.run, tuple(outputs)))
    size = sum(path.stat().st_size for path in workplace.parts.glob("*/*"))
    task = Task(f"{__name__}:{answer_run.__name__}", data, find_sequel_limits(size))
    (answer,) = run_tasks([task], min(jobs, 1))
    return msgspec.msgpack.decode(unseal(os.fspath(workplace.root), answer), type=tuple[StagedFile, ...])


def list_run_drafts(outcomes: Iterable[Outcome], later: Later) -> Iterator[RunDraft]:
    """The drafts that were read, as the run's own files tell of them."""
    for place, outcome in enumerate(outcomes):
        if outcome.gist is not None:
            sequel = later.sequels.get(place)
            told = (sequel.since, sequel.changes) if sequel else ("", ())
            yield RunDraft(outcome.name, outcome.gist.title, outcome.gist.draft, *told)


@seal
def answer_run(data: bytes) -> bytes:
    """A worker's task: the files that tell of a whole run."""
    job = msgspec.msgpack.decode(data, type=RunJob)
    workplace = find_workplace(Path(job.root), job.run)
    lines, manifest = (b"".join(find_parts(workplace, name, [ALL])) for name in (_DRAFTS, _MANIFEST))
    drafts = tuple(msgspec.json.decode(line, type=RunDraft) for line in lines.splitlines())
    record = RunRecord(drafts, msgspec.json.decode(manifest, type=Manifest))
    folders = [draft.folder for draft in drafts]
    made = list_files(
        choose_outputs(job.outputs), "run", record, lambda name: find_parts(workplace, name, folders)
    )
    return msgspec.msgpack.encode(stage_files(workplace, "", made))


def find_earlier(outcomes: Iterable[Outcome], before: Manifest, root: Path) -> dict[int, tuple[bytes, bytes]]:
    """Of each draft that failed what tells of the plan that it was read to before, and that plan, by its place."""
    standing = {file.path: file for entry in before.sources for file in entry.files}
    wanted = {
        place: standing.get(f"{outcome.name}/plan.json")
        for place, outcome in enumerate(outcomes)
        if outcome.gist is None
    }
    found: dict[int, tuple[bytes, bytes]] = {}
    for place, file in wanted.items():
        if file and any(find_unchanged(root, [file])):
            with suppress(SendExtractError):
                found[place] = _reread(root / file.path)
    return found


def _reread(path: Path) -> tuple[bytes, bytes]:
    from send_extract.batch.plans import load_plan
    from send_extract.comparison.grouping import find_traits

    plan = load_plan(path)
    return msgspec.json.encode(find_traits(plan)), msgspec.json.encode(plan)
