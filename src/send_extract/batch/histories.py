"""What a run adds where it read several drafts: what changed from each of a plan to the next, and the plan's history.

Both are tasks of workers: the drafts of a run are divided into plans, then each plan is looked at by itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import msgspec

from send_extract.batch.editions import stage_edition
from send_extract.batch.files import StagedFile, discard_files, find_parts, find_workplace, stage_files
from send_extract.batch.journal import Workplace
from send_extract.batch.outcomes import tell_failure
from send_extract.batch.sequels import ALL, TRAITS, GroupJob, GroupReply, Member, PlanGroup, RunJob, Sequel
from send_extract.batch.sources import output_name
from send_extract.changes import Compared
from send_extract.comparison.grouping import Traits, group_drafts
from send_extract.comparison.history import Traced, trace_history
from send_extract.confinement import seal
from send_extract.plan import Plan
from send_extract.pool import encode_message
from send_extract.writers.diff.summary import summarise_diff
from send_extract.writers.diff.text import name_draft
from send_extract.writers.editions import Edition
from send_extract.writers.outputs import choose_outputs, list_files

LONGEST_NAME = 60


@seal
def answer_grouping(data: bytes) -> bytes:
    """A worker's task: which of a run's drafts are of one plan, and in which order."""
    job = msgspec.msgpack.decode(data, type=RunJob)
    lines = b"".join(find_parts(find_workplace(Path(job.root), job.run), TRAITS, [ALL])).splitlines()
    return msgspec.msgpack.encode(find_groups([msgspec.json.decode(line, type=Traits) for line in lines]))


def find_groups(drafts: Sequence[Traits]) -> tuple[PlanGroup, ...]:
    """The drafts of each plan, one that is alone too."""
    groups = group_drafts(drafts)
    several = sum(len(group.indexes) > 1 for group in groups) > 1
    names: set[str] = set()
    return tuple(
        PlanGroup(
            group.indexes,
            group.is_known,
            f"-{_name_plan(drafts[group.indexes[-1]], names)}" if several and len(group.indexes) > 1 else "",
        )
        for group in groups
    )


def _name_plan(last: Traits, taken: set[str]) -> str:
    """A name for a plan's history: its title, or its last draft's folder where that is taken or missing."""
    folder = output_name(last.imprint.name)
    name = re.sub(r"[^a-z0-9]+", "-", (last.imprint.title or folder).lower()).strip("-")
    name = name[:LONGEST_NAME].strip("-") or folder
    if name in taken:
        name = folder
    taken.add(name)
    return name


@seal
def answer_group(data: bytes) -> bytes:
    """A worker's task: the drafts of one plan compared, and what tells of that made."""
    job = msgspec.msgpack.decode(data, type=GroupJob)
    plans = [msgspec.json.decode(member.plan, type=Plan) for member in job.members]
    traced = trace_history(plans, is_ordered=job.group.is_known) if len(plans) > 1 else None
    workplace = find_workplace(Path(job.root), job.run)
    steps = _list_steps(plans, traced)
    made = zip(job.members, plans, steps, strict=True)
    sequels = tuple(_follow(*each, traced, workplace) for each in made)
    staged: tuple[StagedFile, ...] = ()
    if traced is not None:
        outputs = choose_outputs(job.outputs)
        staged = stage_files(workplace, "", list_files(outputs, "history", traced.history, job.group.suffix))
    return bytes(encode_message(GroupReply(sequels, staged)))


def _list_steps(plans: Sequence[Plan], traced: Traced | None) -> list[Compared | None]:
    """What changed in each draft since the one before, None for the first."""
    diffs = traced.diffs if traced else ()
    compared = (Compared(old, new, diff) for (old, new), diff in zip(pairwise(plans), diffs, strict=True))
    return [None, *compared]


def _follow(
    member: Member, plan: Plan, compared: Compared | None, traced: Traced | None, workplace: Workplace
) -> Sequel:
    """What is made of a draft among others; one that fails in this keeps its earlier files."""
    edition = Edition(member.name, plan, compared, traced.history if traced else None, member.day)
    outputs = () if member.is_old else choose_outputs(member.outputs)
    try:
        staged = stage_edition(workplace, outputs, edition)
        told = (name_draft(compared.diff.origin), tuple(summarise_diff(compared))) if compared else ("", ())
        return Sequel(staged, *told)
    except Exception as fault:  # noqa: BLE001 - whatever a draft brings about is its outcome, never the run's end
        discard_files(workplace, member.name)
        return Sequel(failure=msgspec.json.encode(tell_failure(member.draft, fault)))
