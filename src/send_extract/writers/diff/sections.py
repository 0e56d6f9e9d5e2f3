"""The changes by recommendation, each a line of marked words: what every writer for people draws."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from send_extract.writers.diff.marking import Role, Segment, mark_typing, mark_words
from send_extract.writers.diff.summary import say_length, say_numbers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from send_extract.changes import Change, Compared, Pair, Sided


class ChangeLine(NamedTuple):
    """One change: its kind, a word for it, which record it is about, its words, and what follows from it."""

    kind: str
    verb: str
    subject: str
    segments: tuple[Segment, ...]
    details: tuple[tuple[Segment, ...], ...] = ()


class ChangeSection(NamedTuple):
    """The changes of one recommendation; `numbers` is empty for the glossary."""

    numbers: str
    title: str
    lines: tuple[ChangeLine, ...]


VERBS = {
    "recommendation-merged": "merged", "recommendation-split": "split", "recommendation-added": "new recommendation",
    "recommendation-removed": "recommendation removed", "recommendation-renumbered": "renumbered",
    "recommendation-reordered": "put in another place", "recommendation-reworded": "reworded",
    "action-added": "new action", "action-removed": "action removed", "action-moved": "moved",
    "action-reordered": "put in another order", "action-reworded": "reworded", "timing-changed": "date changed",
    "timing-reworded": "date written otherwise", "owner-changed": "owner changed", "measure-added": "new measure",
    "measure-removed": "measure removed", "measure-moved": "measure moved", "measure-reworded": "measure reworded",
    "note-added": "note added", "note-removed": "note removed", "field-changed": "changed",
    "glossary-added": "added", "glossary-removed": "removed", "glossary-changed": "changed", "cosmetic": "typing",
}  # fmt: skip
_DATES = {
    "later": "slipped", "earlier": "came forward", "lost": "lost its date", "set": "given a date",
    "changed": "date changed",
}  # fmt: skip


def draw_sections(compared: Compared) -> tuple[ChangeSection, ...]:
    """The sections in the order of the new plan, what was removed where it stood, and the glossary last."""
    titles = _list_titles(compared)
    sections: dict[tuple[str, str], list[ChangeLine]] = {}
    for change in compared.diff.changes:
        sections.setdefault(_find_heading(change, titles), []).append(draw_change(change))
    return tuple(ChangeSection(numbers, title, tuple(lines)) for (numbers, title), lines in sections.items())


def _list_titles(compared: Compared) -> dict[str, dict[str, str]]:
    return {
        "old": {record.number: record.text for record in compared.old.recommendations},
        "new": {record.number: record.text for record in compared.new.recommendations},
    }


def _find_heading(change: Change, titles: dict[str, dict[str, str]]) -> tuple[str, str]:
    """A change is told under the recommendation as it is now; what is gone, under what it was."""
    if change.recommendation is None:
        return "", "Glossary"
    side = "old" if change.recommendation.new is None else "new"
    numbers = getattr(change.recommendation, side)
    first = numbers if isinstance(numbers, str) else numbers[0]
    return first, " ".join(titles[side].get(first, "").split())


def draw_change(change: Change) -> ChangeLine:
    """One change as a line."""
    draw = _DRAWERS.get(change.kind, _draw_words)
    verb = VERBS[change.kind]
    if change.kind == "timing-changed" and change.shift:
        verb = _DATES[change.shift.direction]
    if change.minor:
        verb += " (minor)"
    return ChangeLine(
        change.kind, verb, _name_subject(change), tuple(draw(change)), tuple(_list_details(change))
    )


def _name_subject(change: Change) -> str:
    """What the change is about: `7.2`, `was 7.3, now 7.4`; a recommendation's number only where that changed."""
    if change.kind.startswith(("glossary", "cosmetic")) and change.term:
        return change.term
    pair = change.action or change.measure
    return name_pair(pair) if pair else ""


def name_pair(pair: Pair) -> str:
    """One name where both are the same or one is missing, else both."""
    old, new = say_numbers(pair.old), say_numbers(pair.new)
    if not old or not new or old == new:
        return new or old
    return f"{new} (was {old})"


def _text(words: Sided) -> str:
    return " ".join((words if isinstance(words, str) else "; ".join(words or ())).split())


def _draw_words(change: Change) -> Iterator[Segment]:
    """Words that came, went, or changed."""
    if change.old is None and change.new is None:
        yield Segment(_text(change.text))
    elif change.old is None or change.new is None:
        yield Segment(_text(change.text), "new" if change.old is None else "old")
    else:
        yield from mark_words(_text(change.old), _text(change.new))


def _draw_typing(change: Change) -> Iterator[Segment]:
    old, new = (words if isinstance(words, str) else "" for words in (change.old, change.new))
    yield from mark_typing(old, new)


