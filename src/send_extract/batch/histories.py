"""What a run adds where it read several drafts of one plan: what changed beside each, and the plan's history."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from send_extract.changes import Compared
from send_extract.comparison.grouping import group_drafts
from send_extract.comparison.history import Traced, trace_history
from send_extract.writers.diff import write_diff
from send_extract.writers.diff.history import write_history
from send_extract.writers.records import write_json

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from send_extract.plan import Plan

LONGEST_NAME = 60


def make_histories(plans: Mapping[str, Plan]) -> dict[str, dict[str, bytes]]:
    """The files to add, by folder and name; `plans` are the run's, by the folder that each was written to.

    `changes.json` and `changes.md` go beside each later draft. `history.json` and `history.md` go into the
    run's own folder (`""`), named for the plan where several plans have a history.
    """
    folders = list(plans)
    groups = [group for group in group_drafts(list(plans.values())) if len(group.indexes) > 1]
    files: dict[str, dict[str, bytes]] = {}
    names: set[str] = set()
    for group in groups:
        drafts = [folders[index] for index in group.indexes]
        suffix = f"-{_name_plan(plans[drafts[-1]], drafts[-1], names)}" if len(groups) > 1 else ""
        traced = trace_history([plans[draft] for draft in drafts], is_ordered=group.is_known)
        _add_history(files, plans, (traced, drafts), suffix)
    return files


def _add_history(
    files: dict[str, dict[str, bytes]],
    plans: Mapping[str, Plan],
    history: tuple[Traced, Sequence[str]],
    suffix: str,
) -> None:
    traced, drafts = history
    for place, diff in enumerate(traced.diffs, 1):
        compared = Compared(plans[drafts[place - 1]], plans[drafts[place]], diff)
        files[drafts[place]] = {
            "changes.json": write_diff(compared, "json"),
            "changes.md": write_diff(compared, "markdown"),
        }
    added = {
        f"history{suffix}.json": write_json(traced.history),
        f"history{suffix}.md": write_history(traced.history),
    }
    files[""] = files.get("", {}) | added


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
