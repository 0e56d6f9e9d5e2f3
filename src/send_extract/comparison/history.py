"""Each action's life through the drafts of a plan, under an identifier that stays the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise, starmap
from typing import NamedTuple

from msgspec.structs import replace

from send_extract.alignment import align_plans
from send_extract.changes import (
    Change,
    History,
    HistoryDraft,
    Kind,
    Life,
    Place,
    Placed,
    PlanDiff,
    Shift,
    Stage,
    name_by_words,
)
from send_extract.comparison import diff_aligned
from send_extract.comparison.owners import list_effective
from send_extract.plan import Plan
from send_extract.values.wording import find_key


class Traced(NamedTuple):
    """The history of a plan, and what changed from each draft to the next."""

    history: History
    diffs: tuple[PlanDiff, ...]


class _Lives:
    """The lives found so far; one that ended can come back with the same words."""

    def __init__(self) -> None:
        self.stages: dict[str, list[Stage]] = {}
        self._worded: defaultdict[str, list[str]] = defaultdict(list)
        self._named: Counter[str] = Counter()

    def begin(self, text: str, taken: set[str]) -> str:
        """The identifier of an action that the draft before did not have: an ended life's, or a new one."""
        key = find_key(text)
        ended = (name for name in self._worded[key] if name not in taken)
        return next(ended, None) or self._name(key)

    def add(self, identifier: str, stage: Stage) -> None:
        """Adds a stage to a life."""
        self.stages.setdefault(identifier, []).append(stage)
        worded = self._worded[find_key(stage.text)]
        if identifier not in worded:
            worded.append(identifier)

    def finish(self) -> tuple[Life, ...]:
        """Each life with its stages."""
        return tuple(Life(identifier, tuple(stages)) for identifier, stages in self.stages.items())

    def _name(self, key: str) -> str:
        self._named[key] += 1
        return name_by_words(key, self._named[key])


def trace_history(plans: Sequence[Plan], *, is_ordered: bool = True) -> Traced:
    """The history of the drafts of one plan, given in order, if that is known.

    An identifier is a digest of the words that the action had when it first appeared, numbered where several
    had the same; so it does not depend on later drafts.
    """
    lives = _Lives()
    names = _continue_lives(lives, _Draft(plans[0], 1), {}) if plans else {}
    diffs = []
    for place, (old, new) in enumerate(pairwise(plans), 2):
        alignment = align_plans(old, new)
        diff = diff_aligned(old, new, alignment)
        kept = {after: names[before] for before, after in alignment.actions.forward.items()}
        before, names = names, _continue_lives(lives, _Draft(new, place, _list_kinds(diff)), kept)
        named = _Identifiers(_name_places(old, before), _name_places(new, names))
        diff = replace(diff, changes=tuple(_identify(change, named) for change in diff.changes))
        diffs.append(diff if is_ordered else _forget_directions(diff))
    title = next((plan.title for plan in reversed(plans) if plan.title), None)
    drafts = tuple(starmap(_describe_draft, enumerate(plans, 1)))
    return Traced(
        History(title=title, ordered=is_ordered, drafts=drafts, actions=lives.finish()), tuple(diffs)
    )


class _Identifiers(NamedTuple):
    """The lasting identifiers of the actions of two drafts, by their places."""

    old: dict[Place, str]
    new: dict[Place, str]


def _name_places(plan: Plan, names: dict[int, str]) -> dict[Place, str]:
    """The identifiers of a draft's actions by their places; `names` has them by their order."""
    places = (
        Place(row, item)
        for row, record in enumerate(plan.recommendations, 1)
        for item in range(1, len(record.actions) + 1)
    )
    return {place: names[index] for index, place in enumerate(places)}


def _identify(change: Change, named: _Identifiers) -> Change:
    """A change with the lasting identifier of its action."""
    place = change.place if change.action else None
    found = (_find(named.new, place.new), _find(named.old, place.old)) if place else (None,)
    implied = tuple(_identify(each, named) for each in change.implied)
    return replace(change, identifier=next(filter(None, found), None), implied=implied)


def _find(names: dict[Place, str], place: Placed) -> str | None:
    return names.get(place) if isinstance(place, Place) else None


def _forget_directions(diff: PlanDiff) -> PlanDiff:
    """A diff of two drafts of which nobody knows which is the older: no date slipped or came forward."""
    return replace(diff, order="unknown", changes=tuple(map(_forget_direction, diff.changes)))


def _forget_direction(change: Change) -> Change:
    shift = None if change.shift is None else Shift(None, None, "changed")
    return replace(change, shift=shift, implied=tuple(map(_forget_direction, change.implied)))


class _Draft(NamedTuple):
    """A draft, its place among the others, and the kinds of change that brought its actions there."""

    plan: Plan
    place: int
    kinds: dict[Place, tuple[Kind, ...]] = {}  # noqa: RUF012 - never changed


def _continue_lives(lives: _Lives, draft: _Draft, kept: dict[int, str]) -> dict[int, str]:
    """Adds a draft's actions to the lives, `kept` naming those that go on; gives each one's identifier by index."""
    names: dict[int, str] = {}
    taken = set(kept.values())
    for index, stage in enumerate(_list_stages(*draft)):
        identifier = kept.get(index) or lives.begin(stage.text, taken)
        taken.add(identifier)
        names[index] = identifier
        lives.add(identifier, stage)
    return names


def _list_stages(plan: Plan, draft: int, kinds: dict[Place, tuple[Kind, ...]]) -> Iterator[Stage]:
    for row, record in enumerate(plan.recommendations, 1):
        for item, action in enumerate(record.actions, 1):
            yield Stage(
                draft=draft,
                recommendation=record.number,
                action=action.id,
                text=action.text,
                when=action.when.text,
                value=action.when.value,
                owners=list_effective(record, action),
                changes=kinds.get(Place(row, item), ()),
            )


def _list_kinds(diff: PlanDiff) -> dict[Place, tuple[Kind, ...]]:
    """The kinds of change of each action, by its place in the new draft."""
    kinds: defaultdict[Place, list[Kind]] = defaultdict(list)
    for change in diff.changes:
        for found in (change, *change.implied):
            place = found.place.new if found.place and found.action else None
            if isinstance(place, Place):
                kinds[place].append(found.kind)
    return {place: tuple(found) for place, found in kinds.items()}


def _describe_draft(place: int, plan: Plan) -> HistoryDraft:
    return HistoryDraft(place, plan.draft.label, plan.source.name, plan.source.sha256, plan.draft.date)