def _draw_timing(change: Change) -> Iterator[Segment]:
    yield Segment(_text(change.text))
    yield Segment(": ")
    yield from _draw_step(_text(change.old) or "no date", _text(change.new) or "no date")
    if (
        change.shift
        and (length := say_length(change.shift))
        and change.shift.direction in ("later", "earlier")
    ):
        yield Segment(", ")
        yield Segment(f"{length} {change.shift.direction}", change.shift.direction)
    elif change.shift and change.shift.direction == "lost":
        yield Segment(", ")
        yield Segment("no date any more", "lost")


def _draw_step(old: str, new: str) -> Iterator[Segment]:
    yield from (Segment(old, "old"), Segment(" → "), Segment(new, "new"))


def _draw_owner(change: Change) -> Iterator[Segment]:
    if change.action is not None:
        yield Segment(f"{_text(change.text)}: ")
    yield from _draw_step(_text(change.old) or "nobody", _text(change.new) or "nobody")
    said = [*(f"{name} joins" for name in change.added), *(f"{name} leaves" for name in change.removed)]
    if said:
        yield Segment(f" ({', '.join(said)})", "quiet")


def _draw_number(change: Change) -> Iterator[Segment]:
    yield from _draw_step(_text(change.old), _text(change.new))


def _draw_union(change: Change) -> Iterator[Segment]:
    names = change.recommendation
    if names is not None:
        verb = "merged into" if change.kind == "recommendation-merged" else "split into"
        yield Segment(f"{say_numbers(names.old)} {verb} {say_numbers(names.new)}", "strong")


def _draw_move(change: Change) -> Iterator[Segment]:
    yield Segment(_text(change.text))
    names = change.recommendation
    if names is not None and names.old != names.new:
        yield Segment(f" (from recommendation {say_numbers(names.old)} to {say_numbers(names.new)})", "quiet")


def _draw_field(change: Change) -> Iterator[Segment]:
    if change.action is not None:
        yield Segment(f"{_text(change.text)}: ")
    yield Segment(f"{change.field}: ", "strong")
    yield from _draw_step(_text(change.old) or "empty", _text(change.new) or "empty")


_DRAWERS: dict[str, Callable[[Change], Iterable[Segment]]] = {
    "timing-changed": _draw_timing,
    "timing-reworded": _draw_timing,
    "owner-changed": _draw_owner,
    "recommendation-renumbered": _draw_number,
    "recommendation-merged": _draw_union,
    "recommendation-split": _draw_union,
    "action-moved": _draw_move,
    "action-reordered": _draw_move,
    "measure-moved": _draw_move,
    "field-changed": _draw_field,
    "cosmetic": _draw_typing,
}


def _list_details(change: Change) -> Iterator[tuple[Segment, ...]]:
    """What follows from a change: a date in its words, what is in a new recommendation, a near-miss."""
    if change.kind.endswith("-reworded") and change.shift and (length := say_length(change.shift)):
        yield (Segment(f"the date in it is {length} {change.shift.direction}", _find_role(change)),)
    if change.kind in ("recommendation-merged", "recommendation-split"):
        yield from _detail_union(change)
    if change.record and change.record.action:
        yield from _detail_action(change)
    if change.record and change.record.recommendation:
        yield from _detail_recommendation(change)
    if change.owners and change.kind == "action-moved":
        yield (
            Segment("owner: "),
            *_draw_step(_text(change.owners.old) or "nobody", _text(change.owners.new) or "nobody"),
        )
    if change.similar:
        pointer = (
            f"the old {_text(change.similar.old)}"
            if change.similar.old
            else f"the new {_text(change.similar.new)}"
        )
        yield (Segment(f"similar to {pointer}, not the same", "quiet"),)


def _find_role(change: Change) -> Role:
    direction = change.shift.direction if change.shift else ""
    return "later" if direction == "later" else "earlier" if direction == "earlier" else "quiet"


def _detail_union(change: Change) -> Iterator[tuple[Segment, ...]]:
    for words, role in ((change.old, "old"), (change.new, "new")):
        for text in (words,) if isinstance(words, str) else words or ():
            yield (Segment(_text(text), role),)  # type: ignore[arg-type]
    for travel in change.carried_actions:
        yield (Segment(f"the old {travel.old} is {travel.new}", "quiet"),)


def _detail_action(change: Change) -> Iterator[tuple[Segment, ...]]:
    action = change.record.action if change.record else None
    owners = change.owners or None
    names = _text((owners.new or owners.old) if owners else None).replace("; ", ", ")
    said = ", ".join(part for part in (_text(action.when.text) if action else "", names) if part)
    if said:
        yield (Segment(said, "quiet"),)


def _detail_recommendation(change: Change) -> Iterator[tuple[Segment, ...]]:
    record = change.record.recommendation if change.record else None
    role: Role = "new" if change.kind.endswith("added") else "old"
    for action in record.actions if record else ():
        when = f" ({_text(action.when.text)})" if action.when.text.strip() else ""
        yield (Segment(f"{action.id} "), Segment(_text(action.text), role), Segment(when, "quiet"))
