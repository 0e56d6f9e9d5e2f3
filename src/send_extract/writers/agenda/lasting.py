"""What each item of a plan is called in every draft of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from send_extract.changes import History, name_by_words
from send_extract.plan import Action, Plan, Recommendation
from send_extract.values.wording import find_key
from send_extract.writers.editions import Edition


def list_items(plan: Plan) -> Iterator[tuple[Recommendation, Action | None]]:
    """Each action with its recommendation, and each recommendation that has none but a timing of its own."""
    for record in plan.recommendations:
        yield from ((record, action) for action in record.actions)
        if not record.actions and record.when.text:
            yield record, None


def find_place(edition: Edition) -> int:
    """Which of the drafts of its plan a draft is, from 1; 1 for a lone one."""
    source = edition.plan.source
    drafts = edition.history.drafts if edition.history else ()
    places = [draft.place for draft in drafts if (draft.name, draft.sha256) == (source.name, source.sha256)]
    return places[0] if places else 1


def name_items(plan: Plan, history: History | None, place: int) -> Iterator[str]:
    """The lasting name of each item of the draft at `place` of a history; by its words where the history has none."""
    lives: defaultdict[str, list[str]] = defaultdict(list)
    for life in history.actions if history else ():
        for stage in life.stages:
            if stage.draft == place:
                lives[stage.action].append(life.identifier)
    counts: Counter[str] = Counter()
    for record, action in list_items(plan):
        known = lives[action.id] if action else []
        key = find_key((action or record).text)
        counts[key] += 1
        identifier = known.pop(0) if known else name_by_words(key, counts[key])
        yield identifier if action else f"recommendation-{identifier}"
