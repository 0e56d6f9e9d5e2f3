"""A plan's history as Markdown: each action, and what became of it from draft to draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from send_extract.writers.diff.markdown import escape_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from send_extract.changes import History, Life, Stage


def write_history(history: History) -> bytes:
    """The bytes of `history.md`: the drafts, then a table an action."""
    return "".join(f"{line}\n" for line in _list_lines(history)).encode()


def _list_lines(history: History) -> Iterator[str]:
    yield f"# History{f': {escape_words(history.title)}' if history.title else ''}"
    yield ""
    for draft in history.drafts:
        date = f", {draft.date}" if draft.date else ""
        yield f"{draft.place}. {escape_words(draft.label or draft.name)} ({escape_words(draft.name)}{date})"
    labels = {draft.place: escape_words(draft.label or draft.name) for draft in history.drafts}
    for life in history.actions:
        yield from _draw_life(life, labels, len(history.drafts))


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
