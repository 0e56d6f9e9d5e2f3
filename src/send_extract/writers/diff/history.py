"""A plan's history as Markdown: each action, and what became of it from draft to draft."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from send_extract.changes import History, Life, Stage
from send_extract.values.timing import last_end
from send_extract.writers.diff.lengths import say_list
from send_extract.writers.diff.markdown import escape_words


class Slipped(NamedTuple):
    """An action that slipped, and by how many days each time."""

    life: Life
    days: list[int]


def write_history(history: History) -> bytes:
    """The bytes of `history.md`: the drafts, what slipped, who took over, then a table an action."""
    return "".join(f"{line}\n" for line in _list_lines(history)).encode()


def _list_lines(history: History) -> Iterator[str]:
    yield f"# History{f': {escape_words(history.title)}' if history.title else ''}"
    yield ""
    labels = {draft.place: escape_words(draft.label or draft.name) for draft in history.drafts}
    for draft in history.drafts:
        date = f", {draft.date}" if draft.date else ""
        yield f"{draft.place}. {labels[draft.place]} ({escape_words(draft.name)}{date})"
    if not history.ordered:
        yield from ("", "Nothing but the names of their files tells the order of these drafts.")
    yield from _list_moved(history)
    yield from _list_successions(history, labels)
    for life in history.actions:
        yield from _draw_life(life, labels, len(history.drafts))


def _list_moved(history: History) -> Iterator[str]:
    """The actions that slipped more than once, the furthest first, then how many slipped once."""
    slipped = [Slipped(life, days) for life in history.actions if (days := _find_slips(life))]
    if not slipped or not history.ordered:
        return
    yield from ("", "## What slipped", "")
    often = [each for each in slipped if len(each.days) > 1]
    yield from map(_describe_slips, sorted(often, key=lambda each: -sum(each.days)))
    once = [each.life.stages[-1].action for each in slipped if len(each.days) == 1]
    yield from [f"- once: {say_list(once)}"] if once else []


def _describe_slips(slipped: Slipped) -> str:
    last, days = slipped.life.stages[-1], slipped.days
    owners = f" ({escape_words(', '.join(last.owners))})" if last.owners else ""
    dates = " → ".join(map(escape_words, _list_dates(slipped.life)))
    name = f"{last.action} {escape_words(last.text)}{owners}"
    return f"- {name}: {len(days)} times, {sum(days)} days in all ({dates})"


def _find_slips(life: Life) -> list[int]:
    """By how many days the due day of an action went later, each time."""
    dues = [due for stage in life.stages if (due := last_end(stage.value))]
    return [(after - before).days for before, after in pairwise(dues) if after > before]


def _list_dates(life: Life) -> list[str]:
    """The words of an action's dates, each where it became another."""
    return [words for words, _ in groupby(stage.when for stage in life.stages)]


def _list_successions(history: History, labels: dict[int, str]) -> Iterator[str]:
    """Who took over what from whom, and in which draft."""
    found: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
    for life in history.actions:
        for before, after in pairwise(life.stages):
            if before.owners and after.owners and set(before.owners) != set(after.owners):
                names = ", ".join(before.owners), ", ".join(after.owners), labels[after.draft]
                found[names].append(after.action)
    if found:
        yield from ("", "## Who took over", "")
    for (old, new, label), actions in found.items():
        yield f"- {escape_words(old)} → {escape_words(new)} in {label}: {say_list(actions)}"


def _draw_life(life: Life, labels: dict[int, str], drafts: int) -> Iterator[str]:
    last = life.stages[-1]
    gone = "" if last.draft == drafts else f" (not in {labels[last.draft + 1]})"
    yield from ("", f"## {escape_words(last.action)} {escape_words(last.text)}{gone}", "")
    yield from (f"`{life.identifier}`", "")
    yield "| Draft | Action | When | Who | What changed | Words |"
    yield "| --- | --- | --- | --- | --- | --- |"
    before: Stage | None = None
    for stage in life.stages:
        words = "" if before and before.text == stage.text else escape_words(stage.text)
        kinds = ", ".join(stage.changes) or ("" if before or stage.draft == 1 else "new")
        cells = (
            labels[stage.draft],
            stage.action,
            escape_words(stage.when),
            escape_words(", ".join(stage.owners)),
        )
        yield f"| {' | '.join((*cells, kinds, words))} |"
        before = stage
