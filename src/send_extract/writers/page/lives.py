"""The history of the actions, as far as a draft can know it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from msgspec.structs import replace

from send_extract.changes import History, HistoryDraft, Life, Stage
from send_extract.plan import Plan
from send_extract.writers.agenda.items import Contents, PlanItem
from send_extract.writers.diff.sections import VERBS

LONGEST_RUN = 2
"""So many drafts in which nothing changed are told one by one; among hundreds, nobody would see the changes."""


class LifeStage(NamedTuple):
    """An action in a draft, or in several: what these are called, how the action stood there, what had changed."""

    draft: str
    stage: Stage
    changes: str


class LifeSheet(NamedTuple):
    """An action that did not stay as it was: the item of this draft (None where it is gone), and its stages."""

    text: str
    item: PlanItem | None
    stages: tuple[LifeStage, ...]


class Lives(NamedTuple):
    """The actions that changed on the way, and how many stayed as they were in how many drafts."""

    sheets: tuple[LifeSheet, ...]
    steady: int
    drafts: int


def cut_history(history: History, place: int) -> History:
    """A history up to the draft at `place`, which knows nothing of those behind it."""
    lives = (
        Life(life.identifier, life.stages[: bisect_right(life.stages, place, key=lambda stage: stage.draft)])
        for life in history.actions
    )
    return replace(
        history,
        drafts=tuple(draft for draft in history.drafts if draft.place <= place),
        actions=tuple(life for life in lives if life.stages),
    )


def list_lives(history: History | None, plan: Plan, contents: Contents) -> Lives | None:
    """The lives up to this draft that had a change, in the plan's order, those that ended last.

    None where there is no draft before it.
    """
    places = [draft.place for draft in history.drafts if _is_of(draft, plan)] if history else []
    if history is None or not places or places[0] == 1:
        return None
    return _make_lives(cut_history(history, places[0]), contents)


def _make_lives(history: History, contents: Contents) -> Lives:
    """The lives of a history that ends with this draft."""
    last = history.drafts[-1].place
    labels = {draft.place: draft.label or draft.name for draft in history.drafts}
    items = {item.number: item for item in reversed(contents.items) if item.action}
    changed = [life for life in history.actions if _has_changed(life, last)]
    sheets = [_make_sheet(life, items if life.stages[-1].draft == last else {}, labels) for life in changed]
    sheets.sort(key=lambda sheet: sheet.item.position if sheet.item else len(contents.items))
    return Lives(tuple(sheets), len(history.actions) - len(changed), len(history.drafts))


def _is_of(draft: HistoryDraft, plan: Plan) -> bool:
    return (draft.name, draft.sha256) == (plan.source.name, plan.source.sha256)


def _has_changed(life: Life, last: int) -> bool:
    """Whether an action changed, came later than with the first draft, or is gone."""
    return any(stage.changes for stage in life.stages) or life.stages[-1].draft != last


def _make_sheet(life: Life, items: dict[str, PlanItem], labels: dict[int, str]) -> LifeSheet:
    last = life.stages[-1]
    return LifeSheet(last.text, items.get(last.action), tuple(_tell_stages(life, labels)))


def _tell_stages(life: Life, labels: dict[int, str]) -> Iterator[LifeStage]:
    """The stages of a life; many in a row in which nothing changed are one."""
    for has_changed, run in groupby(life.stages, lambda stage: bool(stage.changes)):
        stages = list(run)
        if has_changed or len(stages) <= LONGEST_RUN:
            yield from (LifeStage(labels[each.draft], each, ", ".join(_say_changes(each))) for each in stages)
        else:
            yield LifeStage(f"{labels[stages[0].draft]} – {labels[stages[-1].draft]}", stages[-1], "")


def _say_changes(stage: Stage) -> Iterator[str]:
    yield from dict.fromkeys(VERBS[kind] for kind in stage.changes)
