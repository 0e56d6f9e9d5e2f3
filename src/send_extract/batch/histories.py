"""What a run adds where it read several drafts of one plan: what changed from each to the next, and its history."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from send_extract.changes import Compared, History
from send_extract.comparison.grouping import group_drafts
from send_extract.comparison.history import trace_history
from send_extract.plan import Plan

LONGEST_NAME = 60


class PlanHistory(NamedTuple):
    """The drafts of one plan in order, by their folders, and what became of its actions.

    `steps` are what changed from each draft to the next; `suffix` is what the names of the history's files end
    in, where several plans of a run have one; `pages` are the files of it for people.
    """

    drafts: tuple[str, ...]
    steps: tuple[Compared, ...]
    history: History
    suffix: str = ""
    pages: tuple[str, ...] = ()


def make_histories(plans: Mapping[str, Plan]) -> tuple[PlanHistory, ...]:
    """The history of each plan that has several drafts; `plans` are the run's, by the folder of each."""
    folders = list(plans)
    groups = [group for group in group_drafts(list(plans.values())) if len(group.indexes) > 1]
    histories: list[PlanHistory] = []
    names: set[str] = set()
    for group in groups:
        drafts = tuple(folders[index] for index in group.indexes)
        suffix = f"-{_name_plan(plans[drafts[-1]], drafts[-1], names)}" if len(groups) > 1 else ""
        traced = trace_history([plans[draft] for draft in drafts], is_ordered=group.is_known)
        steps = tuple(
            Compared(plans[old], plans[new], diff)
            for (old, new), diff in zip(pairwise(drafts), traced.diffs, strict=True)
        )
        histories.append(PlanHistory(drafts, steps, traced.history, suffix))
    return tuple(histories)


def _name_plan(plan: Plan, folder: str, taken: set[str]) -> str:
    """A name for a plan's history: its title, or its last draft's folder where that is taken or missing."""
    name = (
        re.sub(r"[^a-z0-9]+", "-", (plan.title or folder).lower()).strip("-")[:LONGEST_NAME].strip("-")
        or folder
    )
    if name in taken:
        name = folder
    taken.add(name)
    return name
