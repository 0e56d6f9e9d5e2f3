"""What a run adds where it read several drafts of one plan: what changed beside each, and the plan's history."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from send_extract.changes import Compared
from send_extract.comparison.grouping import group_drafts
from send_extract.comparison.history import Traced, trace_history
from send_extract.plan import Plan
from send_extract.writers.diff import write_diff
from send_extract.writers.diff.history import write_history
from send_extract.writers.records import write_json

LONGEST_NAME = 60
FORMS = {".json": "json", ".csv": "csv", ".md": "markdown"}
"""In which forms what changed is written beside a draft."""


class PlanHistory(NamedTuple):
    """What a run adds for one plan: its drafts' folders in order, files by folder and name, and its last step."""

    drafts: tuple[str, ...]
    files: dict[str, dict[str, bytes]]
    last: Compared


def make_histories(plans: Mapping[str, Plan]) -> tuple[PlanHistory, ...]:
    """What to add for each plan that has several drafts; `plans` are the run's, by the folder of each.

    `changes.json`, `changes.csv` and `changes.md` go beside each later draft. `history.json` and `history.md` go
    into the run's own folder (`""`), named for the plan where several plans have a history.
    """
    folders = list(plans)
    groups = [group for group in group_drafts(list(plans.values())) if len(group.indexes) > 1]
    histories: list[PlanHistory] = []
    names: set[str] = set()
    for group in groups:
        drafts = tuple(folders[index] for index in group.indexes)
        suffix = f"-{_name_plan(plans[drafts[-1]], drafts[-1], names)}" if len(groups) > 1 else ""
        traced = trace_history([plans[draft] for draft in drafts], is_ordered=group.is_known)
        histories.append(_make_history(plans, drafts, traced, suffix))
    return tuple(histories)


def _make_history(
    plans: Mapping[str, Plan], drafts: tuple[str, ...], traced: Traced, suffix: str
) -> PlanHistory:
    steps = [
        Compared(plans[old], plans[new], diff)
        for (old, new), diff in zip(pairwise(drafts), traced.diffs, strict=True)
    ]
    files = {
        draft: {f"changes{end}": write_diff(step, form) for end, form in FORMS.items()}
        for draft, step in zip(drafts[1:], steps, strict=True)
    }
    files[""] = {
        f"history{suffix}.json": write_json(traced.history),
        f"history{suffix}.md": write_history(traced.history),
    }
    return PlanHistory(drafts, files, steps[-1])


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
